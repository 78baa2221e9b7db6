// For whom a call is made, and how long it may take.
import type { ServerResponse } from 'node:http';
import { Fault } from '../common/fault.js';
import { type Ending, within } from './cancellation.js';

export interface Scope {
  /** Whose call it is: queues take turns between callers. */
  readonly caller: string;
  /** By performance.now(). */
  readonly deadline: number;
  /** Comes when nobody waits any more, or at the deadline. */
  readonly ending: Ending;
}

export const remainingMs = ({ deadline }: Scope): number => deadline - performance.now();

/** Whether it is too late, or nobody waits any more. */
export const hasEnded = (scope: Scope): boolean => scope.ending.aborted || remainingMs(scope) <= 0;

export const outOfTime = (): Fault =>
  new Fault('DEADLINE_EXCEEDED', 'The request’s deadline passed before the gateway answered.');

/** Sleeps, unless nobody waits any more. */
export async function pause(ms: number, { ending }: Scope): Promise<void> {
  if (ms <= 0) return;
  if (ending.aborted) throw outOfTime();
  await new Promise<void>((wake, refuse) => {
    const end = (): void => {
      clearTimeout(timer);
      refuse(outOfTime());
    };
    const timer = setTimeout(() => {
      ending.removeListener('abort', end);
      wake();
    }, ms);
    ending.once('abort', end);
  });
}

/** The scope of one request: it ends at its deadline, or when the caller hangs up. */
export function requestScope(caller: string, requestMs: number, response: ServerResponse): Scope {
  const { ending, release } = within(requestMs);
  const finish = (): void => {
    release();
    // Who was answered listens no more.
    if (!response.writableFinished) ending.abort();
  };
  if (response.destroyed) finish();
  else response.once('close', finish);
  return { caller, deadline: performance.now() + requestMs, ending };
}
