// Calls carried by undici: less work for each than by node-fetch.
import { LRUCache } from 'lru-cache';
import { Agent, errors, request } from 'undici';
import { type Carry, Failure, KEPT_MS, MAX_REPLY_BYTES } from './carry.js';

// How long a call may take is the caller's to say, by its ending.
const dispatcher = new Agent({
  keepAliveTimeout: KEPT_MS,
  maxResponseSize: MAX_REPLY_BYTES,
  headersTimeout: 0,
  bodyTimeout: 0,
});

/** Parsed once: they stand in the settings. */
const addresses = new LRUCache<string, URL>({ max: 1_000 });

function addressOf(url: string): URL {
  const address = addresses.get(url) ?? new URL(url);
  addresses.set(url, address);
  return address;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export const overUndici: Carry = async ({ url, headers, body: sent }, ending) => {
  try {
    const reply = await request(addressOf(url), { method: 'POST', headers, body: sent, signal: ending, dispatcher });
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
