// What one operation has with it, from its request to its answer.
import type { Context } from '../../query/context.js';
import type { TracedOperation } from '../tracing/tracing.js';
import type { Operation } from './operation.js';

/** What callers are told beside the data, gathered while an operation is admitted. */
interface Report {
  readonly extensions: Record<string, unknown>;
  readonly headers: Record<string, string>;
}

/** What was paid for a text before it was looked at. */
export interface Deposit {
  readonly text: string;
  readonly refund: () => Promise<unknown>;
}

/** How an operation is asked whose answer is an event stream. */
export interface StreamRequest {
  /** Whether it stands in an address, so that it may change nothing. */
  readonly isGet: boolean;
  /** Takes a subscription that may run. */
  readonly take: (operation: Operation) => void;
}

/** How far an operation has come. */
interface Progress {
  /** By performance.now(). */
  readonly startedAt: number;
  /** Once it is parsed and found valid. */
  operation: Operation | undefined;
  /** What is answered in place of orders: how many errors, by their codes. */
  errors: Map<string, number> | undefined;
  /** There where it is traced. */
  readonly traced: TracedOperation | undefined;
}

export interface OperationContext extends Context {
  readonly progress: Progress;
  readonly report: Report;
  /** What its text was paid for with, before anything was known of it. */
  readonly deposit: Deposit | undefined;
  /** Whether the answer says what the query cost upstream. */
  readonly tellsPlan: boolean;
  /** Whether the client takes every status but 200 for a failure on the way, and reads no further. */
  readonly readsOnly200: boolean;
  /** There where the answer is an event stream. */
  readonly stream?: StreamRequest | undefined;
}

/** A client that sends this header is told what the query cost upstream. */
export const PLAN_HEADER = 'x-ordergraph-plan';
