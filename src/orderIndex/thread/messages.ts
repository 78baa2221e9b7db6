// What the answering thread and a thread of the index say to each other.
import { Fault, type FaultCode, type FaultDetails, type FaultOrigin } from '../../common/fault.js';
import { reasonOf } from '../indexLog.js';

/** To the thread: do this and answer with what comes of it; or, there is no more to do. */
export type Order =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'close' };

/** From the thread. */
export type Notice =
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn'; readonly details?: object; readonly message: string };

/** An error as it crosses threads, where its class and code would be lost. */
interface Failure {
  readonly reason: string;
  readonly stack: string;
  readonly fault?: {
    readonly code: FaultCode;
    readonly message: string;
    readonly details: FaultDetails;
    readonly origin: FaultOrigin;
  };
}

/** What is not a fault keeps why it failed and where, but none of a database's words that may be of its rows. */
export function failureOf(error: unknown): Failure {
  const stack = framesOf(error);
  if (!(error instanceof Fault)) return { reason: reasonOf(error), stack };
  const { code, message, details, origin, rootCause } = error;
  return { reason: reasonOf(rootCause), stack, fault: { code, message, details, origin } };
}

export function errorOf({ reason, stack, fault }: Failure): Error {
  if (fault === undefined) return withFrames(new Error(reason), stack);
  const { code, message, details, origin } = fault;
  const cause = reason === '' ? undefined : new Error(reason);
  return withFrames(new Fault(code, message, details, { origin, cause }), stack);
}

/** The lines of a stack without those of its message. */
const framesOf = (error: unknown): string =>
  String((error as Partial<Error> | null)?.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');

const withFrames = (error: Error, frames: string): Error =>
  Object.assign(error, { stack: `${error.name}: ${error.message}\n${frames}` });
