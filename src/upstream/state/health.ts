// How each gateway of each shop has fared since the server started.

import type { FaultCode } from '../../common/fault.js';
import type { GatewayHealth } from '../../order/shop.js';
import { type CircuitBreaker, circuitStateOf } from '../layers/circuitBreaker.js';

/** Faults that tell of the gateway. The others are its refusals of one order: it is well. */
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
  readonly health: GatewayHealth;
  /** Notes an answer, or the fault that came instead of one. */
  readonly note: (fault?: FaultCode) => void;
}

export function createHealthRecord(now: () => Date, breaker: CircuitBreaker): HealthRecord {
  const health: GatewayHealth = {
    lastSuccessAt: null,
    lastFailureAt: null,
    lastFault: null,
    get circuit() {
      return circuitStateOf(breaker);
    },
  };
  return {
    health,
    note(fault) {
      if (fault === undefined || !FAILURES.has(fault)) health.lastSuccessAt = now();
      else Object.assign(health, { lastFailureAt: now(), lastFault: fault });
    },
  };
}
