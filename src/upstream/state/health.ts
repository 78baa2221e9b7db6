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

export interface HealthRecord {
  readonly current: GatewayHealth;
  /** Records an answer, or the fault that came in its place. */
  readonly record: (fault?: FaultCode) => void;
}

export function createHealthRecord(now: Clock, circuit: CircuitBreaker): HealthRecord {
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
    record(fault) {
      if (fault === undefined || !FAILURES.has(fault)) current.lastSuccessAt = now();
      else Object.assign(current, { lastFailureAt: now(), lastFault: fault });
    },
  };
}
