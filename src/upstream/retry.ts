// Tries again what may succeed the second time: few times, after a jittered pause, inside the deadline, and only while
// retries are a small part of all calls, so that an outage is not multiplied.
import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { Fault } from '../protocols/fault.js';
import type { AskEntrance } from './call.js';
import { treatmentOf } from './policy.js';
import { remainingMs } from './scope.js';

/** A retry costs one; every call earns a fifth of one. */
export interface RetryBudget {
  readonly earn: () => void;
  readonly spend: () => boolean;
}

const EARNED = 0.2;
const MOST = 10;

export function retryBudget(): RetryBudget {
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

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/** The gateway's own word, else a random part of a span that doubles. */
const pauseBefore = (fault: unknown, retryNumber: number): number => {
  const told = fault instanceof Fault ? fault.details.retryAfterMs : undefined;
  const span = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (retryNumber - 1));
  return told ?? span / 2 + (Math.random() * span) / 2;
};

export const retrying =
  (most: number) =>
  (next: AskEntrance): AskEntrance =>
  (call) => {
    const { budget } = call.entrance;
    let retries = 0;
    let pauseMs = 0;
    budget.earn();
    const isWorthIt = (error: unknown): boolean => {
      if (
        !(error instanceof Fault) ||
        !error.details.retryable ||
        retries >= Math.min(most, treatmentOf(error).retries)
      )
        return false;
      pauseMs = pauseBefore(error, retries + 1);
      if (pauseMs >= remainingMs(call.scope) || !budget.spend()) return false;
      retries += 1;
      return true;
    };
    const policy = retry(
      handleWhen((error) => isWorthIt(error)),
      { maxAttempts: most, backoff: new DelegateBackoff(() => pauseMs) },
    );
    return policy.execute(() => next(call), call.scope.signal);
  };
