// Taobao: trades of special kinds: across borders, authenticated goods, shopping cards, stores of new retail.
import { leaf } from '../../../mapping/fieldTypes.js';
import { id, text, texts, yuan } from '../../../mapping/leaves.js';
import { part, parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { JSON_OR_TEXT } from '../codecs.js';

const ShoppingCard = platformType('TaobaoShoppingCard', 'What a shopping card (购物金) adds to a trade.', {
  basic: yuan('basic_price', 'What was paid for the card, in yuan.'),
  bonus: yuan('expand_price', 'What the card is worth beyond that, in yuan.'),
  basicUsed: yuan('basic_price_used', 'What was used of the first, in yuan.'),
  bonusUsed: yuan('expand_price_used', 'What was used of the second, in yuan.'),
});

const MemoOperator = platformType('TaobaoMemoOperator', 'Who wrote the seller’s memo.', {
  id: id('operator_id', 'Number of the account.', personal('ACCOUNT')),
  nick: text('operator_nick', 'Nick of the account.', personal('ACCOUNT')),
});

const Store = platformType('TaobaoStore', 'The store of new retail that a trade belongs to.', {
  shippingCode: text('rt_omni_send_type', 'pickUp the buyer fetches it, tmall the seller ships, storeSend the store.'),
  shippingStoreId: id('rt_omni_store_id', 'The store that ships.'),
  shippingStoreCode: text('rt_omni_outer_store_id', 'The seller’s own code of that store.'),
  id: id('nr_shop_id', 'The store.'),
  name: text('nr_shop_name', 'The store’s name.'),
  orderId: id('nr_store_order_id', 'The order’s number there.'),
  stallCode: text('nr_store_code', 'The stall.'),
  depositOrderId: id('nr_deposit_order_id', 'The order that paid the deposit.'),
  guideId: id('nr_shop_guide_id', 'The guide.', personal('ACCOUNT')),
  guideName: text('nr_shop_guide_name', 'The guide’s name.', personal('NAME')),
  handlingCode: text('nr_no_handle', 'Mark of an hour’s delivery that is not to be handled.'),
});

export const Special = platformType('TaobaoSpecial', 'What trades of special kinds add.', {
  realNameCode: text('real_name_auth_status', 'Tmall Global: 1 the buyer’s name is verified, 0 it is not.'),
  customsCode: text('third_party_customs_declaration', 'Tmall Global: 1 a third party declares it, 0 not.'),
  identification: leaf(
    JSON_OR_TEXT,
    'identify_info',
    'How goods are authenticated: the gateway’s own.',
    personal('TEXT'),
  ),
  medicineRegistrationCode: text('drug_register', 'Medicine: 1 registered, 0 not.'),
  shoppingCard: part('expandcard_info', ShoppingCard, 'What a shopping card adds.'),
  store: part('', Store, 'The store it belongs to.'),
  payerCode: text('pay_channel', 'Who pays: 0 the buyer, 1 an automatic payment, 2 an insurance.'),
  supplementCode: text('receipt_type', 'What a supplementary payment is for: ITEM, POSTAGE, OTHER.'),
  supplementedIds: texts('receipt_rel_ids[string]', 'The trades that it supplements.'),
  buyerUrgingCode: text('ob_tag', 'lg: the buyer has urged shipping.'),
  memoLabel: text('seller_flag_tag', 'The label beside the flag on the seller’s memo.', personal('TEXT')),
  memoOperators: parts('memo_operator_infos[memo_operator_info]', MemoOperator, 'Who wrote the seller’s memo.'),
  sellerOpenUid: text('seller_open_uid', 'The seller under an id of the application’s own.', personal('ACCOUNT')),
});
