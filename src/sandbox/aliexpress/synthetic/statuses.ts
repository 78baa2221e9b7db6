// The statuses of an AliExpress order, and how far an order in it has come. Their number is prime.

import type { Milestone } from '../../invented/times.js';

export type Status = {
  readonly code: string;
  readonly reached: Milestone;
  /** A status the buyer's complaint or the platform's doubt has brought the order into. */
  readonly troubled?: 'dispute' | 'frozen';
};

/** The documentation describes RISK_CONTROL and shows FINISH; the others are AliExpress's own, named all over its pages. */
const STATUSES: readonly Status[] = [
  { code: 'PLACE_ORDER_SUCCESS', reached: 'created' },
  { code: 'IN_CANCEL', reached: 'paid' },
  { code: 'RISK_CONTROL', reached: 'paid' },
  { code: 'WAIT_SELLER_SEND_GOODS', reached: 'paid' },
  { code: 'SELLER_PART_SEND_GOODS', reached: 'paid' },
  { code: 'WAIT_BUYER_ACCEPT_GOODS', reached: 'shipped' },
  { code: 'FUND_PROCESSING', reached: 'received' },
  { code: 'IN_ISSUE', reached: 'shipped', troubled: 'dispute' },
  { code: 'IN_FROZEN', reached: 'shipped', troubled: 'frozen' },
  { code: 'WAIT_SELLER_EXAMINE_MONEY', reached: 'created' },
  { code: 'FINISH', reached: 'completed' },
];

/** Statuses have been added before, as RISK_CONTROL was: one order in a hundred has one that nobody has described. */
const UNLISTED: Status = { code: 'WAIT_WAREHOUSE_CHECK', reached: 'paid' };

export const statusAt = (index: number): Status =>
  index % 100 === 99 ? UNLISTED : (STATUSES[index % STATUSES.length] ?? UNLISTED);

/** Why a finished order has ended, where it was never paid. */
export const UNPAID_END_REASONS = ['pay_timeout', 'buyer_cancel_notpay_order', 'buyer_pay_timeout'] as const;

/** Why a finished order has ended, where it was paid and never shipped. */
export const PAID_END_REASONS = [
  'cancel',
  'buyer_cancel_order',
  'seller_send_goods_timeout',
  'cancel_order_close_trade',
  'security_close',
] as const;

export const PAYMENT_TYPES = [
  ...['migs', 'migs102', 'migs101', 'pp101', 'mb', 'tt101', 'wu101', 'wp101', 'wp102', 'qw101', 'cybs101', 'cybs102'],
  ...['wm101', 'ebanx101'],
] as const;

export const ISSUE_STATUSES = [
  'WAIT_SELLER_CONFIRM_REFUND',
  'SELLER_REFUSE_REFUND',
  'ACCEPTISSUE',
  'WAIT_BUYER_SEND_GOODS',
  'WAIT_SELLER_RECEIVE_GOODS',
  'ARBITRATING',
  'SELLER_RESPONSE_ISSUE_TIMEOUT',
] as const;
