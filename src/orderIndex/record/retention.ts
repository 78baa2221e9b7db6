// Deletes what is kept no longer: by one process at a time, and little by little, so that writers come in between.
import type { Kysely, Transaction } from 'kysely';
import { takeLease } from '../leases.js';
import { COUNTERS, type Tables } from '../schema/tables.js';
import { revokedShops } from '../sync/revocation.js';
import { deleteOrders, uncount } from './bury.js';
import type { Recorder } from './record.js';

export interface Retention {
  /** Days; 0: for ever. */
  readonly keepDays: number;
  readonly documentDays: number;
  readonly changeDays: number;
  readonly graceDays: number;
  /** Ids of the shops that the settings name. */
  readonly shops: readonly string[];
}

export interface RetentionRun extends Recorder {
  /** Names this process. */
  readonly owner: string;
  /** Resolves when the next little may be done; false: the process ends. */
  readonly mayGoOn: () => Promise<boolean>;
}

const DAY_MS = 86_400_000;
const LEASE_MS = 600_000;
const BATCH = 200;

/** One step deletes a batch, and says whether there may be more. */
type Step = (transaction: Transaction<Tables>, run: RetentionRun) => Promise<boolean>;

/** @throws what the database throws. */
export async function deleteOutdated(run: RetentionRun, retention: Retention): Promise<void> {
  const now = run.now();
  const lease = { name: 'retention', owner: run.owner, ms: LEASE_MS };
  const isMine = await run.engine.write(run.db, (transaction) => takeLease(transaction, { ...lease, now }));
  if (!isMine) return;
  const gone = [
    ...(await run.engine.write(run.db, (transaction) => goneShops(transaction, retention, now))),
    ...(await revokedShops(run.db, now - retention.graceDays * DAY_MS)),
  ];
  for (const step of stepsOf(retention, now, gone)) {
    while (await run.engine.write(run.db, (transaction) => step(transaction, run))) if (!(await run.mayGoOn())) return;
  }
}

function* stepsOf(retention: Retention, now: number, gone: readonly string[]): Generator<Step> {
  const before = (days: number): number => now - days * DAY_MS;
  const { keepDays, documentDays, changeDays } = retention;
  for (const shop of gone) yield* forgetShop(shop);
  if (keepDays > 0) {
    yield forgetOrders(before(keepDays));
    yield deleteTombstones(before(keepDays));
  }
  if (documentDays > 0) yield deleteDocuments(before(documentDays));
  if (changeDays > 0) yield deleteChanges(before(changeDays));
}

const forgetOrders =
  (before: number): Step =>
  async (transaction, { engine, now }) => {
    const rows = await transaction
      .selectFrom('orders')
      .selectAll()
      .where('seen_at', '<', before)
      .orderBy('seen_at')
      .limit(BATCH)
      .execute();
    // Else an order that is read again would be counted twice.
    await uncount(transaction, rows);
    await deleteOrders(transaction, rows, now());
    if (rows.length > 0) await engine.notify?.(transaction);
    return rows.length === BATCH;
  };

const deleteDocuments =
  (before: number): Step =>
  async (transaction) => {
    const old = await transaction
      .selectFrom('documents')
      .select(['shop', 'order_id', 'credential'])
      .where('fetched_at', '<', before)
      .orderBy('fetched_at')
      .limit(BATCH)
      .execute();
    for (const { shop, order_id, credential } of old)
      await transaction
        .deleteFrom('documents')
        .where('shop', '=', shop)
        .where('order_id', '=', order_id)
        .where('credential', '=', credential)
        .execute();
    return old.length === BATCH;
  };

const deleteTombstones =
  (before: number): Step =>
  async (transaction) => {
    await transaction.deleteFrom('tombstones').where('at', '<', before).execute();
    return false;
  };

/** Whoever asks for changes after one of these is told that they are gone. */
const deleteChanges =
  (before: number): Step =>
  async (transaction) => {
    const old = await transaction
      .selectFrom('changes')
      .select('seq')
      .where('at', '<', before)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    const last = old.at(-1)?.seq;
    if (last === undefined) return false;
    await transaction.deleteFrom('changes').where('seq', '<=', last).execute();
    await transaction
      .insertInto('counters')
      .values({ name: COUNTERS.expiredChange, value: last })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: last }))
      .execute();
    return old.length === BATCH;
  };

/** Counters by this prefix are since when a shop is in the settings no longer; 0 while it is. */
const SHOP = 'shop ';

/** The shops that have been out of the settings for longer than the grace. */
async function goneShops(
  transaction: Transaction<Tables>,
  { shops, graceDays }: Retention,
  now: number,
): Promise<readonly string[]> {
  for (const shop of shops)
    await transaction
      .insertInto('counters')
      .values({ name: SHOP + shop, value: 0 })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: 0 }))
      .execute();
  const configured = new Set(shops.map((shop) => SHOP + shop));
  const known = await transaction.selectFrom('counters').selectAll().where('name', 'like', `${SHOP}%`).execute();
  const missing = known.filter(({ name }) => !configured.has(name));
  const noticed = missing.filter(({ value }) => value === 0).map(({ name }) => name);
  if (noticed.length > 0)
    await transaction.updateTable('counters').set({ value: now }).where('name', 'in', noticed).execute();
  return missing
    .filter(({ value }) => now - (value || now) >= graceDays * DAY_MS)
    .map(({ name }) => name.slice(SHOP.length));
}

/** The key first: from then on nobody can read what else there is. */
function* forgetShop(shop: string): Generator<Step> {
  yield deleteOfShop('shop_keys', shop);
  for (const table of ['documents', 'terms', 'products', 'orders'] as const) yield deleteKeyed(table, shop);
  for (const table of ['credentials', 'changes', 'rollups', 'tombstones', 'sync', 'due', 'import_items'] as const)
    yield deleteOfShop(table, shop);
  yield async (transaction) => {
    await transaction
      .deleteFrom('counters')
      .where('name', '=', SHOP + shop)
      .execute();
    return false;
  };
}

const deleteOfShop =
  (
    table: 'shop_keys' | 'credentials' | 'changes' | 'rollups' | 'tombstones' | 'sync' | 'due' | 'import_items',
    shop: string,
  ): Step =>
  async (transaction) => {
    await transaction.deleteFrom(table).where('shop', '=', shop).execute();
    return false;
  };

const deleteKeyed =
  (table: 'documents' | 'terms' | 'products' | 'orders', shop: string): Step =>
  async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom(table)
      .where('shop', '=', shop)
      .where('order_id', 'in', ordersOf(transaction, table, shop))
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  };

const ordersOf = (db: Kysely<Tables>, table: 'documents' | 'terms' | 'products' | 'orders', shop: string) =>
  db.selectFrom(table).select('order_id').where('shop', '=', shop).limit(BATCH);
