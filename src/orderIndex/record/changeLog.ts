// Writes the change feed: its cursors rise with every commit, as no two writers commit at once.
import { sql, type Transaction } from 'kysely';
import { ASPECTS, type Aspect, bitsOf, CHANGE_KINDS, type ChangeKind } from '../codes.js';
import { encodeState } from '../orderState.js';
import { COUNTERS, type OrderRow, type Tables } from '../schema/tables.js';
import { inChunks } from '../statements.js';

export interface LoggedChange {
  readonly kind: ChangeKind;
  readonly aspects: readonly Aspect[];
  readonly before: OrderRow | undefined;
  readonly after: OrderRow | undefined;
}

/** The cursors of these changes, in their order. */
export async function logChanges(
  transaction: Transaction<Tables>,
  changes: readonly LoggedChange[],
  at: number,
): Promise<readonly number[]> {
  if (changes.length === 0) return [];
  const last = await advance(transaction, changes.length);
  const cursors = changes.map((_change, index) => last - changes.length + 1 + index);
  const rows = changes.map(({ kind, aspects, before, after }, index) => {
    const { shop, order_id } = (after ?? before) as OrderRow;
    return {
      seq: cursors[index] as number,
      at,
      shop,
      order_id,
      kind: CHANGE_KINDS.indexOf(kind),
      aspects: bitsOf(ASPECTS, aspects),
      before: before ? encodeState(before) : null,
      after: after ? encodeState(after) : null,
    };
  });
  await inChunks(rows, 8, async (chunk) => {
    await transaction.insertInto('changes').values(chunk).execute();
  });
  return cursors;
}

async function advance(transaction: Transaction<Tables>, by: number): Promise<number> {
  const { value } = await transaction
    .insertInto('counters')
    .values({ name: COUNTERS.lastChange, value: by })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql`counters.value + excluded.value` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
