// Why an AliExpress order ended (order_end_reason): its status says only that it did.
import { toText } from '../../mapping/codec.js';
import type { PaymentStatus, ShippingStatus } from '../../order/enums.js';

/** How an order ended, and where its goods are then as far as the reason tells. */
export interface End {
  readonly status: 'COMPLETED' | 'CANCELLED' | 'CLOSED';
  readonly goods: ShippingStatus;
}

const received = { status: 'COMPLETED', goods: 'DELIVERED' } as const;
const neverPaid = { status: 'CANCELLED', goods: 'NOT_REQUIRED' } as const;
const neverShipped = { status: 'CLOSED', goods: 'NOT_REQUIRED' } as const;
/** By a dispute or by hand, which happens before shipping as well as after. */
const calledOff = { status: 'CLOSED', goods: 'UNKNOWN' } as const;

/** AliExpress documents that there is a reason, and no reasons: these are what merchants' systems read and compare. */
const END_REASONS: { readonly [reason: string]: readonly [End, string] } = {
  // Orders synchronised for dropshipping.
  buyer_accept_goods: [received, 'Buyer Accept Goods'],
  buyer_accept_goods_timeout: [received, 'Buyer Accept Goods Timeout'],
  buyer_pay_timeout: [neverPaid, 'Order Payment Timeout'],
  buyer_cancel_notpay_order: [neverPaid, '买家取消未支付订单'],
  cancel_order_close_trade: [neverShipped, 'Cancel Order Close Trade'],
  seller_send_goods_timeout: [neverShipped, 'Seller Send Goods Timeout'],
  buyer_cancel_order_in_risk: [neverShipped, '买家取消风控订单'],
  risk_reject_closed: [neverShipped, 'Rejected By Risk Control'],
  seller_accept_issue_no_goods_return: [calledOff, 'Seller Accept Issue No Goods Return'],
  seller_response_issue_timeout: [calledOff, 'Seller Response Issue Timeout'],
  // Sellers' systems in China, which read rows of aliexpress.trade.seller.orderlist.get.
  buyer_confirm_goods: [received, '买家确认货物'],
  buyer_confirm_goods_timeout: [received, '买家确认货物超时'],
  pay_timeout: [neverPaid, '支付超时'],
  confirm_payamount_timeout: [neverPaid, '确认付款金额超时'],
  reject_payamount: [neverPaid, '拒绝付款金额'],
  buyer_cancel_order: [neverShipped, '买家取消订单'],
  send_goods_timeout: [neverShipped, '发送货物超时'],
  risk_closed: [neverShipped, '风险已关闭'],
  security_close: [neverShipped, '安全关闭'],
  suspicious_trade: [neverShipped, '可疑交易'],
  end_issue: [calledOff, '结束问题'],
  trade_close: [calledOff, '交易关闭'],
  // The example of qimen.aliexpress.trade.findorderbyid.
  cancel: [calledOff, 'cancel'],
};

const endFor = (reason: string): End | undefined =>
  Object.hasOwn(END_REASONS, reason) ? END_REASONS[reason]?.[0] : undefined;

/**
 * How an order that is over ended.
 * @param payment the order's payment by its own code
 * @param goods the order's goods by their own code
 */
export function endOf(reason: unknown, payment: PaymentStatus, goods: ShippingStatus): End {
  const code = toText(reason)?.trim().toLowerCase() ?? '';
  const isReceived = goods === 'DELIVERED';
  // A bare cancel stands beside goods that the buyer has accepted: a part of the order was cancelled, not all.
  const end = code === 'cancel' && isReceived ? received : endFor(code);
  if (end === undefined) return payment === 'UNPAID' && !isReceived ? neverPaid : received;
  return end.status === 'CLOSED' && payment === 'UNPAID' ? neverPaid : end;
}
