// What carries a call to a gateway, and what all that do agree on.
import type { HttpReply, HttpRequest } from '../../protocols/protocol.js';
import type { Ending } from '../ending.js';

/** @throws Failure for a reply that is not to be read; otherwise whatever stood in the way. */
export type Carry = (request: HttpRequest, ending: Ending) => Promise<HttpReply>;

export const MAX_REPLY_BYTES = 8 * 1024 * 1024;

/** Connections are kept for the next call; one that nobody uses for so long is closed. */
export const KEPT_MS = 5_000;

/** Why a reply is not read. */
export class Failure extends Error {
  constructor(readonly why: 'TOO_LONG' | 'REDIRECT') {
    super(why);
  }
}
