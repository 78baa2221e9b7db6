// For whom a call is made, and how long it may take.
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../protocols/fault.js';

export interface Scope {
  /** Whose call it is: queues take turns between callers. */
  readonly caller: string;
  /** By performance.now(). */
  readonly deadline: number;
  /** Aborted when nobody waits any more, or at the deadline. */
  readonly signal: AbortSignal;
}

export const remainingMs = ({ deadline }: Scope): number => deadline - performance.now();

/** Whether it is too late, or nobody waits any more. */
export const hasEnded = (scope: Scope): boolean => scope.signal.aborted || remainingMs(scope) <= 0;

export const outOfTime = (): Fault =>
  new Fault('DEADLINE_EXCEEDED', 'The request’s deadline passed before the gateway answered.');

/** Sleeps, unless nobody waits any more. */
export async function pause(ms: number, { signal }: Scope): Promise<void> {
  if (ms <= 0) return;
  await sleep(ms, undefined, { signal }).catch(() => {
    throw outOfTime();
  });
}

interface Limit {
  readonly signal: AbortSignal;
  readonly end: () => void;
  readonly release: () => void;
}

/**
 * A signal that aborts with another one or after a time, and how to let go of both. AbortSignal.any over
 * AbortSignal.timeout would say the same, but Node 20 may collect such a timeout as garbage before it fires.
 */
export function within(ms: number, outer?: AbortSignal): Limit {
  const controller = new AbortController();
  // Every order of a request listens to its signal.
  setMaxListeners(0, controller.signal);
  const end = (): void => controller.abort();
  const timer = setTimeout(end, ms);
  if (outer?.aborted) end();
  outer?.addEventListener('abort', end, { once: true });
  return {
    signal: controller.signal,
    end,
    release: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', end);
    },
  };
}

/**
 * The scope of one request: it ends at its deadline, or when the caller hangs up. Its signal is made for whoever listens
 * first: what is in memory is answered without.
 */
export function requestScope(caller: string, requestMs: number, response: ServerResponse): Scope {
  const deadline = performance.now() + requestMs;
  let limit: Limit | undefined;
  let isGone = response.destroyed;
  response.once('close', () => {
    limit?.release();
    // Who was answered listens no more; to abort costs as much as an answer from memory.
    isGone = !response.writableFinished;
    if (isGone) limit?.end();
  });
  return {
    caller,
    deadline,
    get signal() {
      if (limit === undefined) {
        limit = within(deadline - performance.now());
        if (isGone) limit.end();
      }
      return limit.signal;
    },
  };
}
