// How a shop's gateway has fared since the server started.
import type { Clock } from '../../common/clock.js';
import type { FaultCode } from '../../common/fault.js';
import type { GatewayHealth } from '../../order/shop.js';
import { type CircuitBreaker, circuitStateOf } from './circuit.js';

/** Faults of the gateway itself. The others are its refusals of one order: it is well. */
const FAILURES: ReadonlySet<FaultCode> = new Set([
  'SHOP_NOT_AUTHORIZED',
  'API_NOT_ENTITLED',
  'QUOTA_EXHAUSTED',
  'UPSTREAM_THROTTLED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_MALFORMED',
]);

/**
 * Whoever has to stay away for so long has used up the quota of a day. TOP says code 7 to all that call too much, and only for
 * how long: seconds to those who are too fast.
 */
const QUOTA_BAN_MS = 5 * 60_000;

export interface QuotaExhaustion {
  /** Null where the gateway has not said. */
  readonly until: Date | null;
}

export interface HealthRecord {
  readonly current: GatewayHealth;
  /**
   * Records an answer, or the fault that came in its place.
   * @param retryAfterMs how long the gateway wants to be left alone, if it says
   */
  readonly record: (fault?: FaultCode, retryAfterMs?: number) => void;
  /** That its calls are used up; undefined once it has answered since, or that time is over. */
  readonly quotaExhaustion: () => QuotaExhaustion | undefined;
}

export function createHealthRecord(now: Clock, circuit: CircuitBreaker): HealthRecord {
  let exhaustion: QuotaExhaustion | undefined;
  const current: GatewayHealth = {
    lastSuccessAt: null,
    lastFailureAt: null,
    lastFault: null,
    get circuit() {
      return circuitStateOf(circuit);
    },
  };
  return {
    current,
    record(fault, retryAfterMs = 0) {
      if (fault === undefined || !FAILURES.has(fault)) {
        current.lastSuccessAt = now();
        exhaustion = undefined;
        return;
      }
      const at = now();
      Object.assign(current, { lastFailureAt: at, lastFault: fault });
      const isBanned = fault === 'UPSTREAM_THROTTLED' && retryAfterMs >= QUOTA_BAN_MS;
      if (fault === 'QUOTA_EXHAUSTED' || isBanned)
        exhaustion = { until: retryAfterMs > 0 ? new Date(at.getTime() + retryAfterMs) : null };
    },
    quotaExhaustion() {
      const isOver = exhaustion?.until != null && exhaustion.until <= now();
      return isOver ? undefined : exhaustion;
    },
  };
}
