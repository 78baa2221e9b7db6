// What only 1688 documents: a field's name, type, wire path and meaning on one line.
import { bool, fen, id, int, text, texts, time } from '../../mapping/leaves.js';
import { part, parts, platformType } from '../../mapping/platformType.js';
import { personal } from '../../order/personal.js';
import { Item } from './parts/item.js';
import { OverseasLeg, Shipment } from './parts/logistics.js';
import { EncryptedOrigin, ReceiverInfo } from './parts/parties.js';
import { InvoicingSetting, Step } from './parts/payment.js';
import { TRADE_FLAGS } from './parts/trade.js';

export const Alibaba1688Order = platformType('Alibaba1688Order', 'What 1688 documents beyond the unified model.', {
  numericId: id('baseInfo.id', 'The order’s id as a number; some gateways have rounded it. Use Order.orderId.'),
  currency: text('baseInfo.currency', 'The order’s currency as sent: RMB means CNY; 1688 leaves it out for yuan.'),
  confirmedAt: time('baseInfo.confirmedTime', 'When it was confirmed.'),
  refundPayment: fen(
    'baseInfo.refundPayment',
    'What was refunded. Sent in fen, by observation (one real order: 1860 yuan beside 186000).',
  ),
  afterSaleRefundStatusCode: text(
    'baseInfo.refundStatusForAs',
    '1688’s own code of the refund asked for after the trade is completed.',
  ),
  tradeTypeCode: text(
    'baseInfo.tradeType',
    '1 escrow, 2 deposit, 3 overseas card, 4 instant, 5 guarantee fund, 6 unified flow, 7 staged, 8 cash on delivery, 9 credit voucher, 10 account period, 50060 trade 4.0.',
  ),
  tradeMethodCode: text('baseInfo.tradeTypeCode', 'The way of trading chosen when the order was placed, as a code.'),
  tradeMethodName: text('baseInfo.tradeTypeDesc', 'The way of trading chosen when the order was placed, in words.'),
  flowTemplateCode: text('baseInfo.flowTemplateCode', 'Template of the trade 4.0 flow.'),
  isPaidAtOnce: bool('baseInfo.stepPayAll', 'Whether all stages are paid at once.'),
  isOverseas: bool('baseInfo.overSeaOrder', 'Whether it is shipped abroad on someone’s behalf.'),
  isSellerOrder: bool('baseInfo.sellerOrder', 'Whether the seller made it and invited the buyer.'),
  closeOperatorCode: text(
    'baseInfo.closeOperateType',
    'Who closed it: CLOSE_TRADE_BY_SELLER, _BOPS, _SYSTEM, _BUYER, _CREADIT.',
  ),
  closeRemark: text('baseInfo.closeRemark', 'Remark on the closing.', personal('TEXT')),
  payTimeout: int('baseInfo.payTimeout', 'Seconds the buyer has to pay, when payTimeoutType is 0.'),
  payTimeoutType: text('baseInfo.payTimeoutType', '0 a length of time, 1 a fixed time.'),
  paymentChannels: texts('baseInfo.payChannelList', 'Names of the payment channels used.'),
  paymentChannelCodes: texts('baseInfo.payChannelCodeList', 'Codes of the payment channels used.'),
  stepAgreementPath: text('baseInfo.stepAgreementPath', 'Where the agreement on the stages is kept.', personal('TEXT')),
  inventoryMode: text('baseInfo.inventoryMode', 'jit, or cang where the platform’s warehouse has the goods.'),
  officialPickupOrderId: id('baseInfo.officialSolutionOrderId', 'The order of its official pick-up.'),
  officialPickupCost: fen('baseInfo.officialSolutionCost', 'What the official pick-up costs.'),
  buyerOpenUid: text(
    'baseInfo.buyerOpenUid',
    'The buyer under an id of this application’s own, in place of the sign-in name.',
    personal('ACCOUNT'),
  ),
  buyerSubOpenUid: text('baseInfo.buyerSubOpenUid', 'The same of the buyer’s sub-account.', personal('ACCOUNT')),
  contactEncryptionReference: text(
    'baseInfo.ccid',
    'Reference to decrypt the contact with (ccid), where personal data is encrypted.',
    personal('HANDLE'),
  ),
  dropshipSenderName: text(
    'baseInfo.sellerContact.wgSenderName',
    'The sender’s name that a distributor has set.',
    personal('NAME'),
  ),
  dropshipSenderPhone: text(
    'baseInfo.sellerContact.wgSenderPhone',
    'The sender’s telephone that a distributor has set.',
    personal('PHONE'),
  ),
  receiverInfo: part(
    'baseInfo.receiverInfo',
    ReceiverInfo,
    'The receiver as the base information writes it; Order.receiver prefers the logistics’ version.',
  ),
  items: parts('productItems', Item, 'What only 1688 says of the lines, in their order.'),
  shipments: parts('nativeLogistics.logisticsItems', Shipment, 'What only 1688 says of the shipments, in their order.'),
  steps: parts('baseInfo.stepOrderList', Step, 'What only 1688 says of the stages of trade 3.0, in their order.'),
  creditGraceEndsAt: time(
    'orderBizInfo.creditOrderDetail.gracePeriodEndTime',
    'When the grace of credit ends. 1688 tells not to use it any more: credit.repayBy prefers what took its place.',
  ),
  creditRepaymentSource: text(
    'orderBizInfo.creditOrderDetail.repaySource',
    'What it was repaid with: KJPAY, OWN_FUNDS, INSTALLMENT_REPAY.',
  ),
  invoiceAmount: fen('orderInvoiceInfo.amount', 'What the invoice is over, with tax.'),
  invoiceStatusCode: text(
    'orderInvoiceInfo.status',
    '1688’s own code of where the invoice stands: INIT, ISSUING, ISSUED, FAILED, CLOSED, RED_ALL_ISSUED …',
  ),
  invoicingSetting: part('invoicingSettingModel', InvoicingSetting, 'Whether and what the seller invoices.'),
  overseasLeg: part('overseaLogisticsInfo', OverseasLeg, 'How goods travel beyond China.'),
  downstreamChannel: text('outChannel', 'The platform that a distribution order comes from: weidian, weixin …'),
  shippingRisk: text('sendGoodsOverdueRisk', 'PTMO: the deadline of shipping is near. TMOT: it has passed.'),
  isDeliveryGuaranteed: bool(
    'officialLogisticOrder',
    'Whether it is under the platform’s own guarantee of direct delivery.',
  ),
  ...TRADE_FLAGS,
  isCaiyuanbao: bool('orderBizInfo.odsCyd', 'Whether it is a Caiyuanbao (采源宝) order.'),
  isCustomMade: bool('orderBizInfo.isCz', 'Whether it is made to order.'),
  isDropshipping: bool('orderBizInfo.dropshipping', 'Whether it is shipped on someone’s behalf.'),
  isCreditOrder: bool(
    'orderBizInfo.creditOrder',
    'Whether 诚e赊 was chosen when it was placed; how it was paid is in payments.methodCode.',
  ),
  accountPeriodEndsAt: time('orderBizInfo.accountPeriodTime', 'When an account-period order’s money arrives.'),
  retailWarehouseType: text(
    'orderBizInfo.lstOrderInfo.lstWarehouseType',
    'Warehouse of a Lingshoutong order: customer is virtual, cainiao is physical.',
  ),
  isFromEncryptedOrder: bool('fromEncryptOrder', 'Whether it fulfils an encrypted order of another platform.'),
  encryptedOrigin: part(
    'encryptOutOrderInfo',
    EncryptedOrigin,
    'The encrypted order of another platform that it fulfils.',
  ),
});
