// What the index has to answer, worked out from all rows one by one.
import {
  ANSWERS,
  FIELD_GROUPS,
  hasBit,
  MARKS,
  PAYMENT_STATUSES,
  REFUND_STATUSES,
  SHIPPING_STATUSES,
  STATUSES,
  VIEWS,
} from '../../src/orderIndex/codes.js';
import { MISSING, type OrderRow } from '../../src/orderIndex/schema/tables.js';
import type { InstantRange, OrderFilter, ShopScope, Sort } from '../../src/orderIndex/types.js';

/** Whether a row is one that a filter is about; products and tokens are left to tests of their own. */
export function isMatch(row: OrderRow, filter: OrderFilter): boolean {
  const { instants = {}, total, not } = filter;
  const isOneOf = (value: string | null | undefined, values: readonly string[] | undefined) =>
    values === undefined || (value != null && values.includes(value));
  const isMarked = (wanted: boolean | undefined, mark: (typeof MARKS)[number], known: (typeof FIELD_GROUPS)[number]) =>
    wanted === undefined ||
    (wanted
      ? hasBit(MARKS, row.marks, mark)
      : !hasBit(MARKS, row.marks, mark) && hasBit(FIELD_GROUPS, row.known, known));
  const conditions = [
    isOneOf(row.platform, filter.platforms),
    filter.view === undefined || VIEWS[row.view] === filter.view,
    isOneOf(STATUSES[row.status], filter.status),
    isOneOf(PAYMENT_STATUSES[row.payment], filter.paymentStatus),
    isOneOf(SHIPPING_STATUSES[row.shipping], filter.shippingStatus),
    isOneOf(REFUND_STATUSES[row.refund], filter.refundStatus),
    isWithin(row.created_at, instants.createdAt),
    isWithin(row.modified_at, instants.modifiedAt),
    isWithin(row.paid_at, instants.paidAt),
    isWithin(row.shipped_at, instants.shippedAt),
    isWithin(row.completed_at, instants.completedAt),
    isWithin(row.expires_at, instants.expiresAt),
    isWithin(row.ship_by, instants.shipBy),
    filter.mayShip === undefined || ANSWERS[row.may_ship] === filter.mayShip,
    total === undefined ||
      (row.currency === total.currencyCode &&
        row.total !== MISSING &&
        row.total >= (total.gte ?? MISSING) &&
        row.total <= (total.lte ?? Number.POSITIVE_INFINITY)),
    isOneOf(row.order_id, filter.orderIds),
    isOneOf(row.out_order_id, filter.outOrderIds),
    isOneOf(row.flag, filter.sellerFlag),
    isMarked(filter.isOnHold, 'ON_HOLD', 'holdReasons'),
    isMarked(filter.hasBuyerMessage, 'BUYER_MESSAGE', 'notes'),
    isMarked(filter.hasSellerMemo, 'SELLER_MEMO', 'notes'),
    not === undefined || !isMatch(row, not),
  ];
  return conditions.every((isTrue) => isTrue);
}

function isWithin(instant: number, range: InstantRange | undefined): boolean {
  if (range === undefined) return true;
  const { gte = Number.NEGATIVE_INFINITY, lt = Number.POSITIVE_INFINITY } = range;
  return instant !== MISSING && instant >= gte && instant < lt;
}

const COLUMNS = {
  CREATED_AT: 'created_at',
  MODIFIED_AT: 'modified_at',
  PAID_AT: 'paid_at',
  EXPIRES_AT: 'expires_at',
  SHIP_BY: 'ship_by',
  TOTAL: 'total',
} as const;

/** The rows of a whole list in their order: those without the sort key last. */
export function listOf(
  rows: readonly OrderRow[],
  { shops }: ShopScope,
  filter: OrderFilter,
  { key, direction }: Sort,
): readonly OrderRow[] {
  const column = COLUMNS[key];
  const sign = direction === 'ASC' ? 1 : -1;
  const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  return rows
    .filter((row) => shops.includes(row.shop) && isMatch(row, filter))
    .toSorted(
      (one, other) =>
        Number(one[column] === MISSING) - Number(other[column] === MISSING) ||
        sign * (one[column] - other[column] || compare(one.shop, other.shop) || compare(one.order_id, other.order_id)),
    );
}
