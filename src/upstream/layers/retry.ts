// Tries again what may succeed the second time: few times, after a jittered pause, inside the deadline, and only while
// retries are a small part of all calls, so that an outage is not multiplied.
import { Fault } from '../../common/fault.js';
import { policyFor } from '../faultPolicy.js';
import { pause, remainingMs } from '../requestScope.js';
import type { CallGateway, GatewayCall } from '../types.js';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/** How long a call waits for a gateway in whose place another can be asked. */
const PATIENCE_MS = 1_500;

/** A retry costs one; every call earns a fifth of one. */
export interface RetryBudget {
  readonly earn: () => void;
  readonly spend: () => boolean;
}

const EARNED = 0.2;
const MOST = 10;

export function createRetryBudget(): RetryBudget {
  let tokens = MOST;
  return {
    earn: () => {
      tokens = Math.min(MOST, tokens + EARNED);
    },
    spend: () => {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

/**
 * The time for which a gateway wants to be left alone. All calls keep to it, not only the one that was told; but others
 * try again after a short while, as what is long may not be meant for them.
 */
export interface Backoff {
  readonly begin: (ms: number) => void;
  readonly remainingMs: () => number;
}

export function createBackoff(): Backoff {
  let end = Number.NEGATIVE_INFINITY;
  return {
    begin: (ms) => {
      end = Math.max(end, performance.now() + Math.min(ms, LONGEST_PAUSE_MS));
    },
    remainingMs: () => Math.max(0, end - performance.now()),
  };
}

/** The gateway's own word and a little, else a random part of a span that doubles. */
function pauseBefore({ details: { retryAfterMs } }: Fault, retryNumber: number): number {
  if (retryAfterMs !== undefined) return retryAfterMs + Math.random() * FIRST_PAUSE_MS;
  const span = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (retryNumber - 1));
  return span / 2 + (Math.random() * span) / 2;
}

/** How long a call can wait for this gateway. */
const patienceOf = ({ scope, hasFallback }: GatewayCall): number =>
  Math.min(remainingMs(scope), hasFallback ? PATIENCE_MS : Number.POSITIVE_INFINITY);

export interface RetrySettings {
  /** Times that a call is tried again at most. */
  readonly retries: number;
  /** How long one call may take. */
  readonly callMs: number;
}

export function retrying({ retries: most, callMs }: RetrySettings): (next: CallGateway) => CallGateway {
  // Who wants no retries keeps the gateway's pauses as well.
  if (most === 0) return (next) => next;
  return (next) => async (call) => {
    const { retryBudget: budget, backoff: quiet } = call.shopGateway;
    let retries = 0;
    let pauseMs = 0;
    let wasAsked = false;
    budget.earn();

    const attempt = async (): ReturnType<CallGateway> => {
      const attemptsBefore = call.trace.attempts;
      try {
        await keepQuiet(call);
        return await next(call);
      } catch (error) {
        wasAsked = call.trace.attempts > attemptsBefore;
        if (wasAsked && error instanceof Fault) quiet.begin(error.details.retryAfterMs ?? 0);
        throw error;
      }
    };

    const isWorthIt = (error: unknown): boolean => {
      // What our own queue refuses never reached the gateway, and is to fail at once.
      if (!wasAsked || !(error instanceof Fault) || !error.details.retryable) return false;
      if (retries >= Math.min(most, policyFor(error).retries)) return false;
      pauseMs = pauseBefore(error, retries + 1);
      // A gateway that was too slow needs as long again.
      const neededMs = error.code === 'UPSTREAM_TIMEOUT' ? callMs : 0;
      if (pauseMs >= patienceOf(call) || pauseMs + neededMs > remainingMs(call.scope) || !budget.spend()) return false;
      retries += 1;
      return true;
    };

    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!isWorthIt(error)) throw error;
        await pause(pauseMs, call.scope);
      }
    }
  };
}

/** Waits until the gateway may be asked again, where it has asked for quiet. */
async function keepQuiet(call: GatewayCall): Promise<void> {
  const quietMs = call.shopGateway.backoff.remainingMs();
  if (quietMs > patienceOf(call)) {
    throw new Fault('UPSTREAM_THROTTLED', 'The gateway wants to be left alone for now.', {
      retryAfterMs: Math.ceil(quietMs),
    });
  }
  await pause(quietMs, call.scope);
}
