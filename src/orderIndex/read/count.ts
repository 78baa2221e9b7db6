// How many orders there are, up to a limit: from the roll-ups where they can tell, else by counting rows.
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { Count } from '../types.js';
import { type CellsQuestion, cellsOf, isRolledUp } from './cells.js';
import { type BoundFilter, ordersOf } from './filter.js';

export async function countOrders(db: Kysely<Tables>, bound: BoundFilter, limit: number): Promise<Count> {
  if (bound.shops.length === 0) return { count: 0, precision: 'EXACT' };
  const question: CellsQuestion = { bound, columns: [], basis: 'CREATED', step: 'NONE' };
  const count = isRolledUp(question) ? await countRolledUp(db, question) : await countRows(db, bound, limit + 1);
  return count > limit ? { count: limit, precision: 'AT_LEAST' } : { count, precision: 'EXACT' };
}

async function countRolledUp(db: Kysely<Tables>, question: CellsQuestion): Promise<number> {
  const cells = await cellsOf(db, question);
  const { rows } = await sql<{ readonly count: unknown }>`
    select coalesce(sum(cells.count), 0) as count from (${cells}) as cells`.execute(db);
  return Number(rows[0]?.count);
}

/** No more than so many. */
async function countRows(db: Kysely<Tables>, bound: BoundFilter, limit: number): Promise<number> {
  const found = ordersOf(db, bound).select('orders.order_id').limit(limit).as('found');
  const { count } = await db
    .selectFrom(found)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
