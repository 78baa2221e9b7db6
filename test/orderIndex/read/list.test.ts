// Pages of orders, on both engines.
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bitsOf, FIELD_GROUPS, type FieldGroup, knows, STATUSES } from '../../../src/orderIndex/codes.js';
import { MISSING, type OrderRow } from '../../../src/orderIndex/schema/tables.js';
import type { IndexedOrder, IndexReader, ListPage, OrderFilter, Sort } from '../../../src/orderIndex/types.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';
import { listOf } from '../../support/indexOracle.js';
import { BEGINNING, randomFilter, randomOrders, randomSort, SHOPS } from '../../support/randomOrders.js';

const NEWEST: Sort = { key: 'CREATED_AT', direction: 'DESC' };

const idsOf = ({ edges }: ListPage): readonly string[] => edges.map(({ order }) => order.orderId);

interface WholeList {
  readonly shops: readonly string[];
  readonly filter?: OrderFilter;
  readonly sort?: Sort;
  readonly size: number;
}

/** All pages one after the other, from the front or from the back. */
async function allPages(
  reader: IndexReader,
  { shops, filter = {}, sort = NEWEST, size }: WholeList,
  isForward: boolean,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const at = isForward ? { first: size, after: cursor } : { last: size, before: cursor };
    const page = await reader.list({ shops, filter, sort, page: at });
    const hasMore = isForward ? page.hasNextPage : page.hasPreviousPage;
    const hasBehind = isForward ? page.hasPreviousPage : page.hasNextPage;
    expect(hasBehind).toBe(cursor !== undefined);
    if (isForward) ids.push(...idsOf(page));
    else ids.unshift(...idsOf(page));
    if (!hasMore) return ids;
    expect(page.edges).toHaveLength(size);
    cursor = page.edges.at(isForward ? -1 : 0)?.cursor;
  }
}

describeEngines('lists', (openIndex) => {
  let index: TestIndex;
  let rows: readonly OrderRow[];
  beforeAll(async () => {
    index = await openIndex();
    rows = await index.insert(...randomOrders(400));
  });

  test('The pages of any filter and order, from either end, are the whole list once', async () => {
    const query = fc.record({
      shops: fc.subarray([...SHOPS, 'nobody'], { minLength: 1 }),
      filter: randomFilter,
      sort: randomSort,
      size: fc.constantFrom(1, 3, 50),
      isForward: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(query, async ({ isForward, ...list }) => {
        const whole = listOf(rows, list, list.filter, list.sort).map(({ order_id }) => order_id);
        fc.pre(whole.length / list.size < 150);
        expect(await allPages(index.reader, list, isForward)).toEqual(whole);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('A page of many statuses, and of more shops than one union holds, is the whole list’s', async () => {
    const many = Array.from({ length: 200 }, (_, number) => `empty-${number}`);
    const list = { shops: [...many, ...SHOPS], filter: { status: STATUSES.slice(0, 4) }, sort: NEWEST };
    const page = await index.reader.list({ ...list, page: { first: 60 } });
    const whole = listOf(rows, list, list.filter, NEWEST).map(({ order_id }) => order_id);
    expect(idsOf(page)).toEqual(whole.slice(0, 60));
    const next = await index.reader.list({ ...list, page: { first: 60, after: page.edges.at(-1)?.cursor } });
    expect(idsOf(next)).toEqual(whole.slice(60, 120));
  });

  test('An order is told as its row has it', async () => {
    const { insert, reader } = await openIndex();
    const created = Date.UTC(2026, 2, 1, 12);
    await insert({
      ...{ shop: 'mill', order_id: '7', out_order_id: 'own', platform: 'ALIBABA_1688', gateway: 'VV_TOOL', view: 1 },
      ...{ status: 99, status_code: 'news', created_at: created, paid_at: MISSING, seen_at: created + 1 },
      ...{ currency: 'JPY', total: 13, amount: '12.5', known: bitsOf(FIELD_GROUPS, ['status', 'total']) },
    });
    const { edges } = await reader.list({ shops: ['mill'], filter: {}, sort: NEWEST, page: { first: 1 } });
    expect(edges[0]?.order).toMatchObject({
      ...{ shop: 'mill', orderId: '7', outOrderId: 'own', platform: 'ALIBABA_1688', gateway: 'VV_TOOL', view: 'BUYER' },
      ...{ status: 'UNKNOWN', statusCode: 'news', createdAt: new Date(created), paidAt: null },
      ...{ total: { amount: '12.5', currencyCode: 'JPY', minorUnits: '12.5' }, seenAt: new Date(created + 1) },
    });
    expect(
      ['status', 'total', 'paidAt'].map((field) => knows(edges[0]?.order as IndexedOrder, field as FieldGroup)),
    ).toEqual([...[true, true, false]]);
  });

  test('What is no cursor of this order is refused, and the argument named', async () => {
    const page = await index.reader.list({ shops: SHOPS, filter: {}, sort: NEWEST, page: { first: 1 } });
    const cursor = String(page.edges[0]?.cursor);
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const damaged = [[2, ...parts.slice(1)], parts.slice(0, 5), [...parts, 1], parts.with(3, '1'), parts.with(4, null)];
    const wrong = ['', 'x', ...[...damaged, {}, null, parts.with(5, 'a\0'), parts.with(3, 2 ** 53)].map(encode)];
    for (const after of wrong)
      await expect(
        index.reader.list({ shops: SHOPS, filter: {}, sort: NEWEST, page: { first: 1, after } }),
      ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: 'after: is not a cursor of orders' });
    for (const sort of [
      { ...NEWEST, direction: 'ASC' },
      { key: 'PAID_AT', direction: 'DESC' },
    ] as const)
      await expect(
        index.reader.list({ shops: SHOPS, filter: {}, sort, page: { last: 1, before: cursor } }),
      ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: 'before: is a cursor of another sortBy' });
  });

  test('A cursor of one shop’s order reads nothing of that shop for who may read others alone', async () => {
    const { edges } = await index.reader.list({ shops: ['mill'], filter: {}, sort: NEWEST, page: { first: 3 } });
    const after = String(edges.at(-1)?.cursor);
    const { edges: others } = await index.reader.list({
      ...{ shops: ['depot'], filter: {}, sort: NEWEST, page: { first: 100, after } },
    });
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others.map(({ order }) => order.shop))).toEqual(new Set(['depot']));
  });

  test('Orders that stay as they are come once each while others come, change and go', async () => {
    const { insert, reader, writer } = await openIndex();
    const steady = await insert(...randomOrders(120).map((row) => ({ ...row, flag: 'steady' })));
    const whole = listOf(steady, { shops: SHOPS }, {}, NEWEST).map(({ order_id }) => order_id);
    for (const isForward of [true, false]) {
      const ids: string[] = [];
      for (let cursor: string | undefined, round = 0; ; round++) {
        const at = isForward ? { first: 7, after: cursor } : { last: 7, before: cursor };
        const page = await reader.list({ shops: SHOPS, filter: {}, sort: NEWEST, page: at });
        const steadyIds = idsOf(page).filter((id) => whole.includes(id));
        if (isForward) ids.push(...steadyIds);
        else ids.unshift(...steadyIds);
        cursor = page.edges.at(isForward ? -1 : 0)?.cursor;
        if (!(isForward ? page.hasNextPage : page.hasPreviousPage)) break;
        const created_at = BEGINNING + ((round * 5) % 13) * 3_600_000;
        await insert({ shop: SHOPS[round % 3], order_id: `new-${isForward}-${round}`, created_at });
        const changed = writer.updateTable('orders').set({ created_at: created_at + 1, status: 8 });
        await changed.where('order_id', '=', `new-${isForward}-${round - 1}`).execute();
        await writer
          .deleteFrom('orders')
          .where('order_id', '=', `new-${isForward}-${round - 4}`)
          .execute();
      }
      expect(ids).toEqual(whole);
    }
  });
});
