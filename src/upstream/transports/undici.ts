// Calls carried by undici: less work for each than by node-fetch.
import { Agent, errors, request } from 'undici';
import { type Carry, Failure, KEPT_MS, MAX_REPLY_BYTES } from './carry.js';

// How long a call may take is the caller's to say, by its ending.
const dispatcher = new Agent({
  keepAliveTimeout: KEPT_MS,
  maxResponseSize: MAX_REPLY_BYTES,
  headersTimeout: 0,
  bodyTimeout: 0,
});

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export const overUndici: Carry = async ({ url, headers, body: sent }, signal) => {
  try {
    const reply = await request(url, { method: 'POST', headers, body: sent, signal, dispatcher });
    if (REDIRECTS.has(reply.statusCode)) {
      await reply.body.dump();
      throw new Failure('REDIRECT');
    }
    const retryAfter = reply.headers['retry-after'];
    return {
      status: reply.statusCode,
      retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
      text: await reply.body.text(),
    };
  } catch (error) {
    throw error instanceof errors.ResponseExceededMaxSizeError ? new Failure('TOO_LONG') : error;
  }
};
