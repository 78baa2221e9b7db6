// Fetches what imports name, in the background: each shop at a part of its gateway's pace, one order after another.

import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import type { Clock } from '../../common/clock.js';
import { Fault, type FaultCode } from '../../common/fault.js';
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import { type IndexLog, reasonOf } from '../indexLog.js';
import { createPace, type Pace } from '../pace.js';
import { createSleepers } from '../sleepers.js';
import type { DueItem, ImportStore, Outcome } from './storeTypes.js';

/** How long a process may run imports after it was last heard of. */
const LEASE_MS = 60_000;

/** How long it fetches before it looks again whether it still may. */
const SLICE_MS = 5_000;

/** How often a process looks for what is due, or whether it may run imports. */
const LOOK_MS = 2_000;

/** Taken, and settled, in one go. Of a process that is killed so many are fetched again. */
const BATCH = 20;

/** How often an order is tried whose fault may pass, and how long is waited after the first time. */
const MAX_ATTEMPTS = 6;
const FIRST_WAIT_MS = 5_000;

/** How long a gateway that is down is left alone, where nothing says for how long. */
const OUTAGE_MS = 30_000;

/** How long it is told what came of an import. */
const KEPT_MS = 7 * 86_400_000;
const CLEAN_MS = 3_600_000;

interface ImportLane {
  readonly shop: string;
  /** How far apart starts are, in milliseconds. */
  readonly intervalMs: number;
  /** What they are counted by: shops may share an account. */
  readonly account: object;
}

export interface ImportRunnerOptions {
  readonly store: ImportStore;
  readonly now: Clock;
  /** Names this process among those that share the database. */
  readonly owner: string;
  /** The pace that it shares with all else that is done in the background; its own unless given. */
  readonly pace?: Pace;
  /** A lane for each shop whose orders may be fetched. */
  readonly lanes: readonly ImportLane[];
  /** Fetches an order in full; what is recorded of it is recorded on the way. */
  readonly fetch: (item: DueItem) => Promise<void>;
  /** Resolves when what was fetched so far is recorded. */
  readonly flush: () => Promise<void>;
  readonly log: IndexLog & { readonly error: (details: object, message: string) => void };
}

export interface ImportRunner {
  /** Looks for what is due now. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

export function startImportRunner({
  store,
  now,
  owner,
  pace = createPace(),
  lanes,
  fetch,
  flush,
  log,
}: ImportRunnerOptions): ImportRunner {
  const { wait, wakeAll } = createSleepers();
  const warn = throttle(LOG_EVERY_MS, (error: unknown) =>
    log.warn({ reason: reasonOf(error instanceof Fault ? error.cause : error) }, 'Imports wait: the order index fails'),
  );
  let wakeUp = (): void => {};
  /** Whether something has come since it last looked. */
  let isNew = false;
  let isEnding = false;
  let cleanedAt = Number.NEGATIVE_INFINITY;
  let holdsLease = false;

  /** Waits for the shop's next start; false where that is too far off. */
  async function takeTurn({ intervalMs, account }: ImportLane): Promise<boolean> {
    if (pace.nextAt(account) - performance.now() > SLICE_MS) return false;
    const waitMs = pace.reserve(account, intervalMs) - performance.now();
    if (waitMs > 0) await wait(waitMs);
    return !isEnding;
  }

  async function outcomeOf(item: DueItem): Promise<Outcome> {
    try {
      await fetch(item);
      return { item, state: 'DONE' };
    } catch (error) {
      if (error instanceof Fault) return outcomeOfFault(item, error, now().getTime());
      log.error({ err: error, shop: item.shop, orderId: item.orderId }, 'defect');
      return { item, state: 'FAILED', fault: 'INTERNAL_SERVER_ERROR' };
    }
  }

  /** Fetches orders one after another, until the time is over or the shop has to wait. */
  async function fetchAll(lane: ImportLane, items: readonly DueItem[], endsAt: number): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const item of items) {
      if (performance.now() > endsAt || !(await takeTurn(lane))) break;
      const outcome = await outcomeOf(item);
      outcomes.push(outcome);
      if (outcome.state !== 'PENDING' || !SHOP_FAULTS.has(outcome.fault)) continue;
      await store.pause(item.shop, outcome.notBefore, outcome.fault);
      break;
    }
    return outcomes;
  }

  /** Fetches what is due of a shop; false: there was nothing, or it has to wait. */
  async function serve(lane: ImportLane): Promise<boolean> {
    const { shop } = lane;
    const endsAt = performance.now() + SLICE_MS;
    let hasFetched = false;
    while (performance.now() < endsAt && !isEnding) {
      if ((await store.pausedUntil(shop)) > now().getTime()) break;
      const outcomes = await fetchAll(lane, await store.due(shop, now().getTime(), BATCH), endsAt);
      if (outcomes.length === 0) break;
      hasFetched = true;
      await flush();
      await store.settle(outcomes);
    }
    return hasFetched;
  }

  /** Forgets old imports, and fails what is left of shops that the settings name no longer. */
  async function clean(): Promise<void> {
    cleanedAt = performance.now();
    for (const id of await store.outdated(now().getTime() - KEPT_MS)) await store.remove(id);
    for (;;) {
      const strays = await store.pendingElsewhere(
        lanes.map(({ shop }) => shop),
        BATCH,
      );
      if (strays.length === 0) return;
      await store.settle(strays.map((item) => ({ item, state: 'FAILED', fault: 'SHOP_NOT_FOUND' })));
    }
  }

  async function look(): Promise<boolean> {
    const isCleanDue = performance.now() - cleanedAt > CLEAN_MS;
    if (!isCleanDue && !(await store.hasPending())) return false;
    const instant = now().getTime();
    if (!(await store.lease(owner, instant, LEASE_MS))) return false;
    holdsLease = true;
    if (isCleanDue) await clean();
    return (await Promise.all(lanes.map(serve))).includes(true);
  }

  async function run(): Promise<void> {
    while (!isEnding) {
      let isBusy = false;
      isNew = false;
      try {
        isBusy = await look();
      } catch (error) {
        warn(error);
      }
      if (isBusy || isNew || isEnding) continue;
      await wait(LOOK_MS, (end) => {
        wakeUp = end;
      });
    }
    // Another process need not wait for its end.
    if (holdsLease) await store.lease(owner, now().getTime(), 0).catch(() => {});
  }

  const running = run();
  return {
    wake() {
      isNew = true;
      wakeUp();
    },
    async close() {
      isEnding = true;
      wakeAll();
      await running;
    },
  };
}

/** Faults of a whole shop: nothing else of it is fetched meanwhile, and they do not count as attempts. */
const SHOP_FAULTS: ReadonlySet<FaultCode> = new Set([
  'CIRCUIT_OPEN',
  'QUOTA_EXHAUSTED',
  'UPSTREAM_THROTTLED',
  'RATE_LIMITED',
]);

function outcomeOfFault(item: DueItem, { code, details }: Fault, instant: number): Outcome {
  if (SHOP_FAULTS.has(code)) {
    const waitMs = details.retryAfterMs ?? (code === 'QUOTA_EXHAUSTED' ? msToMidnight(instant) : OUTAGE_MS);
    return { item, state: 'PENDING', fault: code, notBefore: instant + waitMs, attempts: item.attempts };
  }
  const attempts = item.attempts + 1;
  if (!details.retryable || attempts >= MAX_ATTEMPTS) return { item, state: 'FAILED', fault: code };
  return { item, state: 'PENDING', fault: code, notBefore: instant + FIRST_WAIT_MS * 2 ** item.attempts, attempts };
}

const DAY_MS = 86_400_000;

/** Quotas begin anew at midnight in Beijing. */
const msToMidnight = (instant: number): number => DAY_MS - ((instant + BEIJING_OFFSET_MINUTES * 60_000) % DAY_MS);
