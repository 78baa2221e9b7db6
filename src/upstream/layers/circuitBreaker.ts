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
import type { AskEntrance } from '../types.js';
import { treatmentOf } from '../faultPolicy.js';

export type Breaker = CircuitBreakerPolicy;

const WINDOW_MS = 10_000;
const FIRST_PROBE_MS = 5_000;
const LAST_PROBE_MS = 60_000;

/** Opens when more than three quarters of at least ten calls within ten seconds met an outage. */
export function newBreaker(): Breaker {
  const breaker: Breaker = circuitBreaker(
    handleWhen(
      (error) => treatmentOf(error).isOutage || (breaker.state === CircuitState.HalfOpen && isNoAnswer(error)),
    ),
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
  (next: AskEntrance): AskEntrance =>
  async (call) => {
    try {
      return await call.entrance.breaker.execute(() => next(call));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new Fault('CIRCUIT_OPEN', 'The gateway has been failing and is not asked for now.', {
        retryAfterMs: FIRST_PROBE_MS,
      });
    }
  };

/** The circuit's state in the schema's words. */
export const circuitOf = ({ state }: Breaker): 'CLOSED' | 'HALF_OPEN' | 'OPEN' => {
  if (state === CircuitState.Closed) return 'CLOSED';
  return state === CircuitState.HalfOpen ? 'HALF_OPEN' : 'OPEN';
};
