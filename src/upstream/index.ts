// Everything between the loader and the wire, put together.
import type { Redis } from 'ioredis';
import type { Settings } from '../config/index.js';
import { behindBreaker } from './layers/circuitBreaker.js';
import { type CachingSettings, caching } from './layers/cache.js';
import type { AskOrder, RecallOrder } from './types.js';
import { failingOver } from './layers/failover.js';
import { posting, type Transport } from './transports/index.js';
import { joining } from './layers/coalesce.js';
import { localPace, type Paces, sharedPaces } from './state/rateLimiter.js';
import { pacing } from './layers/rateLimit.js';
import { primaryPaces } from './state/clusterRateLimiter.js';
import { connectRedis, type RedisLog } from './state/redis.js';
import { type RetrySettings, retrying } from './layers/retry.js';
import { type SendSettings, sending } from './layers/send.js';
import { openShops, type Shops } from './shops.js';
import { openStore } from './state/documentStore.js';

export interface Upstream {
  readonly shops: Shops;
  readonly recall: RecallOrder;
  readonly ask: AskOrder;
  /** The connection that processes share, for whoever else counts over all of them. */
  readonly redis: Redis | undefined;
  readonly close: () => Promise<void>;
}

export interface Surroundings {
  /** The clock; it stamps signatures. */
  readonly now: () => Date;
  /** Where caches and paces are shared with other processes. */
  readonly redisUrl: string | undefined;
  /** How many processes of this machine answer together; 1: this one alone. */
  readonly workers: number;
  /** What carries calls to gateways. */
  readonly transport: Transport;
  readonly log: RedisLog;
}

interface LayerSettings extends CachingSettings, RetrySettings, SendSettings {}

/** What a call passes on its way from the loader to a gateway, outermost layer first. */
function layers(settings: LayerSettings): Pick<Upstream, 'recall' | 'ask'> {
  const { recall, before } = caching(settings);
  return { recall, ask: before(joining(failingOver(behindBreaker(retrying(settings)(pacing(sending(settings))))))) };
}

function pacesOf(redis: Redis | undefined, workers: number): Paces {
  if (redis) return sharedPaces(redis);
  return workers > 1 ? primaryPaces(workers) : (_account, requestsPerSecond) => localPace(requestsPerSecond);
}

export async function openUpstream(
  { shops, cache, deadlines, retries }: Settings,
  { now, redisUrl, workers, transport, log }: Surroundings,
): Promise<Upstream> {
  const redis: Redis | undefined = redisUrl ? await connectRedis(redisUrl, log) : undefined;
  return {
    shops: openShops(shops, { now, workers, paces: pacesOf(redis, workers) }),
    ...layers({
      store: openStore(cache, redis),
      openMs: cache.openSeconds * 1000,
      finalMs: cache.finalSeconds * 1000,
      servesStale: cache.serveStale,
      post: await posting(transport),
      callMs: deadlines.callMs,
      retries,
      now,
    }),
    redis,
    close: async () => redis?.disconnect(),
  };
}
