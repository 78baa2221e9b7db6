// Tests how the server ends its connections: no request is lost, and nothing keeps it waiting without need.
import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Listener, startListener } from '../../src/process/listener.js';
import { type AcceptedConnections, createAcceptedConnections } from '../../src/server/acceptedConnections.js';
import { setHeaders } from '../../src/server/headers.js';

const LONG_MS = 20_000;

let app: FastifyInstance;
let connections: AcceptedConnections;
let listener: Listener;
let agent: Agent;
/** Lets the requests to /slow be answered. */
let answer: () => void;
let isAsked: Promise<void>;

beforeEach(async () => {
  app = Fastify();
  connections = createAcceptedConnections(app.server);
  setHeaders(app, connections.isDraining);
  let askedNow = (): void => {};
  isAsked = new Promise((resolve) => {
    askedNow = resolve;
  });
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  app.get('/fast', async () => 'fast');
  app.get('/slow', async () => {
    askedNow();
    await answered;
    return 'slow';
  });
  await app.ready();
  listener = await startListener({ host: '127.0.0.1', port: 0 }, connections.serve());
  agent = new Agent({ keepAlive: true });
});
afterEach(async () => {
  agent.destroy();
  await listener.close();
  await app.close();
});

interface Answer {
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

async function get(path: string): Promise<Answer> {
  const [response] = await once(request(new URL(path, listener.url), { agent }).end(), 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { text, headers: response.headers };
}

/** A connection over which whatever is written goes out as it is. */
async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

interface Drained {
  readonly left: number;
  readonly ms: number;
}

/** As on a signal; resolves when nobody listens any more. */
async function end(maxMs = LONG_MS): Promise<{ readonly drained: Promise<Drained> }> {
  await listener.close();
  const startedAt = performance.now();
  const drained = connections.drain(maxMs).then((left) => ({ left, ms: performance.now() - startedAt }));
  return { drained };
}

test('an answer says that its connection stays open, until the server ends', async () => {
  expect((await get('/fast')).headers.connection).toBe('keep-alive');
});

test('a request in flight is answered when the server ends, and is told that its connection ends', async () => {
  const slow = get('/slow');
  await isAsked;
  const { drained } = await end();
  answer();
  expect(await slow).toMatchObject({ text: 'slow', headers: { connection: 'close' } });
  expect((await drained).left).toBe(0);
});

test('the server ends as soon as the last request in flight is answered', async () => {
  const slow = get('/slow');
  await isAsked;
  const { drained } = await end();
  answer();
  await slow;
  expect((await drained).ms).toBeLessThan(LONG_MS / 2);
});

test('a request that comes over a kept connection after the server began to end is answered', async () => {
  await get('/fast');
  const { drained } = await end();
  expect(await get('/fast')).toMatchObject({ text: 'fast', headers: { connection: 'close' } });
  expect((await drained).left).toBe(0);
});

test('a connection that was accepted before its request came is answered while the server ends', async () => {
  const socket = await open();
  const { drained } = await end();
  socket.write('GET /fast HTTP/1.1\r\nhost: localhost\r\n\r\n');
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 200 [\s\S]*connection: close/i);
  expect((await drained).left).toBe(0);
});

test('connections over which nothing comes do not hold up the end', async () => {
  await get('/fast');
  const silent = await open();
  const closed = once(silent, 'close');
  silent.resume();
  const { left, ms } = await (await end()).drained;
  await closed;
  expect(left).toBe(0);
  expect(ms).toBeLessThan(LONG_MS / 2);
});

test('a server without connections ends at once', async () => {
  expect((await (await end()).drained).ms).toBeLessThan(900);
});

test('what is not answered in time is cut off and counted', async () => {
  const slow = get('/slow').catch((error: NodeJS.ErrnoException) => error.code);
  await isAsked;
  expect((await (await end(200)).drained).left).toBe(1);
  expect(await slow).toBe('ECONNRESET');
  answer();
});

test('a client that ends its side after the request still has its answer', async () => {
  const socket = await open();
  socket.end('GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await isAsked;
  answer();
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 200 /);
});

test('a client’s malformed request is refused as by a server that listens itself', async () => {
  const socket = await open();
  socket.write('NOT HTTP\r\n\r\n');
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 400 Bad Request[\s\S]*"statusCode":400/);
});
