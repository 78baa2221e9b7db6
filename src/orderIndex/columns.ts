// Which column holds what a query names.
import { PAYMENT_STATUSES, REFUND_STATUSES, SHIPPING_STATUSES, STATUSES } from './codes.js';
import type { Instant, SortKey } from './types.js';

/** The four axes of an order's state: rows and roll-ups have them alike. */
export const AXES = {
  status: { column: 'status', codes: STATUSES },
  paymentStatus: { column: 'payment', codes: PAYMENT_STATUSES },
  shippingStatus: { column: 'shipping', codes: SHIPPING_STATUSES },
  refundStatus: { column: 'refund', codes: REFUND_STATUSES },
} as const;
export type Axis = keyof typeof AXES;
export const AXIS_NAMES = Object.keys(AXES) as readonly Axis[];

/** The meaning of a code that a row holds; UNKNOWN of one that a newer version wrote. */
export const codeAt = <Code>(codes: readonly [Code, ...Code[]], position: number): Code => codes[position] ?? codes[0];

export const INSTANT_COLUMNS = {
  createdAt: 'created_at',
  modifiedAt: 'modified_at',
  paidAt: 'paid_at',
  shippedAt: 'shipped_at',
  completedAt: 'completed_at',
  expiresAt: 'expires_at',
} as const satisfies Readonly<Record<Instant, string>>;

export const SORT_COLUMNS = {
  CREATED_AT: 'created_at',
  MODIFIED_AT: 'modified_at',
  PAID_AT: 'paid_at',
  EXPIRES_AT: 'expires_at',
  TOTAL: 'total',
} as const satisfies Readonly<Record<SortKey, string>>;
