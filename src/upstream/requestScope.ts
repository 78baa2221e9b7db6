// The scope of a request: whose it is, until when it may take, and whether anybody still waits for it.
import type { ServerResponse } from 'node:http';
import { Fault } from '../common/fault.js';
import { type Cancellation, withTimeout } from './cancellation.js';

export interface RequestScope {
  /** Whose request it is: queues take turns between callers. */
  readonly caller: string;
  /** By performance.now(). */
  readonly deadline: number;
  /** Cancelled when nobody waits any more, or at the deadline. */
  readonly cancellation: Cancellation;
}

export const remainingMs = ({ deadline }: RequestScope): number => deadline - performance.now();

/** Whether the deadline has passed, or nobody waits any more. */
export const isExpired = (scope: RequestScope): boolean => scope.cancellation.isCancelled || remainingMs(scope) <= 0;

export const deadlineExceeded = (cause?: unknown): Fault =>
  new Fault(
    'DEADLINE_EXCEEDED',
    'The request’s deadline passed before the gateway answered.',
    {},
    { origin: 'local', cause },
  );

/** Sleeps, unless nobody waits any more. */
export async function pause(ms: number, { cancellation }: RequestScope): Promise<void> {
  if (ms <= 0) return;
  if (cancellation.isCancelled) throw deadlineExceeded();
  await new Promise<void>((wake, refuse) => {
    const end = (): void => {
      clearTimeout(timer);
      refuse(deadlineExceeded());
    };
    const timer = setTimeout(() => {
      cancellation.removeListener('abort', end);
      wake();
    }, ms);
    cancellation.once('abort', end);
  });
}

/** The scope of one HTTP request: it ends at its deadline, or when the caller hangs up. */
export function createRequestScope(caller: string, requestMs: number, response: ServerResponse): RequestScope {
  const { cancellation, release } = withTimeout(requestMs);
  const finish = (): void => {
    release();
    // The response was sent: do not cancel.
    if (!response.writableFinished) cancellation.cancel();
  };
  if (response.destroyed) finish();
  else response.once('close', finish);
  return { caller, deadline: performance.now() + requestMs, cancellation };
}
