// A Taobao trade read into the unified model.

import type { OrderFields } from '../../mapping/document.js';
import { absent, computed, group, leaf, list, sparse } from '../../mapping/fieldTypes.js';
import { code, decimal, fen, id, text, time, yuan } from '../../mapping/leaves.js';
import { decidingCodes } from '../../mapping/statusFallbacks.js';
import { refunds } from './afterSales.js';
import { JSON_ATTRIBUTES, STAGES } from './codecs.js';
import { HOLD_FLAGS, holdReasons, RATING_STATUS, refundOf, shippingOf, statusOf } from './codes.js';
import { tradeFulfillment } from './fulfillment.js';
import { invoice } from './invoice.js';
import { item } from './item.js';
import { logistics } from './logistics.js';
import { buyer, receiver, seller } from './parties.js';
import { paymentStatus, paymentStatusCode, payments, transactionId } from './payment.js';

const REFUND_PATHS = ['orders[order].refund_status'];

export const order: OrderFields = {
  outOrderId: absent('Taobao keeps outside ids by business: platformOrder.o2o, platformOrder.retail'),
  status: computed(['status', ...HOLD_FLAGS], ([status, ...flags]) => statusOf(status, flags)),
  statusCode: text('status'),
  paymentStatus,
  paymentStatusCode,
  shippingStatus: computed(['status'], ([status]) => shippingOf(status)),
  shippingStatusCode: text('status'),
  refundStatus: computed(REFUND_PATHS, ([lines]) => refundOf(lines)),
  refundStatusCode: computed(REFUND_PATHS, (values) => decidingCodes(...values)),
  holdReasons: computed(['status', ...HOLD_FLAGS], ([status, ...flags]) => holdReasons(status, flags)),
  createdAt: time('created'),
  modifiedAt: time('modified'),
  paidAt: time('pay_time'),
  shippedAt: time('consign_time'),
  receivedAt: absent('Taobao dates the end of the trade, not the receipt'),
  completedAt: time('end_time'),
  expiresAt: time('timeout_action_time'),
  closeReason: absent('Taobao does not say why'),
  typeCode: text('type'),
  paymentTransactionId: transactionId,
  totals: group({
    total: yuan('payment'),
    items: yuan('total_fee'),
    shipping: yuan('post_fee'),
    discount: yuan('discount_fee'),
    coupon: fen('coupon_fee'),
    adjustment: yuan('adjust_fee'),
    tax: yuan('order_tax_fee'),
    commission: yuan('commission_fee'),
    received: yuan('received_payment'),
    refunded: absent('Taobao gives what was refunded on the refund itself, by another API'),
  }),
  buyer: group(buyer),
  seller: group(seller),
  receiver: sparse(receiver),
  items: list('orders[order]', item),
  fulfillment: tradeFulfillment,
  logistics: group(logistics),
  invoice: sparse(invoice),
  payments,
  stages: leaf(STAGES, 'o2o_step_trade_detail'),
  credit: absent('Taobao documents Huabei instalments by line: platformOrder.items.huabeiInstalments'),
  guarantees: absent('Taobao documents no guarantees'),
  ratings: sparse({
    buyerStatus: code(RATING_STATUS, 'buyer_rate'),
    buyerStatusCode: text('buyer_rate'),
    sellerStatus: code(RATING_STATUS, 'seller_rate'),
    sellerStatusCode: text('seller_rate'),
    ofBuyer: absent('Taobao gives ratings by another API'),
    ofSeller: absent('Taobao gives ratings by another API'),
  }),
  promotions: list('promotion_details[promotion_detail]', {
    id: text('promotion_id'),
    targetId: id('id'),
    name: text('promotion_name'),
    description: text('promotion_desc'),
    discount: yuan('discount_fee'),
    giftProductId: id('gift_item_id'),
    giftName: text('gift_item_name'),
    giftQuantity: decimal('gift_item_num'),
  }),
  refunds,
  disputes: absent('Taobao gives disputes by another API'),
  notes: group({
    buyerMessage: text('buyer_message'),
    remark: text('trade_memo'),
    buyerMemo: text('buyer_memo'),
    buyerFlag: text('buyer_flag'),
    sellerMemo: text('seller_memo'),
    sellerFlag: text('seller_flag'),
  }),
  messages: absent('Taobao documents no messages'),
  events: absent('Taobao documents no history'),
  customs: absent('Taobao documents no declaration; platformOrder.crossBorder has its taxes'),
  overseasAddress: absent('Taobao documents no forwarder; platformOrder.hongKong has pick-up abroad'),
  quotes: absent('Taobao documents no quotes'),
  preOrder: absent('Taobao documents no pre-order; platformOrder.presale has staged trades'),
  attributes: leaf(JSON_ATTRIBUTES, 'trade_attr'),
};
