// Which column holds what a query names.
import { type Expression, type SqlBool, sql } from 'kysely';
import { PAYMENT_STATUSES, REFUND_STATUSES, SHIPPING_STATUSES, STATUSES } from '../codes.js';
import type { Instant, OrderFilter, SortKey } from '../types.js';

/** The four axes of an order's state: rows and roll-ups have them alike. */
export const AXES = {
  status: { column: 'status', codes: STATUSES },
  paymentStatus: { column: 'payment', codes: PAYMENT_STATUSES },
  shippingStatus: { column: 'shipping', codes: SHIPPING_STATUSES },
  refundStatus: { column: 'refund', codes: REFUND_STATUSES },
} as const;
export type Axis = keyof typeof AXES;
export const AXIS_NAMES = Object.keys(AXES) as readonly Axis[];

/** A filter's conditions on the axes of a table that has them. */
export const axisConditions = (table: 'orders' | 'rollups', filter: OrderFilter): readonly Expression<SqlBool>[] =>
  AXIS_NAMES.flatMap((axis) => {
    const { column, codes } = AXES[axis];
    const names: readonly string[] | undefined = filter[axis];
    return names === undefined
      ? []
      : [
          isOneOf(
            `${table}.${column}`,
            names.map((name) => codes.indexOf(name as never)),
          ),
        ];
  });

/** No row. */
export const NOTHING: Expression<SqlBool> = sql<SqlBool>`1 = 0`;

/** Whether a column has one of the values; it has none of an empty list. */
export const isOneOf = (column: string, values: readonly (string | number)[]): Expression<SqlBool> =>
  values.length === 0 ? NOTHING : sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;

/** The meaning of a code that a row holds; UNKNOWN of one that a newer version wrote. */
export const codeAt = <Code>(codes: readonly [Code, ...Code[]], position: number): Code => codes[position] ?? codes[0];

export const INSTANT_COLUMNS = {
  createdAt: 'created_at',
  modifiedAt: 'modified_at',
  paidAt: 'paid_at',
  shippedAt: 'shipped_at',
  completedAt: 'completed_at',
  expiresAt: 'expires_at',
  shipBy: 'ship_by',
} as const satisfies Readonly<Record<Instant, string>>;

export const SORT_COLUMNS = {
  CREATED_AT: 'created_at',
  MODIFIED_AT: 'modified_at',
  PAID_AT: 'paid_at',
  EXPIRES_AT: 'expires_at',
  SHIP_BY: 'ship_by',
  TOTAL: 'total',
} as const satisfies Readonly<Record<SortKey, string>>;
