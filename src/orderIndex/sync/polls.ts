// When an order is looked at again that no list and no message tells of: by its status and its age.
import type { OrderStatus } from '../../order/enums.js';
import { DAY, HOUR, MINUTE } from '../../platforms/orderList.js';
import { STATUSES } from '../codes.js';
import { MISSING, type OrderRow } from '../schema/tables.js';

type PolledRow = Pick<OrderRow, 'status' | 'created_at' | 'modified_at' | 'completed_at' | 'expires_at'>;

/** Of an order that waits for payment: at these ages, and then hourly until it expires. */
const AGES: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE];

const UNPAID: ReadonlySet<OrderStatus> = new Set(['AWAITING_PAYMENT', 'PAYMENT_PENDING']);

/** How often others are looked at; what is over may still be refunded. */
const INTERVALS: { readonly [status in OrderStatus]: number } = {
  AWAITING_PAYMENT: HOUR,
  PAYMENT_PENDING: HOUR,
  ON_HOLD: 30 * MINUTE,
  AWAITING_SHIPMENT: 30 * MINUTE,
  PARTIALLY_SHIPPED: 30 * MINUTE,
  SHIPPED: 6 * HOUR,
  DELIVERED: DAY,
  COMPLETED: DAY,
  CANCELLED: DAY,
  CLOSED: DAY,
  UNKNOWN: 6 * HOUR,
};

const OVER: ReadonlySet<OrderStatus> = new Set(['COMPLETED', 'CANCELLED', 'CLOSED']);

/** For how long one that is over is looked at. */
export const POLLED_DAYS = 15;

/** By how much of it a time is moved at random, so that orders do not come all at once. */
const JITTER = 0.2;

/** Milliseconds; undefined: never again. */
export function nextPollAt(row: PolledRow, now: number, random: () => number = Math.random): number | undefined {
  const status = STATUSES[row.status] ?? 'UNKNOWN';
  const spread = (ms: number): number => Math.round(ms * (1 + JITTER * (2 * random() - 1)));
  if (OVER.has(status)) {
    const endedAt = [row.completed_at, row.modified_at, row.created_at].find((instant) => instant !== MISSING) ?? now;
    return now - endedAt < POLLED_DAYS * DAY ? now + spread(DAY) : undefined;
  }
  if (!UNPAID.has(status) || row.created_at === MISSING) return now + spread(INTERVALS[status]);
  const age = now - row.created_at;
  const nextAge = AGES.find((known) => known > age);
  const waitMs = spread(nextAge === undefined ? INTERVALS[status] : nextAge - age);
  // What happens at its end is seen soon after it.
  const toExpiry = row.expires_at - now + MINUTE;
  return now + (row.expires_at !== MISSING && toExpiry > 0 ? Math.min(waitMs, toExpiry) : waitMs);
}
