// The order index on each of its engines, empty and migrated, and rows to put into it.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { Kysely, sql, type Transaction } from 'kysely';
import { BASES, GRAINS } from '../../src/orderIndex/codes.js';
import type { Engine } from '../../src/orderIndex/engine/engine.js';
import { createPostgresEngine } from '../../src/orderIndex/engine/postgres.js';
import { createSqliteEngine } from '../../src/orderIndex/engine/sqlite.js';
import type { TermField } from '../../src/orderIndex/keys/tokens.js';
import { createReader } from '../../src/orderIndex/read/reader.js';
import { migrate } from '../../src/orderIndex/schema/index.js';
import {
  COUNTERS,
  MISSING,
  type NewChange,
  type OrderRow,
  type RollupRow,
  type Tables,
} from '../../src/orderIndex/schema/tables.js';
import type { IndexReader } from '../../src/orderIndex/types.js';
import { startPostgres } from './postgres.js';

export interface TestIndex {
  readonly engine: Engine;
  /** The file of SQLite, or PostgreSQL's address: for a test that opens it once more. */
  readonly place: string;
  /** What only reads, and what writes. */
  readonly db: Kysely<Tables>;
  readonly writer: Kysely<Tables>;
  readonly reader: IndexReader;
  /** Tokens as addTerm writes them. */
  readonly termFor: (shop: string, field: TermField, value: string) => Promise<Uint8Array | undefined>;
  /** Puts orders into it, counted in the roll-ups. */
  readonly insert: (...rows: readonly Partial<OrderRow>[]) => Promise<readonly OrderRow[]>;
  /** Writes changes into the feed, as one transaction; their numbers. */
  readonly change: (...changes: readonly Partial<NewChange>[]) => Promise<readonly number[]>;
  /** Lets an order be found by a person or a parcel. */
  readonly addTerm: (order: Pick<OrderRow, 'shop' | 'order_id'>, field: TermField, value: string) => Promise<void>;
  readonly addProduct: (order: Pick<OrderRow, 'shop' | 'order_id'>, productId: string) => Promise<void>;
}

/** Where indexes of one engine are made. */
interface Place {
  readonly createIndex: () => Promise<{
    readonly engine: Engine;
    readonly place: string;
    readonly isMigrated: boolean;
  }>;
  readonly close: () => Promise<void>;
}

const ENGINES: readonly { readonly name: Engine['name']; readonly start: () => Promise<Place> }[] = [
  { name: 'SQLite', start: async () => startSqlite() },
  { name: 'PostgreSQL', start: startPostgresPlace },
];

/** The same tests on each engine; every call of openIndex makes an empty index of its own, closed after all of them. */
export function describeEngines(title: string, tests: (openIndex: () => Promise<TestIndex>) => void): void {
  describe.each(ENGINES)(`${title} ($name)`, ({ start }) => {
    let engines: Place;
    const open: Kysely<Tables>[] = [];
    beforeAll(async () => {
      engines = await start();
    });
    afterAll(async () => {
      await Promise.all(open.map((db) => db.destroy()));
      await engines.close();
    });
    tests(() => openIndex(engines, open));
  });
}

/** One empty index in SQLite. */
export async function openSqliteIndex(): Promise<TestIndex & { readonly close: () => Promise<void> }> {
  const engines = startSqlite();
  const open: Kysely<Tables>[] = [];
  const index = await openIndex(engines, open);
  return {
    ...index,
    async close() {
      await Promise.all(open.map((db) => db.destroy()));
      await engines.close();
    },
  };
}

/** @param open takes the connections that are to be closed */
async function openIndex({ createIndex }: Place, open: Kysely<Tables>[]): Promise<TestIndex> {
  const { engine, place, isMigrated } = await createIndex();
  const writer = new Kysely<Tables>({ dialect: engine.createDialect('writer') });
  const db = new Kysely<Tables>({ dialect: engine.createDialect('reader') });
  open.push(writer, db);
  if (!isMigrated) await migrate(writer, engine);
  const reader = createReader({ engine, run: (query) => query(db), termFor });
  return {
    ...{ engine, place, db, writer, reader, termFor },
    insert: (...rows) => insertOrders(writer, rows),
    change: (...changes) => engine.write(writer, (transaction) => insertChanges(engine, transaction, changes)),
    async addTerm({ shop, order_id }, field, value) {
      const term = await termFor(shop, field, value);
      if (term === undefined) throw new Error(`${shop} has no tokens`);
      await writer.insertInto('terms').values({ shop, order_id, term }).execute();
    },
    async addProduct({ shop, order_id }, product_id) {
      await writer.insertInto('products').values({ shop, order_id, product_id }).execute();
    },
  };
}

/** A shop of which no tokens are kept. */
export const SHOP_WITHOUT_TOKENS = 'bare';

const termFor = async (shop: string, field: TermField, value: string): Promise<Uint8Array | undefined> =>
  shop === SHOP_WITHOUT_TOKENS
    ? undefined
    : createHash('sha256').update(`${shop} ${field} ${value}`).digest().subarray(0, 9);

function startSqlite(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-index-'));
  let files = 0;
  return {
    async createIndex() {
      files += 1;
      const place = join(folder, `${files}.db`);
      return { engine: createSqliteEngine({ path: place, isTemporary: true }), place, isMigrated: false };
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function startPostgresPlace(): Promise<Place> {
  const server = await startPostgres();
  const template = await server.createDatabase();
  const engine = createPostgresEngine(template);
  const db = new Kysely<Tables>({ dialect: engine.createDialect('writer') });
  await migrate(db, engine);
  await db.destroy();
  return {
    async createIndex() {
      const place = await server.createDatabase(template);
      return { engine: createPostgresEngine(place), place, isMigrated: true };
    },
    close: server.close,
  };
}

/** How many rows one statement inserts: SQLite takes some 32,000 parameters. */
const BATCH = 500;

let invented = 0;

/** An order of Taobao that waits for shipment, except for what is said otherwise. */
export function orderRow(changes: Partial<OrderRow> = {}): OrderRow {
  invented += 1;
  const created = Date.UTC(2026, 0, 1) + invented * 60_000;
  return {
    shop: 'flagship',
    order_id: String(4_000_000_000_000_000_000n + BigInt(invented)),
    out_order_id: null,
    platform: 'TAOBAO',
    gateway: 'TAOBAO_TOP',
    view: 0,
    status: 4,
    payment: 4,
    shipping: 1,
    refund: 1,
    status_code: 'WAIT_SELLER_SEND_GOODS',
    payment_code: null,
    shipping_code: null,
    refund_code: null,
    created_at: created,
    modified_at: created + 30_000,
    paid_at: created + 10_000,
    shipped_at: MISSING,
    completed_at: MISSING,
    expires_at: MISSING,
    ship_by: MISSING,
    fulfillment: 0,
    overdue_risk: 0,
    may_ship: 0,
    currency: 'CNY',
    total: 945_00,
    amount: '945.00',
    items: 1,
    flag: null,
    marks: 0,
    known: 0x1ffff,
    hash: 'hash',
    source: 3,
    seen_at: created + 40_000,
    seq: invented,
    ...changes,
  };
}

async function insertOrders(db: Kysely<Tables>, changes: readonly Partial<OrderRow>[]): Promise<readonly OrderRow[]> {
  const rows = changes.map(orderRow);
  await db.transaction().execute(async (transaction) => {
    for (let from = 0; from < rows.length; from += BATCH)
      await transaction
        .insertInto('orders')
        .values(rows.slice(from, from + BATCH))
        .execute();
    const rollups = [...rollupsOf(rows)];
    for (let from = 0; from < rollups.length; from += BATCH)
      await transaction
        .insertInto('rollups')
        .values(rollups.slice(from, from + BATCH))
        .onConflict((conflict) =>
          conflict
            .columns(['shop', 'grain', 'basis', 'start', 'status', 'payment', 'shipping', 'refund', 'currency'])
            .doUpdateSet(({ eb, ref }) => ({
              count: eb('rollups.count', '+', ref('excluded.count')),
              total: eb('rollups.total', '+', ref('excluded.total')),
            })),
        )
        .execute();
  });
  return rows;
}

async function insertChanges(
  engine: Engine,
  transaction: Transaction<Tables>,
  changes: readonly Partial<NewChange>[],
): Promise<readonly number[]> {
  const { value } = await transaction
    .insertInto('counters')
    .values({ name: COUNTERS.lastChange, value: changes.length })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql`counters.value + excluded.value` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  const rows = changes.map((change, index) => ({
    ...{ at: Date.UTC(2026, 2, 1), shop: 'flagship', order_id: '1', kind: 1, aspects: 1, before: null, after: null },
    ...change,
    seq: value - changes.length + 1 + index,
  }));
  await transaction.insertInto('changes').values(rows).execute();
  await engine.notify?.(transaction);
  return rows.map(({ seq }) => seq);
}

const HOUR_MS = 3_600_000;
const BEIJING_MS = 8 * HOUR_MS;

/** What the roll-ups say of orders, counted one by one. */
function rollupsOf(rows: readonly OrderRow[]): Iterable<RollupRow> {
  const rollups = new Map<string, RollupRow>();
  for (const row of rows)
    for (const basis of BASES.keys())
      for (const [grain, name] of GRAINS.entries()) {
        const { shop, status, payment, shipping, refund, currency } = row;
        const start = startOf(name, basis === 0 ? row.created_at : row.paid_at);
        const key = { shop, grain, basis, start, status, payment, shipping, refund, currency };
        const label = JSON.stringify(key);
        const { count, total } = rollups.get(label) ?? { count: 0, total: 0 };
        rollups.set(label, { ...key, count: count + 1, total: total + (row.total === MISSING ? 0 : row.total) });
      }
  return rollups.values();
}

function startOf(grain: (typeof GRAINS)[number], instant: number): number {
  if (grain === 'ALL') return 0;
  if (instant === MISSING) return MISSING;
  const [length, shift] = grain === 'DAY' ? [24 * HOUR_MS, BEIJING_MS] : [HOUR_MS, 0];
  return Math.floor((instant + shift) / length) * length - shift;
}
