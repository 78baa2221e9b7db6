// Rate limiters shared over Redis by several processes.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { throttle } from '../../common/throttle.js';
import { type CreateRateLimiter, createStartLog, type OnSent, type StartLog, windowOf } from './rateLimiter.js';
import type { UpstreamLog } from './redis.js';

/**
 * Takes a start: one set holds the last starts by when they are free again, the other the processes that share
 * them. Redis's own clock counts, and the script is one step, so no two processes take one start.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local starts, window, held = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[6])
redis.call('ZADD', KEYS[2], now, ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[2], 0, now - tonumber(ARGV[4]))
redis.call('PEXPIRE', KEYS[2], ARGV[4])
local sharing = redis.call('ZCARD', KEYS[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now)
local taken = redis.call('ZCARD', KEYS[1])
if taken >= starts then
  local free = redis.call('ZRANGE', KEYS[1], taken - starts, taken - starts, 'WITHSCORES')[2]
  return { math.min(tonumber(free) - now, window), sharing }
end
redis.call('ZADD', KEYS[1], now + held, ARGV[5])
redis.call('PEXPIRE', KEYS[1], held + window)
return { 0, sharing }
`;

/** A start whose call has gone out is free again a window later. */
const SENT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, held = tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZADD', KEYS[1], now + window, ARGV[1])
redis.call('PEXPIRE', KEYS[1], held + window)
`;

/** After so long a start is free although its call was never reported as sent: its process, or the report, is lost. */
const LOST_MS = 10_000;

/** A process that has not asked for so long is gone. */
const GONE_MS = 300_000;

/** How long after an outage other processes may still be without Redis: longer than they take to connect again. */
const RECOVERY_MS = 5_000;

/** How long a Redis that did not answer is left alone. */
const REST_MS = 500;

/**
 * Rate limiters shared with other processes. Without Redis, and until all have it again, each process keeps to its
 * share of the rate, after a second in which nothing starts: slower, never too fast.
 */
export function createRedisRateLimiters(redis: Redis, log: UpstreamLog): CreateRateLimiter {
  /** Names this process to the others. */
  const self = randomUUID();
  let lastOutage = Number.NEGATIVE_INFINITY;
  let wasReady = false;
  const recordOutage = (): void => {
    lastOutage = performance.now();
  };
  const warn = throttle(60_000, (error: unknown) =>
    log.warn({ reason: String(error) }, 'Redis did not answer the rate limiter; this process keeps to its share'),
  );
  redis.on('close', recordOutage);
  redis.on('ready', () => {
    // A Redis that comes back may have forgotten the last starts.
    if (wasReady) recordOutage();
    wasReady = true;
  });

  return (account, requestsPerSecond) => {
    const { starts, ms } = windowOf(requestsPerSecond);
    const startsKey = `ordergraph:pace:${account}:starts`;
    const processesKey = `ordergraph:pace:${account}:processes`;
    const windowMs = Math.ceil(ms);
    const heldMs = windowMs + LOST_MS;
    let lastTaken = 0;
    /** Starts whose calls have not gone out. */
    let held = 0;
    let sharing = 1;
    let alone: StartLog | undefined;
    let restUntil = Number.NEGATIVE_INFINITY;

    async function takeShared(id: string): Promise<number> {
      const reply = await redis.eval(TAKE, 2, startsKey, processesKey, starts, windowMs, self, GONE_MS, id, heldMs);
      const [waitMs, processes] = reply as [number, number];
      // While some are away, the set does not tell how many they are.
      if (alone === undefined) sharing = processes;
      return waitMs;
    }

    const reportSent = (id: string): void => {
      redis.eval(SENT, 1, startsKey, id, windowMs, heldMs).catch(recordOutage);
    };

    function watchOutage(): void {
      if (performance.now() - lastOutage > RECOVERY_MS) alone = undefined;
      else alone ??= createStartLog(windowOf(requestsPerSecond / sharing), performance.now() + ms, held);
    }

    /** A start of this process, which Redis knows by its id. */
    function startOf(id: string | undefined): OnSent {
      held += 1;
      alone?.take();
      return () => {
        held -= 1;
        alone?.sent();
        if (id !== undefined) reportSent(id);
      };
    }

    return {
      async take() {
        watchOutage();
        const ownWaitMs = alone?.waitMs() ?? 0;
        if (ownWaitMs > 0) return ownWaitMs;
        let id: string | undefined;
        if (performance.now() >= restUntil) {
          lastTaken += 1;
          id = `${self} ${lastTaken}`;
          try {
            const waitMs = await takeShared(id);
            if (waitMs > 0) return waitMs;
          } catch (error) {
            recordOutage();
            warn(error);
            restUntil = performance.now() + REST_MS;
            // Redis may take it after all, once it has time.
            reportSent(id);
            id = undefined;
          }
        }
        const wasAlone = alone !== undefined;
        watchOutage();
        if (!wasAlone && alone) {
          // Redis has just gone: what has been taken there may be forgotten.
          if (id !== undefined) reportSent(id);
          return alone.waitMs();
        }
        return startOf(id);
      },
      expectedMs: (ahead) => Math.floor((ahead * sharing) / starts) * ms,
    };
  };
}
