// The part of what processes share over Redis that one of them may use while Redis is away.
import type { RedisConnection } from './redis.js';

export interface Share {
  /** Among how many processes a rate is divided. */
  readonly processes: () => number;
  /** Among how many replicas a budget is divided: workers of one machine count together. */
  readonly replicas: () => number;
}

/** Assumed of a Redis that was never there, and of settings that do not say: too many are slow, too few too fast. */
const UNKNOWN_REPLICAS = 10;

interface ShareOptions {
  readonly redis: Pick<RedisConnection, 'processes'>;
  /** How many there are at most, if the settings say. */
  readonly replicas: number | undefined;
  /** The processes of each. */
  readonly workers: number;
}

export function createShare({ redis, replicas, workers }: ShareOptions): Share {
  const known = (): number => Math.max(redis.processes() ?? 0, (replicas ?? 0) * workers);
  return {
    processes() {
      if (known() === 0) return UNKNOWN_REPLICAS * workers;
      // One more may start while Redis is away, and nobody hears of it.
      return replicas === undefined ? known() + 1 : known();
    },
    replicas: () => Math.ceil(known() / workers) || UNKNOWN_REPLICAS,
  };
}
