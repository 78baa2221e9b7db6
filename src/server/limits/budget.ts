// What each caller may spend in a minute: counted over all processes where there is a Redis, otherwise over the workers
// of this machine.
import cluster from 'node:cluster';
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterCluster,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { SharedRedis } from '../../upstream/index.js';

export interface BudgetState {
  readonly remaining: number;
  /** Until all points are there again. */
  readonly resetMs: number;
  /** Whether there were enough; if not, none were taken. */
  readonly isPaid: boolean;
  /** Gives back what was taken, where it was taken. */
  readonly refund: () => Promise<unknown>;
}

/** What is counted: what operations cost, or the calls to gateways that they cause. */
type Unit = 'points' | 'calls';

export interface Budget {
  /** Points or calls a minute. */
  readonly limit: number;
  readonly spend: (caller: string, points: number) => Promise<BudgetState>;
}

const MINUTE = 60;

const KEY_PREFIXES: Readonly<Record<Unit, string>> = { points: 'ordergraph:budget', calls: 'ordergraph:calls' };

export function createBudget(limit: number, shared: SharedRedis | undefined, unit: Unit = 'points'): Budget {
  const settings = { points: limit, duration: MINUTE, keyPrefix: KEY_PREFIXES[unit] };
  const own = cluster.isWorker ? new RateLimiterCluster(settings) : new RateLimiterMemory(settings);
  const spend = shared ? createSharedSpending(settings, shared, own) : createSpending(own);
  return { limit, spend };
}

/** While Redis is away this process, with the others of its machine, has a share of the budget. */
function createSharedSpending(
  settings: IRateLimiterOptions,
  { redis, share }: SharedRedis,
  own: RateLimiterAbstract,
): Budget['spend'] {
  const limiter = new RateLimiterRedis({ ...settings, storeClient: redis.client, rejectIfRedisNotReady: true });
  const spend = createSpending(limiter);
  const spendOwn = createSpending(own);
  return async (caller, points) => {
    try {
      return await redis.run(() => spend(caller, points));
    } catch {
      // A tenth of the budget is the whole of it at ten times the price.
      const times = share.replicas();
      const { remaining, ...rest } = await spendOwn(caller, points * times);
      return { ...rest, remaining: Math.floor(remaining / times) };
    }
  };
}

function createSpending(limiter: RateLimiterAbstract): Budget['spend'] {
  const standing = (
    { remainingPoints, msBeforeNext }: RateLimiterRes,
    refund?: BudgetState['refund'],
  ): BudgetState => ({
    remaining: Math.max(0, remainingPoints),
    resetMs: Math.max(0, msBeforeNext),
    isPaid: refund !== undefined,
    refund: refund ?? (async () => {}),
  });
  return async (caller, points) => {
    try {
      return standing(await limiter.consume(caller, points), () => limiter.reward(caller, points));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      // The limiter counts what it refuses as well: a caller over its budget would never come back under it.
      return standing(await limiter.reward(caller, points));
    }
  };
}
