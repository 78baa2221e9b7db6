// Stops calling a gateway that is down, and lets one call through now and then to see whether it is back.
import { BrokenCircuitError } from 'cockatiel';
import { Fault } from '../../common/fault.js';
import { FIRST_PROBE_MS } from '../state/circuit.js';
import type { GatewayLayer } from '../types.js';

export const createCircuitBreaker = (): GatewayLayer => (next) => async (call) => {
  try {
    return await call.shopGateway.circuit.execute(() => next(call));
  } catch (error) {
    if (!(error instanceof BrokenCircuitError)) throw error;
    throw new Fault(
      'CIRCUIT_OPEN',
      'The gateway has been failing and is not asked for now.',
      { retryAfterMs: FIRST_PROBE_MS },
      { origin: 'local', cause: error },
    );
  }
};
