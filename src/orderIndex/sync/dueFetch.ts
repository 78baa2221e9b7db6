// Fetches a shop's orders that are due, one by one: the most urgent first, within what the settings allow a day.
import { Fault, type FaultCode } from '../../common/fault.js';
import { DAY, MINUTE, SECOND } from '../../platforms/orderList.js';
import type { DayBudget } from './dayBudget.js';
import type { SyncEnvironment, SyncedShop } from './environment.js';
import { nextMidnight, OF_ACCOUNT, OUTAGE_MS } from './faults.js';

import type { DueOrder, DueOutcome } from './types.js';

export interface DueFetch {
  /** Looks for what is due, now and then. */
  readonly look: () => Promise<void>;
  /** The most urgent order that may be fetched now. */
  readonly next: () => DueOrder | undefined;
  /** Fetches it. Resolves to until when the whole shop is to be left alone, milliseconds; undefined: it is not. */
  readonly fetch: (order: DueOrder) => Promise<number | undefined>;
}

/** How soon it is looked again for what other processes were told. */
const LOOK_MS = 2 * SECOND;
const PLAN_MS = MINUTE;

/** Taken, or planned, in one go. */
const BATCH = 20;
const PLANNED = 200;

/** How often an order is tried whose fault may pass, and how long is waited after the first time. */
const MAX_ATTEMPTS = 6;
const FIRST_WAIT_MS = 5 * SECOND;

export function createDueFetch(shop: SyncedShop, environment: SyncEnvironment, budget: DayBudget): DueFetch {
  const { store, owner, now, fetchOrder, flush, log } = environment;
  let orders: readonly DueOrder[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let plannedAt = Number.NEGATIVE_INFINITY;

  const settle = (outcome: DueOutcome): Promise<void> => store.settle({ owner, now: now() }, [outcome]);

  function outcomeOf(order: DueOrder, { code, details, origin }: Fault): DueOutcome {
    const settled = { order, isCall: origin === 'gateway', isPolled: false };
    const again = (at: number, tries: number): DueOutcome => ({
      ...settled,
      again: { at, attempts: tries, why: code },
    });
    if (OF_ACCOUNT.has(code)) return again(pauseUntil(code, details.retryAfterMs), order.attempts);
    const attempts = order.attempts + 1;
    // What a platform has just told of may not be readable yet.
    const mayPass = details.retryable || (code === 'ORDER_NOT_FOUND' && order.reason === 'MESSAGE');
    if (mayPass && attempts < MAX_ATTEMPTS) return again(now() + FIRST_WAIT_MS * 2 ** order.attempts, attempts);
    if (order.reason === 'POLL') return again(now() + DAY, 0);
    log.warn({ shop: order.shop, orderId: order.orderId, fault: code }, 'An order that was told of cannot be fetched');
    return { ...settled, again: undefined };
  }

  const pauseUntil = (code: FaultCode, retryAfterMs: number | undefined): number =>
    code === 'QUOTA_EXHAUSTED' ? nextMidnight(now()) : now() + (retryAfterMs ?? OUTAGE_MS);

  return {
    async look() {
      const instant = now();
      if (shop.isPolled && instant - plannedAt >= PLAN_MS) {
        plannedAt = instant;
        await store.planPolls(shop.id, instant, PLANNED);
      }
      if (orders.length > 0 || instant - lookedAt < LOOK_MS || !budget.mayCall('DETAIL')) return;
      lookedAt = instant;
      if ((await environment.dueShops()).has(shop.id)) orders = await store.due(shop.id, instant, BATCH);
    },
    next: () => (budget.mayCall('DETAIL') ? orders[0] : undefined),
    async fetch(order) {
      orders = orders.slice(1);
      // What came in while others were fetched may be more urgent.
      if (orders.length === 0) lookedAt = Number.NEGATIVE_INFINITY;
      try {
        const isCall = await fetchOrder(order.shop, order.orderId);
        if (isCall) budget.count('DETAIL');
        // What is recorded need not be fetched again, should the process end now.
        await flush();
        await settle({ order, again: undefined, isCall, isPolled: shop.isPolled });
        return undefined;
      } catch (error) {
        if (!(error instanceof Fault)) {
          log.error({ err: error, shop: order.shop, orderId: order.orderId }, 'defect');
          await settle({
            order,
            again: { at: now() + DAY, attempts: 0, why: 'DEFECT' },
            isCall: false,
            isPolled: false,
          });
          return undefined;
        }
        if (error.code === 'INDEX_UNAVAILABLE') throw error;
        const outcome = outcomeOf(order, error);
        if (outcome.isCall) budget.count('DETAIL');
        await settle(outcome);
        if (!OF_ACCOUNT.has(error.code)) return undefined;
        orders = [];
        return outcome.again?.at;
      }
    },
  };
}
