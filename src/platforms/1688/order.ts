// The 1688 document read into the unified model: left our schema, right 1688's path in its reference spelling.

import { decidingCodes } from '../../mapping/axes.js';
import { type Codec, CURRENCY, type ReadContext, YUAN } from '../../mapping/codec.js';
import type { OrderFields } from '../../mapping/document.js';
import {
  absent,
  computed,
  concat,
  type Field,
  type Fields,
  firstOf,
  group,
  type Leaf,
  leaf,
  list,
  object,
  required,
  sparse,
  unknown,
} from '../../mapping/field.js';
import { bool, code, decimal, fen, id, idList, int, text, texts, time, yuan } from '../../mapping/fields.js';
import { toDecimal, toMoney } from '../../mapping/money.js';
import type { CustomsDeclaration } from '../../order/customs.js';
import type { Invoice } from '../../order/invoice.js';
import type { ProductItem } from '../../order/item.js';
import type { Logistics, PostalAddress } from '../../order/logistics.js';
import type { Money } from '../../order/money.js';
import type { Party, Receiver } from '../../order/party.js';
import type { PaymentStage } from '../../order/payment.js';
import {
  INVOICE_TYPE,
  ORDER_STATUS,
  PAYMENT_STATUS,
  paymentOf,
  RATING_STATUS,
  REFUND_STATUS,
  SHIPPING_METHOD,
  SHIPPING_STATUS,
  STAGE_PAYMENT_STATUS,
  STEP_PAYMENT_STATUS,
  shippingOf,
} from './codes.js';

const PAYMENT_PATHS = ['tradeTerms[].payStatus', 'baseInfo.newStepOrderList[].payStatus', 'baseInfo.status'];
const SHIPPING_PATHS = ['productItems[].logisticsStatus', 'baseInfo.status'];

/** Some gateways round subItemID and leave out its string twin; the snapshot's address holds the exact id. */
const SNAPSHOT_ENTRY: Codec<string> = {
  unit: 'order_entry_id in the address',
  type: () => String,
  decode: (value) => /order_?entry_?id=(\d+)/i.exec(String(value))?.[1] ?? null,
};

const snapshotEntry: Field<string | null> & Leaf = leaf(SNAPSHOT_ENTRY, 'productSnapshotUrl');

/** A line without any id still needs a name of its own. */
function namedByPlace(reading: ReadContext): string {
  reading.warn('has no id; named by its place');
  return `#${reading.place}`;
}

/** A declaration names its own currency. */
function declaredValue([amount, currency]: readonly unknown[], reading: ReadContext): Money | null {
  const value = toDecimal(amount);
  return value ? toMoney(value, CURRENCY.decode(currency, reading) ?? reading.currency) : null;
}

const guarantee = {
  description: text('assuranceInfo'),
  typeCode: text('assuranceType'),
  qualityType: text('qualityAssuranceType'),
};

const item: Fields<ProductItem> = {
  itemId: required(firstOf(id('subItemIDString'), snapshotEntry, id('subItemID')), namedByPlace),
  productId: id('productID'),
  skuId: id('skuID'),
  name: text('name'),
  options: list('skuInfos', { name: text('name'), value: text('value') }),
  quantity: decimal('quantity'),
  unit: text('unit'),
  unitPrice: yuan('price'),
  total: yuan('itemAmount'),
  discount: yuan('itemDiscountFee'),
  adjustment: fen('entryDiscount'),
  tax: absent('1688 documents no tax on items'),
  refunded: yuan('refund'),
  status: code(ORDER_STATUS, 'status'),
  statusCode: text('status'),
  statusText: text('statusStr'),
  refundStatus: code(REFUND_STATUS, 'refundStatus'),
  refundStatusCode: text('refundStatus'),
  shippingStatus: code(SHIPPING_STATUS, 'logisticsStatus'),
  shippingStatusCode: text('logisticsStatus'),
  refundId: id('refundId'),
  afterSaleRefundId: id('refundIdForAs'),
  productCode: text('productCargoNumber'),
  skuCode: text('cargoNumber'),
  barcode: text('barCode'),
  imageUrls: texts('productImgUrl'),
  snapshotUrl: text('productSnapshotUrl'),
  weight: decimal('weight'),
  weightUnit: text('weightUnit'),
  guarantees: list('guaranteesTerms', guarantee),
  closeReason: text('closeReason'),
  createdAt: time('gmtCreate'),
  modifiedAt: time('gmtModified'),
  shippedAt: absent('1688 dates shipping on shipments, not on items'),
  completedAt: time('gmtCompleted'),
  expiresAt: time('gmtPayExpireTime'),
};

const buyer: Fields<Party> = {
  id: id('baseInfo.buyerID'),
  userId: id('baseInfo.buyerUserId'),
  loginId: text('baseInfo.buyerLoginId'),
  subLoginId: text('baseInfo.subBuyerLoginId'),
  name: text('baseInfo.buyerContact.name'),
  companyName: text('baseInfo.buyerContact.companyName'),
  shopName: text('baseInfo.buyerContact.shopName'),
  email: text('baseInfo.buyerContact.email'),
  phone: text('baseInfo.buyerContact.phone'),
  mobile: text('baseInfo.buyerContact.mobile'),
  fax: text('baseInfo.buyerContact.fax'),
  imId: text('baseInfo.buyerContact.imInPlatform'),
  alipayId: text('baseInfo.buyerAlipayId'),
  level: text('baseInfo.buyerLevel'),
  country: absent('1688 names no country of the buyer’s account'),
  area: absent('1688 names no area of the buyer’s account'),
};

const seller: Fields<Party> = {
  id: id('baseInfo.sellerID'),
  userId: id('baseInfo.sellerUserId'),
  loginId: text('baseInfo.sellerLoginId'),
  subLoginId: absent('1688 names no sub-account of the seller'),
  name: text('baseInfo.sellerContact.name'),
  companyName: text('baseInfo.sellerContact.companyName'),
  shopName: text('baseInfo.sellerContact.shopName'),
  email: text('baseInfo.sellerContact.email'),
  phone: text('baseInfo.sellerContact.phone'),
  mobile: text('baseInfo.sellerContact.mobile'),
  fax: text('baseInfo.sellerContact.fax'),
  imId: text('baseInfo.sellerContact.imInPlatform'),
  alipayId: text('baseInfo.sellerAlipayId'),
  level: text('baseInfo.sellerCreditLevel'),
  country: absent('1688 names no country of the seller'),
  area: absent('1688 names no area of the seller'),
};

const receiver: Fields<Receiver> = {
  name: text(['nativeLogistics.contactPerson', 'baseInfo.receiverInfo.toFullName']),
  mobile: text(['nativeLogistics.mobile', 'baseInfo.receiverInfo.toMobile']),
  phone: text(['nativeLogistics.telephone', 'baseInfo.receiverInfo.toPhone']),
  fax: text('nativeLogistics.fax'),
  country: absent('1688 delivers within China; overseasAddress names the country beyond the forwarder'),
  province: text('nativeLogistics.province'),
  city: text('nativeLogistics.city'),
  district: text('nativeLogistics.area'),
  town: text('nativeLogistics.town'),
  address: text(['nativeLogistics.address', 'baseInfo.receiverInfo.toArea']),
  address2: absent('1688 has one address line'),
  postalCode: text(['nativeLogistics.zip', 'baseInfo.receiverInfo.toPost']),
  divisionCode: text(['nativeLogistics.areaCode', 'baseInfo.receiverInfo.toDivisionCode']),
  townCode: text(['nativeLogistics.townCode', 'baseInfo.receiverInfo.toTownCode']),
  encryptionReference: text('nativeLogistics.caid'),
};

const end = (side: 'from' | 'to'): Fields<PostalAddress> => ({
  province: text(`${side}Province`),
  city: text(`${side}City`),
  district: text(`${side}Area`),
  address: text(`${side}Address`),
  phone: text(`${side}Phone`),
  mobile: text(`${side}Mobile`),
  postalCode: text(`${side}Post`),
});

const logistics: Fields<Logistics> = {
  shipments: required(
    list('logisticsItems', {
      id: id('id'),
      logisticsCode: text('logisticsCode'),
      trackingNumber: text('logisticsBillNo'),
      carrierName: text('logisticsCompanyName'),
      carrierCode: text('logisticsCompanyNo'),
      carrierId: id('logisticsCompanyId'),
      method: code(SHIPPING_METHOD, 'type'),
      methodCode: text('type'),
      statusCode: text('status'),
      shippedAt: time('deliveredTime'),
      deliveredAt: absent('1688 does not date the arrival of a shipment'),
      expectedAt: time('arriveTime'),
      createdAt: time('gmtCreate'),
      modifiedAt: time('gmtModified'),
      fee: yuan('carriage'),
      itemIds: idList('subItemIds'),
      from: sparse(end('from')),
      to: sparse(end('to')),
    }),
    () => [],
  ),
  methodCode: absent('1688 agrees on no way of shipping beforehand'),
};

const invoice: Fields<Invoice> = {
  id: id('localInvoiceId'),
  orderId: id('orderId'),
  type: code(INVOICE_TYPE, 'invoiceType'),
  typeCode: text('invoiceType'),
  medium: unknown('1688 does not say what an invoice is written on'),
  mediumCode: absent('1688 does not say what an invoice is written on'),
  title: text('invoiceCompanyName'),
  content: absent('1688 does not say what an invoice is for'),
  taxpayerId: text('taxpayerIdentify'),
  registration: group({
    bank: text('registerBank'),
    bankAccount: text('registerAccountId'),
    divisionCode: text('registerCode'),
    division: text('registerCodeText'),
    street: text('registerStreet'),
    phone: text('registerPhone'),
  }),
  receiver: group({
    name: text('receiveName'),
    mobile: text('receiveMobile'),
    phone: text('receivePhone'),
    postalCode: text('receivePost'),
    divisionCode: text('receiveCode'),
    division: text('receiveCodeText'),
    street: text('receiveStreet'),
  }),
};

/** Trade 4.0. Here a stage's payFee and paidFee include shipping. */
const stage: Fields<PaymentStage> = {
  number: int('stepNo'),
  name: text('stepName'),
  isLast: bool('lastStep'),
  statusCode: text('activeStatus'),
  paymentStatus: code(STAGE_PAYMENT_STATUS, 'payStatus'),
  paymentStatusCode: text('payStatus'),
  shippingStatus: code(SHIPPING_STATUS, 'logisticsStatus'),
  shippingStatusCode: text('logisticsStatus'),
  startedAt: time('gmtStart'),
  paidAt: time('gmtPay'),
  endedAt: time('gmtEnd'),
  due: yuan('payFee'),
  paid: yuan('paidFee'),
  goods: yuan('goodsFee'),
  adjustment: yuan('adjustFee'),
  discount: yuan('discountFee'),
  shipping: yuan('postFee'),
  shippingPaid: yuan('paidPostFee'),
};

/** Trade 3.0. Here payFee is what was to be paid when the stage was created, without shipping. */
const step: Fields<PaymentStage> = {
  number: int('stepNo'),
  name: text('stepName'),
  isLast: bool('lastStep'),
  statusCode: text('stepOrderStatus'),
  paymentStatus: code(STEP_PAYMENT_STATUS, 'stepPayStatus'),
  paymentStatusCode: text('stepPayStatus'),
  shippingStatus: unknown('trade 3.0 gives no logistics code of a stage'),
  shippingStatusCode: absent('trade 3.0 gives no logistics code of a stage'),
  startedAt: time('enterTime'),
  paidAt: time('payTime'),
  endedAt: time('endTime'),
  due: yuan('payFee'),
  paid: absent('trade 3.0 does not say what was paid; actualPayFee is what is owed with shipping'),
  goods: absent('trade 3.0 gives no goods’ share'),
  adjustment: yuan('adjustFee'),
  discount: yuan('discountFee'),
  shipping: yuan('postFee'),
  shippingPaid: absent('trade 3.0 does not say what shipping was paid'),
};

const rating = {
  stars: int('starLevel'),
  content: text('content'),
  receiverNick: text('receiverNick'),
  posterNick: text('posterNick'),
  publishedAt: time('publishTime'),
};

const customs: Fields<CustomsDeclaration> = {
  id: id('id'),
  orderId: id('orderId'),
  buyerId: id('buyerId'),
  typeCode: text('type'),
  createdAt: time('gmtCreate'),
  modifiedAt: time('gmtModified'),
  lines: list('attributes', {
    sku: text('sku'),
    chineseName: text('cName'),
    englishName: text('enName'),
    value: computed(['amount', 'currency'], declaredValue, YUAN),
    currency: text('currency'),
    quantity: decimal('quantity'),
    weightKg: decimal('weight'),
  }),
};

export const order: OrderFields = {
  outOrderId: text('baseInfo.outOrderId'),
  status: code(ORDER_STATUS, 'baseInfo.status'),
  statusCode: text('baseInfo.status'),
  paymentStatus: computed(PAYMENT_PATHS, ([terms, stages, status]) => paymentOf(terms, stages, status)),
  paymentStatusCode: computed(PAYMENT_PATHS, (values) => decidingCodes(...values)),
  shippingStatus: computed(SHIPPING_PATHS, ([items, status]) => shippingOf(items, status)),
  shippingStatusCode: computed(SHIPPING_PATHS, (values) => decidingCodes(...values)),
  refundStatus: code(REFUND_STATUS, ['baseInfo.refundStatus', 'baseInfo.refundStatusForAs']),
  refundStatusCode: text(['baseInfo.refundStatus', 'baseInfo.refundStatusForAs']),
  holdReasons: absent('1688 documents no hold'),
  createdAt: time('baseInfo.createTime'),
  modifiedAt: time('baseInfo.modifyTime'),
  paidAt: time('baseInfo.payTime'),
  shippedAt: time('baseInfo.allDeliveredTime'),
  receivedAt: time('baseInfo.receivingTime'),
  completedAt: time('baseInfo.completeTime'),
  expiresAt: absent('1688 gives how long a payment may take (payTimeout), not until when'),
  closeReason: text('baseInfo.closeReason'),
  typeCode: text('baseInfo.businessType'),
  paymentTransactionId: id('baseInfo.alipayTradeId'),
  totals: group({
    total: yuan('baseInfo.totalAmount'),
    items: yuan('baseInfo.sumProductPayment'),
    shipping: yuan('baseInfo.shippingFee'),
    discount: fen('baseInfo.discount'),
    coupon: yuan('baseInfo.couponFee'),
    adjustment: absent('1688 changes prices on items (entryDiscount) and stages'),
    tax: absent('1688 documents no tax'),
    commission: absent('1688 documents no commission'),
    received: absent('1688 does not say what the seller received'),
    refunded: yuan('baseInfo.refund'),
  }),
  buyer: group(buyer),
  seller: group(seller),
  receiver: sparse(receiver),
  items: list('productItems', item),
  logistics: object('nativeLogistics', logistics),
  invoice: object('orderInvoiceInfo', invoice),
  payments: list('tradeTerms', {
    id: id('phase'),
    status: code(PAYMENT_STATUS, 'payStatus'),
    statusCode: text('payStatus'),
    amount: yuan('phasAmount'),
    paidAt: time('payTime'),
    methodCode: text('payWay'),
    methodName: text('payWayDesc'),
    isCardPayment: bool('cardPay'),
    isExpressPayment: bool('expressPay'),
    condition: text('phaseCondition'),
    dueText: text('phaseDate'),
  }),
  stages: concat(list('baseInfo.newStepOrderList', stage), list('baseInfo.stepOrderList', step)),
  credit: object('orderBizInfo.creditOrderDetail', {
    amount: decimal('payAmount'),
    outstanding: decimal('restRepayAmount'),
    paidAt: time('createTime'),
    repayBy: time('gracePeriodEndTime'),
    statusCode: text('status'),
    statusText: text('statusStr'),
  }),
  guarantees: list('guaranteesTerms', guarantee),
  ratings: sparse({
    buyerStatus: code(RATING_STATUS, 'orderRateInfo.buyerRateStatus'),
    buyerStatusCode: text('orderRateInfo.buyerRateStatus'),
    sellerStatus: code(RATING_STATUS, 'orderRateInfo.sellerRateStatus'),
    sellerStatusCode: text('orderRateInfo.sellerRateStatus'),
    ofBuyer: list('orderRateInfo.buyerRateList', rating),
    ofSeller: concat(list('orderRateInfo.sellerRateList', rating), list('sellerRateList', rating)),
  }),
  promotions: absent('1688 gives amounts only: platformOrder.items.promotionsFee'),
  refunds: list(
    'baseInfo',
    {
      id: id('refundId'),
      itemId: absent('a refund of the whole order; items name theirs in refundId'),
      status: code(REFUND_STATUS, 'refundStatus'),
      statusCode: text('refundStatus'),
      amount: yuan('refund'),
      couponAmount: absent('1688 documents no refund of coupons'),
      reason: absent('1688 does not say why'),
      typeCode: absent('1688 documents no kind of refund'),
      refundedAt: absent('1688 does not date refunds'),
    },
    { having: ['refundId', 'refundStatus'] },
  ),
  disputes: absent('1688 documents no disputes'),
  notes: group({
    buyerMessage: text('baseInfo.buyerFeedback'),
    remark: text('baseInfo.remark'),
    buyerMemo: text('baseInfo.buyerMemo'),
    buyerFlag: text('baseInfo.buyerRemarkIcon'),
    sellerMemo: text('baseInfo.sellerMemo'),
    sellerFlag: text('baseInfo.sellerRemarkIcon'),
  }),
  messages: absent('1688 documents no messages'),
  events: absent('1688 documents no history'),
  customs: object('customs', customs),
  overseasAddress: object('overseasExtraAddress', {
    routeId: id('channelId'),
    routeName: text('channelName'),
    forwarderId: id('shippingCompanyId'),
    forwarderName: text('shippingCompanyName'),
    countryCode: text('countryCode'),
    country: text('country'),
    email: text('email'),
  }),
  quotes: list('quoteList', { name: text('productQuoteName'), price: yuan('price'), quantity: decimal('count') }),
  preOrder: sparse({
    id: id('baseInfo.preOrderId'),
    marketName: text('orderBizInfo.preOrderInfo.marketName'),
    createdByThisApp: bool('orderBizInfo.preOrderInfo.createPreOrderApp'),
  }),
  attributes: list('extAttributes', { key: text('key'), value: text('value'), description: text('description') }),
};
