// The one way to gateways: a POST, its reply as text, every failure of the way named. What carries it can be chosen.

import { Fault } from '../../common/fault.js';
import type { HttpReply, HttpRequest } from '../../protocols/http.js';
import { type Cancellation, withTimeout } from '../cancellation.js';
import type { OnSent } from '../state/rateLimiter.js';
import { MAX_REPLY_BYTES, TransportError } from './transport.js';

/** Sends a call, tells when it has gone out, and answers the reply. */
export type Post = (
  request: HttpRequest,
  timeoutMs: number,
  cancellation: Cancellation,
  onSent?: OnSent,
) => Promise<HttpReply>;

/** Each loads its library when it is chosen. */
const TRANSPORTS = {
  'node-fetch': async () => (await import('./nodeFetch.js')).nodeFetchTransport,
  undici: async () => (await import('./undici.js')).undiciTransport,
} as const;

export type TransportName = keyof typeof TRANSPORTS;
export const transportNames = Object.keys(TRANSPORTS) as readonly TransportName[];

/** Sends sealed calls. A redirect is a failure: credentials go to the configured address and nowhere else. */
export async function createPost(transport: TransportName): Promise<Post> {
  const carry = await TRANSPORTS[transport]();
  return async (request, timeoutMs, outer, onSent) => {
    const { cancellation, release } = withTimeout(timeoutMs, outer);
    try {
      return await carry(request, cancellation, onSent);
    } catch (error) {
      throw cancellation.isCancelled ? tooSlow(timeoutMs) : faultOfFailure(error);
    } finally {
      release();
    }
  };
}

const tooSlow = (timeoutMs: number): Fault =>
  new Fault('UPSTREAM_TIMEOUT', `The gateway did not answer within ${Math.round(timeoutMs)} ms.`);

function faultOfFailure(error: unknown): Fault {
  if (error instanceof TransportError) {
    return error.why === 'TOO_LONG'
      ? new Fault('UPSTREAM_MALFORMED', `The gateway's answer is longer than ${MAX_REPLY_BYTES} bytes.`)
      : new Fault('UPSTREAM_UNAVAILABLE', 'The gateway answered with a redirect, which is never followed.');
  }
  const code = (error as NodeJS.ErrnoException).code;
  return new Fault('UPSTREAM_UNAVAILABLE', `The gateway cannot be reached${code ? ` (${code})` : ''}.`);
}
