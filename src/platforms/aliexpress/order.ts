// The AliExpress document read into the unified model: left our schema, right AliExpress's path.

import { TEXTS } from '../../mapping/codec.js';
import type { OrderFields } from '../../mapping/document.js';
import { absent, computed, group, list, object } from '../../mapping/fieldTypes.js';
import { id, text, time } from '../../mapping/leaves.js';
import { decidingCodes } from '../../mapping/statusFallbacks.js';
import { disputes, refunds } from './afterSales.js';
import { CHILD_ORDERS } from './childOrders.js';
import { money } from './codecs.js';
import { holdReasonsOf, refundOf, shippingOf, statusOf } from './codes.js';
import { orderFulfillment } from './fulfillment.js';
import { item } from './item.js';
import { logistics } from './logistics.js';
import { buyer, receiver, seller } from './parties.js';
import { paymentStatus, paymentStatusCode, payments } from './payment.js';
import { orderState } from './state.js';

const REFUND_PATHS = [
  'refund_info.refund_status',
  `${CHILD_ORDERS}.refund_info.refund_status`,
  'issue_info.issue_status',
  'issue_status',
];

export const order: OrderFields = {
  outOrderId: absent('AliExpress keeps no id of the caller’s'),
  status: orderState(statusOf),
  statusCode: text('order_status'),
  paymentStatus,
  paymentStatusCode,
  shippingStatus: orderState(shippingOf),
  shippingStatusCode: computed(['logistics_status', 'order_status'], (codes) => decidingCodes(...codes)),
  refundStatus: computed(REFUND_PATHS, ([own, children, ...issues]) => refundOf([own, children], issues)),
  refundStatusCode: computed(REFUND_PATHS, (codes) => decidingCodes(...codes)),
  holdReasons: computed(['order_status', 'frozen_status', 'issue_status'], (codes) => holdReasonsOf(...codes), TEXTS),
  createdAt: time('gmt_create'),
  modifiedAt: time('gmt_modified'),
  paidAt: time('gmt_pay_success'),
  shippedAt: absent('AliExpress dates shipping on shipments'),
  receivedAt: absent('AliExpress dates arrival on shipments'),
  completedAt: time('gmt_trade_end'),
  expiresAt: time('over_time_left'),
  closeReason: text('order_end_reason'),
  typeCode: text('biz_type'),
  paymentTransactionId: absent('AliExpress documents no payment id'),
  totals: group({
    // What the seller's back office shows; the others leave out later changes of price.
    total: money(['new_seller_order_amount', 'new_order_amount', 'order_amount']),
    items: money('init_oder_amount'),
    shipping: money('logistics_amount'),
    discount: money('promotion_fee'),
    coupon: absent('AliExpress tells only of coupons given back: refunds.couponAmount'),
    adjustment: money('adjust_fee'),
    tax: money(['include_tax_fee', 'retail_sales_tax']),
    commission: money('escrow_fee'),
    received: money('loan_info.loan_amount'),
    refunded: money('refund_info.refund_cash_amt'),
  }),
  buyer: group(buyer),
  seller: group(seller),
  receiver: object('receipt_address', receiver),
  items: list(CHILD_ORDERS, item),
  fulfillment: orderFulfillment,
  logistics: group(logistics),
  invoice: absent('AliExpress gives invoices (Brazil’s, and those that buyers ask for) by other interfaces'),
  payments,
  stages: absent('AliExpress orders are paid at once'),
  credit: absent('AliExpress documents no purchase on credit; its loans pay the seller: platformOrder.loan'),
  guarantees: absent('AliExpress documents no guarantees'),
  ratings: absent('AliExpress documents no ratings'),
  promotions: absent('AliExpress documents no promotions'),
  refunds,
  disputes,
  notes: group({
    buyerMessage: text('memo'),
    remark: absent('AliExpress documents no remark beside the buyer’s message'),
    buyerMemo: absent('AliExpress documents no private memo of the buyer'),
    buyerFlag: absent('AliExpress documents no flags'),
    sellerMemo: absent('AliExpress gives the seller’s remark by another interface'),
    sellerFlag: absent('AliExpress documents no flags'),
  }),
  messages: list('order_msg_list[tp_open_order_msg_dto]', {
    id: id('id'),
    poster: text('poster'),
    content: text('content'),
    statusCode: text('status'),
    createdAt: time('gmt_create'),
    modifiedAt: time('gmt_modified'),
    senderLoginId: text('sender_login_id'),
    receiverLoginId: text('receiver_login_id'),
  }),
  events: list('opr_log_dto_list[tp_operation_log_dto]', {
    id: id('id'),
    actionCode: text('action_type'),
    operator: text('operator'),
    memo: text('memo'),
    itemId: id('child_order_id'),
    createdAt: time('gmt_create'),
    modifiedAt: time('gmt_modified'),
  }),
  customs: absent('AliExpress documents no customs declaration'),
  overseasAddress: absent('AliExpress ships straight to the receiver'),
  quotes: absent('AliExpress documents no purchase requests'),
  preOrder: absent('AliExpress documents no pre-orders'),
  attributes: absent('AliExpress documents no extended attributes'),
};
