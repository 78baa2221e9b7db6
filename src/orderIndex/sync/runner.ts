// Runs the sync of all shops, each by itself, while this process holds the lease.

import { Fault } from '../../common/fault.js';
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import { HOUR } from '../../platforms/orderList.js';
import { reasonOf } from '../indexLog.js';
import { LEASE_MS } from '../leases.js';
import { createSleepers } from '../sleepers.js';
import type { SyncEnvironment, SyncedShop } from './environment.js';
import { createShopSync, type ShopSync } from './shopSync.js';

export interface SyncRunner {
  /** Looks for what is due now. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

/** How often a process looks whether it may sync, and says that it still does. */
const LEASE_EVERY_MS = 10_000;

/** After the database failed. */
const FAILURE_PAUSE_MS = 5_000;

/** What is done beside each shop's own steps, such as asking for messages. */
export interface SideTask {
  /** Resolves to how long to wait for the next time, milliseconds. */
  readonly step: () => Promise<number>;
}

export function startSyncRunner(
  shops: readonly SyncedShop[],
  given: Omit<SyncEnvironment, 'onRevoked'>,
  createTasks: (environment: SyncEnvironment) => readonly SideTask[] = () => [],
): SyncRunner {
  const { store, owner, now, log } = given;
  const { wait, wakeAll: wake } = createSleepers();
  const environment: SyncEnvironment = { ...given, onRevoked: (shop) => syncOf.get(shop)?.forget() };
  const syncOf = new Map<string, ShopSync>(shops.map((shop) => [shop.id, createShopSync(shop, environment)]));
  const syncs = [...syncOf.values()];
  const tasks = createTasks(environment);
  const warn = throttle(LOG_EVERY_MS, (error: unknown) =>
    log.warn(
      { reason: reasonOf(error instanceof Fault ? error.cause : error) },
      'The sync of orders waits: it fails on our side',
    ),
  );
  let isEnding = false;
  let isHolder = false;
  let cleanedAt = Number.NEGATIVE_INFINITY;

  async function holdLease(): Promise<void> {
    while (!isEnding) {
      try {
        const was = isHolder;
        isHolder = await store.lease({ owner, now: now() }, LEASE_MS);
        if (isHolder && !was) {
          for (const sync of syncs) sync.forget();
          wake();
        }
        if (isHolder && now() - cleanedAt > HOUR) {
          cleanedAt = now();
          await store.clean(
            shops.map(({ id }) => id),
            now(),
          );
        }
      } catch (error) {
        isHolder = false;
        warn(error);
      }
      if (!isEnding) await wait(LEASE_EVERY_MS);
    }
    // Another process need not wait for its end.
    if (isHolder) await store.lease({ owner, now: now() }, 0).catch(() => {});
  }

  async function run({ step }: SideTask): Promise<void> {
    while (!isEnding) {
      let waitMs = LEASE_EVERY_MS;
      try {
        if (isHolder) waitMs = await step();
      } catch (error) {
        warn(error);
        waitMs = FAILURE_PAUSE_MS;
      }
      if (waitMs > 0 && !isEnding) await wait(waitMs);
    }
  }

  const running = Promise.all([holdLease(), ...[...syncs, ...tasks].map(run)]);
  return {
    wake,
    async close() {
      isEnding = true;
      wake();
      await running;
    },
  };
}
