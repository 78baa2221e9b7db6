// Per-fault policy: the one table that retry, circuit breaker, failover and stale answers go by.
import type { FaultCode } from '../common/fault.js';
import { Fault } from '../common/fault.js';

interface FaultPolicy {
  /** Tried again at the same gateway, when the fault itself says that it may be. */
  readonly retries: number;
  /** Means that the gateway is down, and opens its circuit. */
  readonly isOutage: boolean;
  /** The shop's next gateway is tried. */
  readonly failsOver: boolean;
}

const POLICIES: { readonly [code in FaultCode]?: FaultPolicy } = {
  UPSTREAM_UNAVAILABLE: { retries: 2, isOutage: true, failsOver: true },
  UPSTREAM_TIMEOUT: { retries: 1, isOutage: true, failsOver: true },
  UPSTREAM_THROTTLED: { retries: 2, isOutage: false, failsOver: true },
  UPSTREAM_MALFORMED: { retries: 0, isOutage: false, failsOver: true },
  CIRCUIT_OPEN: { retries: 0, isOutage: false, failsOver: true },
  QUOTA_EXHAUSTED: { retries: 0, isOutage: false, failsOver: true },
  API_NOT_ENTITLED: { retries: 0, isOutage: false, failsOver: true },
  ORDER_ON_HOLD: { retries: 1, isOutage: false, failsOver: false },
};

const DEFAULT_POLICY: FaultPolicy = { retries: 0, isOutage: false, failsOver: false };

/** We have no token to call the gateway with: another gateway has its own. What a gateway refuses may be refused by all. */
const NO_TOKEN: FaultPolicy = { retries: 0, isOutage: false, failsOver: true };

export function policyFor(error: unknown): FaultPolicy {
  if (!(error instanceof Fault)) return DEFAULT_POLICY;
  if (error.code === 'SHOP_NOT_AUTHORIZED' && error.origin === 'local') return NO_TOKEN;
  return POLICIES[error.code] ?? DEFAULT_POLICY;
}
