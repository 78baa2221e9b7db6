// Carries calls over node-fetch.
import { type ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { FetchError, type Response } from 'node-fetch';
import { endOfTurn } from '../../common/eventLoop.js';
import type { Cancellation } from '../cancellation.js';
import type { OnSent } from '../state/rateLimiter.js';
import { ACCEPTED, type ReplyHead, replyOf } from './reply.js';
import { KEEP_ALIVE_MS, MAX_REPLY_BYTES, type Transport, TransportError } from './transport.js';

const AGENT_OPTIONS = { keepAlive: true, timeout: KEEP_ALIVE_MS };

export function createNodeFetchTransport(): Transport {
  const http = new HttpAgent(AGENT_OPTIONS);
  const https = new HttpsAgent(AGENT_OPTIONS);
  return {
    async send({ url, headers, body }, cancellation, onSent) {
      try {
        // Calls go out together, and their replies are read together.
        await endOfTurn();
        const response = await fetch(url, {
          method: 'POST',
          headers: { ...headers, ...ACCEPTED },
          body,
          redirect: 'error',
          size: MAX_REPLY_BYTES,
          compress: false,
          signal: new CancellationSignal(cancellation),
          agent: ({ protocol }) => {
            const agent = protocol === 'https:' ? https : http;
            return onSent ? withSentListener(agent, onSent) : agent;
          },
        });
        const bytes = Buffer.from(await response.arrayBuffer());
        await endOfTurn();
        return await replyOf(headOf(response), bytes);
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        if (error.type === 'max-size') throw new TransportError('TOO_LONG', error);
        throw error.type === 'no-redirect' ? new TransportError('REDIRECT', error) : error;
      }
    },
    async close() {
      http.destroy();
      https.destroy();
    },
  };
}

const headOf = ({ status, headers }: Response): ReplyHead => ({
  status,
  retryAfter: headers.get('retry-after') ?? undefined,
  contentType: headers.get('content-type') ?? undefined,
  contentEncoding: headers.get('content-encoding') ?? undefined,
});

/** The agent, listening to the request it is handed: node-fetch gives its requests to nothing else. */
const withSentListener = (agent: HttpAgent, onSent: OnSent): HttpAgent =>
  Object.create(agent, {
    addRequest: {
      value(request: ClientRequest, options: object) {
        request.once('finish', onSent);
        (agent as HttpAgent & RequestTaker).addRequest(request, options);
      },
    },
  }) as HttpAgent;

interface RequestTaker {
  readonly addRequest: (request: ClientRequest, options: object) => void;
}

/** A cancellation in the form that node-fetch takes: it looks at these members of an AbortSignal alone. */
class CancellationSignal {
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
