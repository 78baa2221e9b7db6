// The AliExpress document read into the unified model: left our schema, right AliExpress's path.

import { TEXTS } from '../../mapping/codec.js';
import type { OrderFields } from '../../mapping/document.js';
import { absent, computed, group, list, object, required, unknown } from '../../mapping/fieldTypes.js';
import { id, text, time } from '../../mapping/leaves.js';
import { decidingCodes } from '../../mapping/statusFallbacks.js';
import { disputes, refunds } from './afterSales.js';
import { money, SETTLED, settled } from './codecs.js';
import { holdReasonsOf, paymentOf, refundOf, shippingOf, statusOf } from './codes.js';
import { CHILD_ORDERS, item } from './item.js';
import { buyer, receiver, seller } from './parties.js';

const PAYMENT_PATHS = ['fund_status', 'order_status'];
const SHIPPING_PATHS = ['logistics_status', 'order_status'];
const REFUND_PATHS = [
  'refund_info.refund_status',
  `${CHILD_ORDERS}.refund_info.refund_status`,
  'issue_info.issue_status',
  'issue_status',
];

const paymentStatus = computed(PAYMENT_PATHS, ([fund, orderStatus]) => paymentOf(fund, orderStatus));
const paymentStatusCode = computed(PAYMENT_PATHS, (codes) => decidingCodes(...codes));

export const order: OrderFields = {
  outOrderId: absent('AliExpress keeps no id of the caller’s'),
  status: computed(['order_status', 'frozen_status'], ([orderStatus, frozen]) => statusOf(orderStatus, frozen)),
  statusCode: text('order_status'),
  paymentStatus,
  paymentStatusCode,
  shippingStatus: computed(SHIPPING_PATHS, ([logistics, orderStatus]) => shippingOf(logistics, orderStatus)),
  shippingStatusCode: computed(SHIPPING_PATHS, (codes) => decidingCodes(...codes)),
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
  typeCode: absent('AliExpress documents no kinds of order; platformOrder.isCashOnDelivery tells one'),
  paymentTransactionId: absent('AliExpress documents no payment id'),
  totals: group({
    total: money('order_amount'),
    items: money('init_oder_amount'),
    shipping: money('logistics_amount'),
    discount: absent('AliExpress documents no discount'),
    coupon: absent('AliExpress tells only of coupons given back: refunds.couponAmount'),
    adjustment: absent('AliExpress documents no change of price by hand'),
    tax: absent('AliExpress says only whether tax is paid: platformOrder.items.taxCode'),
    commission: money('escrow_fee'),
    received: money('loan_info.loan_amount'),
    refunded: money('refund_info.refund_cash_amt'),
  }),
  buyer: group(buyer),
  seller: group(seller),
  receiver: object('receipt_address', receiver),
  items: list(CHILD_ORDERS, item),
  logistics: group({
    shipments: required(
      list('logistic_info_list[tp_open_logistic_info_dto]', {
        id: id('ship_order_id'),
        logisticsCode: absent('AliExpress numbers its logistics orders by id alone'),
        trackingNumber: text('logistics_no'),
        carrierName: text('logistics_service_name'),
        carrierCode: text('logistics_type_code'),
        carrierId: absent('AliExpress documents no id of the carrier'),
        method: unknown('AliExpress says who ships on items: platformOrder.items.shipperCode'),
        methodCode: absent('AliExpress says who ships on items: platformOrder.items.shipperCode'),
        statusCode: text('receive_status'),
        shippedAt: time('gmt_send'),
        deliveredAt: time('gmt_received'),
        expectedAt: absent('AliExpress expects no arrival'),
        createdAt: absent('AliExpress does not date the record of a shipment'),
        modifiedAt: absent('AliExpress does not date the record of a shipment'),
        fee: absent('AliExpress gives the freight of the whole order only'),
        itemIds: absent('AliExpress does not say what is in a parcel'),
        from: absent('AliExpress does not say where a parcel comes from'),
        to: absent('AliExpress has one address: receiver'),
      }),
      () => [],
    ),
    methodCode: computed([`${CHILD_ORDERS}.logistics_type`], ([codes]) => decidingCodes(codes)),
  }),
  invoice: absent('AliExpress documents no invoice'),
  payments: list(
    '',
    {
      id: absent('AliExpress documents no payment id'),
      status: paymentStatus,
      statusCode: paymentStatusCode,
      amount: computed(['pay_amount_by_settlement_cur', 'settlement_currency'], settled, SETTLED),
      paidAt: time('gmt_pay_success'),
      methodCode: text('payment_type'),
      methodName: absent('AliExpress gives the way of paying as a code'),
      isCardPayment: absent('AliExpress gives the way of paying as a code'),
      isExpressPayment: absent('AliExpress gives the way of paying as a code'),
      condition: absent('AliExpress orders are paid at once'),
      dueText: absent('AliExpress orders are paid at once'),
    },
    { having: ['fund_status', 'payment_type', 'gmt_pay_success', 'pay_amount_by_settlement_cur'] },
  ),
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
    sellerMemo: absent('AliExpress documents no memo of the seller'),
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
