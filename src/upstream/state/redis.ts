// The connection to Redis, which is optional at every moment: a command fails at once while Redis is away, and the
// connection comes back by itself.
import type { Redis } from 'ioredis';

const COMMAND_MS = 250;

export interface UpstreamLog {
  readonly info: (message: string) => void;
  readonly warn: (details: object | string, message?: string) => void;
}

/** Loads its client as well, which only those wait for who have a Redis. */
export async function connectRedis(url: string, log: UpstreamLog): Promise<Redis> {
  const ioredis = await import('ioredis');
  const redis = new ioredis.Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_MS,
    connectTimeout: 1_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  let isAway = false;
  redis.on('ready', () => {
    isAway = false;
    log.info('Redis answers');
  });
  redis.on('error', () => {
    if (!isAway) log.warn('Redis is away; this process goes on alone');
    isAway = true;
  });
  return redis;
}
