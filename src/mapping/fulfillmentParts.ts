// Whether something is to be shipped, from its status or from its lines, on every platform alike.
import type { FulfillmentStatus, HoldReason, OrderStatus } from '../order/enums.js';
import type { FulfillmentHold } from '../order/fulfillment.js';
import { type ReadContext, toText } from './codec.js';
import { toValues } from './statusFallbacks.js';
import { toInstant } from './time.js';

/** Whether something is to be shipped, where its own status alone is known. */
export const FULFILLMENT_BY_STATUS: { readonly [status in OrderStatus]: FulfillmentStatus } = {
  AWAITING_PAYMENT: 'NOT_READY',
  PAYMENT_PENDING: 'NOT_READY',
  ON_HOLD: 'ON_HOLD',
  AWAITING_SHIPMENT: 'OPEN',
  PARTIALLY_SHIPPED: 'IN_PROGRESS',
  SHIPPED: 'CLOSED',
  DELIVERED: 'CLOSED',
  COMPLETED: 'CLOSED',
  CANCELLED: 'CANCELLED',
  CLOSED: 'CANCELLED',
  UNKNOWN: 'UNKNOWN',
};

/** Whether the seller may ship what stands so; null where nobody knows. */
export const mayShipIn = (status: FulfillmentStatus): boolean | null =>
  status === 'UNKNOWN' ? null : status === 'OPEN' || status === 'IN_PROGRESS';

/** Whether something is left to ship, by whomever. */
export const isLeftToShip = (status: FulfillmentStatus): boolean => status !== 'CLOSED' && status !== 'CANCELLED';

/** What forbids any of it comes first, then what is open, then what cannot be told, then what waits. */
const FIRST_OF_PARTS = ['ON_HOLD', 'IN_PROGRESS', 'OPEN', 'UNKNOWN', 'NOT_READY', 'EXTERNAL', 'CLOSED'] as const;

/** Of a whole order, from each of its lines. */
export function fulfillmentOfParts(lines: Iterable<FulfillmentStatus>): FulfillmentStatus {
  const parts = new Set(lines);
  const first = FIRST_OF_PARTS.find((part) => parts.has(part)) ?? 'CANCELLED';
  return first === 'OPEN' && parts.has('CLOSED') ? 'IN_PROGRESS' : first;
}

/** Whether all that is left of an order may be shipped, from each of its lines: what others ship has no say. */
export function mayShipAll(lines: readonly { readonly status: FulfillmentStatus; readonly may: boolean | null }[]) {
  const own = lines.filter(({ status }) => isLeftToShip(status) && status !== 'EXTERNAL');
  if (own.length === 0 || own.some(({ may }) => may === false)) return false;
  return own.every(({ may }) => may === true) ? true : null;
}

/** The first of several moments; null where none can be read. */
export function earliestOf(values: unknown, { zone }: ReadContext): Date | null {
  const moments = toValues(values).flatMap((value) => toInstant(value, zone) ?? []);
  return moments.length === 0 ? null : new Date(Math.min(...moments.map(Number)));
}

/** The first of several lists of values that holds a moment: the first moment of it. */
export function firstMomentOf(lists: readonly unknown[], reading: ReadContext): Date | null {
  for (const list of lists) {
    const moment = earliestOf(list, reading);
    if (moment) return moment;
  }
  return null;
}

export const holdOf = (reason: HoldReason, code: string, message: string | null = null): FulfillmentHold => ({
  reason,
  code,
  message,
});

/** Texts separated by commas, without repetitions; null where there are none. */
export function listedIn(values: unknown): readonly string[] | null {
  const found = toValues(values).flatMap((value) => (toText(value) ?? '').split(/[,;，\s]+/));
  const texts = [...new Set(found.filter((text) => text !== ''))];
  return texts.length === 0 ? null : texts;
}
