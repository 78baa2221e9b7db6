// Everything between the loader and the wire, put together.
import type { Redis } from 'ioredis';
import type { Settings } from '../config.js';
import { behindBreaker } from './breaker.js';
import { type CachingSettings, caching } from './caching.js';
import type { AskOrder } from './call.js';
import { failingOver } from './failover.js';
import { joining } from './joining.js';
import { pacing } from './pacing.js';
import { connectRedis, type RedisLog } from './redis.js';
import { type RetrySettings, retrying } from './retry.js';
import { type SendSettings, sending } from './sending.js';
import { openShops, type Shops } from './shops.js';
import { openStore } from './store.js';

export interface Upstream {
  readonly shops: Shops;
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
  readonly log: RedisLog;
}

interface LayerSettings extends CachingSettings, RetrySettings, SendSettings {}

/** What a call passes on its way from the loader to a gateway, outermost layer first. */
const layers = (settings: LayerSettings): AskOrder =>
  caching(settings)(joining(failingOver(behindBreaker(retrying(settings)(pacing(sending(settings)))))));

export function openUpstream(
  { shops, cache, deadlines, retries }: Settings,
  { now, redisUrl, log }: Surroundings,
): Upstream {
  const redis: Redis | undefined = redisUrl ? connectRedis(redisUrl, log) : undefined;
  return {
    shops: openShops(shops, { now, redis }),
    ask: layers({
      store: openStore(cache, redis),
      openMs: cache.openSeconds * 1000,
      finalMs: cache.finalSeconds * 1000,
      servesStale: cache.serveStale,
      callMs: deadlines.callMs,
      retries,
      now,
    }),
    redis,
    close: async () => redis?.disconnect(),
  };
}
