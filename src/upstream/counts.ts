// What was done upstream since the process started, in plain numbers: layers count, and whoever reports reads.
import type { FaultCode } from '../common/fault.js';
import { createHistogram, type Histogram, observe } from '../common/histogram.js';
import type { Gateway } from '../order/enums.js';
import type { Trace } from './trace.js';

/** What was done at one gateway for one shop. Durations are in seconds. */
export interface GatewayCounts {
  readonly shop: string;
  readonly gateway: Gateway;
  /** How long each call took that was sent, whatever came of it. */
  readonly calls: Histogram;
  /** How long each call waited for its turn. */
  readonly waits: Histogram;
  /** Calls that wait for their turn now. */
  waiting: number;
  /** Calls that were sent and are not answered yet. */
  inFlight: number;
  retries: number;
  /** What the gateway has said that calls cost, in its points. */
  cost: number;
  readonly faults: Map<FaultCode, number>;
  /** Codes that its platform's tables do not know: the field that reads UNKNOWN, a blank, the code. */
  readonly unknownCodes: Map<string, number>;
}

/** Where documents are kept, the nearest first. */
export const CACHE_LEVELS = ['memory', 'redis', 'index'] as const;
type CacheLevel = (typeof CACHE_LEVELS)[number];

interface CacheLookups {
  hits: number;
  misses: number;
}

export interface UpstreamCounts {
  /** Orders that were answered, or failed, by what of them was cached. */
  readonly answers: Record<Trace['cache'], number>;
  readonly lookups: Readonly<Record<CacheLevel, CacheLookups>>;
  /** Requests for an order that shared a call in flight. */
  joined: number;
  /** The counts of one gateway of a shop, which outlive its settings. */
  readonly gatewayOf: (shop: string, gateway: Gateway) => GatewayCounts;
  readonly gateways: () => Iterable<GatewayCounts>;
}

export function createUpstreamCounts(): UpstreamCounts {
  const gateways = new Map<string, GatewayCounts>();
  const lookups = (): CacheLookups => ({ hits: 0, misses: 0 });
  return {
    answers: { HIT: 0, PARTIAL: 0, STALE: 0, MISS: 0 },
    lookups: { memory: lookups(), redis: lookups(), index: lookups() },
    joined: 0,
    gatewayOf(shop, gateway) {
      const key = `${shop} ${gateway}`;
      const counts = gateways.get(key) ?? createGatewayCounts(shop, gateway);
      gateways.set(key, counts);
      return counts;
    },
    gateways: () => gateways.values(),
  };
}

const createGatewayCounts = (shop: string, gateway: Gateway): GatewayCounts => ({
  shop,
  gateway,
  calls: createHistogram(),
  waits: createHistogram(),
  waiting: 0,
  inFlight: 0,
  retries: 0,
  cost: 0,
  faults: new Map(),
  unknownCodes: new Map(),
});

/** Counts an answer of one of the places where documents are kept. */
export function countLookup(lookups: CacheLookups, isHit: boolean): void {
  if (isHit) lookups.hits += 1;
  else lookups.misses += 1;
}

export function countFault({ faults }: Pick<GatewayCounts, 'faults'>, code: FaultCode): void {
  faults.set(code, (faults.get(code) ?? 0) + 1);
}

/** Measures how long a call takes, whatever comes of it. */
export async function timed<Result>(counts: GatewayCounts, call: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  counts.inFlight += 1;
  try {
    return await call();
  } finally {
    counts.inFlight -= 1;
    observe(counts.calls, (performance.now() - startedAt) / 1000);
  }
}
