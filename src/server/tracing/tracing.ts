// Traces as the server meets them: an operation that is traced, what its index queries and calls belong to. Without an
// endpoint to export to there are none, and nothing of them is loaded.
import type { IncomingHttpHeaders } from 'node:http';
import type { IndexReader } from '../../orderIndex/types.js';
import type { CallObserver } from '../../upstream/layers/observeCalls.js';
import type { Operation } from '../graphql/operation.js';
import type { OperationOutcome } from '../metrics/operationCounts.js';

/** How an operation ended. */
export interface OperationEnd {
  /** Undefined where it was not found valid. */
  readonly operation: Operation | undefined;
  readonly outcome: OperationOutcome;
  /** Codes of its errors. */
  readonly codes: readonly string[];
  /** Orders that were asked for. */
  readonly orders: number;
}

/** An operation that is traced. */
export interface TracedOperation {
  /** What calls to gateways are told that they belong to. */
  readonly parent: object;
  /** The same reader, whose queries belong to the operation. */
  readonly tracedReader: (reader: IndexReader) => IndexReader;
  readonly end: (end: OperationEnd) => void;
}

export interface Tracing {
  /** Begins to trace an operation, as a part of the trace that the headers of its request name. */
  readonly startOperation: (headers: IncomingHttpHeaders) => TracedOperation;
  /** Traces calls to gateways. */
  readonly observer: CallObserver;
  /** Resolves when what was traced is exported, or cannot be. */
  readonly close: () => Promise<void>;
}

export interface TracingOptions {
  /** The base address of a collector that speaks OTLP over HTTP. */
  readonly endpoint: string;
  readonly serviceName?: string | undefined;
}
