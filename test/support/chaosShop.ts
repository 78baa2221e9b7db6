// One shop of a ledger under one kind of chaos, synced by a test's clock straight from the sandbox: with its list as it is, or
// with one that lacks what the chaos is met by. No sweep helps.
import { createPace } from '../../src/orderIndex/pace.js';
import { createShopSync } from '../../src/orderIndex/sync/shopSync.js';
import { createSyncTable } from '../../src/orderIndex/sync/syncTable.js';
import type { StreamStatus } from '../../src/orderIndex/sync/types.js';
import { HOUR, type OrderList } from '../../src/platforms/orderList.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import type { Chaos } from '../../src/sandbox/ledger/chaos.js';
import { NO_CHAOS } from '../../src/sandbox/ledger/chaos.js';
import { createLedger, type ShopOfLedger } from '../../src/sandbox/ledger/ledger.js';
import { startSandbox } from '../../src/sandbox/server.js';
import type { CallGateway } from '../../src/upstream/callGateway.js';
import type { ShopGateway } from '../../src/upstream/types.js';
import { openSqliteIndex } from './indexEngines.js';
import { listedShop } from './ledgerShops.js';
import { recorderOf } from './orderUpdates.js';
import { judgeSync, type SyncVerdict } from './syncVerdict.js';

export interface ChaosOptions {
  readonly shop: string;
  readonly chaos: Partial<Chaos>;
  /** When it begins, milliseconds. */
  readonly beginning: number;
  /** How long nothing reads while orders live, and how long the list is then read under chaos, and after it. */
  readonly absentMs: number;
  readonly readMs: number;
  readonly quietMs: number;
  readonly change: (list: OrderList) => OrderList;
}

export interface ChaosReport {
  readonly verdict: SyncVerdict;
  readonly calls: number;
  /** The faults that the list had meanwhile. */
  readonly faults: ReadonlySet<string>;
  readonly steady: StreamStatus | undefined;
}

const ORDERS = 60;

/** All that happens to an order happens within half an hour or so. */
const PACE = 400;

/** Few rows a page, so that there are many pages. */
const PAGE_SIZE = 5;

function shopOfLedger(id: string): ShopOfLedger {
  const found = sandboxGateways.find(({ shop }) => shop.id === id);
  if (found?.ledgerIds === undefined) throw new Error(`There is no shop ${id}.`);
  return { id, gateway: found.type, ids: found.ledgerIds };
}

export async function readUnderChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { shop: id, chaos, beginning, absentMs, readMs, quietMs, change } = options;
  let instant = beginning;
  const now = (): number => instant;
  const own = shopOfLedger(id);
  const ledger = createLedger({ shops: [own], now, seed: 5, chaos });
  ledger.add({ orders: ORDERS, from: beginning - HOUR, to: beginning + absentMs + readMs, pace: PACE });
  const sandbox = await startSandbox({ ledger, faultInjection: '{}' });
  const index = await openSqliteIndex();
  const listed = listedShop(own.gateway, sandbox.url, now);
  const list = change({ ...listed.list, sweeps: [], steady: { ...listed.list.steady, pageSize: PAGE_SIZE } });
  const compiled = { ...listed.compiled, list };
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const store = createSyncTable({
    ...{ zones: new Map(), hasPhoneSuffix: false, compiledOf: () => compiled, log: quiet },
    use: (record) => record(recorderOf(index, { keys: undefined, now })),
  });
  let calls = 0;
  const callGateway: CallGateway = async ({ settings }, { buildRequest, parseReply }) => {
    calls += 1;
    return parseReply(await listed.post(buildRequest(settings, new Date(instant))), settings);
  };
  const gateway = {
    ...{ compiled, settings: listed.settings, credential: 'account', queue: {}, tokens: undefined },
  } as unknown as ShopGateway;
  const since = beginning - 2 * HOUR;
  const sync = createShopSync(
    { id, listed: gateway, preferred: gateway, since, isPolled: false, maxCallsPerDay: 1_000 },
    {
      ...{ store, owner: 'one', now, elapsed: now, share: 1, pace: createPace(now), callGateway, log: quiet },
      ...{ fetchOrder: async () => true, flush: async () => {}, dueShops: async () => new Set<string>() },
      onRevoked: () => {},
    },
  );
  const faults = new Set<string>();

  async function run(ms: number): Promise<void> {
    const end = instant + ms;
    while (instant < end) instant += Math.ceil(Math.max(1, await sync.step()));
    for (const { fault } of await streams()) if (fault !== null) faults.add(fault);
  }
  const streams = async (): Promise<readonly StreamStatus[]> => (await store.status([id], instant))[0]?.streams ?? [];

  try {
    await run(60_000);
    instant += absentMs;
    for (let read = 0; read < readMs; read += 60_000) await run(60_000);
    Object.assign(ledger.chaos, NO_CHAOS);
    await run(quietMs);
    const verdict = await judgeSync({ db: index.db, ledger, sandboxUrl: sandbox.url, since });
    const steady = (await streams()).find(({ name }) => name === 'list');
    return { verdict, calls, faults, steady };
  } finally {
    await sandbox.close();
    await index.close();
  }
}
