// Tests what is left of an order that its platform has put away, on both engines.
import { beforeEach, expect, test } from '@jest/globals';
import { CHANGE_KINDS } from '../../../src/orderIndex/codes.js';
import { type Burial, bury, isBuried } from '../../../src/orderIndex/record/bury.js';
import { type Recorder, record } from '../../../src/orderIndex/record/record.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';
import { MINUTE, recorderOf, rowOf, T0, told } from '../../support/orderUpdates.js';

describeEngines('an order that was put away', (openIndex) => {
  let index: TestIndex;
  let recorder: Recorder;
  const document = {
    credential: 'c',
    document: { tid: '1' },
    envelope: {},
    subtrees: [],
    characters: 9,
    fetchedAt: T0,
  };
  const rich = told({
    status: 'SHIPPED',
    values: { created_at: T0 },
    more: { productIds: ['p'], people: [{ field: 'PHONE', value: '13800138000' }], document },
  });
  const burial: Burial = { shop: 'flagship', orderId: '1', at: T0 + 5 * MINUTE };

  beforeEach(async () => {
    index = await openIndex();
    recorder = recorderOf(index);
    await record(recorder, [rich, told({ orderId: '2', status: 'SHIPPED' })]);
  });

  const countIn = async (table: 'orders' | 'terms' | 'products' | 'documents') =>
    (await index.db.selectFrom(table).selectAll().where('order_id', '=', '1').execute()).length;

  test('its row, document, tokens and products are deleted, and the feed says so', async () => {
    await bury(recorder, [burial]);
    for (const table of ['orders', 'terms', 'products', 'documents'] as const) expect(await countIn(table)).toBe(0);
    const last = await index.db.selectFrom('changes').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
    expect(last).toMatchObject({ order_id: '1', kind: CHANGE_KINDS.indexOf('DELETED'), after: null });
    expect(last.before).not.toBeNull();
    expect(await rowOf(index.db, '2')).toBeDefined();
  });

  test('roll-ups stay as they were, as they tell of nobody', async () => {
    const before = await index.db.selectFrom('rollups').selectAll().execute();
    await bury(recorder, [burial]);
    expect(await index.db.selectFrom('rollups').selectAll().execute()).toEqual(before);
  });

  test('it is known to be put away, also where it was never indexed, and its id is not stored', async () => {
    await bury(recorder, [burial, { ...burial, orderId: '4355875836205969811' }]);
    expect(await isBuried(index.db, 'flagship', '1')).toBe(true);
    expect(await isBuried(index.db, 'flagship', '4355875836205969811')).toBe(true);
    expect(await isBuried(index.db, 'mill', '1')).toBe(false);
    const tombstones = JSON.stringify(await index.db.selectFrom('tombstones').selectAll().execute());
    expect(tombstones).not.toContain('4355875836205969811');
  });

  test('what lists and imports tell of it is not recorded', async () => {
    await bury(recorder, [burial]);
    await record(recorder, [
      told({ source: 'LIST', seen: 9, status: 'SHIPPED' }),
      told({ orderId: '3', source: 'LIST' }),
    ]);
    expect(await rowOf(index.db, '1')).toBeUndefined();
    expect(await rowOf(index.db, '3')).toBeDefined();
  });

  test('a detail that came before its burial is not recorded, and one that came later brings it back', async () => {
    await bury(recorder, [burial]);
    await record(recorder, [told({ seen: 4, status: 'SHIPPED' })]);
    expect(await rowOf(index.db, '1')).toBeUndefined();
    await record(recorder, [told({ seen: 6, status: 'COMPLETED' })]);
    expect(await rowOf(index.db, '1')).toBeDefined();
    expect(await isBuried(index.db, 'flagship', '1')).toBe(false);
  });
});
