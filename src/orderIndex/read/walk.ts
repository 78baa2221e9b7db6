// Walks along orders in the order of a list, from a place on: a limited number of rows, each shop's by its own index.
import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { STATUSES } from '../codes.js';
import type { Engine } from '../engine/engine.js';
import { MISSING, type Tables } from '../schema/tables.js';
import type { SORT_COLUMNS } from './columns.js';
import type { Position } from './cursor.js';
import { type BoundFilter, conditionOf, isLookedUp, type OrdersQuery, ordersOf } from './filter.js';
import { type ListedRow, ROW_COLUMNS } from './indexedOrder.js';

export interface Walk {
  readonly column: (typeof SORT_COLUMNS)[keyof typeof SORT_COLUMNS];
  readonly direction: 'asc' | 'desc';
  /** Orders that have the sort key, those that lack it, or both. */
  readonly part: 'ALL' | 'PRESENT' | 'MISSING';
  /** Where it begins: beyond the place, or at it. */
  readonly from?: { readonly position: Position; readonly isIncluded: boolean } | undefined;
  readonly limit: number;
}

/** Orders that one index holds in the walk's order: those of a shop, or those of a shop in one status. */
interface Branch {
  readonly shop: string;
  readonly status?: number | undefined;
}

type Query<Row> = OrdersQuery<Row>;

const QUALIFIED_COLUMNS = ROW_COLUMNS.map((column) => `orders.${column}` as const);

interface Place {
  readonly key: number;
  readonly shop: string;
  readonly order_id: string;
}

/** SQLite takes 500 queries in a union. */
const BRANCHES = 400;

const orders = expressionBuilder<Tables, 'orders'>();

export async function walkOrders(
  engine: Engine,
  db: Kysely<Tables>,
  bound: BoundFilter,
  walk: Walk,
): Promise<readonly ListedRow[]> {
  if (bound.shops.length === 0) return [];
  if (isLookedUp(bound)) return lookedUpRows(db, bound, walk).execute();
  const branches = branchesOf(bound, walk);
  const condition = conditionOf(branches[0]?.status === undefined ? bound : withoutStatus(bound));
  if (branches.length <= 1)
    return branches[0] === undefined ? [] : branchRows(db, branches[0], condition, walk).execute();
  if (engine.hasLateral) return joinedRows(db, lateralPlaces(branches, condition, walk), walk).execute();
  const pages: (readonly ListedRow[])[] = [];
  for (let first = 0; first < branches.length; first += BRANCHES) {
    const places = unitedPlaces(db, branches.slice(first, first + BRANCHES), condition, walk);
    pages.push(await joinedRows(db, places, walk).execute());
  }
  return pages.length === 1 ? (pages[0] ?? []) : merged(pages.flat(), walk);
}

/** The index by status is in the order of creation. */
function branchesOf({ shops, filter: { status } }: BoundFilter, { column }: Walk): readonly Branch[] {
  if (status === undefined || column !== 'created_at') return shops.map((shop) => ({ shop }));
  const positions = [...new Set(status)].map((name) => STATUSES.indexOf(name));
  return shops.flatMap((shop) => positions.map((position) => ({ shop, status: position })));
}

const withoutStatus = (bound: BoundFilter): BoundFilter => ({
  ...bound,
  filter: { ...bound.filter, status: undefined },
});

const lookedUpRows = (db: Kysely<Tables>, bound: BoundFilter, walk: Walk): Query<ListedRow> =>
  ordersOf(db, bound)
    .select(QUALIFIED_COLUMNS)
    .where(orders.and([...partConditions(walk), ...beyond(walk)]))
    // Not the column itself: no planner may walk along its index rather than look up.
    .orderBy(sql`+${sql.ref(`orders.${walk.column}`)}`, walk.direction)
    .orderBy('orders.shop', walk.direction)
    .orderBy('orders.order_id', walk.direction)
    .limit(walk.limit);

const branchRows = (db: Kysely<Tables>, branch: Branch, condition: Expression<SqlBool>, walk: Walk): Query<ListedRow> =>
  inBranch(db.selectFrom('orders').select(ROW_COLUMNS), branch, condition, walk)
    .orderBy(walk.column, walk.direction)
    .orderBy('order_id', walk.direction)
    .limit(walk.limit);

function inBranch<Row>(
  query: Query<Row>,
  { shop, status }: Branch,
  condition: Expression<SqlBool>,
  walk: Walk,
): Query<Row> {
  const within = query
    .where('shop', '=', shop)
    .where(orders.and([...partConditions(walk), ...beyondIn(shop, walk), condition]));
  return status === undefined ? within : within.where('status', '=', status);
}

/** SQLite merges branches that are each in order as far as the limit asks, and reads no further in any of them. */
function unitedPlaces(
  db: Kysely<Tables>,
  branches: readonly Branch[],
  condition: Expression<SqlBool>,
  walk: Walk,
): Expression<Place> {
  const [first, ...others] = branches.map((branch) =>
    inBranch(
      db.selectFrom('orders').select([`${walk.column} as key`, 'shop', 'order_id']) as Query<Place>,
      branch,
      condition,
      walk,
    ),
  ) as [Query<Place>, ...Query<Place>[]];
  const united = others.reduce((all, branch) => all.unionAll(branch), first);
  return united
    .orderBy(sql.ref('key'), walk.direction)
    .orderBy('shop', walk.direction)
    .orderBy('order_id', walk.direction)
    .limit(walk.limit);
}

/** PostgreSQL plans one branch for all of them. */
function lateralPlaces(branches: readonly Branch[], condition: Expression<SqlBool>, walk: Walk): Expression<Place> {
  const key = sql.ref(`orders.${walk.column}`);
  const order = sql.raw(walk.direction);
  const places = branches.map(({ shop }) => placeIn(shop, walk));
  const conditions = [
    sql`orders.shop = branch.shop`,
    ...(branches[0]?.status === undefined ? [] : [sql`orders.status = branch.status`]),
    ...(walk.from === undefined
      ? []
      : [sql`(${key}, orders.order_id) ${sql.raw(comparisonOf(walk))} (branch.key, branch.order_id)`]),
    ...partConditions(walk),
    condition,
  ];
  return sql<Place>`
    select place.key, place.shop, place.order_id
    from unnest(
      ${branches.map(({ shop }) => shop)}::text[],
      ${branches.map(({ status }) => status ?? null)}::smallint[],
      ${places.map((place) => place?.key ?? null)}::bigint[],
      ${places.map((place) => place?.orderId ?? null)}::text[]
    ) as branch(shop, status, key, order_id)
    cross join lateral (
      select ${key} as key, orders.shop, orders.order_id
      from orders
      where ${sql.join(conditions, sql` and `)}
      order by ${key} ${order}, orders.order_id ${order}
      limit ${walk.limit}
    ) as place
    order by place.key ${order}, place.shop ${order}, place.order_id ${order}
    limit ${walk.limit}`;
}

const joinedRows = (db: Kysely<Tables>, places: Expression<Place>, { direction }: Walk): Query<ListedRow> =>
  db
    .selectFrom(sql<Place>`(${places})`.as('place'))
    .crossJoin('orders')
    .whereRef('orders.shop', '=', 'place.shop')
    .whereRef('orders.order_id', '=', 'place.order_id')
    .select(QUALIFIED_COLUMNS)
    .orderBy('place.key', direction)
    .orderBy('place.shop', direction)
    .orderBy('place.order_id', direction) as unknown as Query<ListedRow>;

function partConditions({ part, column }: Walk): Expression<SqlBool>[] {
  if (part === 'ALL') return [];
  return [orders(column, part === 'PRESENT' ? '>' : '=', MISSING)];
}

/** The rows of all shops that the walk comes to after its beginning. */
function beyond(walk: Walk): Expression<SqlBool>[] {
  if (walk.from === undefined) return [];
  const { key, shop, orderId } = walk.from.position;
  const columns = sql`(${sql.ref(`orders.${walk.column}`)}, orders.shop, orders.order_id)`;
  return [sql<SqlBool>`${columns} ${sql.raw(comparisonOf(walk))} (${key}, ${shop}, ${orderId})`];
}

/** The same among one shop's rows. */
function beyondIn(shop: string, walk: Walk): Expression<SqlBool>[] {
  const place = placeIn(shop, walk);
  if (place === undefined) return [];
  const columns = sql`(${sql.ref(walk.column)}, order_id)`;
  return [sql<SqlBool>`${columns} ${sql.raw(comparisonOf(walk))} (${place.key}, ${place.orderId})`];
}

const comparisonOf = ({ direction, from }: Walk): string =>
  `${direction === 'asc' ? '>' : '<'}${from?.isIncluded ? '=' : ''}`;

/** Before any order id. */
const NO_ID = '';

/**
 * Where the walk begins among one shop's rows. Of other shops' rows with the same key, those of lesser shops stand before
 * the beginning and those of greater ones after it.
 */
function placeIn(shop: string, { from }: Walk): { readonly key: number; readonly orderId: string } | undefined {
  if (from === undefined) return undefined;
  const { position } = from;
  const order = compareBytes(shop, position.shop);
  if (order === 0) return position;
  return { key: order < 0 ? position.key + 1 : position.key, orderId: NO_ID };
}

/** In the order of both engines, which is that of bytes. */
const compareBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

function merged(rows: readonly ListedRow[], { column, direction, limit }: Walk): readonly ListedRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  return rows
    .toSorted(
      (one, other) =>
        sign *
        (one[column] - other[column] ||
          compareBytes(one.shop, other.shop) ||
          compareBytes(one.order_id, other.order_id)),
    )
    .slice(0, limit);
}
