// How many orders there are, up to a limit: from the roll-ups where they can tell, else by counting rows.
import { expressionBuilder, type Kysely } from 'kysely';
import { type BoundFilter, conditionOf, isLookedUp, lookedUp } from './filter.js';
import type { Tables } from './schema/tables.js';
import type { Count } from './types.js';

const orders = expressionBuilder<Tables, 'orders'>();

export async function countOrders(db: Kysely<Tables>, bound: BoundFilter, limit: number): Promise<Count> {
  if (bound.shops.length === 0) return { count: 0, precision: 'EXACT' };
  const condition = isLookedUp(bound)
    ? lookedUp(db, bound)
    : orders.and([orders('shop', 'in', bound.shops), conditionOf(bound)]);
  const { count } = await db
    .selectFrom(
      db
        .selectFrom('orders')
        .select('order_id')
        .where(condition)
        .limit(limit + 1)
        .as('found'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) > limit ? { count: limit, precision: 'AT_LEAST' } : { count: Number(count), precision: 'EXACT' };
}
