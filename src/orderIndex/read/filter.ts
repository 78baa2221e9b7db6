// The one translation of a filter: lists, counts and statistics of the same filter are about the same orders.
import {
  type Expression,
  expressionBuilder,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import { ANSWERS, bitsOf, FIELD_GROUPS, type FieldGroup, MARKS, type Mark, VIEWS } from '../codes.js';
import { MISSING, type Tables } from '../schema/tables.js';
import { type AmountRange, INSTANTS, type InstantRange, type OrderFilter, type ShopScope } from '../types.js';
import { axisConditions, INSTANT_COLUMNS, isOneOf, NOTHING } from './columns.js';
import { foundBy, isFoundBy, isStorable, type Lookup, lookupsOf } from './lookups.js';
import type { ReadAccess } from './readAccess.js';

/** A filter for the orders of some shops, with its lookups and those of what it leaves out. */
export interface BoundFilter extends ShopScope {
  readonly filter: OrderFilter;
  readonly lookups: readonly Lookup[];
  readonly excludedLookups: readonly Lookup[];
}

const orders = expressionBuilder<Tables, 'orders'>();

/** Binds a filter to the shops that may be read: nothing is queried without them. */
export async function bindFilter(
  { shops }: ShopScope,
  filter: OrderFilter,
  termFor: ReadAccess['termFor'],
): Promise<BoundFilter> {
  return {
    shops: [...new Set(shops)],
    filter,
    lookups: await lookupsOf(filter, shops, termFor),
    excludedLookups: filter.not === undefined ? [] : await lookupsOf(filter.not, shops, termFor),
  };
}

/** Whether orders are found by an exact lookup, and so are few. */
export const isLookedUp = ({ lookups }: BoundFilter): boolean => lookups.length > 0;

/** A query of orders, whatever else it selects from. */
export type OrdersQuery<Row = object> = SelectQueryBuilder<Tables, 'orders', Row>;

/**
 * The orders of a filter. Those that are looked up are found by the first lookup, joined so that no planner may walk along
 * all orders instead, and what else the filter says is checked on what it found.
 */
export function ordersOf(db: Kysely<Tables>, bound: BoundFilter): OrdersQuery {
  const [first, ...others] = bound.lookups;
  if (first === undefined)
    return db.selectFrom('orders').where('orders.shop', 'in', bound.shops).where(conditionOf(bound));
  const found = foundBy(db, bound.shops, first);
  if (found === undefined) return db.selectFrom('orders').where(NOTHING);
  return db
    .selectFrom(sql<{ shop: string; order_id: string }>`${found}`.as('found'))
    .crossJoin('orders')
    .whereRef('orders.shop', '=', 'found.shop')
    .whereRef('orders.order_id', '=', 'found.order_id')
    .where(conditionOf({ ...bound, lookups: others })) as unknown as OrdersQuery;
}

/** All of a filter that is about orders' own columns, their shop aside. */
export const conditionOf = ({ filter, lookups, excludedLookups }: BoundFilter): Expression<SqlBool> =>
  orders.and([
    ...conditionsOf(filter, lookups),
    ...(filter.not === undefined ? [] : [orders.not(orders.and(conditionsOf(filter.not, excludedLookups)))]),
  ]);

function conditionsOf(filter: OrderFilter, lookups: readonly Lookup[]): Expression<SqlBool>[] {
  const { shops, platforms, view, total, sellerFlag, instants = {} } = filter;
  const conditions: Expression<SqlBool>[] = [];
  if (shops !== undefined) conditions.push(isOneOf('orders.shop', shops));
  if (platforms !== undefined) conditions.push(isOneOf('orders.platform', platforms));
  if (view !== undefined) conditions.push(orders('view', '=', VIEWS.indexOf(view)));
  conditions.push(...axisConditions('orders', filter));
  for (const instant of INSTANTS) {
    const range = instants[instant];
    if (range !== undefined) conditions.push(isWithin(INSTANT_COLUMNS[instant], range));
  }
  if (total !== undefined) conditions.push(...amountConditions(total));
  if (sellerFlag !== undefined)
    conditions.push(orders('flag', 'is not', null), isOneOf('orders.flag', sellerFlag.filter(isStorable)));
  if (filter.mayShip !== undefined) conditions.push(orders('may_ship', '=', ANSWERS.indexOf(filter.mayShip)));
  for (const [field, mark, known] of MARK_FIELDS) {
    const isWanted = filter[field];
    if (isWanted !== undefined) conditions.push(...markConditions(mark, known, isWanted));
  }
  return [...conditions, ...lookups.map(isFoundBy)];
}

/** An order without the instant is in no range of it. */
export function isWithin(
  column: (typeof INSTANT_COLUMNS)[keyof typeof INSTANT_COLUMNS],
  { gte, lt }: InstantRange,
): Expression<SqlBool> {
  const from = orders(column, gte === undefined ? '>' : '>=', gte ?? MISSING);
  return lt === undefined ? from : orders.and([from, orders(column, '<', lt)]);
}

/** Ends between two minor units are moved to the nearest inside. */
const amountConditions = ({ currencyCode, gte, lte }: AmountRange): readonly Expression<SqlBool>[] => [
  orders('currency', '=', currencyCode),
  gte === undefined ? orders('total', '>', MISSING) : orders('total', '>=', exact(Math.ceil(gte))),
  ...(lte === undefined ? [] : [orders('total', '<=', exact(Math.floor(lte)))]),
];

/** Within what a column can hold, where an end may be anything. */
const exact = (units: number): number => Math.min(Math.max(units, MISSING + 1), Number.MAX_SAFE_INTEGER);

const MARK_FIELDS = [
  ['isOnHold', 'ON_HOLD', 'holdReasons'],
  ['hasBuyerMessage', 'BUYER_MESSAGE', 'notes'],
  ['hasSellerMemo', 'SELLER_MEMO', 'notes'],
] as const satisfies readonly (readonly [keyof OrderFilter, Mark, FieldGroup])[];

/** That a mark is missing is only said of rows that were asked about it. */
const markConditions = (mark: Mark, known: FieldGroup, isWanted: boolean): readonly Expression<SqlBool>[] =>
  isWanted
    ? [sql<SqlBool>`${bits('marks', bitsOf(MARKS, [mark]))} <> 0`]
    : [
        sql<SqlBool>`${bits('marks', bitsOf(MARKS, [mark]))} = 0`,
        sql<SqlBool>`${bits('known', bitsOf(FIELD_GROUPS, [known]))} <> 0`,
      ];

const bits = (column: 'marks' | 'known', mask: number): RawBuilder<number> =>
  sql<number>`(${sql.ref(`orders.${column}`)} & ${sql.lit(mask)})`;
