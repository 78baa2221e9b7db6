// What AliExpress's codes mean: code → [our value, the documentation's own words].

import { type CodeTable, lookUp } from '../../mapping/codec.js';
import { refundOfParts } from '../../mapping/orderParts.js';
import { distinctCodes, PAYMENT_BY_STATUS, SHIPPING_BY_STATUS } from '../../mapping/statusFallbacks.js';
import type { OrderStatus, PaymentStatus, RefundStatus, ShippingStatus } from '../../order/enums.js';
import { type End, endOf } from './endReasons.js';

/** AliExpress's own pages write in_issue and IN_ISSUE for one code. */
const fold = (code: string): string => code.toUpperCase();

/** order_status of the order and of child orders. */
export const ORDER_STATUS: CodeTable<OrderStatus> = {
  fold,
  codes: {
    // qimen.aliexpress.trade.findorderbyid
    RISK_CONTROL: ['ON_HOLD', '订单处于风控24小时中,从买家在线支付完成后开始,持续24小时'],
    FINISH: ['COMPLETED', '已结束的订单 (how it ended: endReasons.ts)'],
    // aliexpress.trade.seller.orderlist.get
    PLACE_ORDER_SUCCESS: ['AWAITING_PAYMENT', '等待买家付款'],
    IN_CANCEL: ['ON_HOLD', '买家申请取消'],
    WAIT_SELLER_SEND_GOODS: ['AWAITING_SHIPMENT', '等待您发货'],
    SELLER_PART_SEND_GOODS: ['PARTIALLY_SHIPPED', '部分发货'],
    WAIT_BUYER_ACCEPT_GOODS: ['SHIPPED', '等待买家收货'],
    FUND_PROCESSING: ['DELIVERED', '买卖家达成一致,资金处理中'],
    IN_ISSUE: ['ON_HOLD', '含纠纷中的订单'],
    IN_FROZEN: ['ON_HOLD', '冻结中的订单'],
    WAIT_SELLER_EXAMINE_MONEY: ['PAYMENT_PENDING', '等待您确认金额'],
    // AliExpress's guide to order states, developer.alibaba.com article 108126
    PAYMENT_PROCESSING: ['PAYMENT_PENDING', 'the buyer’s payment is processing'],
    RISK_CONTROL_HOLD: ['ON_HOLD', 'payment success, risk control results in hold'],
    ARCHIVE: ['COMPLETED', 'finished order in archive'],
    // AliExpress's order messages
    WAIT_GROUP_SUCCESS: ['ON_HOLD', '等待成团'],
    IN_BOOK_SALE: ['AWAITING_PAYMENT', '(named among the states before payment)'],
    // merchants' systems
    IN_PRESELL_PROMOTION: ['ON_HOLD', 'Promotion is on'],
    REQUIRE_REVIEW: ['ON_HOLD', '欺诈活动订单'],
  },
};

/** fund_status of the order and of child orders: qimen.aliexpress.trade.findorderbyid */
const FUND_STATUS: CodeTable<PaymentStatus> = {
  fold,
  codes: {
    NOT_PAY: ['UNPAID', '未付款'],
    PAY_SUCCESS: ['PAID', '付款成功'],
    WAIT_SELLER_CHECK: ['PENDING', '卖家验款'],
  },
};

/** logistics_status: aliexpress.trade.seller.orderlist.get */
const LOGISTICS_STATUS: CodeTable<ShippingStatus> = {
  fold,
  codes: {
    WAIT_SELLER_SEND_GOODS: ['NOT_SHIPPED', '等待卖家发货'],
    SELLER_SEND_PART_GOODS: ['PARTIALLY_SHIPPED', '卖家部分发货'],
    SELLER_SEND_GOODS: ['SHIPPED', '卖家已发货'],
    BUYER_ACCEPT_GOODS: ['DELIVERED', '买家已确认收货'],
    NO_LOGISTICS: ['NOT_SHIPPED', '没有物流流转信息'],
  },
};

/** refund_info.refund_status of the order and of child orders. */
export const REFUND_STATUS: CodeTable<RefundStatus> = {
  fold: (code) => code.toLowerCase(),
  codes: {
    // qimen.aliexpress.trade.findorderbyid, in its example
    refund_ok: ['REFUNDED', '退款成功'],
    // aliexpress.trade.new.redefining.findorderbyid
    wait_refund: ['REQUESTED', '等待退款'],
    refund_frozen: ['REQUESTED', '退款冻结'],
    refund_cancel: ['CLOSED', '退款取消'],
    close: ['CLOSED', '关闭'],
  },
};

/** What disputes say of a refund: issue_status, issue_info.issue_status and child_issue_info.issue_status. */
const ISSUE_STATUS: CodeTable<RefundStatus> = {
  fold,
  codes: {
    // qimen.aliexpress.trade.findorderbyid
    WAIT_SELLER_CONFIRM_REFUND: ['REQUESTED', '买家提起纠纷'],
    SELLER_REFUSE_REFUND: ['REFUSED', '卖家拒绝纠纷'],
    ACCEPTISSUE: ['REQUESTED', '卖家接受纠纷'],
    WAIT_BUYER_SEND_GOODS: ['AWAITING_RETURN', '等待买家发货'],
    WAIT_SELLER_RECEIVE_GOODS: ['RETURNED', '买家发货,等待卖家收货'],
    ARBITRATING: ['REQUESTED', '仲裁中'],
    SELLER_RESPONSE_ISSUE_TIMEOUT: ['REQUESTED', '卖家响应纠纷超时'],
    // aliexpress.trade.new.redefining.findorderbyid
    NO_ISSUE: ['NONE', '无纠纷'],
    IN_ISSUE: ['REQUESTED', '纠纷中'],
    END_ISSUE: ['CLOSED', '纠纷结束'],
    // its page of 2026, for issue_info and child_issue_info
    PROCESSING: ['REQUESTED', '处理中'],
    CANCELED_ISSUE: ['CLOSED', '纠纷取消'],
    FINISH: ['CLOSED', '纠纷完结,退款处理完成 (refund_info says what was refunded)'],
  },
};

/** frozen_status of the order and of child orders: aliexpress.trade.new.redefining.findorderbyid */
const FROZEN_STATUS: CodeTable<'FREE' | 'FROZEN'> = {
  fold,
  codes: {
    NO_FROZEN: ['FREE', '无冻结'],
    IN_FROZEN: ['FROZEN', '冻结中'],
  },
};

/** The codes of order_status, frozen_status and issue_status that hold an order back. */
const HOLDS: ReadonlySet<string> = new Set([
  'RISK_CONTROL',
  'RISK_CONTROL_HOLD',
  'IN_FROZEN',
  'IN_ISSUE',
  'IN_CANCEL',
  'WAIT_GROUP_SUCCESS',
  'IN_PRESELL_PROMOTION',
  'REQUIRE_REVIEW',
]);

export const holdReasonsOf = (...codes: readonly unknown[]): readonly string[] =>
  [...new Set(distinctCodes(codes).map((code) => fold(code.trim())))].filter((code) => HOLDS.has(code));

/** What an order says of where it stands; a child order has some of it from its order. */
export interface StateCodes {
  /** order_status */
  readonly order: unknown;
  /** frozen_status */
  readonly frozen: unknown;
  /** fund_status */
  readonly fund: unknown;
  /** logistics_status */
  readonly logistics: unknown;
  /** order_end_reason */
  readonly reason: unknown;
}

const says = (code: unknown): boolean => distinctCodes(code).length > 0;

/** How an order failed; undefined where it succeeded or goes on. Money is also in process to be given back. */
function failureOf({ order, fund, logistics, reason }: StateCodes): End | undefined {
  const status = lookUp(ORDER_STATUS, order);
  if (status !== 'COMPLETED' && !(status === 'DELIVERED' && says(reason))) return undefined;
  const end = endOf(reason, lookUp(FUND_STATUS, fund), lookUp(LOGISTICS_STATUS, logistics));
  return end.status === 'COMPLETED' ? undefined : end;
}

/** Neither side can act on a frozen order: what is left to ship waits, whatever its own status says. */
export function statusOf(codes: StateCodes): OrderStatus {
  const status = failureOf(codes)?.status ?? lookUp(ORDER_STATUS, codes.order);
  const isToShip = status === 'AWAITING_SHIPMENT' || status === 'PARTIALLY_SHIPPED';
  return isToShip && lookUp(FROZEN_STATUS, codes.frozen) === 'FROZEN' ? 'ON_HOLD' : status;
}

/** The payment from its own code, else from the order's. */
export const paymentOf = (codes: StateCodes): PaymentStatus =>
  says(codes.fund)
    ? lookUp(FUND_STATUS, codes.fund)
    : PAYMENT_BY_STATUS[failureOf(codes)?.status ?? lookUp(ORDER_STATUS, codes.order)];

/** Disputes and freezes come before shipping as well as after. */
const SAYS_NOTHING_OF_GOODS: ReadonlySet<string> = new Set(['IN_ISSUE', 'IN_FROZEN']);

function goodsOf(codes: StateCodes): ShippingStatus {
  const failure = failureOf(codes);
  if (failure) return failure.goods;
  return distinctCodes(codes.order).some((code) => SAYS_NOTHING_OF_GOODS.has(fold(code.trim())))
    ? 'UNKNOWN'
    : SHIPPING_BY_STATUS[lookUp(ORDER_STATUS, codes.order)];
}

/** The goods of the whole order from their own code, else from the order's. */
export const shippingOf = (codes: StateCodes): ShippingStatus =>
  says(codes.logistics) ? lookUp(LOGISTICS_STATUS, codes.logistics) : goodsOf(codes);

/**
 * The goods of one child order. It has no such code of its own, and the order's holds for all unless they were shipped
 * apart; then its own status has to tell.
 */
export const itemShippingOf = (codes: StateCodes): ShippingStatus =>
  goodsAreTogether(codes.logistics) ? lookUp(LOGISTICS_STATUS, codes.logistics) : goodsOf(codes);

/** Whether the order's code of its goods holds for each of its child orders. */
export const goodsAreTogether = (logistics: unknown): boolean =>
  says(logistics) && lookUp(LOGISTICS_STATUS, logistics) !== 'PARTIALLY_SHIPPED';

/** The refund from the first code that says anything of it: refunds' own codes, then disputes'. */
export function refundOf(refunds: readonly unknown[], issues: readonly unknown[]): RefundStatus {
  const sources = [
    ...refunds.map((codes) => [REFUND_STATUS, codes] as const),
    ...issues.map((codes) => [ISSUE_STATUS, codes] as const),
  ];
  for (const [table, codes] of sources) {
    const status = refundOfParts(distinctCodes(codes).map((code) => lookUp(table, code)));
    if (status) return status;
  }
  return 'NONE';
}
