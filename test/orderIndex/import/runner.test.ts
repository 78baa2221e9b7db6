// Tests how what imports name is fetched: politely, again where that may help, and by one process at a time.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Fault, type FaultCode, type FaultDetails } from '../../../src/common/fault.js';
import type { ImportRunner, ImportRunnerOptions } from '../../../src/orderIndex/import/runner.js';
import type { DueItem, ImportStore } from '../../../src/orderIndex/import/storeTypes.js';
import type { OrderImport, OrderImports } from '../../../src/orderIndex/import/types.js';
import { importer, importsOf, LANES, refsOf, runnerOf, storeOf } from '../../support/imports.js';
import { describeEngines } from '../../support/indexEngines.js';

const CALLER = importer('one');

describeEngines('the runner of imports', (openIndex) => {
  let store: ImportStore;
  let imports: OrderImports;
  let instant: number;
  const runners: ImportRunner[] = [];
  const now = () => new Date(instant);

  beforeEach(async () => {
    instant = Date.UTC(2026, 10, 26, 9, 41);
    store = storeOf(await openIndex());
    imports = importsOf(store, { now, onStart: () => runners.at(-1)?.wake() });
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.close()));
  });

  const run = (options: Partial<ImportRunnerOptions>): ImportRunner => {
    const runner = runnerOf(store, { now, ...options });
    runners.push(runner);
    return runner;
  };

  /** Waits until an import is as it should be. */
  async function until(id: string, isSo: (shown: OrderImport) => boolean): Promise<OrderImport> {
    for (;;) {
      const shown = await imports.find(CALLER, id);
      if (shown && isSo(shown)) return shown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const isDone = ({ state }: OrderImport): boolean => state === 'DONE';

  /** Fetches well, but for orders that fail as often as it says, with a fault. */
  function gateway(faults: Readonly<Record<string, readonly [FaultCode, number, FaultDetails?]>> = {}) {
    const fetched: string[] = [];
    const fetch = async ({ shop, orderId }: DueItem): Promise<void> => {
      const name = `${shop} ${orderId}`;
      fetched.push(name);
      const [code, times, details] = faults[name] ?? [];
      if (code && fetched.filter((one) => one === name).length <= (times ?? 0)) throw new Fault(code, 'No.', details);
    };
    return { fetched, fetch };
  }

  test('every order of an import is fetched, and counted once it is recorded', async () => {
    const { fetched, fetch } = gateway();
    let recorded = 0;
    let mayRecord = (): void => {};
    const recording = new Promise<void>((resolve) => {
      mayRecord = resolve;
    });
    const { id } = await imports.start(CALLER, [...refsOf('fast', 1, 2, 3), ...refsOf('slow', 1)]);
    run({
      fetch,
      flush: async () => {
        await recording;
        recorded = fetched.length;
      },
    });
    while (fetched.length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await imports.find(CALLER, id)).toMatchObject({ accepted: 4, done: 0, state: 'RUNNING' });
    mayRecord();
    expect(await until(id, isDone)).toEqual({
      ...{ id, accepted: 4, refused: [], done: 4, failed: 0 },
      ...{ state: 'DONE', expectedAt: null },
    });
    expect(recorded).toBe(4);
    expect([...fetched].sort()).toEqual(['fast 1', 'fast 2', 'fast 3', 'slow 1']);
  });

  test('a shop has one order on its way at a time, and shops do not wait for each other', async () => {
    const inFlight = new Map<string, number>();
    let most = 0;
    let both = 0;
    const { id } = await imports.start(CALLER, [...refsOf('fast', 1, 2, 3, 4, 5, 6), ...refsOf('slow', 1, 2, 3)]);
    run({
      async fetch({ shop }) {
        inFlight.set(shop, (inFlight.get(shop) ?? 0) + 1);
        most = Math.max(most, ...inFlight.values());
        if ([...inFlight.values()].filter((count) => count > 0).length === 2) both += 1;
        await new Promise((resolve) => setTimeout(resolve, 30));
        inFlight.set(shop, (inFlight.get(shop) ?? 0) - 1);
      },
    });
    await until(id, isDone);
    expect(most).toBe(1);
    expect(both).toBeGreaterThan(0);
  });

  test('an order that does not exist fails at once, and the others go on', async () => {
    const { fetched, fetch } = gateway({ 'fast 1': ['ORDER_NOT_FOUND', 9] });
    run({ fetch });
    const { id } = await imports.start(CALLER, refsOf('fast', 1, 2));
    expect(await until(id, isDone)).toMatchObject({ done: 1, failed: 1 });
    expect(fetched.filter((name) => name === 'fast 1').length).toBe(1);
  });

  test('a fault that may pass is tried again after a while, and not for ever', async () => {
    const { fetched, fetch } = gateway({ 'fast 1': ['UPSTREAM_TIMEOUT', 2], 'fast 2': ['UPSTREAM_UNAVAILABLE', 99] });
    run({ fetch });
    const { id } = await imports.start(CALLER, refsOf('fast', 1, 2, 3));
    await until(id, ({ done }) => done === 1);
    expect(fetched.length).toBe(3);
    while ((await imports.find(CALLER, id))?.state !== 'DONE') {
      instant += 60_000;
      runners[0]?.wake();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await imports.find(CALLER, id)).toMatchObject({ done: 2, failed: 1 });
    expect(fetched.filter((name) => name === 'fast 1').length).toBe(3);
    expect(fetched.filter((name) => name === 'fast 2').length).toBe(6);
  }, 30_000);

  test.each([
    ['CIRCUIT_OPEN', {}, 30_000],
    ['CIRCUIT_OPEN', { retryAfterMs: 7_000 }, 7_000],
    ['UPSTREAM_THROTTLED', { retryAfterMs: 90_000 }, 90_000],
    // Quotas begin anew at midnight in Beijing.
    ['QUOTA_EXHAUSTED', {}, Date.UTC(2026, 10, 26, 16) - Date.UTC(2026, 10, 26, 9, 41)],
  ] as const)('a shop waits after %s with %j for %i ms, and others go on', async (code, details, ms) => {
    const { fetched, fetch } = gateway({ 'slow 1': [code, 1, details] });
    run({ fetch });
    const { id } = await imports.start(CALLER, refsOf('slow', 1, 2, 3));
    const beside = await imports.start(CALLER, refsOf('fast', 1, 2));
    const paused = await until(id, ({ state }) => state === 'PAUSED');
    expect(paused).toMatchObject({ done: 0, failed: 0 });
    expect(paused.expectedAt?.getTime()).toBe(instant + ms + 300);
    await until(beside.id, isDone);
    expect(fetched.filter((name) => name.startsWith('slow'))).toEqual(['slow 1']);
    instant += ms;
    runners[0]?.wake();
    expect(await until(id, isDone)).toMatchObject({ done: 3, failed: 0 });
  });

  test('a defect fails its order, is logged, and stops nothing else', async () => {
    const logged: object[] = [];
    const fetch = async ({ orderId }: DueItem): Promise<void> => {
      if (orderId === '1') throw new TypeError('undefined is not a function');
    };
    run({ fetch, log: { info: () => {}, warn: () => {}, error: (details) => logged.push(details) } });
    const { id } = await imports.start(CALLER, refsOf('fast', 1, 2));
    expect(await until(id, isDone)).toMatchObject({ done: 1, failed: 1 });
    expect(logged).toMatchObject([{ shop: 'fast', orderId: '1' }]);
  });

  test('of several processes one runs imports, and another does once it has ended', async () => {
    const [first, second] = [gateway(), gateway()];
    const one = run({ owner: 'one', fetch: first.fetch });
    const started = await imports.start(CALLER, refsOf('fast', 1, 2));
    await until(started.id, isDone);
    run({ owner: 'two', fetch: second.fetch });
    const later = await imports.start(CALLER, refsOf('fast', 3));
    one.wake();
    await until(later.id, isDone);
    expect([first.fetched.length, second.fetched.length]).toEqual([3, 0]);
    await one.close();
    const last = await imports.start(CALLER, refsOf('fast', 4));
    await until(last.id, isDone);
    expect([first.fetched.length, second.fetched]).toEqual([3, ['fast 4']]);
  }, 30_000);

  test('what a process had not settled when it was killed is fetched by the next one', async () => {
    const { id } = await imports.start(CALLER, refsOf('fast', 1, 2));
    await store.lease('killed', instant, 60_000);
    const { fetched, fetch } = gateway();
    run({ fetch });
    instant += 60_001;
    await until(id, isDone);
    expect(fetched.length).toBe(2);
  });

  test('orders of a shop that the settings name no longer fail', async () => {
    const { id } = await imports.start(CALLER, [...refsOf('fast', 1), ...refsOf('slow', 1, 2)]);
    const { fetched, fetch } = gateway();
    run({ fetch, lanes: LANES.slice(0, 1) });
    expect(await until(id, isDone)).toMatchObject({ done: 1, failed: 2 });
    expect(fetched).toEqual(['fast 1']);
  });

  test('an import is forgotten a week after it began, if it is done', async () => {
    const { id } = await imports.start(CALLER, []);
    const { id: pending } = await imports.start(CALLER, refsOf('slow', 1));
    await store.pause('slow', instant + 30 * 86_400_000, 'QUOTA_EXHAUSTED');
    instant += 7 * 86_400_000 + 1;
    run({});
    while (await imports.find(CALLER, id)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await imports.find(CALLER, pending)).toMatchObject({ state: 'PAUSED' });
  });
});
