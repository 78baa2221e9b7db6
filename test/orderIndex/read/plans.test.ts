// How the engines find what the index is asked: by indexes, and never along all orders.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CompiledQuery, Kysely, sql } from 'kysely';
import { createReader } from '../../../src/orderIndex/read/reader.js';
import type { Tables } from '../../../src/orderIndex/schema/tables.js';
import type { IndexReader, OrderFilter, Sort } from '../../../src/orderIndex/types.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';

const SHOPS = Array.from({ length: 50 }, (_, number) => `shop-${number}`);
const ORDERS = 20_000;
const BEGINNING = Date.UTC(2026, 2, 1);
const NEWEST: Sort = { key: 'CREATED_AT', direction: 'DESC' };

describeEngines('query plans', (openIndex) => {
  let index: TestIndex;
  let reader: IndexReader;
  let db: Kysely<Tables>;
  const queries: CompiledQuery[] = [];

  beforeAll(async () => {
    index = await openIndex();
    const rows = Array.from({ length: ORDERS }, (_, order) => ({
      ...{ shop: SHOPS[order % 50] as string, order_id: String(1_000_000 + order), status: order % 40 === 0 ? 1 : 8 },
      created_at: BEGINNING + order * 60_000,
    }));
    await index.insert(...rows);
    for (const [order, row] of rows.entries()) {
      if (order % 100 !== 0) continue;
      await index.addTerm(row, 'TRACKING_NUMBER', `SF${order}`);
      await index.addProduct(row, `product-${order % 700}`);
    }
    if (index.engine.name === 'PostgreSQL') await sql`analyze`.execute(index.writer);
    db = new Kysely<Tables>({
      dialect: index.engine.createDialect('reader'),
      log: ({ query }) => void queries.push(query as CompiledQuery),
    });
    const { engine } = index;
    const { termFor } = index;
    reader = createReader({ engine, run: (query) => query(db), termFor });
  }, 240_000);

  afterAll(() => db.destroy());

  /** The plans of all that was asked, as texts. */
  async function plansOf(ask: () => Promise<unknown>): Promise<readonly string[]> {
    queries.length = 0;
    await ask();
    const asked = [...queries];
    expect(asked.length).toBeGreaterThan(0);
    const explain = index.engine.name === 'PostgreSQL' ? 'explain ' : 'explain query plan ';
    const plans: string[] = [];
    for (const query of asked) {
      const { rows } = await index.db.executeQuery<object>({ ...query, sql: explain + query.sql });
      plans.push(rows.map((row) => Object.values(row).join(' ')).join('\n'));
    }
    return plans;
  }

  /** SQLite scans a table or an index; PostgreSQL a table in sequence, which it rightly does with the few tokens there are. */
  const FULL_SCAN = /\bSCAN (?:orders|terms|products|rollups|changes)\b|Seq Scan on orders\b/;

  async function expectIndexed(ask: () => Promise<unknown>): Promise<void> {
    for (const plan of await plansOf(ask)) expect(plan).not.toMatch(FULL_SCAN);
  }

  const list = (shops: readonly string[], filter: OrderFilter, sort: Sort = NEWEST, after?: string) =>
    reader.list({ shops, filter, sort, page: { first: 50, after } });

  test('One shop’s list is walked along its index', () => expectIndexed(() => list(SHOPS.slice(0, 1), {})));

  test('Fifty shops’ lists are merged, each by its own index', () => expectIndexed(() => list(SHOPS, {})));

  test('A list of one status is walked along the index by status', async () => {
    const filter: OrderFilter = { status: ['AWAITING_PAYMENT'] };
    for (const shops of [SHOPS, SHOPS.slice(0, 1)]) {
      const [plan] = await plansOf(() => list(shops, filter));
      expect(plan).toMatch(/orders_status/);
      expect(plan).not.toMatch(FULL_SCAN);
    }
  });

  test('Every order of a list has its index, in both directions', async () => {
    for (const key of ['CREATED_AT', 'MODIFIED_AT', 'PAID_AT', 'EXPIRES_AT', 'SHIP_BY', 'TOTAL'] as const)
      for (const direction of ['ASC', 'DESC'] as const) {
        const [plan] = await plansOf(() => list(SHOPS.slice(0, 1), {}, { key, direction }));
        expect(plan).toMatch(new RegExp(`orders_${key.toLowerCase()}`));
        expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
      }
  });

  test('Ids, tokens and products are looked up', async () => {
    for (const filter of [
      { orderIds: ['1000100', '1000200'] },
      { outOrderIds: ['own'] },
      { trackingNumber: 'SF100' },
      { productIds: ['product-100'] },
      { search: { text: '1000100', includesPeople: true } },
      { search: { text: 'SF100', includesPeople: true }, status: ['COMPLETED'] },
    ] as const)
      for (const shops of [SHOPS.slice(0, 3), SHOPS]) {
        await expectIndexed(() => list(shops, filter));
        await expectIndexed(() => reader.count({ shops, filter, limit: 10_000 }));
      }
  });

  test('A page far into the list begins at its place', async () => {
    const { edges } = await list(SHOPS, {}, NEWEST);
    const far = await reader.list({
      ...{ shops: SHOPS, filter: { instants: { createdAt: { lt: BEGINNING + 9_000 * 60_000 } } }, sort: NEWEST },
      page: { first: 1 },
    });
    expect(far.edges[0]?.order.createdAt).toEqual(new Date(BEGINNING + 8_999 * 60_000));
    for (const cursor of [edges.at(-1)?.cursor, far.edges[0]?.cursor]) {
      await expectIndexed(() => list(SHOPS, {}, NEWEST, cursor));
      await expectIndexed(() => list(SHOPS.slice(0, 1), {}, NEWEST, cursor));
    }
  });
});
