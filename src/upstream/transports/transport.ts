// What every transport of calls to gateways has in common.

import { isAscii, transcode } from 'node:buffer';
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
    readonly why: 'TOO_LONG' | 'REDIRECT',
    cause?: unknown,
  ) {
    super(why, cause === undefined ? undefined : { cause });
  }
}

/** The text that bytes in UTF-8 are, without the mark that some senders begin with: JSON knows none. */
export function textOf(bytes: Buffer): string {
  const text = decode(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Beyond ASCII the way by UTF-16 takes less than half the time, but what is not UTF-8 is refused on that way. */
function decode(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString();
  try {
    return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  } catch {
    return bytes.toString();
  }
}
