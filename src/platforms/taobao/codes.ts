// What Taobao's codes mean: code → [our value, the documentation's own words].

import { type CodeTable, lookUp, toText } from '../../mapping/codec.js';
import { refundOfParts } from '../../mapping/orderParts.js';
import { distinctCodes, PAYMENT_BY_STATUS, SHIPPING_BY_STATUS } from '../../mapping/statusFallbacks.js';
import type {
  InvoiceMedium,
  OrderStatus,
  PaymentStatus,
  RatingStatus,
  RefundStatus,
  ShippingStatus,
} from '../../order/enums.js';

/** Samples write SUCCESS(退款成功) where the code is SUCCESS. */
const fold = (code: string): string => code.replace(/[(（].*$/s, '').trim();

/** trade.status and orders.status */
export const TRADE_STATUS: CodeTable<OrderStatus> = {
  fold,
  codes: {
    TRADE_NO_CREATE_PAY: ['AWAITING_PAYMENT', '没有创建支付宝交易'],
    WAIT_BUYER_PAY: ['AWAITING_PAYMENT', '等待买家付款'],
    PAY_PENDING: ['PAYMENT_PENDING', '国际信用卡支付付款确认中'],
    WAIT_PRE_AUTH_CONFIRM: ['PAYMENT_PENDING', '0元购合约中'],
    PAID_FORBID_CONSIGN: ['ON_HOLD', '拼团中订单或者发货强管控的订单,已付款但禁止发货'],
    WAIT_SELLER_SEND_GOODS: ['AWAITING_SHIPMENT', '等待卖家发货,即:买家已付款'],
    SELLER_CONSIGNED_PART: ['PARTIALLY_SHIPPED', '卖家部分发货'],
    WAIT_BUYER_CONFIRM_GOODS: ['SHIPPED', '等待买家确认收货,即:卖家已发货'],
    TRADE_BUYER_SIGNED: ['DELIVERED', '买家已签收,货到付款专用'],
    TRADE_FINISHED: ['COMPLETED', '交易成功'],
    TRADE_CLOSED: ['CLOSED', '付款以后用户退款成功,交易自动关闭'],
    TRADE_CLOSED_BY_TAOBAO: ['CANCELLED', '付款以前,卖家或买家主动关闭交易'],
  },
};

/** orders.refund_status */
export const REFUND_STATUS: CodeTable<RefundStatus> = {
  fold,
  codes: {
    WAIT_SELLER_AGREE: ['REQUESTED', '买家已经申请退款,等待卖家同意'],
    WAIT_BUYER_RETURN_GOODS: ['AWAITING_RETURN', '卖家已经同意退款,等待买家退货'],
    WAIT_SELLER_CONFIRM_GOODS: ['RETURNED', '买家已经退货,等待卖家确认收货'],
    SELLER_REFUSE_BUYER: ['REFUSED', '卖家拒绝退款'],
    CLOSED: ['CLOSED', '退款关闭'],
    SUCCESS: ['REFUNDED', '退款成功'],
    NO_REFUND: ['NONE', '(seen on real orders, undocumented: no refund)'],
    '': ['NONE', '(no code: no refund was asked for)'],
  },
};

/** step_trade_status */
const STEP_STATUS: CodeTable<PaymentStatus> = {
  fold,
  codes: {
    FRONT_NOPAID_FINAL_NOPAID: ['UNPAID', '定金未付尾款未付'],
    FRONT_PAID_FINAL_NOPAID: ['PARTIALLY_PAID', '定金已付尾款未付'],
    FRONT_PAID_FINAL_PAID: ['PAID', '定金和尾款都付'],
    // taobao.trade.fullinfo.get
    FRONT_PAID_FRONT_FORFEITED: ['PARTIALLY_PAID', '预售定金罚没'],
  },
};

/** o2o_step_trade_detail: the last part of 3_1_100_paid */
export const STAGE_STATUS: CodeTable<PaymentStatus> = {
  codes: {
    paid: ['PAID', '支付状态 paid'],
    nopaid: ['UNPAID', '支付状态 nopaid'],
  },
};

/** buyer_rate and seller_rate */
export const RATING_STATUS: CodeTable<RatingStatus> = {
  fold: (code) => code.toLowerCase(),
  codes: {
    true: ['RATED', 'true(已评价)'],
    false: ['NOT_RATED', 'false(未评价)'],
    // shops' systems
    1: ['RATED', '已评价'],
    0: ['NOT_RATED', '未评价'],
  },
};

/** invoice_kind */
export const INVOICE_MEDIUM: CodeTable<InvoiceMedium> = {
  codes: {
    1: ['ELECTRONIC', '电子发票'],
    2: ['PAPER', '纸质发票'],
  },
};

/** Flags that hold a trade back when they are set. */
export const HOLD_FLAGS = ['top_hold', 'team_buy_hold', 'share_group_hold', 'ofp_hold', 'forbid_consign'] as const;

const isSet = (flag: unknown): boolean => !['', '0', 'false'].includes(toText(flag)?.trim().toLowerCase() ?? '');

/** The names of what holds a trade back: flags that are set, and a status that says so itself. */
export function holdReasons(status: unknown, flags: readonly unknown[]): readonly string[] {
  const named = HOLD_FLAGS.filter((_name, index) => isSet(flags[index]));
  return lookUp(TRADE_STATUS, status) === 'ON_HOLD' ? [fold(toText(status) ?? ''), ...named] : named;
}

/** A paid trade that waits for shipping while something holds it back is on hold. */
export function statusOf(status: unknown, flags: readonly unknown[]): OrderStatus {
  const plain = lookUp(TRADE_STATUS, status);
  return plain === 'AWAITING_SHIPMENT' && flags.some(isSet) ? 'ON_HOLD' : plain;
}

/** Cash on delivery is paid to the carrier, and counts as paid when the trade succeeds. */
const cashPaymentOf = (trade: OrderStatus): PaymentStatus => {
  if (trade === 'COMPLETED') return 'PAID';
  if (trade === 'DELIVERED') return 'PENDING';
  return trade === 'CANCELLED' || trade === 'CLOSED' ? 'CANCELLED' : 'UNPAID';
};

/** The deposit was paid, and the seller keeps it. */
const FORFEITED = 'FRONT_PAID_FRONT_FORFEITED';

/** Stages of a presale say most, but what was paid of a trade that was closed after payment was refunded. */
export function paymentOf(step: unknown, status: unknown, type: unknown): PaymentStatus {
  const byStep = lookUp(STEP_STATUS, step);
  const trade = lookUp(TRADE_STATUS, status);
  const isPaid = byStep === 'PAID' || byStep === 'PARTIALLY_PAID';
  if (trade === 'UNKNOWN' || fold(toText(step) ?? '') === FORFEITED) return byStep;
  if (fold(toText(type) ?? '') === 'cod') return cashPaymentOf(trade);
  if (trade === 'CLOSED') return 'REFUNDED';
  // A presale whose rest was never paid is closed like an unpaid trade, though its deposit was paid.
  const isByStep = trade === 'CANCELLED' ? isPaid : byStep !== 'UNKNOWN';
  return isByStep ? byStep : PAYMENT_BY_STATUS[trade];
}

export const shippingOf = (status: unknown): ShippingStatus => SHIPPING_BY_STATUS[lookUp(TRADE_STATUS, status)];

/** A trade's refund from its lines'. */
export const refundOf = (lines: unknown): RefundStatus =>
  refundOfParts(distinctCodes(lines).map((code) => lookUp(REFUND_STATUS, code))) ?? 'NONE';
