// Tests errors that come up after something else was to be answered: whoever asked is told, and the process goes on.
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { refuseRequest } from '../../src/server/errors.js';
import { setHeaders } from '../../src/server/headers.js';
import { sendBytes } from '../../src/server/sendBytes.js';

let app: FastifyInstance;
let url: string;
let begun: Promise<Readable>;

const lines: string[] = [];

beforeAll(async () => {
  app = fastify({ logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } } });
  setHeaders(app);
  sendBytes(app);
  app.setErrorHandler<FastifyError>((error, _request, reply) => refuseRequest(error, reply));
  app.get('/broken', (_request, reply) => {
    const file = new Readable({
      read() {
        this.destroy(new Error('The disk is gone.'));
      },
    });
    reply.headers({ 'content-length': '5000', 'cache-control': 'max-age=31536000', etag: '"1"' });
    return reply.type('text/html').send(file);
  });
  begun = new Promise((resolve) => {
    app.get('/slow', (_request, reply) => {
      const stream = new Readable({ read() {} });
      resolve(stream);
      return reply.type('text/event-stream').send(stream);
    });
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

test('a file that cannot be read is answered with an error, which nobody takes for the file', async () => {
  const reply = await fetch(`${url}/broken`);
  expect(reply.status).toBe(500);
  expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(reply.headers.get('etag')).toBeNull();
  expect(await reply.json()).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
});

test('a caller who hangs up before a stream has said anything ends the stream, and is no defect', async () => {
  lines.length = 0;
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const stream = await begun;
  socket.destroy();
  if (!stream.closed) await once(stream, 'close');
  expect((await fetch(`${url}/broken`)).status).toBe(500);
  const defects = lines.filter((line) => line.includes('"level":50'));
  expect(defects).toEqual([expect.stringContaining('The disk is gone.')]);
});
