// Tries again what may succeed the second time: few times, after a jittered pause, inside the deadline, and only while
// the gateway's retry budget lasts.
import { Fault } from '../../common/fault.js';
import { policyFor } from '../faultPolicy.js';
import { patienceMs } from '../patience.js';
import { pause, remainingMs } from '../requestScope.js';
import { MAX_PAUSE_MS } from '../state/backoff.js';
import type { Layer, UpstreamCall } from '../types.js';

const FIRST_PAUSE_MS = 200;

interface RetryOptions {
  /** Times that a call is tried again at most. */
  readonly retries: number;
  /** How long one call may take. */
  readonly callMs: number;
}

export function createRetry({ retries: maxRetries, callMs }: RetryOptions): Layer {
  // Without retries the gateway's pauses are not waited for either.
  if (maxRetries === 0) return (next) => next;
  return (next) => async (call) => {
    const { retryBudget, backoff, counts } = call.shopGateway;
    let retries = 0;
    retryBudget.earn();
    for (;;) {
      try {
        await waitForBackoff(call);
        return await next(call);
      } catch (error) {
        // What never reached the gateway, such as what our own queue refuses, fails at once.
        if (!(error instanceof Fault) || error.origin === 'local') throw error;
        backoff.begin(error.details.retryAfterMs ?? 0);
        if (!error.details.retryable || retries >= Math.min(maxRetries, policyFor(error).retries)) throw error;
        const pauseMs = pauseBefore(error, retries + 1);
        // A gateway that was too slow needs as long again.
        const neededMs = error.code === 'UPSTREAM_TIMEOUT' ? callMs : 0;
        const isInTime = pauseMs < patienceOf(call) && pauseMs + neededMs <= remainingMs(call.scope);
        if (!isInTime || !retryBudget.spend()) throw error;
        retries += 1;
        counts.retries += 1;
        await pause(pauseMs, call.scope, 'RETRY');
      }
    }
  };
}

/** The gateway's own word and a little, else a random part of a span that doubles. */
function pauseBefore({ details: { retryAfterMs } }: Fault, retryNumber: number): number {
  if (retryAfterMs !== undefined) return retryAfterMs + Math.random() * FIRST_PAUSE_MS;
  const span = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (retryNumber - 1));
  return span / 2 + (Math.random() * span) / 2;
}

/** How long a call can wait for this gateway. */
const patienceOf = (call: UpstreamCall): number => Math.min(remainingMs(call.scope), patienceMs(call));

async function waitForBackoff(call: UpstreamCall): Promise<void> {
  const backoffMs = call.shopGateway.backoff.remainingMs();
  if (backoffMs > patienceOf(call)) {
    throw new Fault(
      'UPSTREAM_THROTTLED',
      'The gateway wants to be left alone for now.',
      { retryAfterMs: Math.ceil(backoffMs) },
      { origin: 'local' },
    );
  }
  await pause(backoffMs, call.scope, 'RETRY');
}
