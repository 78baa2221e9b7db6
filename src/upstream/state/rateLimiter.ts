// How often a gateway may be asked: never more than N starts in any second, whether one process asks or many. A start
// counts from when its call has gone out: until then a busy process or a new connection may hold it up.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { MaybePromise } from '../../common/maybePromise.js';

/** To be told once of each start, when its call has gone out or never will. */
export type OnSent = () => void;

export interface RateLimiter {
  /** Takes a start; or takes none and answers the milliseconds until one may be free. */
  readonly take: () => MaybePromise<OnSent | number>;
  /** Milliseconds until the start that comes after so many others, as far as can be told. */
  readonly expectedMs: (ahead: number) => number;
}

/** The pace of an account at a gateway. */
export type RateLimiters = (account: string, requestsPerSecond: number) => RateLimiter;

/** Calls may bunch up on their way through the network, so a second here is a little longer than one. */
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
  readonly hold: () => void;
  readonly note: OnSent;
}

/** The last starts of this process: those that have gone out, and how many have not yet. */
function createStartLog({ starts, ms }: Window, earliest = Number.NEGATIVE_INFINITY, heldBefore = 0): StartLog {
  // A ring: starts may be many, and the oldest is the one that the next is written over.
  const last: number[] = [];
  let oldest = 0;
  let held = heldBefore;
  return {
    waitMs(ahead = 0) {
      const now = performance.now();
      // Each start waits for the one that is a window's worth of starts before it. One that is held goes out now at the
      // earliest.
      const rounds = Math.floor(ahead / starts);
      const place = held + (ahead % starts);
      const before = place < starts ? (last[(oldest + place) % starts] ?? Number.NEGATIVE_INFINITY) : now;
      return Math.max(0, earliest - now, before + ms - now) + rounds * ms;
    },
    hold() {
      held += 1;
    },
    note() {
      held -= 1;
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
      if (waitMs > 0) return waitMs;
      log.hold();
      return log.note;
    },
    expectedMs: log.waitMs,
  };
}

/**
 * The same over Redis: one set holds the last starts by when they are free again, the other the processes that share
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

/** After so long a start is free although nobody told that its call went out: its process, or the word, is lost. */
const LOST_MS = 10_000;

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
  /** Names this process to the others. */
  const self = randomUUID();
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

    const noteShared = (id: string): void => {
      redis.eval(SENT, 1, startsKey, id, windowMs, heldMs).catch(noteTrouble);
    };

    function watchTrouble(): void {
      if (performance.now() - lastTrouble > RECOVERY_MS) alone = undefined;
      else alone ??= createStartLog(windowOf(requestsPerSecond / sharing), performance.now() + ms, held);
    }

    /** A start of this process, which Redis knows by its id. */
    function startOf(id: string | undefined): OnSent {
      held += 1;
      alone?.hold();
      return () => {
        held -= 1;
        alone?.note();
        if (id !== undefined) noteShared(id);
      };
    }

    return {
      async take() {
        watchTrouble();
        const ownWaitMs = alone?.waitMs() ?? 0;
        if (ownWaitMs > 0) return ownWaitMs;
        let id: string | undefined;
        if (performance.now() >= restUntil) {
          lastTaken += 1;
          id = `${self} ${lastTaken}`;
          try {
            const waitMs = await takeShared(id);
            if (waitMs > 0) return waitMs;
          } catch {
            noteTrouble();
            restUntil = performance.now() + REST_MS;
            // Redis may take it after all, once it has time.
            noteShared(id);
            id = undefined;
          }
        }
        const wasAlone = alone !== undefined;
        watchTrouble();
        if (!wasAlone && alone) {
          // Redis has just gone: what has been taken there may be forgotten.
          if (id !== undefined) noteShared(id);
          return alone.waitMs();
        }
        return startOf(id);
      },
      expectedMs: (ahead) => Math.floor((ahead * sharing) / starts) * ms,
    };
  };
}
