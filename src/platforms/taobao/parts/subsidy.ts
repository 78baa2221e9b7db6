// Taobao: subsidies of the government for what was bought. Amounts come in fen.
import { fen, text } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';

export const Subsidy = platformType('TaobaoSubsidy', 'The government’s subsidy of a trade.', {
  amount: fen('gov_subsidy_amount_exact', 'What the buyer was given, exactly; sent in fen.'),
  orderAmount: fen('gov_subsidy_amount_new', 'What was taken off when the trade was made; sent in fen.'),
  netAmount: fen('net_gov_subsidy_amount', 'What is left of it after refunds; sent in fen.'),
  typeCode: text(
    'gov_subsidy_type',
    '1 of the state, 2 local vouchers, 3 of the merchant or the platform or mixed, 4 none: how it is invoiced and settled.',
  ),
  fundingCode: text(
    'gov_subsidy_type_extra',
    'Who pays it: 4 the merchant, 5 the platform, 6 both, 7 government and merchant, 8 all three.',
  ),
  fundingText: text(
    'gov_subsidy_funds_detail',
    'What government, merchant and platform pay, in fen, as sent: 100_100_100.',
  ),
  paymentCode: text('gov_pay_type', 'How it is paid: 1 Alipay, 2 UnionPay, 4 Alipay cleared by UnionPay.'),
  useCode: text('use_gov_subsidy', '1: it was used.'),
  predictionCode: text('use_gov_predict', '1: it is expected to be used.'),
  deductionCode: text('use_gov_subsidy_new', '1: it is taken off when the trade is paid.'),
  serialNumberText: text(
    'gov_sn_check',
    'Serial numbers to be collected, as sent: whether, how many, whether they are checked, as in 1_2_1.',
  ),
  deliveryCheckCode: text('gov_subsidy_delivery_check', 'What is checked on shipping: 1 the serial number.'),
  storeCode: text('gov_store', '1: the money goes to the store.'),
  tradeInCode: text('oldfornew', '1: something old was traded in.'),
  subjectCode: text('gov_main_subject', 'The branch of the company that sells it.'),
});

export const LineSubsidy = platformType('TaobaoLineSubsidy', 'The government’s subsidy of a line.', {
  energyLevelCode: text('gov_energy_level', 'Energy efficiency: 0 none, 1 first grade, 2 second grade.'),
  subjectCode: text('gov_main_subject', 'The branch of the company that sells it.'),
  deductionCode: text('use_gov_subsidy_new', '1: it was taken off when the line was paid.'),
  orderAmount: fen('gov_subsidy_amount_new', 'What was taken off when the trade was made; sent in fen.'),
  serialNumberText: text('gov_sn_check', 'Serial numbers to be collected, as sent.'),
});
