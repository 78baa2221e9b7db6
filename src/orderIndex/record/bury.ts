// Deletes orders from the index: those that their platform has put away, that nobody has heard of for long, or whose shop
// is gone.
import type { Kysely, Transaction } from 'kysely';
import { tombstoneOf } from '../keys/shopKeys.js';
import type { OrderRow, Tables } from '../schema/tables.js';
import { type IndexKey, inChunks, isOneOf } from '../statements.js';
import { logChanges } from './changeLog.js';
import type { Recorder } from './record.js';
import { createRollupDeltas } from './rollups.js';

/** An order, and when its gateway said that it is put away. */
export interface Burial {
  readonly shop: string;
  readonly orderId: string;
  /** Milliseconds. */
  readonly at: number;
}

/** Its row, document and tokens go, and a tombstone stays; roll-ups stay too, as they tell of nobody. */
export async function bury({ db, engine, now }: Recorder, burials: readonly Burial[]): Promise<void> {
  if (burials.length === 0) return;
  await engine.write(db, async (transaction) => {
    const keys = burials.map(({ shop, orderId }) => ({ shop, order_id: orderId }));
    const rows = await transaction.selectFrom('orders').selectAll().where(isOneOf(keys)).execute();
    await deleteOrders(transaction, rows, now());
    const tombstones = new Map(
      burials.map(({ shop, orderId, at }) => [`${shop} ${orderId}`, { shop, token: tombstoneOf(shop, orderId), at }]),
    );
    await inChunks([...tombstones.values()], 3, async (chunk) => {
      await transaction
        .insertInto('tombstones')
        .values(chunk)
        .onConflict((conflict) =>
          conflict.columns(['shop', 'token']).doUpdateSet(({ ref }) => ({ at: ref('excluded.at') })),
        )
        .execute();
    });
    if (rows.length > 0) await engine.notify?.(transaction);
  });
}

export async function isBuried(db: Kysely<Tables>, shop: string, orderId: string): Promise<boolean> {
  const found = await db
    .selectFrom('tombstones')
    .select('at')
    .where('shop', '=', shop)
    .where('token', '=', tombstoneOf(shop, orderId))
    .executeTakeFirst();
  return found !== undefined;
}

/** Deletes rows and all that belongs to them, and says so in the feed. */
export async function deleteOrders(
  transaction: Transaction<Tables>,
  rows: readonly OrderRow[],
  at: number,
): Promise<void> {
  if (rows.length === 0) return;
  for (const table of ['orders', 'terms', 'products', 'documents'] as const) await deleteFrom(transaction, table, rows);
  const changes = rows.map((row) => ({ kind: 'DELETED' as const, aspects: [], before: row, after: undefined }));
  await logChanges(transaction, changes, at);
}

async function deleteFrom(
  transaction: Transaction<Tables>,
  table: 'orders' | 'terms' | 'products' | 'documents',
  keys: readonly IndexKey[],
): Promise<void> {
  await transaction.deleteFrom(table).where(isOneOf(keys)).execute();
}

/** Takes orders out of the roll-ups. */
export async function uncount(transaction: Transaction<Tables>, rows: readonly OrderRow[]): Promise<void> {
  const rollups = createRollupDeltas();
  for (const row of rows) rollups.move(row, undefined);
  await rollups.write(transaction);
}
