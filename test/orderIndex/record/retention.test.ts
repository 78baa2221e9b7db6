// Tests what the index forgets, and when, on both engines.
import { beforeEach, expect, test } from '@jest/globals';
import { CHANGE_KINDS } from '../../../src/orderIndex/codes.js';
import { takeLease } from '../../../src/orderIndex/leases.js';
import { type Recorder, record } from '../../../src/orderIndex/record/record.js';
import { deleteOutdated, type Retention } from '../../../src/orderIndex/record/retention.js';
import { COUNTERS } from '../../../src/orderIndex/schema/tables.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';
import { countedRollups, inOrder, recorderOf, T0, told } from '../../support/orderUpdates.js';

const DAY = 86_400_000;
const FOR_EVER: Retention = { keepDays: 0, documentDays: 0, changeDays: 0, graceDays: 7, shops: ['flagship'] };

describeEngines('retention', (openIndex) => {
  let index: TestIndex;
  let now = T0;
  let recorder: Recorder;
  const document = {
    credential: 'c',
    document: { tid: '1' },
    envelope: {},
    subtrees: [],
    characters: 9,
    fetchedAt: T0,
  };

  beforeEach(async () => {
    index = await openIndex();
    now = T0;
    recorder = recorderOf(index, { now: () => now });
    await record(recorder, [
      told({ orderId: '1', status: 'SHIPPED', values: { created_at: T0 }, more: { productIds: ['p'], document } }),
      told({
        orderId: '2',
        status: 'SHIPPED',
        seen: 2880,
        more: { people: [{ field: 'PHONE', value: '13800138000' }] },
      }),
    ]);
  });

  const run = (retention: Partial<Retention>, owner = 'one') =>
    deleteOutdated({ ...recorder, owner, mayGoOn: async () => true }, { ...FOR_EVER, ...retention });
  const ordersIn = async () =>
    (await index.db.selectFrom('orders').select('order_id').orderBy('order_id').execute()).map(
      ({ order_id }) => order_id,
    );

  test('an order that nobody has heard of for so long is deleted, taken out of the roll-ups, and the feed says so', async () => {
    now = T0 + 11 * DAY;
    await run({ keepDays: 10 });
    expect(await ordersIn()).toEqual(['2']);
    const rows = await index.db.selectFrom('orders').selectAll().execute();
    expect(inOrder(await index.db.selectFrom('rollups').selectAll().execute())).toEqual(countedRollups(rows));
    const last = await index.db.selectFrom('changes').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
    expect(last).toMatchObject({ order_id: '1', kind: CHANGE_KINDS.indexOf('DELETED') });
    expect(await index.db.selectFrom('products').selectAll().execute()).toEqual([]);
  });

  test('a document is deleted before its row is', async () => {
    now = T0 + 3 * DAY;
    await run({ keepDays: 10, documentDays: 2 });
    expect(await index.db.selectFrom('documents').selectAll().execute()).toEqual([]);
    expect(await ordersIn()).toEqual(['1', '2']);
  });

  test('changes are deleted after their days, and up to which is written down', async () => {
    now = T0 + 15 * DAY;
    await record(recorder, [told({ orderId: '3', status: 'SHIPPED', seen: 15 * 1440 })]);
    await run({ changeDays: 14 });
    const changes = await index.db.selectFrom('changes').select('seq').execute();
    const expired = await index.db
      .selectFrom('counters')
      .select('value')
      .where('name', '=', COUNTERS.expiredChange)
      .executeTakeFirst();
    expect([changes, expired]).toEqual([[{ seq: 3 }], { value: 2 }]);
  });

  test('zero days keep everything for ever', async () => {
    now = T0 + 10_000 * DAY;
    await run({});
    expect(await ordersIn()).toEqual(['1', '2']);
    expect(await index.db.selectFrom('changes').selectAll().execute()).toHaveLength(2);
    expect(await index.db.selectFrom('documents').selectAll().execute()).toHaveLength(1);
  });

  test('a shop that the settings name no longer is forgotten after the grace, its key first and all of it', async () => {
    await record(recorder, [
      told({ shop: 'mill', orderId: '9', more: { people: [{ field: 'PHONE', value: '13800138000' }] } }),
    ]);
    await run({ shops: ['flagship', 'mill'] });
    await run({ shops: ['mill'] });
    now = T0 + 6 * DAY;
    await run({ shops: ['mill'] });
    expect(await ordersIn()).toEqual(['1', '2', '9']);
    now = T0 + 7 * DAY;
    await run({ shops: ['mill'] });
    expect(await ordersIn()).toEqual(['9']);
    const tables = ['shop_keys', 'documents', 'terms', 'products', 'changes', 'rollups', 'tombstones'] as const;
    for (const table of tables)
      expect(await index.db.selectFrom(table).selectAll().where('shop', '=', 'flagship').execute()).toEqual([]);
    expect(await index.db.selectFrom('shop_keys').select('shop').execute()).toEqual([{ shop: 'mill' }]);
  });

  test('a shop that is back in the settings within the grace keeps its orders', async () => {
    await run({});
    await run({ shops: [] });
    now = T0 + 6 * DAY;
    await run({});
    now = T0 + 20 * DAY;
    await run({ shops: [] });
    expect(await ordersIn()).toEqual(['1', '2']);
  });

  test('many orders are deleted a few at a time, and the end of the process ends it', async () => {
    const many = Array.from({ length: 450 }, (_nothing, at) => told({ orderId: `many-${at}`, status: 'SHIPPED' }));
    await record(recorder, many);
    now = T0 + 11 * DAY;
    let steps = 0;
    const mayGoOn = async () => {
      steps += 1;
      return steps < 2;
    };
    await deleteOutdated({ ...recorder, owner: 'one', mayGoOn }, { ...FOR_EVER, keepDays: 10 });
    expect(await ordersIn()).toHaveLength(452 - 400);
  });

  test('one process at a time does it, until its lease is over', async () => {
    const take = (owner: string, at: number) =>
      index.engine.write(index.writer, (transaction) => takeLease(transaction, { name: 'x', owner, now: at, ms: 100 }));
    expect(await take('one', 0)).toBe(true);
    expect(await take('other', 99)).toBe(false);
    expect(await take('one', 99)).toBe(true);
    expect(await take('other', 199)).toBe(true);
    await run({}, 'one');
    now = T0 + 11 * DAY;
    await index.writer
      .updateTable('leases')
      .set({ owner: 'other', until: now + 1 })
      .where('name', '=', 'retention')
      .execute();
    await run({ keepDays: 10 }, 'one');
    expect(await ordersIn()).toEqual(['1', '2']);
  });
});
