// The sync, put together: which gateways' lists are read, how single orders are fetched, and the runner of all shops.
import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import type { Clock } from '../../common/clock.js';
import type { Settings } from '../../config/index.js';
import { MINUTE, SECOND } from '../../platforms/orderList.js';
import type { CallGateway } from '../../upstream/callGateway.js';
import type { Shops, UpstreamShop } from '../../upstream/types.js';
import type { FetchWholeOrder } from '../../upstream/wholeOrder.js';
import type { Pace } from '../pace.js';
import { createMessageTask } from '../push/messageTask.js';
import { sendersOf, toldShopsOf } from '../push/senders.js';
import type { SyncEnvironment, SyncedShop, SyncLog } from './environment.js';
import { type SyncRunner, startSyncRunner } from './runner.js';
import type { SyncStore } from './types.js';

/** What the sync needs of the server. */
export interface SyncServices {
  readonly settings: Settings;
  readonly shops: Shops;
  /** Names this process among those that share the database. */
  readonly owner: string;
  readonly pace: Pace;
  readonly share: number;
  readonly callGateway: CallGateway;
  readonly fetchWholeOrder: FetchWholeOrder;
  readonly flush: () => Promise<void>;
  readonly now: Clock;
  readonly log: SyncLog;
  /** How soon after the start it begins. */
  readonly startMs: number;
}

export interface SyncService {
  readonly close: () => Promise<void>;
}

/** For so long it is believed which shops have orders to be fetched. */
const LOOK_MS = 2 * SECOND;

export function createSyncService(store: SyncStore, services: SyncServices): SyncService {
  const { settings, shops, owner, pace, share, callGateway, fetchWholeOrder, flush, now, log, startMs } = services;
  const synced = settings.shops.flatMap((shop) => {
    const upstream = shops.get(shop.id);
    return upstream ? [syncedShop(shop, upstream, settings.sync.maxCallsPerDay)] : [];
  });
  const clock = (): number => now().getTime();
  const environment: Omit<SyncEnvironment, 'onRevoked'> = {
    ...{ store, owner, pace, share, callGateway, flush, log, now: clock },
    elapsed: () => performance.now(),
    // Whatever the cache holds is from before it became due.
    fetchOrder: (shop, orderId) => fetchWholeOrder({ shop, orderId }, 0),
    dueShops: rememberFor(LOOK_MS, clock, async () => new Set(await store.dueShops(clock()))),
  };
  const senders = sendersOf(toldShopsOf(settings, shops));
  let runner: SyncRunner | undefined;
  const timer = setTimeout(() => {
    runner = startSyncRunner(synced, environment, (whole) => senders.map((sender) => createMessageTask(sender, whole)));
  }, startMs).unref();
  return {
    async close() {
      clearTimeout(timer);
      await runner?.close();
    },
  };
}

export function syncedShop(
  { id, sync }: Settings['shops'][number],
  { gateways }: UpstreamShop,
  maxCallsPerDay: number,
): SyncedShop {
  const listed = sync.list ? gateways.find(({ compiled }) => compiled.list !== undefined) : undefined;
  return {
    ...{ id, listed, preferred: gateways[0], maxCallsPerDay },
    since: sync.since === undefined ? undefined : Date.parse(sync.since) - BEIJING_OFFSET_MINUTES * MINUTE,
    isPolled: sync.poll ?? listed === undefined,
  };
}

function rememberFor<Value>(ms: number, clock: () => number, read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (value === undefined || clock() - readAt >= ms) {
      readAt = clock();
      value = read();
    }
    return value;
  };
}
