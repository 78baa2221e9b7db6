// Pages of orders, on both engines.
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrderRow } from '../../src/orderIndex/schema/tables.js';
import type { IndexReader, ListPage, OrderFilter, Sort } from '../../src/orderIndex/types.js';
import { describeEngines, type TestIndex } from '../support/indexEngines.js';
import { listOf } from '../support/indexOracle.js';
import { randomFilter, randomOrders, randomSort, SHOPS } from '../support/randomOrders.js';

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
});
