// Tests settings that change while the server runs: wholly in force for the next request, or not at all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readEnvironment } from '../../src/config/environment.js';
import { type AppSlot, createAppSlot } from '../../src/process/currentApp.js';
import { createHttpServer, type HttpServer } from '../../src/process/httpServer.js';
import { type Listener, startListener } from '../../src/process/listener.js';
import { createReload } from '../../src/process/reload.js';
import { sourceOf } from '../../src/process/source.js';
import { takeOver } from '../../src/process/takeOver.js';
import { createLifecycle } from '../../src/server/lifecycle.js';
import { createMetrics } from '../../src/server/metrics/metrics.js';
import { createUpstreamMemory } from '../../src/upstream/state/memory.js';
import { shopOf, smallReply } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import type { Part } from '../support/json.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const OLD_KEY = 'the-key-of-yesterday';
const NEW_KEY = 'the-key-of-today';

let folder: string;
let stubGateway: StubGateway;
let server: HttpServer;
let listener: Listener;
let slot: AppSlot;
let agent: Agent;
let reload: () => Promise<boolean>;
let lines: Part[];

const grant = { shops: ['*'], scopes: ['orders:read', 'metrics:read'] };
const settingsWith = (key: string, more: Part = {}): Part => ({
  shops: [{ ...shopOf(VV_TOOL, stubGateway.url), id: 'shop' }],
  auth: { apiKeys: [{ key, ...grant }] },
  index: false,
  ...more,
});
const write = (settings: Part | string): void =>
  writeFileSync(join(folder, 'settings.json'), typeof settings === 'string' ? settings : JSON.stringify(settings));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-reload-'));
  stubGateway = await startStubGateway();
  stubGateway.respondWith((received) => ({ body: smallReply(VV_TOOL, VV_TOOL.callOf(received).orderId) }));
  lines = [];
  write(settingsWith(OLD_KEY));
  const environment = readEnvironment({ ORDERGRAPH_CONFIG: join(folder, 'settings.json') });
  const source = await sourceOf(environment);
  server = createHttpServer(source.settings.http);
  slot = await createAppSlot(server, environment, source, {
    lifecycle: createLifecycle('SERVING'),
    metrics: createMetrics(),
    tracing: undefined,
    memory: createUpstreamMemory(),
    stream: { write: (line: string) => void lines.push(JSON.parse(line) as Part) },
  });
  reload = createReload({ takeOver: () => takeOver(environment, slot), log: () => slot.current().app.log });
  listener = await startListener({ host: '127.0.0.1', port: 0 }, server.connections.serve());
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  agent.destroy();
  await listener.close();
  await server.connections.drain(0);
  await slot.close();
  await stubGateway.close();
  rmSync(folder, { recursive: true });
});

/** All over one connection. */
function ask(key: string, query: string): Promise<{ readonly status: number | undefined; readonly body: Part }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const sent = request(new URL('/graphql', listener.url), { agent, method: 'POST', headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve({ status: response.statusCode, body: JSON.parse(text) as Part });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ query }));
  });
}

const ORDER = '{ order(shop: "shop", orderId: "7001") { status } }';
const SHOPS = '{ shops { id name } }';

test('the next request meets the new settings and keys, over the same connection, and the cache is still warm', async () => {
  expect((await ask(OLD_KEY, ORDER)).status).toBe(200);
  const shop = { ...shopOf(VV_TOOL, stubGateway.url), id: 'shop' };
  const added = { ...shopOf(VV_TOOL, stubGateway.url), id: 'added', name: 'Added Shop' };
  write(settingsWith(NEW_KEY, { shops: [shop, added] }));
  await reload();
  expect((await ask(OLD_KEY, SHOPS)).status).toBe(401);
  const { status, body } = await ask(NEW_KEY, SHOPS);
  expect([status, (body.data as Part).shops]).toMatchObject([
    200,
    [{ id: 'shop' }, { id: 'added', name: 'Added Shop' }],
  ]);
  expect((await ask(NEW_KEY, ORDER)).body).not.toHaveProperty('errors');
  expect(stubGateway.take()).toHaveLength(1);
});

test.each([
  ['a syntax error', '{"shops": ['],
  ['a mistake', JSON.stringify({ shops: [], limits: { maxOrders: 0 } })],
])('a file with %s is refused aloud, and the old settings stay', async (_what, text) => {
  write(text);
  await reload();
  expect((await ask(OLD_KEY, SHOPS)).status).toBe(200);
  const [line] = lines.filter(({ msg }) => String(msg).includes('NOT taken over'));
  expect(line).toMatchObject({ level: 50 });
  expect(line?.mistakes).toContainEqual(expect.any(String));
  expect(JSON.stringify(line)).not.toContain(OLD_KEY);
});

test('what breaks only when an app is made of the settings is refused as well', async () => {
  const shop = shopOf(VV_TOOL, stubGateway.url);
  const jwt = { issuer: 'i', audience: 'a', jwks: join(folder, 'missing.json') };
  write(settingsWith(NEW_KEY, { shops: [{ ...shop, id: 'shop' }], auth: { jwt } }));
  await reload();
  expect((await ask(OLD_KEY, SHOPS)).status).toBe(200);
  expect(lines).toContainEqual(expect.objectContaining({ mistakes: [expect.stringContaining('auth.jwt.jwks')] }));
});

test('a request in flight is answered under the settings that it came with', async () => {
  let answer = (): void => {};
  const called = new Promise<void>((resolve) => {
    stubGateway.respondWith((received, response) => {
      answer = () => void response.end(smallReply(VV_TOOL, VV_TOOL.callOf(received).orderId));
      resolve();
      return undefined;
    });
  });
  const asked = ask(OLD_KEY, ORDER);
  await called;
  write(settingsWith(NEW_KEY));
  await reload();
  answer();
  expect(await asked).toMatchObject({ status: 200, body: { data: { order: { status: expect.any(String) } } } });
  expect((await ask(OLD_KEY, SHOPS)).status).toBe(401);
});

test('what cannot change while the process runs is named, and the rest is taken over', async () => {
  write(settingsWith(NEW_KEY, { metrics: { port: 9464 }, http: { keepAliveMs: 1 } }));
  await reload();
  expect(lines).toContainEqual(expect.objectContaining({ level: 40, settings: ['http', 'metrics'] }));
  expect((await ask(NEW_KEY, SHOPS)).status).toBe(200);
});
