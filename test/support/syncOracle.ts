// An oracle of the sync: a ledger whose orders live while they are read, with chaos, messages, people who look, processes
// that are killed, and hours in which nothing runs. In the end the index has to say what the ledger says.
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineSource } from '../../src/orderIndex/engine/source.js';
import { createPace } from '../../src/orderIndex/pace.js';
import { readReply } from '../../src/orderIndex/record/readReply.js';
import { record } from '../../src/orderIndex/record/record.js';
import type { SyncEnvironment } from '../../src/orderIndex/sync/environment.js';
import { syncedShop } from '../../src/orderIndex/sync/service.js';
import { createShopSync } from '../../src/orderIndex/sync/shopSync.js';
import { createSyncTable } from '../../src/orderIndex/sync/syncTable.js';
import type { HeardMessage } from '../../src/orderIndex/sync/types.js';
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
import { recorderOf } from './orderUpdates.js';
import { runSyncProcess } from './syncProcess.js';
import { judgeSync, type SyncVerdict } from './syncVerdict.js';

export interface OracleOptions {
  readonly seed: number;
  /** Of all shops together. */
  readonly orders: number;
  /** Simulated. */
  readonly days: number;
  /** How often a process of its own syncs until it is killed by a signal; 0: processes end within this one. */
  readonly signals?: number;
}

export interface OracleReport extends SyncVerdict {
  readonly orders: number;
  readonly calls: number;
  readonly kills: number;
  readonly foundLate: number;
}

const SHOPS = ['buyer', 'flagship', 'overseas', 'maker'] as const;
const BEGINNING = Date.UTC(2026, 9, 30, 2);

/** How long a process runs, how long none does, and how fast orders live: the shorter the time, the more happens in it. */
const LONG = { runsMs: 20 * MINUTE, shortest: 2 * MINUTE, longest: 6 * HOUR, pace: 4 };
const SHORT = { runsMs: 6 * MINUTE, shortest: MINUTE, longest: 30 * MINUTE, pace: 40 };

/** How often a call ends its process: before what it brought is recorded, or after. */
const KILLS = 0.02;

/** By the wall's clock: from the moment on when it begins to read. */
const LONGEST_LIFE_MS = 600;

/** Of the things that happen: those that a message tells of, as lost ones do not arrive. */
const TOLD = 0.2;

export async function runOracle(
  index: TestIndex,
  { seed, orders, days, signals = 0 }: OracleOptions,
): Promise<OracleReport> {
  const random = randomFrom(seed);
  const isLong = days >= 1;
  const { runsMs, shortest, longest, pace } = isLong ? LONG : SHORT;
  let instant = BEGINNING;
  const ledger = createDemoLedger({ now: () => instant, seed, chaos: ALL_CHAOS });
  const each = Math.ceil(orders / ledger.shops.length / 2);
  ledger.add({ orders: each, from: BEGINNING - 3 * DAY, to: BEGINNING, pace });
  ledger.add({ orders: each, from: BEGINNING, to: BEGINNING + days * DAY, pace });
  const sandbox = await startSandbox({ ledger, faultInjection: '{}' });
  const plainSettings = settingsOf(sandbox.url);
  const settings = parseSettings(JSON.stringify(plainSettings), {});
  const now = () => new Date(instant);

  const replies: RecordedReply[] = [];
  const options = { zones: new Map<string, string>(), hasPhoneSuffix: false };
  const recorder = recorderOf(index, { keys: undefined, now: () => instant });
  const flush = async (): Promise<void> => {
    const updates = replies.splice(0).map((reply) => readReply(reply, options));
    await record(recorder, updates);
  };
  const upstream = await createUpstream(settings, {
    ...{ now, redisUrl: undefined, workers: 1, transport: 'undici', callBudget: undefined },
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

  const told: { readonly at: number; readonly messages: readonly HeardMessage[] }[] = [];
  let messages = 0;
  ledger.onHappening(({ shop, order }) => {
    if (isCalm || random() > TOLD) return;
    messages += 1;
    const { orderId } = order;
    // Some come twice.
    const message = { id: String(messages), shop: shop.id, orderId, notBefore: instant + 2 * SECOND };
    told.push({ at: instant, messages: [message] });
    if (random() < 0.1) told.push({ at: instant, messages: [message] });
  });

  async function hear(): Promise<void> {
    for (const { at, messages: heard } of told.splice(0)) await store.hear('queue', at, heard);
  }

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
        await hear();
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

  /** The same in a process of its own, which a signal ends, unless it is done before. */
  async function runChild(owner: string, ms: number): Promise<void> {
    const end = instant + ms;
    const isKilled = await runSyncProcess({
      ...{ source: sourceOf(index), settings: plainSettings, shops: SHOPS, owner, from: instant, end },
      killAfterMs: random() * LONGEST_LIFE_MS,
      async onInstant(reached) {
        instant = reached;
        await hear();
        await readAsPeopleDo();
      },
    });
    if (isKilled) throw new Killed();
    instant = end;
  }

  async function runUntil(end: number): Promise<void> {
    while (instant < end) {
      try {
        await (kills < signals ? runChild : runProcess)(`process ${kills}`, Math.min(runsMs, end - instant));
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
      await hear();
    }
    const verdict = await judgeSync({ db: index.db, ledger, sandboxUrl: sandbox.url, since: BEGINNING - 4 * DAY });
    return { ...verdict, calls, kills, foundLate: await foundLate() };
  } finally {
    await upstream.close();
    await sandbox.close();
    await pause(0);
  }

  async function foundLate(): Promise<number> {
    const status = await store.status([...SHOPS], instant);
    return status.flatMap(({ streams }) => streams).reduce((sum, stream) => sum + stream.foundLate, 0);
  }
}

/** The demo shops, whose lists are filled in from the first order on: days before it say nothing. */
const settingsOf = (sandboxUrl: string) => {
  const { shops, ...rest } = demoSettings(sandboxUrl);
  // What fails is tried again by the sync itself, without waiting by the clock of the wall.
  return { ...rest, retries: 0, shops: shops.map((shop) => ({ ...shop, sync: { since: '2026-10-26' } })) };
};

const sourceOf = ({ engine, place }: TestIndex): EngineSource =>
  engine.name === 'SQLite' ? { name: engine.name, path: place } : { name: engine.name, url: place };

class Killed extends Error {}
