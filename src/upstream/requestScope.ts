// The scope of a request: whose it is, until when it may take, and whether anybody still waits for it.
import type { ServerResponse } from 'node:http';
import { Fault } from '../common/fault.js';
import { type Cancellation, withTimeout } from './cancellation.js';

/** What a call waits for: a token, its turn in our own queue, the time to try again, or the gateway. */
export type CallStage = 'TOKEN' | 'QUEUE' | 'RETRY' | 'GATEWAY';

export interface RequestScope {
  /** Whose request it is: queues take turns between callers. */
  readonly caller: string;
  /** Whether nobody waits for it: whoever is waited for goes first. */
  readonly isBackground?: boolean | undefined;
  /** By performance.now(). */
  readonly deadline: number;
  /** Cancelled when nobody waits any more, or at the deadline. */
  readonly cancellation: Cancellation;
  /** What it is traced as a part of, where it is; whoever traces knows its kind. */
  readonly parent?: object | undefined;
  /** Where its call stands, as the layers say; the gateway unless one says otherwise. */
  stage?: CallStage;
}

export const remainingMs = ({ deadline }: RequestScope): number => deadline - performance.now();

/** Whether the deadline has passed, or nobody waits any more. */
export const isExpired = (scope: RequestScope): boolean => scope.cancellation.isCancelled || remainingMs(scope) <= 0;

const DEADLINE_MESSAGES: { readonly [stage in CallStage]: string } = {
  TOKEN: 'The request’s deadline passed while the shop’s access token was being renewed.',
  QUEUE: 'The request’s deadline passed while it waited in OrderGraph’s own queue for this gateway.',
  RETRY: 'The request’s deadline passed before the gateway could be tried again.',
  GATEWAY: 'The request’s deadline passed before the gateway answered.',
};

/** Why a request that is expired gets no order: its deadline, and where its call stood then, or nobody waits for it. */
export const expiryOf = (
  { cancellation }: Pick<RequestScope, 'cancellation'>,
  stage: CallStage = 'GATEWAY',
  cause?: unknown,
): Fault =>
  cancellation.reason === 'HANG_UP'
    ? new Fault('CANCELLED', 'The caller hung up before the answer.', {}, { origin: 'local', cause })
    : new Fault('DEADLINE_EXCEEDED', DEADLINE_MESSAGES[stage], {}, { origin: 'local', cause });

/** Sleeps, unless nobody waits any more. */
export async function pause(ms: number, scope: RequestScope, stage: CallStage): Promise<void> {
  if (ms <= 0) return;
  const { cancellation } = scope;
  if (cancellation.isCancelled) throw expiryOf(scope, stage);
  scope.stage = stage;
  await new Promise<void>((wake, refuse) => {
    const end = (): void => {
      clearTimeout(timer);
      refuse(expiryOf(scope, stage));
    };
    const timer = setTimeout(() => {
      cancellation.removeListener('abort', end);
      wake();
    }, ms);
    cancellation.once('abort', end);
  });
}

/** What an answer goes to, as responses tell of it: closed when it was sent, or nobody is there to take it. */
export interface AnswerSink extends Pick<ServerResponse, 'destroyed' | 'writableFinished'> {
  readonly once: (event: 'close', listener: () => void) => unknown;
}

/** The scope of one answer: it ends at its deadline, or when the caller hangs up. */
export function createRequestScope(caller: string, requestMs: number, sink: AnswerSink, parent?: object): RequestScope {
  const { cancellation, release } = withTimeout(requestMs);
  const finish = (): void => {
    release();
    // The response was sent: do not cancel.
    if (!sink.writableFinished) cancellation.cancel('HANG_UP');
  };
  if (sink.destroyed) finish();
  else sink.once('close', finish);
  return { caller, deadline: performance.now() + requestMs, cancellation, parent };
}
