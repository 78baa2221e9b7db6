// Calls carried by node-fetch.

import { type ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { FetchError } from 'node-fetch';
import { endOfTurn } from '../../common/eventLoop.js';
import type { Cancellation } from '../cancellation.js';
import type { OnSent } from '../state/rateLimiter.js';
import { KEPT_MS, MAX_REPLY_BYTES, type Transport, TransportError, textOf } from './transport.js';

const KEPT = { keepAlive: true, timeout: KEPT_MS };

const agents = {
  'http:': new HttpAgent(KEPT),
  'https:': new HttpsAgent(KEPT),
} as const;

export const nodeFetchTransport: Transport = async ({ url, headers, body }, cancellation, onSent) => {
  try {
    // Calls go out together, and their replies are read together.
    await endOfTurn();
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      redirect: 'error',
      size: MAX_REPLY_BYTES,
      signal: new Signal(cancellation),
      agent: ({ protocol }) => {
        const agent = agents[protocol as keyof typeof agents];
        return onSent ? telling(agent, onSent) : agent;
      },
    });
    const text = textOf(Buffer.from(await response.arrayBuffer()));
    await endOfTurn();
    return { status: response.status, retryAfter: response.headers.get('retry-after') ?? undefined, text };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.type === 'max-size') throw new TransportError('TOO_LONG');
    throw error.type === 'no-redirect' ? new TransportError('REDIRECT') : error;
  }
};

/** node-fetch shows its requests to none but the agent. */
const telling = (agent: HttpAgent, onSent: OnSent): HttpAgent =>
  Object.create(agent, {
    addRequest: {
      value(request: ClientRequest, options: object) {
        request.once('finish', onSent);
        (agent as HttpAgent & Adding).addRequest(request, options);
      },
    },
  }) as HttpAgent;

interface Adding {
  readonly addRequest: (request: ClientRequest, options: object) => void;
}

/** An ending as node-fetch wants it. */
class Signal {
  readonly [Symbol.toStringTag] = 'AbortSignal';

  constructor(private readonly cancellation: Cancellation) {}

  get aborted(): boolean {
    return this.cancellation.isCancelled;
  }

  addEventListener(type: 'abort', listener: () => void): void {
    this.cancellation.once(type, listener);
  }

  removeEventListener(type: 'abort', listener: () => void): void {
    this.cancellation.removeListener(type, listener);
  }
}
