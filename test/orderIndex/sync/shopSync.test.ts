// Tests how one shop is synced: what is filled in, what is read again and again, and what follows from faults.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Fault, type FaultCode, type FaultDetails } from '../../../src/common/fault.js';
import { CHANGE_KINDS, REFUND_STATUSES } from '../../../src/orderIndex/codes.js';
import { createPace } from '../../../src/orderIndex/pace.js';
import type { SyncEnvironment, SyncedShop } from '../../../src/orderIndex/sync/environment.js';
import { createShopSync, type ShopSync } from '../../../src/orderIndex/sync/shopSync.js';
import { createSyncTable } from '../../../src/orderIndex/sync/syncTable.js';
import type { SyncStore } from '../../../src/orderIndex/sync/types.js';
import { DAY, HOUR, MINUTE, type OrderList, SECOND } from '../../../src/platforms/orderList.js';
import { openSqliteIndex, type TestIndex } from '../../support/indexEngines.js';
import { compiledWith, createListedGateway, LIST, type ListedGateway } from '../../support/listedGateway.js';
import { recorderOf } from '../../support/orderUpdates.js';

const BEGINNING = Date.UTC(2026, 10, 26, 2);

let index: TestIndex & { readonly close: () => Promise<void> };
let store: SyncStore;
let gateway: ListedGateway;
let instant: number;
let logged: [object, string][];
let fetched: string[];
let hasDue: boolean;

beforeEach(async () => {
  index = await openSqliteIndex();
  instant = BEGINNING;
  logged = [];
  fetched = [];
  hasDue = false;
  gateway = createListedGateway(() => instant);
  store = storeOf();
});

afterEach(() => index.close());

const storeOf = (list: OrderList = LIST): SyncStore =>
  createSyncTable({
    ...{ zones: new Map(), hasPhoneSuffix: false, compiledOf: () => compiledWith(list) },
    use: (change) => change(recorderOf(index, { keys: undefined, now: () => instant })),
    log: { info: () => {}, warn: () => {} },
  });

function syncOf(changes: Partial<SyncedShop> = {}, environment: Partial<SyncEnvironment> = {}): ShopSync {
  const { shopGateway } = gateway;
  const shop = { id: 'flagship', listed: shopGateway, preferred: shopGateway, since: undefined, isPolled: false };
  const log = (details: object, message: string): void => void logged.push([details, message]);
  return createShopSync(
    { ...shop, maxCallsPerDay: 10_000, ...changes },
    {
      ...{ store, owner: 'one', now: () => instant, elapsed: () => instant, share: 0.3 },
      ...{ pace: createPace(() => instant), callGateway: gateway.callGateway, flush: async () => {} },
      async fetchOrder(_shop, orderId) {
        fetched.push(orderId);
        return true;
      },
      dueShops: async () => new Set(hasDue ? ['flagship'] : []),
      onRevoked: () => {},
      log: { info: log, warn: log, error: log },
      ...environment,
    },
  );
}

/** Lets it run for so long, by the test's clock. */
async function run(sync: ShopSync, ms: number): Promise<void> {
  const end = instant + ms;
  for (;;) {
    const waitMs = await sync.step();
    if (instant + waitMs > end) break;
    instant += Math.ceil(waitMs);
  }
  instant = end;
}

const place = (tid: string, createdAgo: number, more: object = {}): void => {
  const created = instant - createdAgo;
  gateway.orders.set(tid, { tid, created, modified: created, ...more });
};

const indexed = async (): Promise<readonly string[]> =>
  (await index.db.selectFrom('orders').select('order_id').orderBy('order_id').execute()).map((row) => row.order_id);

test('the first fill reads all that the list reaches, the latest day first, and says how far it is', async () => {
  for (const [tid, days] of [
    ['1', 0.5],
    ['2', 1.5],
    ['3', 2.5],
    ['4', 3.5],
  ] as const)
    place(tid, days * DAY);
  const sync = syncOf();
  const coverage = async () => (await index.reader.coverage({ shops: ['flagship'] }))[0];
  while ((await indexed()).length === 0) await run(sync, 100);
  expect(await indexed()).toEqual(['1']);
  expect((await coverage())?.completeSince).toEqual(new Date(BEGINNING + SECOND - DAY));
  await run(sync, MINUTE);
  expect(await indexed()).toEqual(['1', '2', '3']);
  expect(await coverage()).toMatchObject({
    ...{ completeSince: new Date(BEGINNING - 3 * DAY), sources: ['READ', 'LIST'], fault: null },
  });
  expect(logged.map(([, message]) => message)).toContain('The first fill of the order index is done');
  const fills = gateway.requests.filter(({ basis }) => basis === 'CREATED');
  await run(sync, 10 * MINUTE);
  expect(gateway.requests.filter(({ basis }) => basis === 'CREATED')).toEqual(fills);
});

test('orders are filled in from the day on that the settings say', async () => {
  for (const days of [0.5, 1.5, 2.5]) place(String(days), days * DAY);
  await run(syncOf({ since: BEGINNING - 2 * DAY }), MINUTE);
  expect(await indexed()).toEqual(['0.5', '1.5']);
});

test('what is modified is read every interval, with the time before that rows may be stored late in', async () => {
  const sync = syncOf();
  await run(sync, 2 * MINUTE);
  gateway.requests.length = 0;
  place('7', 0, { storedAt: instant + 5 * MINUTE });
  await run(sync, 4 * MINUTE);
  expect(await indexed()).toEqual([]);
  await run(sync, 3 * MINUTE);
  expect(await indexed()).toEqual(['7']);
  for (const { at, from, to } of gateway.requests) {
    expect(to.getTime()).toBe(at - 30 * SECOND - (at % SECOND));
    expect(to.getTime() - from.getTime()).toBeGreaterThanOrEqual(10 * MINUTE);
  }
  expect(gateway.requests.length).toBe(7);
});

test('a window of too many pages is halved, and wide again once there are fewer', async () => {
  const sync = syncOf();
  await run(sync, MINUTE);
  for (let at = 0; at < 40; at += 1) place(`a${at}`, -at * 10 * SECOND);
  instant += 20 * MINUTE;
  gateway.requests.length = 0;
  await run(sync, MINUTE);
  expect((await indexed()).length).toBe(40);
  const widths = gateway.requests.map(({ from, to }) => to.getTime() - from.getTime());
  expect(Math.min(...widths)).toBeLessThan(10 * MINUTE);
  expect(Math.max(...gateway.requests.map(({ page }) => page))).toBe(4);
});

test('what was not read to its end when the process was killed is read on by the next one', async () => {
  const sync = syncOf();
  await run(sync, MINUTE);
  for (let at = 0; at < 9; at += 1) place(`b${at}`, 0);
  instant += 2 * MINUTE;
  const pages: number[] = [];
  gateway.requests.length = 0;
  gateway.onRequest.current = ({ page }) => {
    pages.push(page);
    if (pages.length === 3) throw new Error('killed');
    return undefined;
  };
  await expect(run(sync, MINUTE)).rejects.toThrow('killed');
  gateway.onRequest.current = () => undefined;
  const window = gateway.requests.at(-1);
  gateway.requests.length = 0;
  store = storeOf();
  instant += 2 * MINUTE;
  await run(syncOf({}, { owner: 'two' }), SECOND);
  expect(gateway.requests[0]).toMatchObject({ from: window?.from, to: window?.to, page: window?.page });
  await run(syncOf({}, { owner: 'two' }), MINUTE);
  expect((await indexed()).length).toBe(9);
});

test('a page is not recorded where another process has taken the lease', async () => {
  place('1', HOUR);
  expect(await store.lease({ owner: 'other', now: instant }, 60_000)).toBe(true);
  await run(syncOf(), 10 * SECOND);
  expect(await indexed()).toEqual([]);
  instant += MINUTE;
  await run(syncOf(), 10 * SECOND);
  expect(await indexed()).toEqual(['1']);
});

test('a fault is not written down over what another process has read since it took the lease', async () => {
  place('1', HOUR);
  gateway.onRequest.current = () => new Fault('UPSTREAM_TIMEOUT', 'No.');
  await run(syncOf(), SECOND);
  instant += 2 * MINUTE;
  gateway.onRequest.current = async () => {
    await store.lease({ owner: 'other', now: instant }, 60_000);
    throw new Fault('QUOTA_EXHAUSTED', 'No.');
  };
  await run(syncOf(), SECOND);
  expect((await index.reader.coverage({ shops: ['flagship'] }))[0]?.fault).toBe('UPSTREAM_TIMEOUT');
});

test('a third of the gateway’s pace is kept, one call after another', async () => {
  for (let at = 0; at < 60; at += 1) place(`c${at}`, at * HOUR);
  await run(syncOf(), 20 * SECOND);
  const gaps = gateway.requests.slice(1).map(({ at }, before) => at - (gateway.requests[before]?.at ?? 0));
  expect(gaps.length).toBeGreaterThan(10);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(333);
});

test.each([
  ['CIRCUIT_OPEN', { retryAfterMs: 7 * SECOND }, 7 * SECOND],
  ['UPSTREAM_THROTTLED', { retryAfterMs: 90 * SECOND }, 90 * SECOND],
  // Quotas begin anew at midnight in Beijing.
  ['QUOTA_EXHAUSTED', {}, 14 * HOUR],
  ['SHOP_NOT_AUTHORIZED', {}, 30 * MINUTE],
  ['UPSTREAM_TIMEOUT', {}, 5 * SECOND],
] as const satisfies readonly (readonly [FaultCode, FaultDetails, number])[])(
  'after %s with %j nothing is read for %i ms, coverage says why, and then it goes on',
  async (code, details, ms) => {
    place('1', HOUR);
    gateway.onRequest.current = () => new Fault(code, 'No.', details);
    const sync = syncOf();
    await run(sync, SECOND);
    const [first] = gateway.requests;
    if (first === undefined) throw new Error('Nothing was requested.');
    expect((await index.reader.coverage({ shops: ['flagship'] }))[0]?.fault).toBe(code);
    gateway.onRequest.current = () => undefined;
    await run(sync, ms + 2 * SECOND);
    const midnight = code === 'QUOTA_EXHAUSTED' ? first.at - BEGINNING : 0;
    expect((gateway.requests[1]?.at ?? 0) - first.at + midnight).toBeGreaterThanOrEqual(ms);
    expect((gateway.requests[1]?.at ?? Number.POSITIVE_INFINITY) - first.at).toBeLessThan(ms + 2_100);
    await run(sync, 2 * MINUTE);
    expect((await index.reader.coverage({ shops: ['flagship'] }))[0]?.fault).toBeNull();
    expect(await indexed()).toEqual(['1']);
  },
);

test('a gateway that throttled is asked half as often for ten minutes', async () => {
  for (let at = 0; at < 60; at += 1) place(`d${at}`, at * HOUR);
  gateway.onRequest.current = () => {
    gateway.onRequest.current = () => undefined;
    return new Fault('UPSTREAM_THROTTLED', 'Slower.', { retryAfterMs: 1_000 });
  };
  await run(syncOf(), 15 * SECOND);
  const gaps = gateway.requests.slice(2).map(({ at }, before) => at - (gateway.requests[before + 1]?.at ?? 0));
  expect(gaps.length).toBeGreaterThan(5);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(666);
  const widths = gateway.requests.slice(1).map(({ from, to }) => to.getTime() - from.getTime());
  expect(Math.max(...widths)).toBe(DAY / 2);
});

test('a row that cannot be read is fetched by itself, and the others of its window are recorded', async () => {
  for (const tid of ['1', '2']) place(tid, HOUR);
  hasDue = true;
  const whole = gateway.rowOf.current;
  gateway.rowOf.current = (order) => (order.tid === '1' ? { ...whole(order), unreadable: true } : whole(order));
  await run(syncOf(), MINUTE);
  expect(await indexed()).toEqual(['2']);
  expect(fetched).toEqual(['1']);
  expect((await index.reader.coverage({ shops: ['flagship'] }))[0]?.completeSince).not.toBeNull();
});

test('a row without an id that any order could have is left out, and counted', async () => {
  for (const tid of ['1', 'no id']) place(tid, HOUR);
  await run(syncOf(), MINUTE);
  expect(await indexed()).toEqual(['1']);
  const [status] = await store.status(['flagship'], instant);
  expect(status?.streams.find(({ name }) => name === 'fill')?.dropped).toBe(1);
});

test('a call that only counts a window’s orders changes nothing of the one that it names', async () => {
  const list: OrderList = { ...LIST, steady: { ...LIST.steady, paging: 'BACKWARD_COUNTED' } };
  gateway = createListedGateway(() => instant, list);
  store = storeOf(list);
  const whole = gateway.rowOf.current;
  let isCount = false;
  gateway.onRequest.current = ({ purpose }) => {
    isCount = purpose === 'COUNT';
    return undefined;
  };
  const orders = { order: [{ oid: '9', num_iid: 9, refund_status: 'WAIT_SELLER_AGREE' }] };
  gateway.rowOf.current = (order) => (isCount ? { tid: order.tid } : { ...whole(order), orders });
  const sync = syncOf();
  await run(sync, MINUTE);
  for (const tid of ['1', '2', '3', '4']) place(tid, 0);
  await run(sync, 5 * MINUTE);
  expect(gateway.requests.some(({ purpose }) => purpose === 'COUNT')).toBe(true);
  const changes = await index.db.selectFrom('changes').select(['order_id', 'kind']).execute();
  expect(changes.map(({ order_id, kind }) => `${order_id} ${CHANGE_KINDS[kind]}`).sort()).toEqual(
    ['1', '2', '3', '4'].map((tid) => `${tid} CREATED`),
  );
  const rows = await index.db.selectFrom('orders').select('refund').execute();
  expect(rows.map(({ refund }) => REFUND_STATUSES[refund])).toEqual(rows.map(() => 'REQUESTED'));
  expect(rows.length).toBe(4);
});

test('the first fill goes on however many orders messages tell of', async () => {
  for (const tid of ['1', '2', '3', '4']) place(tid, HOUR);
  hasDue = true;
  const messages = Array.from({ length: 300 }, (_nothing, number) => ({
    id: `${number}`,
    orderId: `${1_000 + number}`,
  }));
  await store.hear(
    'queue',
    instant,
    messages.map((message) => ({ ...message, shop: 'flagship', notBefore: instant })),
  );
  await run(syncOf(), 30 * SECOND);
  expect(await indexed()).toEqual(['1', '2', '3', '4']);
  expect(fetched.length).toBeGreaterThan(30);
  expect(fetched.length).toBeLessThan(messages.length);
});

test('a sweep counts what the steady reading had not been told in time', async () => {
  const sync = syncOf();
  await run(sync, HOUR);
  place('5', 30 * MINUTE, { storedAt: instant + HOUR });
  await run(sync, 90 * MINUTE);
  expect(await indexed()).toEqual([]);
  await run(sync, HOUR);
  expect(await indexed()).toEqual(['5']);
  const [status] = await store.status(['flagship'], instant);
  expect(status?.streams.find(({ name }) => name === 'sweep often')?.foundLate).toBe(1);
  expect(logged.map(([, message]) => message)).toContain(
    'A sweep has found orders that the list had not told of in time',
  );
});

test('how many calls a shop took today is told, and begins anew at midnight in Beijing', async () => {
  const sync = syncOf();
  await run(sync, HOUR);
  const [status] = await store.status(['flagship'], instant);
  const calls = status?.streams.reduce((sum, stream) => sum + stream.calls, 0);
  expect(calls).toBe(gateway.requests.length);
  const [tomorrow] = await store.status(['flagship'], instant + DAY);
  expect(tomorrow?.streams.reduce((sum, stream) => sum + stream.calls, 0)).toBe(0);
});

/** How many calls of lists there were until now. */
const callsUntil = (kinds: readonly string[]): number =>
  gateway.requests.filter(({ basis }) => kinds.includes(basis)).length;

test('a day’s calls bound lists and single orders together, and others begin at midnight in Beijing', async () => {
  for (let at = 0; at < 60; at += 1) place(`e${at}`, at * HOUR);
  const maxCallsPerDay = 12;
  const sync = syncOf({ maxCallsPerDay });
  const midnight = BEGINNING + 14 * HOUR;
  for (let at = 0; at < 30; at += 1)
    await store.hear('queue', instant, [
      { id: `h${at}`, shop: 'flagship', orderId: `h${at}`, notBefore: BEGINNING + HOUR },
    ]);
  hasDue = true;
  await run(sync, 2 * HOUR);
  instant = midnight - 5 * SECOND;
  await run(sync, 4 * SECOND);
  expect(gateway.requests.length + fetched.length).toBe(maxCallsPerDay);
  const [coverage] = await index.reader.coverage({ shops: ['flagship'] });
  expect(coverage?.fault).toBe('QUOTA_EXHAUSTED');
  expect(await store.callsToday('flagship', instant)).toMatchObject({ total: maxCallsPerDay });
  await run(sync, 5 * SECOND);
  expect(gateway.requests.length + fetched.length).toBeGreaterThan(maxCallsPerDay);
  await run(sync, 10 * MINUTE);
  expect(gateway.requests.length + fetched.length).toBeLessThanOrEqual(2 * maxCallsPerDay);
});

test('the first fill and the sweeps take at most half of a day’s calls, and go on the next day', async () => {
  for (let at = 0; at < 60; at += 1) place(`f${at}`, at * HOUR);
  const sync = syncOf({ maxCallsPerDay: 20 });
  await run(sync, 10 * MINUTE);
  expect(callsUntil(['CREATED'])).toBe(10);
  const filled = (await indexed()).length;
  expect(filled).toBeLessThan(60);
  expect((await store.status(['flagship'], instant))[0]?.streams).toContainEqual(
    expect.objectContaining({ name: 'fill', fault: 'QUOTA_EXHAUSTED' }),
  );
  instant = BEGINNING + 14 * HOUR;
  await run(sync, 10 * MINUTE);
  expect((await indexed()).length).toBeGreaterThan(filled);
});

test('where a day’s calls would not last, what was modified is read more rarely and until midnight', async () => {
  const sync = syncOf({ maxCallsPerDay: 120 });
  const hours = 6;
  const before: number[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    await run(sync, HOUR);
    before.push(callsUntil(['MODIFIED']));
  }
  expect(before.slice(1).every((count, at) => count > (before[at] ?? 0))).toBe(true);
  expect(gateway.requests.length).toBeLessThanOrEqual(120);
});

test('a shop whose calls of today are spent goes on at once where other settings allow more', async () => {
  for (let at = 0; at < 60; at += 1) place(`g${at}`, at * HOUR);
  await run(syncOf({ maxCallsPerDay: 4 }), 10 * MINUTE);
  expect(gateway.requests.length).toBe(3);
  await run(syncOf(), 5 * MINUTE);
  expect((await indexed()).length).toBe(60);
  expect((await index.reader.coverage({ shops: ['flagship'] }))[0]?.fault).toBeNull();
});
