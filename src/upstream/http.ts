// The only file that talks to gateways: one POST, its reply as text, every failure of the way named.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { AbortError, FetchError } from 'node-fetch';
import { Fault } from '../protocols/fault.js';
import type { HttpReply, HttpRequest } from '../protocols/protocol.js';
import { within } from './scope.js';

const MAX_REPLY_BYTES = 8 * 1024 * 1024;

/** Connections are kept for the next call; one that nobody uses for so long is closed. */
const KEPT = { keepAlive: true, timeout: 5_000 };

const agents = {
  'http:': new HttpAgent(KEPT),
  'https:': new HttpsAgent(KEPT),
} as const;

/** Sends a sealed call. A redirect is a failure: credentials go to the configured address and nowhere else. */
export async function post(
  { url, headers, body }: HttpRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HttpReply> {
  const limit = within(timeoutMs, signal);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      redirect: 'error',
      size: MAX_REPLY_BYTES,
      signal: limit.signal,
      agent: ({ protocol }) => agents[protocol as keyof typeof agents],
    });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after') ?? undefined, text };
  } catch (error) {
    throw faultOfFailure(error, timeoutMs);
  } finally {
    limit.release();
  }
}

function faultOfFailure(error: unknown, timeoutMs: number): Fault {
  if (error instanceof AbortError) {
    return new Fault('UPSTREAM_TIMEOUT', `The gateway did not answer within ${Math.round(timeoutMs)} ms.`);
  }
  if (error instanceof FetchError && error.type === 'max-size') {
    return new Fault('UPSTREAM_MALFORMED', `The gateway's answer is longer than ${MAX_REPLY_BYTES} bytes.`);
  }
  if (error instanceof FetchError && error.type === 'no-redirect') {
    return new Fault('UPSTREAM_UNAVAILABLE', 'The gateway answered with a redirect, which is never followed.');
  }
  const code = (error as NodeJS.ErrnoException).code;
  return new Fault('UPSTREAM_UNAVAILABLE', `The gateway cannot be reached${code ? ` (${code})` : ''}.`);
}
