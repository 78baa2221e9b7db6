// How often a gateway may be asked: never more than N starts in any window, whether one process asks or many.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

export interface Pace {
  /** Takes the next free start; milliseconds until it, or undefined when it lies beyond the longest wait. */
  readonly reserve: (longestWaitMs: number) => Promise<number | undefined>;
}

interface Window {
  readonly starts: number;
  readonly ms: number;
}

/** Starts may bunch up on their way to the gateway, so a second here is a little longer than one. */
const SAFE_SECOND_MS = 1_060;

/** 10 a second are 10 in 1060 ms; half a one is one in 2120 ms. */
function windowOf(requestsPerSecond: number): Window {
  const starts = Math.max(1, Math.floor(requestsPerSecond));
  return { starts, ms: (starts / requestsPerSecond) * SAFE_SECOND_MS };
}

/** The pace of one process; nothing starts within its first window where others may just have started something. */
export function localPace(requestsPerSecond: number, startsFresh = true): Pace {
  const { starts, ms } = windowOf(requestsPerSecond);
  const earliest = startsFresh ? 0 : performance.now() + ms;
  const taken: number[] = [];
  return {
    async reserve(longestWaitMs) {
      const now = performance.now();
      const oldest = taken.length < starts ? undefined : taken[0];
      const start = Math.max(now, earliest, oldest === undefined ? 0 : oldest + ms);
      if (start - now > longestWaitMs) return undefined;
      taken.push(start);
      if (taken.length > starts) taken.shift();
      return start - now;
    },
  };
}

/**
 * The same over Redis: the list holds the last starts, the newest first, and the set the processes that share them.
 * Redis's own clock counts, and the script is one step, so no two processes take one start.
 */
const RESERVE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local starts, window, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZADD', KEYS[2], now, ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[2], 0, now - 10000)
redis.call('PEXPIRE', KEYS[2], 20000)
local sharing = redis.call('ZCARD', KEYS[2])
local start = now
local oldest = redis.call('LINDEX', KEYS[1], starts - 1)
if oldest then start = math.max(now, tonumber(oldest) + window) end
if start - now > longest then return { -1, sharing } end
redis.call('LPUSH', KEYS[1], start)
redis.call('LTRIM', KEYS[1], 0, starts - 1)
redis.call('PEXPIRE', KEYS[1], math.ceil(window * 2 + start - now))
return { start - now, sharing }
`;

const PROCESS = randomUUID();

/** How long after an outage other processes may still be without Redis. */
const RECOVERY_MS = 5_000;

/** Without Redis, and until all have it again, each process keeps to its share of the pace: slower, never too fast. */
export function sharedPace(redis: Redis, account: string, requestsPerSecond: number): Pace {
  const { starts, ms } = windowOf(requestsPerSecond);
  const keys = [`ordergraph:pace:${account}`, `ordergraph:pace:${account}:processes`] as const;
  let sharing = 1;
  let alone: Pace | undefined;
  let lastFailure = Number.NEGATIVE_INFINITY;

  async function reserveShared(longestWaitMs: number): Promise<number | undefined> {
    const reply = await redis.eval(RESERVE, 2, ...keys, starts, Math.ceil(ms), Math.floor(longestWaitMs), PROCESS);
    const [wait, processes] = reply as [number, number];
    if (alone === undefined) sharing = processes;
    return wait < 0 ? undefined : wait;
  }

  return {
    async reserve(longestWaitMs) {
      let shared: number | undefined = 0;
      try {
        shared = await reserveShared(longestWaitMs);
      } catch {
        lastFailure = performance.now();
        alone ??= localPace(requestsPerSecond / sharing, false);
      }
      if (performance.now() - lastFailure > RECOVERY_MS) alone = undefined;
      if (shared === undefined || alone === undefined) return shared;
      const own = await alone.reserve(longestWaitMs);
      return own === undefined ? undefined : Math.max(own, shared);
    },
  };
}
