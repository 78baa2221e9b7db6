// What each caller may spend in a minute: counted over all processes where there is a Redis, otherwise over the workers
// of this machine.
import cluster from 'node:cluster';
import type { Redis } from 'ioredis';
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface BudgetState {
  readonly remaining: number;
  /** Until all points are there again. */
  readonly resetMs: number;
  /** Whether there were enough; if not, none were taken. */
  readonly isPaid: boolean;
}

export interface Budget {
  /** Points a minute. */
  readonly limit: number;
  readonly spend: (caller: string, points: number) => Promise<BudgetState>;
}

const MINUTE = 60;

export function createBudget(limit: number, redis: Redis | undefined): Budget {
  const settings = { points: limit, duration: MINUTE, keyPrefix: 'ordergraph:budget' };
  const own = cluster.isWorker ? new RateLimiterCluster(settings) : new RateLimiterMemory(settings);
  const limiter =
    redis === undefined
      ? own
      : new RateLimiterRedis({
          ...settings,
          storeClient: redis,
          rejectIfRedisNotReady: true,
          // While Redis is away, each process counts for itself.
          insuranceLimiter: own,
        });
  const standing = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isPaid: boolean): BudgetState => ({
    remaining: Math.max(0, remainingPoints),
    resetMs: Math.max(0, msBeforeNext),
    isPaid,
  });
  return {
    limit,
    async spend(caller, points) {
      try {
        return standing(await limiter.consume(caller, points), true);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        // The limiter counts what it refuses as well: a caller over its budget would never come back under it.
        return standing(await limiter.reward(caller, points), false);
      }
    },
  };
}
