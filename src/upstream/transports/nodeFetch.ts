// Calls carried by node-fetch.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { FetchError } from 'node-fetch';
import { endOfTurn } from '../../turn.js';
import { type Carry, Failure, KEPT_MS, MAX_REPLY_BYTES, textOf } from './carry.js';

const KEPT = { keepAlive: true, timeout: KEPT_MS };

const agents = {
  'http:': new HttpAgent(KEPT),
  'https:': new HttpsAgent(KEPT),
} as const;

export const overNodeFetch: Carry = async ({ url, headers, body }, ending) => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (ending.aborted) abort();
  ending.once('abort', abort);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      redirect: 'error',
      size: MAX_REPLY_BYTES,
      signal: controller.signal,
      agent: ({ protocol }) => agents[protocol as keyof typeof agents],
    });
    await endOfTurn();
    const text = textOf(Buffer.from(await response.arrayBuffer()));
    return { status: response.status, retryAfter: response.headers.get('retry-after') ?? undefined, text };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.type === 'max-size') throw new Failure('TOO_LONG');
    throw error.type === 'no-redirect' ? new Failure('REDIRECT') : error;
  } finally {
    ending.removeListener('abort', abort);
  }
};
