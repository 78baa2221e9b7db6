// One status of a whole order from those of its lines or payments, on every platform alike.
import type { PaymentStatus, RefundStatus, ShippingStatus } from '../order/enums.js';

/** What was called off or needs nothing has no say beside what does; alone, it is all there is to say. */
function heardOf<Status>(parts: Iterable<Status>, silent: Status): ReadonlySet<Status> {
  const heard = new Set(parts);
  if (heard.size > 1) heard.delete(silent);
  return heard;
}

const onlyOf = <Status>(parts: ReadonlySet<Status>): Status | undefined =>
  parts.size === 1 ? parts.values().next().value : undefined;

const hasAny = <Status>(parts: ReadonlySet<Status>, ...wanted: readonly Status[]): boolean =>
  wanted.some((one) => parts.has(one));

/** Where the goods are, from the goods of each line. */
export function shippingOfParts(lines: Iterable<ShippingStatus>): ShippingStatus {
  const parts = heardOf(lines, 'NOT_REQUIRED');
  const only = onlyOf(parts);
  if (only) return only;
  const isOnTheWay = hasAny(parts, 'SHIPPED', 'DELIVERED', 'RETURNED');
  if (parts.has('PARTIALLY_SHIPPED') || (parts.has('NOT_SHIPPED') && isOnTheWay)) return 'PARTIALLY_SHIPPED';
  if (parts.has('UNKNOWN')) return 'UNKNOWN';
  // What was sent back had arrived.
  return parts.has('SHIPPED') ? 'SHIPPED' : 'DELIVERED';
}

/** Where the payment stands, from each of several payments. */
export function paymentOfParts(payments: Iterable<PaymentStatus>): PaymentStatus {
  const parts = heardOf(payments, 'CANCELLED');
  const only = onlyOf(parts);
  if (only) return only;
  const isOpen = hasAny(parts, 'UNPAID', 'PENDING', 'REFUNDED');
  if (parts.has('PARTIALLY_PAID') || (parts.has('PAID') && isOpen)) return 'PARTIALLY_PAID';
  return (['UNKNOWN', 'PENDING', 'UNPAID', 'REFUNDED'] as const).find((part) => parts.has(part)) ?? 'UNKNOWN';
}

/** What still needs someone to act comes before what is settled. */
const MOST_OPEN_FIRST = [
  'REQUESTED',
  'AWAITING_RETURN',
  'RETURNED',
  'REFUSED',
  'UNKNOWN',
  'REFUNDED',
  'CLOSED',
  'NONE',
] as const satisfies readonly RefundStatus[];

/** Where the refund stands, from each of several refunds; undefined where there is none. */
export function refundOfParts(refunds: Iterable<RefundStatus>): RefundStatus | undefined {
  const parts = new Set(refunds);
  return MOST_OPEN_FIRST.find((part) => parts.has(part));
}
