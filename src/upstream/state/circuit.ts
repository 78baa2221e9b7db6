// The circuit of a gateway: whether it is called at all, by how its last calls went.
import {
  type CircuitBreakerPolicy,
  CircuitState,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  noJitterGenerator,
  SamplingBreaker,
} from 'cockatiel';
import { Fault } from '../../common/fault.js';
import type { Circuit } from '../../order/enums.js';
import { policyFor } from '../faultPolicy.js';

export type CircuitBreaker = CircuitBreakerPolicy;

const WINDOW_MS = 10_000;
/** How long a circuit stays open before the first call tries whether the gateway is back. */
export const FIRST_PROBE_MS = 5_000;
const LAST_PROBE_MS = 60_000;

/** Opens when more than three quarters of at least ten calls within ten seconds met an outage. */
export function createCircuit(): CircuitBreaker {
  const circuit: CircuitBreaker = circuitBreaker(
    handleWhen((error) => policyFor(error).isOutage || (circuit.state === CircuitState.HalfOpen && isNoAnswer(error))),
    {
      halfOpenAfter: new ExponentialBackoff({
        generator: noJitterGenerator,
        initialDelay: FIRST_PROBE_MS,
        maxDelay: LAST_PROBE_MS,
      }),
      breaker: new SamplingBreaker({ threshold: 0.75, duration: WINDOW_MS, minimumRps: 1 }),
    },
  );
  return circuit;
}

/** The caller went before the gateway answered: a probe that ends so has not shown that it is back. */
const isNoAnswer = (error: unknown): boolean =>
  error instanceof Fault && (error.code === 'DEADLINE_EXCEEDED' || error.code === 'CANCELLED');

/** The circuit's state in the schema's words. */
export const circuitStateOf = ({ state }: CircuitBreaker): Circuit => {
  if (state === CircuitState.Closed) return 'CLOSED';
  return state === CircuitState.HalfOpen ? 'HALF_OPEN' : 'OPEN';
};
