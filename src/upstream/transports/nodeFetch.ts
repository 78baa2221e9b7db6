// Calls carried by node-fetch.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { FetchError } from 'node-fetch';
import { endOfTurn } from '../../common/eventLoop.js';
import type { Ending } from '../cancellation.js';
import { type Carry, Failure, KEPT_MS, MAX_REPLY_BYTES, textOf } from './transport.js';

const KEPT = { keepAlive: true, timeout: KEPT_MS };

const agents = {
  'http:': new HttpAgent(KEPT),
  'https:': new HttpsAgent(KEPT),
} as const;

export const overNodeFetch: Carry = async ({ url, headers, body }, ending) => {
  try {
    // Calls go out together, and their replies are read together.
    await endOfTurn();
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      redirect: 'error',
      size: MAX_REPLY_BYTES,
      signal: new Signal(ending),
      agent: ({ protocol }) => agents[protocol as keyof typeof agents],
    });
    const text = textOf(Buffer.from(await response.arrayBuffer()));
    await endOfTurn();
    return { status: response.status, retryAfter: response.headers.get('retry-after') ?? undefined, text };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.type === 'max-size') throw new Failure('TOO_LONG');
    throw error.type === 'no-redirect' ? new Failure('REDIRECT') : error;
  }
};

/** An ending as node-fetch wants it. */
class Signal {
  readonly [Symbol.toStringTag] = 'AbortSignal';

  constructor(private readonly ending: Ending) {}

  get aborted(): boolean {
    return this.ending.aborted;
  }

  addEventListener(type: 'abort', listener: () => void): void {
    this.ending.once(type, listener);
  }

  removeEventListener(type: 'abort', listener: () => void): void {
    this.ending.removeListener(type, listener);
  }
}
