// Tests what is answered to posts of messages that cannot be stored.
import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import Fastify from 'fastify';
import type { ToldShop } from '../../src/orderIndex/push/senders.js';
import type { SyncStore } from '../../src/orderIndex/sync/types.js';
import { refuseRequest } from '../../src/server/errors.js';
import { pushRoute } from '../../src/server/pushRoute.js';

test('a message that cannot be stored now is to come again, and is no defect', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const app = Fastify({ logger: { level: 'info', stream } });
  app.setErrorHandler((error, _request, reply) =>
    refuseRequest(error as Error & { code: string; name: string }, reply),
  );
  const messages = {
    kind: 'POSTS',
    queueOf: () => 'queue',
    accountOf: () => undefined,
    isSigned: () => true,
    parsePost: () => ({ id: '1', orderId: '2', account: undefined, isRevocation: false }),
  };
  const shops = [{ id: 'maker', gateway: { settings: {} }, messages }] as unknown as readonly ToldShop[];
  const store = { hear: async () => Promise.reject(new Error('The disk is full.')) } as unknown as SyncStore;
  await app.register(pushRoute, { store, shops, now: () => new Date(0) });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const answer = await fetch(`${url}/push/1688/maker`, {
    method: 'POST',
    body: new URLSearchParams({ message: '{}' }),
  });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INDEX_UNAVAILABLE' } }] });
  await app.close();
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
});
