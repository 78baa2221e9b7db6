// The 1688 document read into the unified model: left our schema, right 1688's path in its reference spelling.

import { lookUp } from '../../mapping/codec.js';
import type { OrderFields } from '../../mapping/document.js';
import { absent, computed, concat, type Fields, group, list, object, sparse } from '../../mapping/fieldTypes.js';
import { bool, code, decimal, fen, id, int, text, time, yuan } from '../../mapping/leaves.js';
import { decidingCodes } from '../../mapping/statusFallbacks.js';
import type { Rating } from '../../order/rating.js';
import { referenceNumber } from '../referenceNumber.js';
import { ORDER_STATUS, paymentOf, RATING_STATUS, REFUND_STATUS, refundOf, shippingOf } from './codes.js';
import { customs } from './customs.js';
import { orderFulfillment } from './fulfillment.js';
import { holdReasons } from './holds.js';
import { invoice } from './invoice.js';
import { guarantee, item } from './item.js';
import { logistics } from './logistics.js';
import { OWN_IDS } from './ownOrderId.js';
import { buyer, receiver, seller } from './parties.js';
import { credit, payableUntil, payments, stages } from './payment.js';

const PAYMENT_PATHS = ['tradeTerms[].payStatus', 'baseInfo.newStepOrderList[].payStatus', 'baseInfo.status'];
const GOODS_PATH = 'productItems[].logisticsStatus';
const REFUND_PATHS = ['baseInfo.refundStatus', 'baseInfo.refundStatusForAs', 'productItems[].refundStatus'];

const refundId = referenceNumber('refundId', []);
const refundIsThere = computed(['refundStatus'], ([status]) =>
  lookUp(REFUND_STATUS, status) === 'NONE' ? null : status,
);

const rating: Fields<Rating> = {
  stars: int('starLevel'),
  content: text('content'),
  receiverNick: text('receiverNick'),
  posterNick: text('posterNick'),
  publishedAt: time('publishTime'),
};

export const order: OrderFields = {
  outOrderId: text('baseInfo.outOrderId'),
  status: code(ORDER_STATUS, 'baseInfo.status'),
  statusCode: text('baseInfo.status'),
  paymentStatus: computed(PAYMENT_PATHS, ([terms, stageCodes, status]) => paymentOf(terms, stageCodes, status)),
  paymentStatusCode: computed(PAYMENT_PATHS, (values) => decidingCodes(...values)),
  shippingStatus: computed([GOODS_PATH, 'productItems[].status', 'baseInfo.status'], ([goods, lines, status]) =>
    shippingOf(goods, lines, status),
  ),
  shippingStatusCode: computed([GOODS_PATH, 'baseInfo.status'], (values) => decidingCodes(...values)),
  refundStatus: computed(REFUND_PATHS, refundOf),
  refundStatusCode: computed(REFUND_PATHS, ([before, after, lines]) => decidingCodes([before, after], lines)),
  holdReasons,
  createdAt: time('baseInfo.createTime'),
  modifiedAt: time('baseInfo.modifyTime'),
  paidAt: time('baseInfo.payTime'),
  shippedAt: time('baseInfo.allDeliveredTime'),
  receivedAt: time('baseInfo.receivingTime'),
  completedAt: time('baseInfo.completeTime'),
  expiresAt: payableUntil,
  closeReason: text('baseInfo.closeReason'),
  typeCode: text('baseInfo.businessType'),
  paymentTransactionId: referenceNumber('baseInfo.alipayTradeId', OWN_IDS),
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
  fulfillment: orderFulfillment,
  logistics: object('nativeLogistics', logistics),
  invoice: object('orderInvoiceInfo', invoice),
  payments,
  stages,
  credit,
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
      id: refundId,
      itemId: absent('a refund of the whole order; items name theirs in refundId'),
      status: code(REFUND_STATUS, 'refundStatus'),
      statusCode: text('refundStatus'),
      amount: yuan('refund'),
      couponAmount: absent('1688 documents no refund of coupons'),
      reason: absent('1688 does not say why'),
      typeCode: absent('1688 documents no kind of refund'),
      refundedAt: absent('1688 does not date refunds'),
    },
    { having: [refundId, refundIsThere] },
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
    id: referenceNumber('baseInfo.preOrderId', []),
    marketName: text('orderBizInfo.preOrderInfo.marketName'),
    createdByThisApp: bool('orderBizInfo.preOrderInfo.createPreOrderApp'),
  }),
  attributes: list('extAttributes', { key: text('key'), value: text('value'), description: text('description') }),
};
