// Tests when event streams end of themselves: with the credentials of their caller.
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from '@jest/globals';
import { createCaller } from '../../../src/auth/caller.js';
import { createEventStream, type StreamedAnswer } from '../../../src/server/stream/eventStream.js';
import { createOpenStreams } from '../../../src/server/stream/openStreams.js';

/** Answers that never come. */
const NOTHING: AsyncIterator<StreamedAnswer> = { next: () => new Promise(() => {}) };

const GRANT = { shops: ['*'], scopes: ['orders:read'] } as const;

/** What a caller is sent whose credentials end so long after now. */
async function textFor(expiresInMs: number): Promise<string> {
  const now = new Date();
  const caller = createCaller('holder', { ...GRANT }, new Date(now.getTime() + expiresInMs));
  const response = Object.assign(new EventEmitter(), { destroyed: false, destroy: () => {} });
  const streams = createOpenStreams({ limit: 20, now: () => now });
  const open = streams.open(caller, response as unknown as ServerResponse);
  const stream = createEventStream(NOTHING, 60_000);
  open.attach(stream);
  let text = '';
  for await (const chunk of stream.body) text += String(chunk);
  expect(open.signal.aborted).toBe(true);
  return text;
}

test('a stream ends with UNAUTHENTICATED when the token that opened it expires', async () => {
  const [, next, complete] = (await textFor(20)).split('\n\n');
  expect(next).toContain('event: next\ndata: {"errors":[{"message":"The token has expired."');
  expect(next).toContain('"code":"UNAUTHENTICATED"');
  expect(complete).toBe('event: complete\ndata:');
});

test('a stream whose token has expired meanwhile ends as soon as it begins', async () => {
  expect(await textFor(-1000)).toContain('UNAUTHENTICATED');
});
