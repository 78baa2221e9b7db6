// Everything between the loader and the wire, put together.
import type { Redis } from 'ioredis';
import type { Settings } from '../config/index.js';
import { type CachingSettings, caching } from './layers/cache.js';
import { behindBreaker } from './layers/circuitBreaker.js';
import { joining } from './layers/coalesce.js';
import { failingOver } from './layers/failover.js';
import { pacing } from './layers/rateLimit.js';
import { type RetrySettings, retrying } from './layers/retry.js';
import { type SendSettings, sending } from './layers/send.js';
import { createShops, type Shops } from './shops.js';
import { createClusterRateLimiters } from './state/clusterRateLimiter.js';
import { createDocumentStore } from './state/documentStore.js';
import { createLocalRateLimiter, createRedisRateLimiters, type RateLimiters } from './state/rateLimiter.js';
import { connectRedis, type RedisLog } from './state/redis.js';
import { createPost, type TransportName } from './transports/index.js';
import type { FetchOrder, FindInMemory } from './types.js';

export interface Upstream {
  readonly shops: Shops;
  readonly findInMemory: FindInMemory;
  readonly fetchOrder: FetchOrder;
  /** The connection that processes share, for whoever else counts over all of them. */
  readonly redis: Redis | undefined;
  readonly close: () => Promise<void>;
}

export interface UpstreamOptions {
  /** The clock; it stamps signatures. */
  readonly now: () => Date;
  /** Where caches and paces are shared with other processes. */
  readonly redisUrl: string | undefined;
  /** How many processes of this machine answer together; 1: this one alone. */
  readonly workers: number;
  /** What carries calls to gateways. */
  readonly transport: TransportName;
  readonly log: RedisLog;
}

interface LayerSettings extends CachingSettings, RetrySettings, SendSettings {}

/** What a call passes on its way from the loader to a gateway, outermost layer first. */
function layers(settings: LayerSettings): Pick<Upstream, 'findInMemory' | 'fetchOrder'> {
  const { findInMemory, before } = caching(settings);
  return {
    findInMemory,
    fetchOrder: before(joining(failingOver(behindBreaker(retrying(settings)(pacing(sending(settings))))))),
  };
}

function pacesOf(redis: Redis | undefined, workers: number): RateLimiters {
  if (redis) return createRedisRateLimiters(redis);
  return workers > 1
    ? createClusterRateLimiters(workers)
    : (_account, requestsPerSecond) => createLocalRateLimiter(requestsPerSecond);
}

export async function createUpstream(
  { shops, cache, deadlines, retries }: Settings,
  { now, redisUrl, workers, transport, log }: UpstreamOptions,
): Promise<Upstream> {
  const redis: Redis | undefined = redisUrl ? await connectRedis(redisUrl, log) : undefined;
  return {
    shops: createShops(shops, { now, workers, paces: pacesOf(redis, workers) }),
    ...layers({
      store: createDocumentStore(cache, redis),
      openMs: cache.openSeconds * 1000,
      finalMs: cache.finalSeconds * 1000,
      servesStale: cache.serveStale,
      post: await createPost(transport),
      callMs: deadlines.callMs,
      retries,
      now,
    }),
    redis,
    close: async () => redis?.disconnect(),
  };
}
