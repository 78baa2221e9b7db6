// Pages of orders by keyset: each begins where the one before ended, however far that is, and nothing is skipped or read
// twice while other orders come and change.
//
// The order is that of (sort key, shop, order id), all in one direction, so that no two orders share a place. Orders that
// lack the sort key stand last in either direction: nobody looks for them at the top of a list.
import type { Kysely } from 'kysely';
import type { Engine } from '../engine/engine.js';
import { MISSING, type Tables } from '../schema/tables.js';
import type { ListPage, PageRequest, Sort } from '../types.js';
import { SORT_COLUMNS } from './columns.js';
import { cursorOf, type Position, positionOf } from './cursor.js';
import type { BoundFilter } from './filter.js';
import { type ListedRow, toIndexedOrder } from './indexedOrder.js';
import { type Walk, walkOrders } from './walk.js';

/** @throws Fault BAD_USER_INPUT where the page begins at no cursor of this order. */
export async function listOrders(
  engine: Engine,
  db: Kysely<Tables>,
  bound: BoundFilter,
  sort: Sort,
  page: PageRequest,
): Promise<ListPage> {
  const isForward = 'first' in page;
  const position = beginningOf(page, sort);
  const count = isForward ? page.first : page.last;
  const read = (backwards: boolean, limit: number, isIncluded: boolean) =>
    readOrders(engine, db, bound, { sort, isForward: isForward !== backwards, position, isIncluded, limit });
  const rows = await read(false, count + 1, false);
  // What lies on the other side of the beginning begins at the cursor's own order.
  const behind = position === undefined ? [] : await read(true, 1, true);
  const found = rows.slice(0, count);
  if (!isForward) found.reverse();
  const hasMore = rows.length > count;
  return {
    edges: found.map((row) => ({ cursor: cursorOf(sort, placeOf(row, sort)), order: toIndexedOrder(row) })),
    hasNextPage: isForward ? hasMore : behind.length > 0,
    hasPreviousPage: isForward ? behind.length > 0 : hasMore,
  };
}

function beginningOf(page: PageRequest, sort: Sort): Position | undefined {
  if ('first' in page) return page.after === undefined ? undefined : positionOf(page.after, sort, 'after');
  return page.before === undefined ? undefined : positionOf(page.before, sort, 'before');
}

const placeOf = (row: ListedRow, { key }: Sort): Position => ({
  key: row[SORT_COLUMNS[key]],
  shop: row.shop,
  orderId: row.order_id,
});

interface Reading {
  readonly sort: Sort;
  readonly isForward: boolean;
  readonly position: Position | undefined;
  readonly isIncluded: boolean;
  readonly limit: number;
}

/** Rows in the order of the list, or against it, from a place on. */
async function readOrders(
  engine: Engine,
  db: Kysely<Tables>,
  bound: BoundFilter,
  { sort, isForward, position, isIncluded, limit }: Reading,
): Promise<ListedRow[]> {
  const rows: ListedRow[] = [];
  for (const { part, from } of partsFrom(sort, isForward, position)) {
    if (rows.length === limit) break;
    const walk: Walk = {
      column: SORT_COLUMNS[sort.key],
      direction: (sort.direction === 'ASC') === isForward ? 'asc' : 'desc',
      part,
      from: from === undefined ? undefined : { position: from, isIncluded },
      limit: limit - rows.length,
    };
    rows.push(...(await walkOrders(engine, db, bound, walk)));
  }
  return rows;
}

interface Part {
  readonly part: Walk['part'];
  readonly from: Position | undefined;
}

/**
 * What is walked along one after the other. MISSING is the least of numbers: where keys fall those that lack it stand last
 * by themselves, where they rise they are a part of their own behind the others.
 */
function partsFrom(sort: Sort, isForward: boolean, position: Position | undefined): readonly Part[] {
  if (sort.direction === 'DESC') return [{ part: 'ALL', from: position }];
  const isAmongMissing = position?.key === MISSING;
  const present: Part = { part: 'PRESENT', from: isAmongMissing ? undefined : position };
  const missing: Part = { part: 'MISSING', from: isAmongMissing ? position : undefined };
  if (isForward) return isAmongMissing ? [missing] : [present, missing];
  return position !== undefined && !isAmongMissing ? [present] : [missing, present];
}
