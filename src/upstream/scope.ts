// For whom a call is made, and how long it may take.
import type { EventEmitter } from 'node:events';
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

export const outOfTime = (): Fault =>
  new Fault('DEADLINE_EXCEEDED', 'The request’s deadline passed before the gateway answered.');

/** Sleeps, unless nobody waits any more. */
export async function pause(ms: number, { signal }: Scope): Promise<void> {
  if (ms <= 0) return;
  await sleep(ms, undefined, { signal }).catch(() => {
    throw outOfTime();
  });
}

/** The scope of one request: it ends with its answer, at its deadline, or when the caller hangs up. */
export function requestScope(caller: string, requestMs: number, connection: EventEmitter): Scope {
  const gone = new AbortController();
  connection.once('close', () => gone.abort());
  return {
    caller,
    deadline: performance.now() + requestMs,
    signal: AbortSignal.any([gone.signal, AbortSignal.timeout(requestMs)]),
  };
}
