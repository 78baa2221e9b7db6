// What only 1688 documents: a field's name, type, wire path and meaning on one line.
import { bool, decimal, fen, id, int, text, texts, time, yuan } from '../../mapping/leaves.js';
import { part, parts, platformType } from '../../mapping/platformType.js';
import { personal } from '../../order/personal.js';
import { lineId } from './item.js';

const Item = platformType('Alibaba1688Item', 'What only 1688 says of a line of an order.', {
  itemId: lineId,
  numericItemId: id(
    'subItemID',
    'The line’s id as a number; some gateways have rounded it. For matching old records only.',
  ),
  description: text('description', 'Description; 1688 itself leaves it out.'),
  sort: int('sort', 'Place of the line, from 0; 1688 itself leaves it out.'),
  typeCode: text('type', 'The kind of product, on the international site.'),
  specId: text('specId', 'Id of the chosen sales attributes.'),
  quantityFactor: decimal('quantityFactor', 'How fine quantities are: with 1000 and t, down to 0.001 t.'),
  canSendGoods: bool('canSendGoods', 'Whether the line may be shipped now; false forbids it while waitsellersend.'),
  cantSendReason: text('cantSendReason', 'Why the line may not be shipped.'),
  permittedCarrierCodes: text(
    'permitLogisticsCpCode',
    'Codes of the carriers the line may be shipped with, comma-separated.',
  ),
  sharedPromotionFee: yuan(
    'orderSharedPromotionFee',
    'The line’s share of the order’s promotions. Undocumented; believed yuan, as seen in the gateway’s sample.',
  ),
  promotionsFee: yuan(
    'promotionsFee',
    'All promotions on the line. Undocumented; believed yuan, as seen in the gateway’s sample.',
  ),
  crossPromotionFee: yuan(
    'crossPromotionFee',
    'The line’s share of cross-shop promotions. Undocumented; believed yuan.',
  ),
});

const ReceiverInfo = platformType(
  'Alibaba1688ReceiverInfo',
  'The receiver as the order’s base information writes it.',
  {
    fullName: text('toFullName', 'The receiver’s name.', personal('NAME')),
    divisionCode: text('toDivisionCode', 'Administrative division code.', personal('ADDRESS')),
    mobile: text('toMobile', 'Mobile telephone.', personal('PHONE')),
    phone: text('toPhone', 'Telephone.', personal('PHONE')),
    postalCode: text('toPost', 'Postal code.', personal('ADDRESS')),
    townCode: text('toTownCode', 'Administrative division code of the town; may be empty.', personal('ADDRESS')),
    area: text('toArea', 'The address as one text.', personal('ADDRESS')),
  },
);

const Shipment = platformType('Alibaba1688Shipment', 'What only 1688 says of a shipment.', {
  id: id('id', 'Shipment.id of the same shipment.'),
  isTimePromised: bool('isTimePromise', 'Whether it travels by time-promised delivery.'),
  noLogisticsCondition: text(
    'noLogisticsCondition',
    'Why no carrier is needed: 1 other carrier, 2 supplement of freight or price, 3 delivered by the seller, 4 picked up by the buyer, 5 other.',
  ),
  noLogisticsName: text('noLogisticsName', 'Contact where no carrier is used.', personal('NAME')),
  noLogisticsPhone: text('noLogisticsTel', 'Telephone where no carrier is used.', personal('PHONE')),
  noLogisticsBillNumber: text('noLogisticsBillNo', 'Business number where no carrier is used.'),
});

const Step = platformType('Alibaba1688Step', 'What only 1688 says of a stage of trade 3.0.', {
  id: id('stepOrderId', 'The stage’s id.'),
  number: int('stepNo', 'PaymentStage.number of the same stage.'),
  hasDisbursed: bool('hasDisbursed', 'Whether the money went to the seller.'),
  actualDue: yuan('actualPayFee', 'What is owed with shipping, after discounts and changes of price.'),
  itemDiscount: yuan('itemDiscountFee', 'The stage’s share of item discounts.'),
  unitPrice: yuan('price', 'The stage’s share of the unit price.'),
  quantity: decimal('amount', 'Quantity bought.'),
  createdAt: time('gmtCreate', 'When the stage was created.'),
  modifiedAt: time('gmtModified', 'When it last changed.'),
  sellerActedAt: time('sellerActionTime', 'When the seller acted.'),
  sellerActionName: text('sellerActionName', 'What the seller has to do.'),
  message: text('message', 'What the seller wrote.', personal('TEXT')),
  messagePath: text('messagePath', 'Where the seller’s message is kept.', personal('TEXT')),
  picturePath: text('picturePath', 'Where the seller’s picture is kept.', personal('TEXT')),
  templateId: id('templateId', 'The template it follows.'),
  buyerPayTimeout: int('buyerPayTimeout', 'Seconds the buyer has to pay.'),
  buyerConfirmTimeout: int(
    'buyerConfirmTimeout',
    'How long the buyer has to confirm; unit undocumented, believed seconds as for paying.',
  ),
  needsLogistics: bool('needLogistics', 'Whether goods are shipped.'),
  needsSellerAction: bool('needSellerAction', 'Whether the seller must act and the buyer confirm.'),
  transfersAfterConfirm: bool('transferAfterConfirm', 'Whether the money goes to the seller when the stage ends.'),
  needsSellerCallNext: bool('needSellerCallNext', 'Whether the seller must start the next stage.'),
  isInstantPay: bool('instantPay', 'Whether money may go to the seller at once.'),
});

const Place = platformType('Alibaba1688Place', 'A named place.', { name: text('name', 'Its name.') });

const OriginAddress = platformType(
  'Alibaba1688OriginAddress',
  'The receiver’s address on the platform the order came from.',
  {
    province: part('province', Place, 'Province.'),
    city: part('city', Place, 'City.'),
    area: part('area', Place, 'District or county.', personal('ADDRESS')),
    town: part('town', Place, 'Town or street office.', personal('ADDRESS')),
    address: text('address', 'Street address.', personal('ADDRESS')),
  },
);

const EncryptedOrigin = platformType(
  'Alibaba1688EncryptedOrigin',
  'The encrypted order of another platform that this one fulfils.',
  {
    oaid: text('oaid', 'Reference to decrypt the receiver with, on the platform the order came from.'),
    address: part('outOriginAddress', OriginAddress, 'The receiver’s address there.'),
    appKey: text('outPlatformAppkey', 'The application’s key there.'),
    platformCode: text('outPlatformCode', 'The gateway’s own code of that platform.'),
    orderNumber: id('outPlatformOrderNo', 'The order’s number there.'),
  },
);

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
  contactEncryptionReference: text(
    'baseInfo.ccid',
    'Reference to decrypt the contact with (ccid), where personal data is encrypted.',
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
