// Registers this process in Redis twice a second: so it finds out whether Redis serves, and how many processes share it.
import type { Redis } from 'ioredis';
import type { OutageLog } from './outageLog.js';
import type { Recovery } from './recovery.js';

/** The processes that share a Redis, by when each was last heard of. */
export const PROCESSES_KEY = 'ordergraph:processes';

/** For finding out whether documents can be written and read. */
const PROBE_KEY = 'ordergraph:probe';

const BEAT_MS = 500;

/** A process that was not heard of for so long is gone. */
const GONE_MS = 10_000;

/** So many heartbeats in a row without an answer: the connection leads nowhere, and another may not. */
const SILENT_BEATS = 4;

/** Registers a process; answers how many there are, and whether it was known already. */
const BEAT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local gone = tonumber(ARGV[2])
local isKnown = redis.call('ZSCORE', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now - gone)
redis.call('ZREMRANGEBYSCORE', KEYS[1], now + gone, '+inf')
redis.call('PEXPIRE', KEYS[1], gone)
return { redis.call('ZCARD', KEYS[1]), isKnown and 1 or 0 }
`;

export interface Heartbeat {
  /** Resolves when Redis has answered, or has not in time. */
  readonly beat: () => Promise<void>;
  /** How many processes share Redis, this one included, as last heard; undefined: never. */
  readonly processes: () => number | undefined;
  /** Signs this process off, so that the others need not share with it any longer. */
  readonly stop: () => Promise<void>;
}

interface HeartbeatOptions {
  readonly client: Redis;
  /** Names this process to the others. */
  readonly self: string;
  readonly outages: OutageLog;
  readonly recovery: Recovery;
}

export function startHeartbeat({ client, self, outages, recovery }: HeartbeatOptions): Heartbeat {
  let processes: number | undefined;
  let silentBeats = 0;
  let isBeating = false;

  async function register(): Promise<void> {
    const [count, isKnown] = (await client.eval(BEAT, 1, PROCESSES_KEY, self, GONE_MS)) as [number, number];
    // It has forgotten the last starts as well.
    if (processes !== undefined && isKnown === 0) recovery.recordOutage();
    processes = count;
  }

  /** A user may be allowed scripts, and yet no documents. */
  async function probe(): Promise<void> {
    await client.set(PROBE_KEY, '', 'PX', GONE_MS);
    await client.get(PROBE_KEY);
  }

  async function beat(): Promise<void> {
    if (isBeating) return;
    isBeating = true;
    try {
      await register();
      if (outages.isAway()) await probe();
      silentBeats = 0;
      outages.answered();
    } catch (error) {
      recovery.recordOutage();
      outages.failed(error as Error);
      silentBeats = isTimeout(error) ? silentBeats + 1 : 0;
      if (silentBeats === SILENT_BEATS) client.disconnect(true);
    }
    isBeating = false;
  }

  const timer = setInterval(() => void beat(), BEAT_MS).unref();
  return {
    beat,
    processes: () => processes,
    async stop() {
      clearInterval(timer);
      await client.zrem(PROCESSES_KEY, self).catch(() => {});
    },
  };
}

/** Whether a command was given up because Redis did not answer it. */
export const isTimeout = (error: unknown): boolean => error instanceof Error && error.message === 'Command timed out';
