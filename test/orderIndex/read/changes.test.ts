// The change feed, on both engines.
import { expect, test } from '@jest/globals';
import { ASPECTS, bitsOf, CHANGE_KINDS } from '../../../src/orderIndex/codes.js';
import { encodeState } from '../../../src/orderIndex/orderState.js';
import { createReader } from '../../../src/orderIndex/read/reader.js';
import { COUNTERS } from '../../../src/orderIndex/schema/tables.js';
import type { ChangeFilter, IndexReader } from '../../../src/orderIndex/types.js';
import { describeEngines, orderRow, type TestIndex } from '../../support/indexEngines.js';

const SHOPS = ['depot', 'flagship'];

/** A cursor before all changes of an empty index. */
const beginning = async ({ reader }: TestIndex): Promise<string> =>
  (await reader.changes({ shops: SHOPS, filter: {}, first: 1 })).endCursor;

/** All that follows a cursor, in pages of so many. */
async function follow(
  reader: IndexReader,
  after: string,
  { shops = SHOPS, filter = {}, first = 2 }: { shops?: readonly string[]; filter?: ChangeFilter; first?: number } = {},
): Promise<{ readonly ids: readonly string[]; readonly endCursor: string }> {
  const ids: string[] = [];
  for (let cursor = after; ; ) {
    const page = await reader.changes({ shops, filter, first, after: cursor });
    ids.push(...page.changes.map(({ orderId }) => orderId));
    cursor = page.endCursor;
    if (!page.hasNextPage) return { ids, endCursor: cursor };
  }
}

describeEngines('change feed', (openIndex) => {
  test('Changes come in the order of their commits, page after page, and each page ends at its last', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    await index.change({ order_id: '1' }, { order_id: '2', shop: 'depot' }, { order_id: '3' });
    await index.change({ order_id: '1' }, { order_id: '4', shop: 'depot' });
    const { ids, endCursor } = await follow(index.reader, start);
    expect(ids).toEqual(['1', '2', '3', '1', '4']);
    await index.change({ order_id: '5' });
    expect(await follow(index.reader, endCursor)).toMatchObject({ ids: ['5'] });
  });

  test('A change says what the order was and what it is', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    const before = orderRow({ status: 1, payment: 1 });
    await index.change({
      at: Date.UTC(2026, 2, 1, 12),
      kind: CHANGE_KINDS.indexOf('UPDATED'),
      aspects: bitsOf(ASPECTS, ['STATUS', 'PAYMENT']),
      before: encodeState(before),
      after: encodeState({ ...before, status: 4, payment: 4 }),
    });
    const { changes } = await index.reader.changes({ shops: SHOPS, filter: {}, after: start, first: 10 });
    const total = { amount: '945.00', currencyCode: 'CNY', minorUnits: '94500' };
    const axes = { shippingStatus: 'NOT_SHIPPED', refundStatus: 'NONE', total };
    expect(changes).toEqual([
      {
        cursor: expect.any(String),
        ...{ at: new Date('2026-03-01T12:00:00Z'), kind: 'UPDATED', shop: 'flagship', orderId: '1' },
        changed: ['STATUS', 'PAYMENT'],
        before: { status: 'AWAITING_PAYMENT', paymentStatus: 'UNPAID', ...axes },
        after: { status: 'AWAITING_SHIPMENT', paymentStatus: 'PAID', ...axes },
      },
    ]);
  });

  test('Only changes of the scope’s shops are told, whatever cursor is given', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    await index.change({ order_id: '1', shop: 'mill' }, { order_id: '2' }, { order_id: '3', shop: 'mill' });
    expect(await follow(index.reader, start)).toMatchObject({ ids: ['2'] });
    expect(await follow(index.reader, start, { shops: [] })).toMatchObject({ ids: [] });
    expect(await follow(index.reader, start, { shops: ['mill'] })).toMatchObject({ ids: ['1', '3'] });
  });

  test('More shops than one union holds are followed too', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    const shops = Array.from({ length: 700 }, (_, number) => `shop-${number}`);
    await index.change({ shop: 'shop-5', order_id: '1' }, { shop: 'mill' }, { shop: 'shop-699', order_id: '2' });
    expect(await follow(index.reader, start, { shops })).toMatchObject({ ids: ['1', '2'] });
  });

  test('Changes are filtered by kind, aspect and order; an empty list matches none', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    const aspects = (...names: readonly (typeof ASPECTS)[number][]) => bitsOf(ASPECTS, names);
    await index.change(
      { order_id: '1', kind: 0, aspects: 0 },
      { order_id: '2', kind: 1, aspects: aspects('STATUS', 'TOTAL') },
      { order_id: '3', kind: 1, aspects: aspects('TIMES') },
      { order_id: '1', kind: 2, aspects: 0 },
    );
    const cases: readonly (readonly [ChangeFilter, readonly string[]])[] = [
      [{ kinds: ['CREATED', 'DELETED'] }, ['1', '1']],
      [{ kinds: ['UPDATED'], aspects: ['TIMES'] }, ['3']],
      [{ aspects: ['TOTAL', 'PAYMENT', 'TIMES'] }, ['2', '3']],
      [{ orderIds: ['1', 'nobody', '\0'] }, ['1', '1']],
      [{ orderIds: [] }, []],
      [{ kinds: [] }, []],
    ];
    for (const [filter, ids] of cases) expect(await follow(index.reader, start, { filter })).toMatchObject({ ids });
  });

  test('The cursor moves on where nothing matched', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    await index.change({ order_id: '1' }, { order_id: '2' });
    const page = await index.reader.changes({ shops: SHOPS, filter: { orderIds: ['9'] }, after: start, first: 5 });
    expect(page).toMatchObject({ changes: [], hasNextPage: false });
    expect(await follow(index.reader, page.endCursor)).toMatchObject({ ids: [] });
  });

  test('A filter that matches little looks through a part at a time, and misses nothing', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    await index.change(...Array.from({ length: 3_000 }, () => ({ order_id: 'busy' })));
    await index.change(...Array.from({ length: 3_000 }, () => ({ order_id: 'busy' })), { order_id: 'rare' });
    const filter = { orderIds: ['rare'] };
    const page = await index.reader.changes({ shops: SHOPS, filter, after: start, first: 5 });
    expect(page).toMatchObject({ changes: [], hasNextPage: true });
    expect(await follow(index.reader, start, { filter })).toMatchObject({ ids: ['rare'] });
  });

  test('Without a cursor the feed begins at its present end', async () => {
    const index = await openIndex();
    await index.change({ order_id: '1' });
    const page = await index.reader.changes({ shops: SHOPS, filter: {}, first: 10 });
    expect(page).toMatchObject({ changes: [], hasNextPage: false });
    await index.change({ order_id: '2' });
    expect(await follow(index.reader, page.endCursor)).toMatchObject({ ids: ['2'] });
  });

  test('A cursor is refused as expired as soon as a change after it is kept no longer', async () => {
    const index = await openIndex();
    const start = await beginning(index);
    await index.change({ order_id: '1' }, { order_id: '2' }, { order_id: '3' });
    const { endCursor } = await index.reader.changes({ shops: SHOPS, filter: {}, after: start, first: 2 });
    await index.writer.deleteFrom('changes').where('seq', '<=', 2).execute();
    await index.writer.insertInto('counters').values({ name: COUNTERS.expiredChange, value: 2 }).execute();
    await expect(follow(index.reader, start)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    expect(await follow(index.reader, endCursor)).toMatchObject({ ids: ['3'] });
  });

  test('The cursor of a feed that was made anew is expired', async () => {
    const [index, other] = [await openIndex(), await openIndex()];
    await other.writer.updateTable('counters').set({ value: 1 }).where('name', '=', COUNTERS.epoch).execute();
    await index.change({ order_id: '1' });
    await other.change({ order_id: '1' });
    const { endCursor } = await index.reader.changes({ shops: SHOPS, filter: {}, first: 1 });
    await expect(follow(other.reader, endCursor)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  });

  test('What is no cursor of the feed is refused, and the argument named', async () => {
    const { reader, insert } = await openIndex();
    await insert({});
    const { edges } = await reader.list({
      ...{ shops: ['flagship'], filter: {}, sort: { key: 'CREATED_AT', direction: 'DESC' } },
      page: { first: 1 },
    });
    for (const after of ['', 'x', '7', Buffer.from('{}').toString('base64url'), String(edges[0]?.cursor)])
      await expect(reader.changes({ shops: SHOPS, filter: {}, after, first: 1 })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining('after'),
      });
  });

  test('Listeners hear of growth that another connection writes, until they stop', async () => {
    const index = await openIndex();
    const heard: number[] = [];
    let onHeard = (): void => {};
    const stop = index.reader.onGrowth(() => {
      heard.push(heard.length);
      onHeard();
    });
    const untilHeard = () =>
      new Promise<void>((resolve) => {
        onHeard = resolve;
      });
    await untilHeard(); // the feed may have grown before
    for (let round = 0; round < 3; round++) {
      const next = untilHeard();
      await index.change({ order_id: String(round) });
      await next;
    }
    stop();
    const after = heard.length;
    let isTold = false;
    const stopSecond = index.reader.onGrowth(() => {
      isTold = true;
    });
    await index.change({ order_id: '9' });
    while (!isTold) await new Promise((resolve) => setTimeout(resolve, 10));
    stopSecond();
    expect(heard).toHaveLength(after);
  });

  test('Notices that get lost are made up for, and listening begins again where it broke off', async () => {
    const index = await openIndex();
    const losses: (() => void)[] = [];
    const notices: (() => void)[] = [];
    const listen = async (onNotice: () => void, onLost: () => void) => {
      notices.push(onNotice);
      losses.push(onLost);
      return async () => {};
    };
    const reader = createReader({
      engine: { ...index.engine, listen },
      run: (query) => query(index.db),
      termFor: async () => undefined,
    });
    let growths = 0;
    const stop = reader.onGrowth(() => {
      growths += 1;
    });
    const until = async (isTrue: () => boolean) => {
      while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until(() => growths === 1);
    await index.change({ order_id: '1' });
    await until(() => growths === 2); // nothing was told, but somebody looked
    losses[0]?.();
    await until(() => notices.length === 2);
    notices[1]?.();
    stop();
    expect(growths).toBe(3);
  });
});
