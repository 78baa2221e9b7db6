// An order as a row of the index tells it: which fields it covers, and what of them it does not know.
import type { Selection } from '../../mapping/selection.js';
import { Fulfillment } from '../../order/fulfillment.js';
import { toGlobalId } from '../../order/globalId.js';
import { Order } from '../../order/order.js';
import type { Shop } from '../../order/shop.js';
import { OrderTotals } from '../../order/totals.js';
import type { Warning } from '../../order/upstream.js';
import { type FieldGroup, knows } from '../../orderIndex/codes.js';
import type { IndexedOrder } from '../../orderIndex/types.js';

/** The fields that rows cover, and by what a row says that it knows one; undefined for what every row knows. */
const COVERED: ReadonlyMap<string, FieldGroup | undefined> = new Map([
  ['id', undefined],
  ['orderId', undefined],
  ['shop', undefined],
  ['platform', undefined],
  ['gateway', undefined],
  ['view', undefined],
  ['outOrderId', 'outOrderId'],
  ['status', 'status'],
  ['statusCode', 'status'],
  ['paymentStatus', 'paymentStatus'],
  ['paymentStatusCode', 'paymentStatus'],
  ['shippingStatus', 'shippingStatus'],
  ['shippingStatusCode', 'shippingStatus'],
  ['refundStatus', 'refundStatus'],
  ['refundStatusCode', 'refundStatus'],
  ['createdAt', 'createdAt'],
  ['modifiedAt', 'modifiedAt'],
  ['paidAt', 'paidAt'],
  ['shippedAt', 'shippedAt'],
  ['completedAt', 'completedAt'],
  ['expiresAt', 'expiresAt'],
  ['totals', 'total'],
  ['fulfillment', undefined],
  ['fetchedAt', undefined],
  ['stale', undefined],
  ['warnings', undefined],
]);

/** The same of the parts of an order that rows cover some fields of. */
const PARTS: readonly {
  readonly field: string;
  readonly type: string;
  readonly covered: ReadonlyMap<string, FieldGroup | undefined>;
}[] = [
  { field: 'totals', type: OrderTotals.name, covered: new Map([['total', undefined]]) },
  {
    field: 'fulfillment',
    type: Fulfillment.name,
    covered: new Map([
      ['status', 'fulfillment'],
      ['mayShip', 'fulfillment'],
      ['overdueRisk', 'fulfillment'],
      ['shipBy', 'shipBy'],
    ]),
  },
];

const coveredBy = new Map([[Order.name, COVERED], ...PARTS.map(({ type, covered }) => [type, covered] as const)]);

/** Types whose fields rows cover some of. */
export const COVERED_TYPES: ReadonlySet<string> = new Set(coveredBy.keys());

/** Whether rows cover a field of an order, or of a part of it. */
export const isCovered = (field: string, parent: string = Order.name): boolean =>
  coveredBy.get(parent)?.has(field) ?? true;

/** The selected fields that no row ever covers, as paths. */
export function uncoveredIn(selection: Selection): readonly string[] {
  const uncovered = Object.keys(selection).filter((field) => !isCovered(field));
  for (const { field: part, type } of PARTS)
    for (const field of Object.keys(selection[part] ?? {}))
      if (!isCovered(field, type)) uncovered.push(`${part}.${field}`);
  return uncovered;
}

/** The covered fields of a selection that this row does not know, as paths. */
export function unknownIn(row: IndexedOrder, selection: Selection): readonly string[] {
  const isUnknown = (known: FieldGroup | undefined): boolean => known !== undefined && !knows(row, known);
  const unknown = Object.keys(selection).filter((field) => isUnknown(COVERED.get(field)));
  for (const { field: part, covered } of PARTS)
    for (const field of Object.keys(selection[part] ?? {}))
      if (isUnknown(covered.get(field))) unknown.push(`${part}.${field}`);
  return unknown;
}

/** Why a field is null that its gateway may well tell. */
const NOT_KNOWN = 'is not known to the order index yet';

export const warningsOf = (unknown: readonly string[]): readonly Warning[] =>
  unknown.map((path) => ({ path, message: NOT_KNOWN }));

/** The order of a row; what the row does not know is null, or UNKNOWN. */
export function orderOfRow(row: IndexedOrder, shop: Shop, warnings: readonly Warning[]): Order {
  const { orderId, outOrderId, platform, gateway, view, createdAt, modifiedAt, paidAt, shippedAt } = row;
  return Object.assign(new Order(), {
    id: toGlobalId({ shop: shop.id, orderId }),
    ...{ orderId, outOrderId, shop, platform, gateway, view },
    status: row.status,
    statusCode: row.statusCode,
    paymentStatus: row.paymentStatus,
    paymentStatusCode: row.paymentStatusCode,
    shippingStatus: row.shippingStatus,
    shippingStatusCode: row.shippingStatusCode,
    refundStatus: row.refundStatus,
    refundStatusCode: row.refundStatusCode,
    ...{ createdAt, modifiedAt, paidAt, shippedAt },
    completedAt: row.completedAt,
    expiresAt: row.expiresAt,
    fulfillment: fulfillmentOf(row),
    totals: knows(row, 'total') ? Object.assign(new OrderTotals(), { total: row.total }) : null,
    fetchedAt: row.seenAt,
    stale: false,
    warnings,
  });
}

function fulfillmentOf(row: IndexedOrder): Fulfillment | null {
  if (!knows(row, 'fulfillment') && !knows(row, 'shipBy')) return null;
  const { fulfillmentStatus: status, mayShip, overdueRisk, shipBy } = row;
  return Object.assign(new Fulfillment(), { status, mayShip, overdueRisk, shipBy });
}
