// Tests the server of a process whose app is replaced while clients stay connected.
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { HttpSettings } from '../../src/config/settings.js';
import { createHttpServer, type HttpServer } from '../../src/process/httpServer.js';
import { type Listener, startListener } from '../../src/process/listener.js';

const LONG_MS = 20_000;

let server: HttpServer;
let listener: Listener;
let agent: Agent;
const apps: FastifyInstance[] = [];

/** An app that answers with its name, at /slow when it is let. */
function createApp(name: string) {
  let answer = (): void => {};
  let askedNow = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    askedNow = resolve;
  });
  const app = Fastify();
  app.get('/', async () => name);
  app.get('/slow', async () => {
    askedNow();
    await answered;
    return name;
  });
  apps.push(app);
  return { app, asked, answer };
}

beforeEach(async () => {
  server = createHttpServer(new HttpSettings());
  listener = await startListener({ host: '127.0.0.1', port: 0 }, server.connections.serve());
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  agent.destroy();
  await listener.close();
  await server.connections.drain(0);
  for (const app of apps.splice(0)) await app.close();
});

/** The answer, and the port of the client's connection. */
async function get(path: string, through: Agent | false = agent) {
  const sent = request(new URL(path, listener.url), { agent: through }).end();
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { text, port: response.socket?.localPort ?? sent.socket?.localPort };
}

test('the next request over an open connection is answered by the app that took the place of another', async () => {
  const [first, second] = [createApp('first'), createApp('second')];
  await Promise.all([first.app.ready(), second.app.ready()]);
  server.answerBy(first.app);
  const before = await get('/');
  server.answerBy(second.app);
  const after = await get('/');
  expect([before.text, after.text]).toEqual(['first', 'second']);
  expect(after.port).toBe(before.port);
});

test('a request that an app was given is answered by it, which is idle only then', async () => {
  const [first, second] = [createApp('first'), createApp('second')];
  await Promise.all([first.app.ready(), second.app.ready()]);
  const answering = server.answerBy(first.app);
  const slow = get('/slow');
  await first.asked;
  server.answerBy(second.app);
  let isIdle = false;
  const idle = answering.whenIdle(LONG_MS).then(() => {
    isIdle = true;
  });
  expect((await get('/', false)).text).toBe('second');
  expect(isIdle).toBe(false);
  first.answer();
  expect((await slow).text).toBe('first');
  await idle;
});

test('an app that has nothing to answer is idle at once, and one that never answers when its time is over', async () => {
  const { app, asked } = createApp('first');
  await app.ready();
  const answering = server.answerBy(app);
  await answering.whenIdle(LONG_MS);
  const slow = get('/slow').catch(() => 'cut off');
  await asked;
  await answering.whenIdle(10);
  await server.connections.drain(0);
  expect(await slow).toBe('cut off');
});
