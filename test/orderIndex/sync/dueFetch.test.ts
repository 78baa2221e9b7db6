// Tests how orders that are due are fetched: the urgent first, again where that may help, and within a day's calls.
import { expect, test } from '@jest/globals';
import { Fault, type FaultCode } from '../../../src/common/fault.js';
import { createDayBudget } from '../../../src/orderIndex/sync/dayBudget.js';
import { createDueFetch } from '../../../src/orderIndex/sync/dueFetch.js';
import type { SyncEnvironment } from '../../../src/orderIndex/sync/environment.js';
import { createSyncTable } from '../../../src/orderIndex/sync/syncTable.js';
import { DAY, MINUTE, SECOND } from '../../../src/platforms/orderList.js';
import { describeEngines } from '../../support/indexEngines.js';
import { recorderOf } from '../../support/orderUpdates.js';

const BEGINNING = Date.UTC(2026, 10, 26, 2);

describeEngines('orders that are due', (openIndex) => {
  async function begin(maxCallsPerDay = 100, isPolled = false) {
    const index = await openIndex();
    const state = { instant: BEGINNING, fetched: [] as string[], faults: new Map<string, FaultCode>() };
    const store = createSyncTable({
      ...{ zones: new Map(), hasPhoneSuffix: false },
      use: (change) => change(recorderOf(index, { now: () => state.instant })),
      log: { info: () => {}, warn: () => {} },
    });
    const environment = {
      ...{ store, owner: 'one', now: () => state.instant, flush: async () => {} },
      async fetchOrder(_shop: string, orderId: string) {
        state.fetched.push(orderId);
        const code = state.faults.get(orderId);
        if (code) throw new Fault(code, 'No.');
        return true;
      },
      dueShops: async () => new Set(['mill']),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    } as unknown as SyncEnvironment;
    const shop = { id: 'mill', listed: undefined, preferred: {}, since: undefined, isPolled, maxCallsPerDay };
    const budget = createDayBudget(shop, environment);
    const due = createDueFetch(shop as never, environment, budget);
    /** Fetches all that is due now; until when the shop is to be left alone. */
    const run = async (): Promise<number | undefined> => {
      state.instant += 2 * SECOND;
      for (;;) {
        await budget.load();
        await due.look();
        const order = due.next();
        if (order === undefined) return undefined;
        const until = await due.fetch(order);
        if (until !== undefined) return until;
      }
    };
    const hear = (id: string, orderId: string) =>
      store.hear('queue', state.instant, [{ id, shop: 'mill', orderId, notBefore: state.instant }]);
    return { index, state, store, run, hear };
  }

  test('an order that a message told of goes before one that is only looked at again, and is then due no more', async () => {
    const { index, state, store, run, hear } = await begin(100, true);
    await index.insert({ shop: 'mill', order_id: '1', status: 6 });
    expect(await store.planPolls('mill', state.instant, 10)).toBe(1);
    state.instant += DAY;
    await hear('a', '2');
    await run();
    expect(state.fetched).toEqual(['2', '1']);
    // It is looked at again by and by, as nothing else tells of it.
    const left = await index.db.selectFrom('due').selectAll().execute();
    expect(left.map(({ order_id }) => order_id)).toEqual(['1']);
    expect(left[0]?.not_before).toBeGreaterThan(state.instant);
  });

  test('what comes while an order is fetched makes it due again', async () => {
    const { state, store, run, hear } = await begin();
    await hear('a', '1');
    const [order] = await store.due('mill', state.instant, 1);
    state.instant += 1;
    await hear('b', '1');
    const settled = { again: undefined, isCall: true, isPolled: false };
    await store.settle({ owner: 'one', now: state.instant }, [
      { ...settled, order: order as NonNullable<typeof order> },
    ]);
    await run();
    expect(state.fetched).toEqual(['1']);
  });

  test('what may pass is tried again a few times, and what is not there is not', async () => {
    const { state, run, hear } = await begin();
    state.faults.set('1', 'UPSTREAM_TIMEOUT').set('2', 'FORBIDDEN');
    await hear('a', '1');
    await hear('b', '2');
    for (let turn = 0; turn < 10; turn += 1) {
      await run();
      state.instant += 10 * MINUTE;
    }
    expect(state.fetched.filter((id) => id === '1').length).toBe(6);
    expect(state.fetched.filter((id) => id === '2').length).toBe(1);
  });

  test('a fault of the whole account stops all of the shop, and does not count as an attempt', async () => {
    const { state, run, hear } = await begin();
    state.faults.set('1', 'QUOTA_EXHAUSTED');
    await hear('a', '1');
    await hear('b', '2');
    expect(await run()).toBe(Date.UTC(2026, 10, 26, 16));
    expect(state.fetched).toEqual(['1']);
    state.faults.clear();
    state.instant = Date.UTC(2026, 10, 26, 16);
    await run();
    expect([...state.fetched].sort()).toEqual(['1', '1', '2']);
  });

  test('no more orders are fetched in a day than the settings allow, and others again after midnight in Beijing', async () => {
    const { state, store, run, hear } = await begin(2);
    for (const id of ['1', '2', '3']) await hear(id, id);
    await run();
    expect(state.fetched.length).toBe(2);
    expect(await store.callsToday('mill', state.instant)).toEqual({ total: 2, backfill: 0 });
    state.instant += 15 * 3_600_000;
    await run();
    expect(state.fetched.length).toBe(3);
  });
});
