// Tests what imports take in and refuse, and how they are found again, on each engine.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createCaller } from '../../../src/auth/caller.js';
import { MAX_REFS, MAX_REFUSED } from '../../../src/orderIndex/import/imports.js';
import { createImportStore } from '../../../src/orderIndex/import/store.js';
import type { ImportStore } from '../../../src/orderIndex/import/storeTypes.js';
import type { ImportRef } from '../../../src/orderIndex/import/types.js';
import { tombstoneOf } from '../../../src/orderIndex/keys/shopKeys.js';
import { importer, importsOf, refsOf, storeOf } from '../../support/imports.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';

describeEngines('imports', (openIndex) => {
  let index: TestIndex;
  let store: ImportStore;
  beforeAll(async () => {
    index = await openIndex();
    store = storeOf(index);
  });

  const bury = (shop: string, orderId: string) =>
    index.writer
      .insertInto('tombstones')
      .values({ shop, token: tombstoneOf(shop, orderId), at: 1 })
      .execute();

  const dueOf = async (shop: string) => (await store.due(shop, Date.now(), 1000)).map(({ orderId }) => orderId);

  test('an import takes each order once, and says how long it will take at the pace of its slowest shop', async () => {
    const now = new Date();
    const imports = importsOf(store, { now: () => now });
    const refs = [
      ...refsOf('slow', 1, 2, 3),
      ...refsOf('fast', 1, 1, 2),
      { shop: 'slow', orderId: '3', outOrderId: 'a' },
    ];
    const started = await imports.start(importer('one'), refs);
    expect(started).toMatchObject({ accepted: 6, refused: [], done: 0, failed: 0, state: 'RUNNING' });
    expect((started.expectedAt?.getTime() ?? 0) - now.getTime()).toBeGreaterThanOrEqual(400);
    expect((started.expectedAt?.getTime() ?? 0) - now.getTime()).toBeLessThan(410);
    expect((await dueOf('slow')).sort()).toEqual(['1', '2', '3', '3']);
    expect(await imports.find(importer('one'), started.id)).toEqual(started);
    await store.remove(started.id);
  });

  test('references that cannot be fetched are refused by their places, with the reason', async () => {
    const imports = importsOf(store);
    await bury('fast', '7');
    const refs: readonly ImportRef[] = [
      { shop: 'fast', orderId: '1' },
      { shop: 'elsewhere', orderId: '1' },
      { shop: 'fast', orderId: '2.1981E+18' },
      { shop: 'no shop', orderId: '1' },
      { shop: 'fast', orderId: '7' },
      { shop: 'fast', orderId: '7', outOrderId: 'mine' },
      { shop: 'slow', orderId: '1', position: 40 },
      { shop: 'fast', orderId: '2', outOrderId: '' },
    ];
    const { id, accepted, refused } = await imports.start(importer('one', ['fast']), refs);
    expect(accepted).toBe(1);
    expect(refused.map(({ position, code }) => [position, code])).toEqual([
      [1, 'SHOP_NOT_FOUND'],
      [2, 'BAD_USER_INPUT'],
      [3, 'BAD_USER_INPUT'],
      [4, 'ORDER_ARCHIVED'],
      [5, 'ORDER_ARCHIVED'],
      [7, 'BAD_USER_INPUT'],
      [40, 'SHOP_NOT_FOUND'],
    ]);
    expect(refused[1]?.message).toBe('orderId: must be 1 to 32 digits');
    expect(refused[0]?.message).toBe(refused[6]?.message.replace('slow', 'elsewhere'));
    await store.remove(id);
  });

  test('an import is found by the caller that began it, and by nobody else', async () => {
    const imports = importsOf(store);
    const { id } = await imports.start(importer('one'), refsOf('fast', 1));
    expect(await imports.find(importer('one'), id)).toMatchObject({ id, accepted: 1 });
    expect(await imports.find(importer('two'), id)).toBeUndefined();
    expect(await imports.find(importer('one'), 'none')).toBeUndefined();
    await store.remove(id);
  });

  test('to import takes the scope orders:import', async () => {
    const reader = createCaller('reader', { shops: ['*'], scopes: ['orders:read'] });
    await expect(importsOf(store).start(reader, refsOf('fast', 1))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(importsOf(store).find(reader, 'any')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await dueOf('fast')).toEqual([]);
  });

  test('an import without references is done', async () => {
    const { id, ...shown } = await importsOf(store).start(importer('one'), []);
    expect(shown).toEqual({ accepted: 0, refused: [], done: 0, failed: 0, state: 'DONE', expectedAt: null });
    await store.remove(id);
  });

  test('a refresh asks the gateway whatever the cache holds, and an import does not', async () => {
    const imports = importsOf(store);
    const { id } = await imports.start(importer('one'), refsOf('fast', 1));
    const { id: refresh } = await imports.start(importer('one'), refsOf('slow', 1), { isRefresh: true });
    expect((await store.due('fast', Date.now(), 10)).map(({ maxAgeMs }) => maxAgeMs)).toEqual([null]);
    expect((await store.due('slow', Date.now(), 10)).map(({ maxAgeMs }) => maxAgeMs)).toEqual([0]);
    await Promise.all([store.remove(id), store.remove(refresh)]);
  });

  describe('under a key', () => {
    test('an import that is begun again goes on, and what failed of it is tried again', async () => {
      const imports = importsOf(store);
      const refs = refsOf('fast', 1, 2, 3);
      const { id } = await imports.start(importer('one'), refs, { key: 'file' });
      const [first, second] = await store.due('fast', Date.now(), 2);
      if (!first || !second) throw new Error('Two are due.');
      await store.settle([
        { item: first, state: 'DONE' },
        { item: second, state: 'FAILED', fault: 'ORDER_NOT_FOUND' },
      ]);
      expect(await imports.find(importer('one'), id)).toMatchObject({ accepted: 3, done: 1, failed: 1 });
      const again = await imports.start(importer('one'), refs, { key: 'file' });
      expect(again).toMatchObject({ id, accepted: 3, done: 1, failed: 0, state: 'RUNNING' });
      expect((await dueOf('fast')).length).toBe(2);
      await store.remove(id);
    });

    test('an import is another one for another caller or key', async () => {
      const imports = importsOf(store);
      const ids = await Promise.all([
        imports.start(importer('one'), refsOf('fast', 1), { key: 'file' }),
        imports.start(importer('two'), refsOf('fast', 1), { key: 'file' }),
        imports.start(importer('one'), refsOf('fast', 1), { key: 'another' }),
        imports.start(importer('one'), refsOf('fast', 1)),
        imports.start(importer('one'), refsOf('fast', 1)),
      ]).then((started) => started.map(({ id }) => id));
      expect(new Set(ids).size).toBe(5);
      await Promise.all(ids.map(store.remove));
    });

    test('an import whose references never came in as a whole is begun anew', async () => {
      const imports = importsOf(store);
      const { id } = await imports.start(importer('one'), refsOf('fast', 1), { key: 'cut' });
      await store.remove(id);
      // As a process leaves it that is killed meanwhile.
      await store.create({ id, caller: 'one', createdAt: 1, maxAgeMs: null });
      await store.addItems(id, [{ position: 0, shop: 'fast', orderId: '9', outOrderId: null }]);
      expect(await imports.start(importer('one'), refsOf('fast', 1, 2), { key: 'cut' })).toMatchObject({
        id,
        accepted: 2,
      });
      expect((await dueOf('fast')).sort()).toEqual(['1', '2']);
      await store.remove(id);
    });
  });

  test('an import that is broken off leaves nothing to be fetched', async () => {
    async function* broken() {
      yield* refsOf('fast', ...Array.from({ length: 450 }, (_, order) => order));
      throw new Error('The caller has hung up.');
    }
    await expect(importsOf(store).start(importer('one'), broken())).rejects.toThrow('hung up');
    expect(await dueOf('fast')).toEqual([]);
    expect(await store.countPending('one')).toBe(0);
  });

  test('an import of more references than one may have is refused as a whole', async () => {
    function* endless() {
      for (;;) yield { shop: 'fast', orderId: '1' };
    }
    await expect(importsOf(store).start(importer('one'), endless())).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: `An import has at most ${MAX_REFS} references.`,
    });
    expect(await dueOf('fast')).toEqual([]);
  });

  test('an import is refused as a whole when it holds too little that can be fetched', async () => {
    const strange = refsOf('elsewhere', ...Array.from({ length: MAX_REFUSED + 1 }, (_, order) => order));
    await expect(importsOf(store).start(importer('one'), [...refsOf('fast', 1), ...strange])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('The first, at 1: There is no shop elsewhere.'),
    });
    expect(await dueOf('fast')).toEqual([]);
  });

  test('imports fail with INDEX_UNAVAILABLE where the database does', async () => {
    const { engine } = await openIndex();
    const broken = createImportStore(engine, () => Promise.reject(new Error('The disk is full.')));
    const imports = importsOf(broken);
    await expect(imports.start(importer('one'), refsOf('fast', 1))).rejects.toMatchObject({
      code: 'INDEX_UNAVAILABLE',
    });
    await expect(imports.find(importer('one'), 'any')).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' });
  });
});
