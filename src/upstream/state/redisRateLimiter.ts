// Rate limiters shared over Redis by several processes.
import { isTimeout, PROCESSES_KEY } from './heartbeat.js';
import { type CreateRateLimiter, createStartLog, type OnSent, type StartLog, windowOf } from './rateLimiter.js';
import type { RedisConnection } from './redis.js';
import type { Share } from './share.js';

/**
 * Takes a start: a set holds the last starts by when they are free again. Redis's own clock counts, and the script is one
 * step, so no two processes take one start. A Redis that does not know the process has forgotten starts as well.
 */
const TAKE = `
if not redis.call('ZSCORE', KEYS[2], ARGV[3]) then return -1 end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local starts, window, held = tonumber(ARGV[1]) - tonumber(ARGV[6]), tonumber(ARGV[2]), tonumber(ARGV[5])
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now)
local taken = redis.call('ZCARD', KEYS[1])
if taken >= starts then
  local free = redis.call('ZRANGE', KEYS[1], taken - starts, taken - starts, 'WITHSCORES')[2]
  return math.min(tonumber(free) - now, window)
end
redis.call('ZADD', KEYS[1], now + held, ARGV[4])
redis.call('PEXPIRE', KEYS[1], held + window)
return 0
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

/**
 * Rate limiters shared with other processes. Without Redis, and until all have it again, each process keeps to its
 * share of the rate, after a second in which nothing starts: slower, never too fast.
 */
export function createRedisRateLimiters(redis: RedisConnection, share: Share): CreateRateLimiter {
  const { self, recordOutage } = redis;
  return (account, requestsPerSecond) => {
    const { starts, ms, spare } = windowOf(requestsPerSecond);
    const startsKey = `ordergraph:pace:${account}:starts`;
    const windowMs = Math.ceil(ms);
    const heldMs = windowMs + LOST_MS;
    let lastTaken = 0;
    /** Starts whose calls have not gone out. */
    let held = 0;
    /** The starts of this process in an outage. */
    let alone: StartLog | undefined;
    let aloneSince: number | undefined;

    const takeShared = (id: string, left: number): Promise<unknown> =>
      redis.run((client) => client.eval(TAKE, 2, startsKey, PROCESSES_KEY, starts, windowMs, self, id, heldMs, left));

    const reportSent = (id: string): void => {
      redis.client.eval(SENT, 1, startsKey, id, windowMs, heldMs).catch(recordOutage);
    };

    const ownWindow = () => windowOf(requestsPerSecond / share.processes());

    function watchOutage(): void {
      const since = redis.outageSince();
      if (since === aloneSince) return;
      aloneSince = since;
      alone = since === undefined ? undefined : createStartLog(ownWindow(), since + ms, held);
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
      async take(isBackground = false) {
        watchOutage();
        const ownWaitMs = alone?.waitMs(isBackground ? ownWindow().spare : 0) ?? 0;
        if (ownWaitMs > 0) return ownWaitMs;
        lastTaken += 1;
        let id: string | undefined = `${self} ${lastTaken}`;
        try {
          const waitMs = Number(await takeShared(id, isBackground ? spare : 0));
          if (waitMs > 0) return waitMs;
          if (waitMs < 0) recordOutage();
        } catch (error) {
          recordOutage();
          // Redis may take it after all, once it has time.
          if (isTimeout(error)) reportSent(id);
          id = undefined;
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
      expectedMs(ahead) {
        watchOutage();
        return alone?.waitMs(ahead) ?? Math.floor((ahead * (redis.processes() ?? 1)) / starts) * ms;
      },
    };
  };
}
