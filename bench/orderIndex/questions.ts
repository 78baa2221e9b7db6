// What the index is asked in the benchmark, and the plain SQL that answers the same, or as much of it as SQL can.
import { type Kysely, sql } from 'kysely';
import { cursorOf } from '../../src/orderIndex/read/cursor.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import type { IndexReader, ListPage, OrderFilter, PageRequest } from '../../src/orderIndex/types.js';
import { DAY_MS, END, SHOPS } from './fill.js';

export interface Question {
  readonly name: string;
  /** At most so many milliseconds, by engine; undefined where there is no target. */
  readonly target?: Readonly<Record<'SQLite' | 'PostgreSQL', number>>;
  readonly ask: (reader: IndexReader) => Promise<unknown>;
  readonly plain?: (db: Kysely<Tables>) => Promise<unknown>;
}

const NEWEST = { key: 'CREATED_AT', direction: 'DESC' } as const;
const SHOP = SHOPS[7] as string;

const list = (
  reader: IndexReader,
  shops: readonly string[],
  filter: OrderFilter = {},
  page: PageRequest = { first: 50 },
): Promise<ListPage> => reader.list({ shops, filter, sort: NEWEST, page });

/** Where page 2,000 of one shop begins, or the last page there is. */
async function farCursor(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ readonly created_at: number; readonly order_id: string }>`
    select created_at, order_id from orders where shop = ${SHOP}
    order by created_at, order_id limit 1 offset 100`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('There are too few orders.');
  return cursorOf(NEWEST, { key: row.created_at, shop: SHOP, orderId: row.order_id });
}

const inShops = sql.join(SHOPS);
const DAYS_90 = END - 90 * DAY_MS - 8 * 3_600_000;

export async function questionsOf(db: Kysely<Tables>): Promise<readonly Question[]> {
  const far = await farCursor(db);
  return [
    {
      name: 'list 50, one shop',
      target: { SQLite: 0.5, PostgreSQL: 1.5 },
      ask: (reader) => list(reader, [SHOP]),
      plain: (plainDb) =>
        sql`select * from orders where shop = ${SHOP} order by created_at desc, order_id desc limit 51`.execute(
          plainDb,
        ),
    },
    {
      name: 'its last page',
      ask: (reader) => list(reader, [SHOP], {}, { first: 50, after: far }),
    },
    {
      name: '50 shops merged',
      ask: (reader) => list(reader, SHOPS),
      plain: (plainDb) =>
        sql`select * from orders where shop in (${inShops}) order by created_at desc, shop desc, order_id desc limit 51`.execute(
          plainDb,
        ),
    },
    {
      name: '50 shops merged, one status',
      target: { SQLite: 5, PostgreSQL: 10 },
      ask: (reader) => list(reader, SHOPS, { status: ['AWAITING_SHIPMENT'] }),
      plain: (plainDb) =>
        sql`
          select * from orders where shop in (${inShops}) and status = 4
          order by created_at desc, shop desc, order_id desc limit 51`.execute(plainDb),
    },
    { name: '50 shops, one token each', ask: (reader) => list(reader, SHOPS, { trackingNumber: '57' }) },
    {
      name: '50 shops, no order matches',
      ask: (reader) => list(reader, SHOPS, { refundStatus: ['RETURNED'] }),
    },
    {
      name: '50 shops, one flag, dearer than all',
      ask: (reader) => list(reader, SHOPS, { sellerFlag: ['9'], total: { currencyCode: 'CNY', gte: 1_000_000_000 } }),
    },
    {
      name: 'count to 10,000',
      target: { SQLite: 2, PostgreSQL: 8 },
      ask: (reader) => reader.count({ shops: SHOPS, filter: { isOnHold: true }, limit: 10_000 }),
      plain: (plainDb) =>
        sql`
          select count(*) from (
            select 1 from orders where shop in (${inShops}) and (marks & 1) <> 0 limit 10001
          ) as found`.execute(plainDb),
    },
    {
      name: 'exact count by axes',
      target: { SQLite: 2, PostgreSQL: 3 },
      ask: (reader) =>
        reader.count({
          ...{ shops: SHOPS, limit: Number.MAX_SAFE_INTEGER },
          filter: { status: ['COMPLETED'], paymentStatus: ['PAID'] },
        }),
      plain: (plainDb) =>
        sql`select count(*) from orders where shop in (${inShops}) and status = 8 and payment = 4`.execute(plainDb),
    },
    {
      name: '90 days × day × status × 50 shops',
      target: { SQLite: 20, PostgreSQL: 30 },
      ask: (reader) =>
        reader.statistics({
          ...{ shops: SHOPS, filter: { instants: { createdAt: { gte: DAYS_90 } } }, by: ['DAY', 'STATUS'] },
          ...{ basis: 'CREATED', timeZone: 'Asia/Shanghai' },
        }),
      plain: (plainDb) =>
        sql`
          select (created_at + 28800000) / 86400000 as day, status, currency, count(*), sum(total) from orders
          where shop in (${inShops}) and created_at >= ${DAYS_90} group by day, status, currency`.execute(plainDb),
    },
    {
      name: 'the same of orders on hold, row by row',
      ask: (reader) =>
        reader.statistics({
          ...{
            shops: SHOPS,
            filter: { isOnHold: true, instants: { createdAt: { gte: DAYS_90 } } },
            by: ['DAY', 'STATUS'],
          },
          ...{ basis: 'CREATED', timeZone: 'Asia/Shanghai' },
        }),
    },
  ];
}
