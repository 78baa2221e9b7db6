// Shops whose owners have taken their authorization back: a row of the table of streams says so, until another account's
// settings or a new token come.
import type { Kysely, Transaction } from 'kysely';
import { MISSING, type Tables } from '../schema/tables.js';

/** What table sync calls it. */
export const REVOKED = 'revoked';

export async function markRevoked(
  transaction: Transaction<Tables>,
  shop: string,
  credential: string,
  now: number,
): Promise<void> {
  const row = { watermark: now, complete_since: MISSING, open_window: JSON.stringify({ credential }) };
  await transaction
    .insertInto('sync')
    .values({ shop, stream: REVOKED, ...row, fault: 'SHOP_NOT_AUTHORIZED' })
    // It counts from the first time.
    .onConflict((conflict) => conflict.columns(['shop', 'stream']).doNothing())
    .execute();
}

export async function unmarkRevoked(transaction: Transaction<Tables>, shop: string): Promise<void> {
  await transaction.deleteFrom('sync').where('shop', '=', shop).where('stream', '=', REVOKED).execute();
}

/** Whether the authorization of this very account was taken back. */
export async function isRevoked(db: Kysely<Tables>, shop: string, credential: string): Promise<boolean> {
  const row = await db
    .selectFrom('sync')
    .select('open_window')
    .where('shop', '=', shop)
    .where('stream', '=', REVOKED)
    .executeTakeFirst();
  return (
    row !== undefined && (JSON.parse(row.open_window ?? '{}') as { credential?: string }).credential === credential
  );
}

/** Shops that were revoked before then. */
export async function revokedShops(db: Kysely<Tables>, before: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sync')
    .select('shop')
    .where('stream', '=', REVOKED)
    .where('watermark', '<=', before)
    .execute();
  return rows.map(({ shop }) => shop);
}
