// An oracle of the sync: a ledger whose orders live while they are read, with chaos, messages, people who look, processes
// that are killed, and hours in which nothing runs. In the end the index has to say what the ledger says.
import { setTimeout as pause } from 'node:timers/promises';
import type { Selection } from '../../src/mapping/selection.js';
import { createPace } from '../../src/orderIndex/pace.js';
import { type OrderUpdate, readDocument, readReply } from '../../src/orderIndex/record/readReply.js';
import { record } from '../../src/orderIndex/record/record.js';
import type { OrderRow } from '../../src/orderIndex/schema/tables.js';
import type { SyncEnvironment } from '../../src/orderIndex/sync/environment.js';
import { syncedShop } from '../../src/orderIndex/sync/service.js';
import { createShopSync } from '../../src/orderIndex/sync/shopSync.js';
import { createSyncTable } from '../../src/orderIndex/sync/syncTable.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/platforms/orderList.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { demoSettings } from '../../src/sandbox/demo.js';
import { ALL_CHAOS, NO_CHAOS } from '../../src/sandbox/ledger/chaos.js';
import { createDemoLedger } from '../../src/sandbox/ledger/index.js';
import { randomFrom } from '../../src/sandbox/random.js';
import { startSandbox } from '../../src/sandbox/server.js';
import type { CallGateway } from '../../src/upstream/callGateway.js';
import { createUpstream } from '../../src/upstream/index.js';
import type { RecordedReply } from '../../src/upstream/types.js';
import { createWholeOrderFetch } from '../../src/upstream/wholeOrder.js';
import type { TestIndex } from './indexEngines.js';
import { listedShop } from './ledgerShops.js';
import { recorderOf } from './orderUpdates.js';

export interface OracleOptions {
  readonly seed: number;
  /** Of all shops together. */
  readonly orders: number;
  /** Simulated. */
  readonly days: number;
}

export interface OracleReport {
  readonly orders: number;
  readonly calls: number;
  readonly kills: number;
  readonly foundLate: number;
  /** What the index does not say as the ledger does. */
  readonly lost: readonly string[];
  readonly strays: readonly string[];
  readonly differing: readonly string[];
  readonly rows: readonly OrderRow[];
}

const SHOPS = ['buyer', 'flagship', 'overseas', 'maker'] as const;
const BEGINNING = Date.UTC(2026, 9, 30, 2);

/** How long a process runs, how long none does, and how fast orders live: the shorter the time, the more happens in it. */
const LONG = { runsMs: 20 * MINUTE, shortest: 2 * MINUTE, longest: 6 * HOUR, pace: 4 };
const SHORT = { runsMs: 6 * MINUTE, shortest: MINUTE, longest: 30 * MINUTE, pace: 40 };

/** How often a call ends its process: before what it brought is recorded, or after. */
const KILLS = 0.02;

/** Of the things that happen: those that a message tells of, as lost ones do not arrive. */
const TOLD = 0.2;

export async function runOracle(index: TestIndex, { seed, orders, days }: OracleOptions): Promise<OracleReport> {
  const random = randomFrom(seed);
  const isLong = days >= 1;
  const { runsMs, shortest, longest, pace } = isLong ? LONG : SHORT;
  let instant = BEGINNING;
  const ledger = createDemoLedger({ now: () => instant, seed, chaos: ALL_CHAOS });
  const each = Math.ceil(orders / ledger.shops.length / 2);
  ledger.add({ orders: each, from: BEGINNING - 3 * DAY, to: BEGINNING, pace });
  ledger.add({ orders: each, from: BEGINNING, to: BEGINNING + days * DAY, pace });
  const sandbox = await startSandbox({ ledger, faultInjection: '{}' });
  const settings = parseSettings(JSON.stringify(settingsOf(sandbox.url)), {});
  const now = () => new Date(instant);

  const replies: RecordedReply[] = [];
  const options = { zones: new Map<string, string>(), hasPhoneSuffix: false };
  const recorder = recorderOf(index, { keys: undefined, now: () => instant });
  const flush = async (): Promise<void> => {
    const updates = replies.splice(0).map((reply) => readReply(reply, options));
    await record(recorder, updates);
  };
  const upstream = await createUpstream(settings, {
    ...{ now, redisUrl: undefined, workers: 1, transport: 'node-fetch', callBudget: undefined },
    log: { info: () => {}, warn: () => {}, error: () => {} } as never,
    recorder: { record: (origin, text) => void replies.push({ ...origin, text }), bury: () => {} },
  });
  const fetchWhole = createWholeOrderFetch({ ...upstream, caller: 'sync', requestMs: 15_000 });
  const store = createSyncTable({
    ...options,
    use: (change) => change(recorder),
    log: { info: () => {}, warn: () => {} },
  });

  let calls = 0;
  let kills = 0;
  let isCalm = false;
  let due = { at: 0, shops: new Set<string>() };
  const callOnce = upstream.createCallGateway('sync');
  const callGateway: CallGateway = async (gateway, { buildRequest, parseReply }) => {
    calls += 1;
    const chance = isCalm ? 1 : random();
    return callOnce(gateway, {
      buildRequest,
      async parseReply(reply, given) {
        if (chance < KILLS / 2) throw new Killed();
        const result = await parseReply(reply, given);
        if (chance < KILLS) throw new Killed();
        return result;
      },
    });
  };

  const heard: Promise<unknown>[] = [];
  let messages = 0;
  ledger.onHappening(({ shop, order }) => {
    if (isCalm || random() > TOLD) return;
    messages += 1;
    const { orderId } = order;
    // Some come twice, and some tell of orders that there are none of.
    for (const id of [String(messages), String(messages)].slice(random() < 0.1 ? 0 : 1))
      heard.push(store.hear('queue', instant, [{ id, shop: shop.id, orderId, notBefore: instant + 2 * SECOND }]));
  });

  /** A process that runs until it is killed, or its time is over. */
  async function runProcess(owner: string, ms: number): Promise<void> {
    const environment: SyncEnvironment = {
      ...{ store, owner, share: 0.3, callGateway, flush, now: () => instant, elapsed: () => instant },
      pace: createPace(() => instant),
      async fetchOrder(shop, orderId) {
        calls += 1;
        return fetchWhole({ shop, orderId }, 0);
      },
      async dueShops() {
        await Promise.all(heard.splice(0));
        if (instant - due.at >= MINUTE / 2) due = { at: instant, shops: new Set(await store.dueShops(instant)) };
        return due.shops;
      },
      onRevoked: () => {},
      log: { info: () => {}, warn: () => {}, error: () => {} },
    };
    const syncs = settings.shops
      .filter(({ id }) => (SHOPS as readonly string[]).includes(id))
      .map((shop) => {
        const of = upstream.shops.get(shop.id);
        if (of === undefined) throw new Error(`There is no shop ${shop.id}.`);
        return { sync: createShopSync(syncedShop(shop, of, 100_000), environment), at: instant };
      });
    const end = instant + ms;
    for (;;) {
      const next = syncs.reduce((one, other) => (other.at < one.at ? other : one));
      if (next.at > end) break;
      instant = Math.max(instant, next.at);
      next.at = instant + Math.max(100, Math.ceil(await next.sync.step()));
      await readAsPeopleDo();
    }
    instant = end;
  }

  /** Somebody looks at an order now and then, which is recorded as a detail. */
  async function readAsPeopleDo(): Promise<void> {
    if (isCalm || random() > 0.002) return;
    const shop = ledger.shops[Math.floor(random() * ledger.shops.length)];
    const known = shop?.orders() ?? [];
    const { order } = known[Math.floor(random() * known.length)] ?? {};
    if (shop && order) await fetchWhole({ shop: shop.id, orderId: order.orderId }, 0).catch(() => {});
    await flush();
  }

  async function runUntil(end: number): Promise<void> {
    while (instant < end) {
      try {
        await runProcess(`process ${kills}`, Math.min(runsMs, end - instant));
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        kills += 1;
        replies.length = 0;
        // Another takes its place once its lease is over.
        instant += MINUTE + SECOND;
        continue;
      }
      await store.lease({ owner: `process ${kills}`, now: instant }, 0);
      if (instant < end) instant = Math.min(end, instant + shortest + random() * (longest - shortest));
      instant = Math.floor(instant);
    }
  }

  try {
    await runUntil(BEGINNING + days * DAY);
    // Quiet: all lives come to their ends, what is late arrives, and what is due is fetched; and a sweep goes over the last days.
    Object.assign(ledger.chaos, NO_CHAOS);
    isCalm = true;
    for (const ms of isLong ? [4 * DAY, DAY, HOUR] : [10 * HOUR, HOUR]) {
      instant += ms;
      await runProcess(`process ${kills}`, isLong ? 20 * MINUTE : 8 * MINUTE);
      await Promise.all(heard.splice(0));
    }
    return { calls, kills, ...(await compare()) };
  } finally {
    await upstream.close();
    await sandbox.close();
    await pause(0);
  }

  async function compare() {
    const rows = await index.db.selectFrom('orders').selectAll().execute();
    const rowOf = new Map(rows.map((row) => [`${row.shop} ${row.order_id}`, row]));
    const status = await store.status([...SHOPS], instant);
    const foundLate = status.flatMap(({ streams }) => streams).reduce((sum, stream) => sum + stream.foundLate, 0);
    const lost: string[] = [];
    const differing: string[] = [];
    const known = new Set<string>();
    for (const shop of ledger.shops) {
      const listed = listedShop(shop.gateway, sandbox.url, () => instant);
      const [{ list }] = [listed];
      const from = BEGINNING - 4 * DAY;
      const shown = new Map<string, OrderUpdate>();
      for (const { orderId, document } of await listed.walk({ ...list.fill, maxPages: 10_000 }, from, instant)) {
        const origin = { shop: shop.id, credential: '', subtrees: [], orderId, fetchedAt: instant };
        const isTold = (selection: Selection) => listed.compiled.isInRow(selection, 'FULL');
        shown.set(orderId, readDocument(listed.compiled, document, origin, options, 'LIST', isTold));
      }
      for (const { order } of shop.orders()) {
        const name = `${shop.id} ${order.orderId}`;
        known.add(name);
        const [row, update] = [rowOf.get(name), shown.get(order.orderId)];
        if (row === undefined) lost.push(name);
        else if (update === undefined) differing.push(`${name} is not listed`);
        else differing.push(...differencesOf(name, row, update));
      }
    }
    return {
      orders: known.size,
      foundLate,
      lost,
      differing,
      rows,
      strays: [...rowOf.keys()].filter((name) => !known.has(name)),
    };
  }
}

/** The demo shops, whose lists are filled in from the first order on: days before it say nothing. */
const settingsOf = (sandboxUrl: string) => {
  const { shops, ...rest } = demoSettings(sandboxUrl);
  return { ...rest, shops: shops.map((shop) => ({ ...shop, sync: { since: '2026-10-26' } })) };
};

class Killed extends Error {}

/** What a list says of an order that the index says otherwise. */
const differencesOf = (name: string, row: OrderRow, { values }: OrderUpdate): readonly string[] =>
  Object.entries(values).flatMap(([column, value]) => {
    const indexed = row[column as keyof OrderRow];
    return indexed === value ? [] : [`${name} ${column}: ${String(indexed)} instead of ${String(value)}`];
  });
