// What every transport of calls to gateways has in common.

import type { HttpReply, HttpRequest } from '../../protocols/http.js';
import type { Cancellation } from '../cancellation.js';
import type { OnSent } from '../state/rateLimiter.js';

/** Carries calls over connections of its own. */
export interface Transport {
  /**
   * Sends a request; calls onSent when all of it has been handed to the operating system.
   * @throws TransportError for a reply that is not to be read; otherwise whatever stood in the way.
   */
  readonly send: (request: HttpRequest, cancellation: Cancellation, onSent?: OnSent) => Promise<HttpReply>;
  /** Ends its connections. */
  readonly close: () => Promise<void>;
}

export const MAX_REPLY_BYTES = 8 * 1024 * 1024;

/** How long a connection is kept for the next call. */
export const KEEP_ALIVE_MS = 5_000;

/** Why a reply is not read. */
export class TransportError extends Error {
  constructor(
    readonly why: 'TOO_LONG' | 'REDIRECT' | 'UNREADABLE',
    cause?: unknown,
  ) {
    super(why, cause === undefined ? undefined : { cause });
  }
}
