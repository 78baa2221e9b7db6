// For whom a call is made, and how long it may take.
import { type EventEmitter, setMaxListeners } from 'node:events';
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

/**
 * A signal that aborts with another one or after a time, and how to let go of both. AbortSignal.any over
 * AbortSignal.timeout would say the same, but Node 20 may collect such a timeout as garbage before it fires.
 */
export function within(
  ms: number,
  outer?: AbortSignal,
): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  // Every order of a request listens to its signal.
  setMaxListeners(0, controller.signal);
  const end = (): void => controller.abort();
  const timer = setTimeout(end, ms);
  if (outer?.aborted) end();
  outer?.addEventListener('abort', end, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', end);
    },
  };
}

/** The scope of one request: it ends with its answer, at its deadline, or when the caller hangs up. */
export function requestScope(caller: string, requestMs: number, connection: EventEmitter): Scope {
  const gone = new AbortController();
  const { signal, release } = within(requestMs, gone.signal);
  connection.once('close', () => {
    gone.abort();
    release();
  });
  return { caller, deadline: performance.now() + requestMs, signal };
}
