// Fills an index with invented orders, in the database itself: a million of them in about a minute.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { BASES, GRAINS } from '../../src/orderIndex/codes.js';
import type { Engine } from '../../src/orderIndex/engine/engine.js';
import { COUNTERS, MISSING, type Tables } from '../../src/orderIndex/schema/tables.js';

export const SHOPS: readonly string[] = Array.from({ length: 50 }, (_, number) => `shop-${number}`);
export const DAYS = 180;
export const DAY_MS = 86_400_000;
/** The last instant of an order; the first is DAYS before it. */
export const END = Date.UTC(2026, 10, 1);
const START = END - DAYS * DAY_MS;

/** Orders whose token and product are asked for: one in so many has the product. */
export const ORDERS_OF_PRODUCT = 200;

export const orderIdOf = (index: number): string => String(4_000_000_000_000_000_000n + BigInt(index) * 977n);
/** Tokens of bench are nine digits, as long as real ones. */
export const tokenOf = (index: number): Uint8Array => Buffer.from(String(index).padStart(9, '0'));

/** What only one of the engines can write so. */
interface Dialect {
  readonly series: (rows: number) => RawBuilder<unknown>;
  readonly token: RawBuilder<unknown>;
  readonly before: (db: Kysely<Tables>) => Promise<void>;
  readonly after: (db: Kysely<Tables>) => Promise<void>;
}

const DIALECTS: Readonly<Record<Engine['name'], Dialect>> = {
  SQLite: {
    series: (rows) =>
      sql`(with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${rows}) select i from n) as n`,
    token: sql`cast(printf('%09d', i) as blob)`,
    async before(db) {
      await sql`pragma cache_size = -400000`.execute(db);
      await sql`pragma synchronous = off`.execute(db);
    },
    async after(db) {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
  },
  PostgreSQL: {
    series: (rows) => sql`generate_series(0::bigint, ${rows}::bigint - 1) as n(i)`,
    token: sql`convert_to(lpad(i::text, 9, '0'), 'UTF8')`,
    before: async () => {},
    async after(db) {
      await sql`vacuum analyze`.execute(db);
    },
  },
};

export async function fill(engine: Engine, db: Kysely<Tables>, rows: number): Promise<void> {
  const dialect = DIALECTS[engine.name];
  await dialect.before(db);
  const step = Math.floor((DAYS * DAY_MS) / rows);
  // Ids rise with time, as platforms' do, though not strictly.
  const created = sql`(${sql.lit(START)} + i * ${sql.lit(step)} - i * 7919 % 1000 * 60000)`;
  const chance = sql`((i * 2654435761) % 1000)`;
  const isPaid = sql`${chance} >= 20 and ${chance} < 950`;
  const isShipped = sql`${chance} >= 80 and ${chance} < 950`;
  const missing = sql.lit(MISSING);
  const shop = sql`'shop-' || cast(i % ${sql.lit(SHOPS.length)} as text)`;
  const orderId = sql`cast(4000000000000000000 + i * 977 as text)`;
  await engine.write(db, async (transaction) => {
    await sql`
      insert into orders
      select
        ${shop}, ${orderId}, null,
        'ALIBABA_1688',
        'VV_TOOL',
        0,
        case when ${chance} < 20 then 1 when ${chance} < 80 then 4 when ${chance} < 180 then 6
             when ${chance} < 950 then 8 else 9 end,
        case when ${isPaid} then 4 else 1 end,
        case when ${isShipped} then 3 else 1 end,
        case when ${chance} % 40 = 0 then 2 else 1 end,
        'code', null, null, null,
        ${created}, ${created} + 3600000,
        case when ${isPaid} then ${created} + 600000 else ${missing} end,
        case when ${isShipped} then ${created} + 86400000 else ${missing} end,
        ${missing},
        case when ${chance} < 20 then ${created} + 259200000 else ${missing} end,
        case i % 50 % 3 when 2 then 'USD' else 'CNY' end,
        100 + (i * 31) % 100000, cast(1 + (i * 31) % 1000 as text),
        1 + i % 3, null, i % 8, 32767,
        'W5JdKzYpG0v2nN8Y5yWcQm1r0kq3uXbq5sV7tE9aLhM', 3, ${created} + 7200000, i + 1
      from ${dialect.series(rows)}`.execute(transaction);
    await sql`
      insert into terms (shop, term, order_id) select ${shop}, ${dialect.token}, ${orderId} from ${dialect.series(rows)}`.execute(
      transaction,
    );
    await sql`
      insert into products (shop, product_id, order_id)
      select ${shop}, 'product-' || cast(i / 50 % ${sql.lit(Math.max(1, Math.floor(rows / 50 / ORDERS_OF_PRODUCT)))} as text), ${orderId}
      from ${dialect.series(rows)}`.execute(transaction);
    for (const basis of BASES) for (const grain of GRAINS) await rollUp(transaction, basis, grain);
    const changes = Math.min(rows, 100_000);
    await sql`
      insert into changes (seq, at, shop, order_id, kind, aspects, before, after)
      select i + 1, ${sql.lit(END)}, ${shop}, ${orderId}, 0, 1, null, '[4,4,1,1,"CNY","1"]'
      from ${dialect.series(changes)}`.execute(transaction);
    await transaction.insertInto('counters').values({ name: COUNTERS.lastChange, value: changes }).execute();
  });
  await dialect.after(db);
}

async function rollUp(
  db: Kysely<Tables>,
  basis: (typeof BASES)[number],
  grain: (typeof GRAINS)[number],
): Promise<void> {
  const instant = basis === 'CREATED' ? sql`created_at` : sql`paid_at`;
  const [length, shift] = grain === 'DAY' ? [DAY_MS, 28_800_000] : [3_600_000, 0];
  const start =
    grain === 'ALL'
      ? sql`0`
      : sql`case when ${instant} = ${sql.lit(MISSING)} then ${sql.lit(MISSING)}
            else (${instant} + ${sql.lit(shift)}) / ${sql.lit(length)} * ${sql.lit(length)} - ${sql.lit(shift)} end`;
  await sql`
    insert into rollups (shop, grain, basis, start, status, payment, shipping, refund, currency, count, total)
    select shop, ${sql.lit(GRAINS.indexOf(grain))}, ${sql.lit(BASES.indexOf(basis))}, ${start} as beginning,
      status, payment, shipping, refund, currency, count(*), sum(total)
    from orders group by shop, beginning, status, payment, shipping, refund, currency`.execute(db);
}
