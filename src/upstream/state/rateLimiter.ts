// How often a gateway may be asked: never more than N starts in any second, whether one process asks or many.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { MaybePromise } from '../../common/maybePromise.js';

export interface RateLimiter {
  /** Takes a start and answers 0; or takes none and answers the milliseconds until one may be free. */
  readonly take: () => MaybePromise<number>;
  /** Milliseconds until the start that comes after so many others, as far as can be told. */
  readonly expectedMs: (ahead: number) => number;
}

/** The pace of an account at a gateway. */
export type RateLimiters = (account: string, requestsPerSecond: number) => RateLimiter;

/** Starts may bunch up on their way to the gateway, so a second here is a little longer than one. */
const SAFE_SECOND_MS = 1_060;

interface Window {
  readonly starts: number;
  readonly ms: number;
}

/** 10 a second are 10 in 1060 ms, and so are 10.5: only whole calls start. Half a one is one in 2120 ms. */
const windowOf = (requestsPerSecond: number): Window => ({
  starts: Math.max(1, Math.floor(requestsPerSecond)),
  ms: SAFE_SECOND_MS / Math.min(1, requestsPerSecond),
});

interface StartLog {
  /** Milliseconds until a start is free, when so many others come first. */
  readonly waitMs: (ahead?: number) => number;
  readonly note: () => void;
}

/** The last starts of this process. */
function createStartLog({ starts, ms }: Window, earliest = Number.NEGATIVE_INFINITY): StartLog {
  // A ring: starts may be many, and the oldest is the one that the next is written over.
  const last: number[] = [];
  let oldest = 0;
  return {
    waitMs(ahead = 0) {
      // Each start waits for the one that is a window's worth of starts before it.
      const rounds = Math.floor(ahead / starts);
      const before = last[(oldest + ahead) % starts] ?? Number.NEGATIVE_INFINITY;
      return Math.max(0, earliest - performance.now(), before + ms - performance.now()) + rounds * ms;
    },
    note() {
      last[oldest] = performance.now();
      oldest = (oldest + 1) % starts;
    },
  };
}

/** The pace of one process. */
export function createLocalRateLimiter(requestsPerSecond: number): RateLimiter {
  const window = windowOf(requestsPerSecond);
  const log = createStartLog(window);
  return {
    take() {
      const waitMs = log.waitMs();
      if (waitMs === 0) log.note();
      return waitMs;
    },
    expectedMs: log.waitMs,
  };
}

/**
 * The same over Redis: the list holds the last starts, the newest first, and the set the processes that share them.
 * Redis's own clock counts, and the script is one step, so no two processes take one start.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local starts, window = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZADD', KEYS[2], now, ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[2], 0, now - tonumber(ARGV[4]))
redis.call('PEXPIRE', KEYS[2], ARGV[4])
local sharing = redis.call('ZCARD', KEYS[2])
local oldest = redis.call('LINDEX', KEYS[1], starts - 1)
if oldest and tonumber(oldest) + window > now then return { tonumber(oldest) + window - now, sharing } end
redis.call('LPUSH', KEYS[1], now)
redis.call('LTRIM', KEYS[1], 0, starts - 1)
redis.call('PEXPIRE', KEYS[1], window * 2)
return { 0, sharing }
`;

const PROCESS = randomUUID();

/** A process that has not asked for so long is gone. */
const GONE_MS = 300_000;

/** How long after an outage other processes may still be without Redis: longer than they take to connect again. */
const RECOVERY_MS = 5_000;

/** How long a Redis that did not answer is not asked. */
const REST_MS = 500;

/**
 * Paces shared with other processes. Without Redis, and until all have it again, each process keeps to its share of
 * the pace, after a second in which nothing starts: slower, never too fast.
 */
export function createRedisRateLimiters(redis: Redis): RateLimiters {
  let lastTrouble = Number.NEGATIVE_INFINITY;
  let wasReady = false;
  const noteTrouble = (): void => {
    lastTrouble = performance.now();
  };
  redis.on('close', noteTrouble);
  redis.on('ready', () => {
    // A Redis that comes back may have forgotten the last starts.
    if (wasReady) noteTrouble();
    wasReady = true;
  });

  return (account, requestsPerSecond) => {
    const { starts, ms } = windowOf(requestsPerSecond);
    const keys = [`ordergraph:pace:${account}`, `ordergraph:pace:${account}:processes`] as const;
    let sharing = 1;
    let alone: StartLog | undefined;
    let restUntil = Number.NEGATIVE_INFINITY;

    async function takeShared(): Promise<number> {
      const reply = await redis.eval(TAKE, 2, ...keys, starts, Math.ceil(ms), PROCESS, GONE_MS);
      const [waitMs, processes] = reply as [number, number];
      // While some are away, the set does not tell how many they are.
      if (alone === undefined) sharing = processes;
      return waitMs;
    }

    function watchTrouble(): void {
      if (performance.now() - lastTrouble > RECOVERY_MS) alone = undefined;
      else alone ??= createStartLog(windowOf(requestsPerSecond / sharing), performance.now() + ms);
    }

    return {
      async take() {
        watchTrouble();
        const ownWaitMs = alone?.waitMs() ?? 0;
        if (ownWaitMs > 0) return ownWaitMs;
        let waitMs = 0;
        if (performance.now() >= restUntil) {
          try {
            waitMs = await takeShared();
          } catch {
            noteTrouble();
            restUntil = performance.now() + REST_MS;
          }
        }
        const wasAlone = alone !== undefined;
        watchTrouble();
        // Redis has just gone: what has been taken there may be forgotten.
        if (!wasAlone && alone) return alone.waitMs();
        if (waitMs === 0) alone?.note();
        return waitMs;
      },
      expectedMs: (ahead) => Math.floor((ahead * sharing) / starts) * ms,
    };
  };
}
