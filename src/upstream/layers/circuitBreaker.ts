// Stops asking a gateway that is down, and lets one call through now and then to see whether it is back.
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  noJitterGenerator,
  SamplingBreaker,
} from 'cockatiel';
import { Fault } from '../../common/fault.js';
import { policyFor } from '../faultPolicy.js';
import type { CallGateway } from '../types.js';

export type CircuitBreaker = CircuitBreakerPolicy;

const WINDOW_MS = 10_000;
const FIRST_PROBE_MS = 5_000;
const LAST_PROBE_MS = 60_000;

/** Opens when more than three quarters of at least ten calls within ten seconds met an outage. */
export function createCircuitBreaker(): CircuitBreaker {
  const breaker: CircuitBreaker = circuitBreaker(
    handleWhen((error) => policyFor(error).isOutage || (breaker.state === CircuitState.HalfOpen && isNoAnswer(error))),
    {
      halfOpenAfter: new ExponentialBackoff({
        generator: noJitterGenerator,
        initialDelay: FIRST_PROBE_MS,
        maxDelay: LAST_PROBE_MS,
      }),
      breaker: new SamplingBreaker({ threshold: 0.75, duration: WINDOW_MS, minimumRps: 1 }),
    },
  );
  return breaker;
}

/** The caller went before the gateway answered: a probe that ends so has not shown that it is back. */
const isNoAnswer = (error: unknown): boolean => error instanceof Fault && error.code === 'DEADLINE_EXCEEDED';

export const behindBreaker =
  (next: CallGateway): CallGateway =>
  async (call) => {
    try {
      return await call.shopGateway.circuit.execute(() => next(call));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new Fault('CIRCUIT_OPEN', 'The gateway has been failing and is not asked for now.', {
        retryAfterMs: FIRST_PROBE_MS,
      });
    }
  };

/** The circuit's state in the schema's words. */
export const circuitStateOf = ({ state }: CircuitBreaker): 'CLOSED' | 'HALF_OPEN' | 'OPEN' => {
  if (state === CircuitState.Closed) return 'CLOSED';
  return state === CircuitState.HalfOpen ? 'HALF_OPEN' : 'OPEN';
};
