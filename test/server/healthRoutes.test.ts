// Tests what the process says of itself to whoever decides where requests go.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { healthRoutes } from '../../src/server/healthRoutes.js';
import { createLifecycle, type Lifecycle } from '../../src/server/lifecycle.js';

let app: FastifyInstance;
let url: string;
let lifecycle: Lifecycle;
let isDraining: boolean;
let isMigrating: boolean;

beforeEach(async () => {
  app = Fastify();
  lifecycle = createLifecycle('SERVING');
  isDraining = false;
  isMigrating = false;
  healthRoutes(app, { lifecycle, isDraining: () => isDraining, isMigrating: () => isMigrating });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => app.close());

const get = async (path: string) => {
  const response = await fetch(url + path);
  return { status: response.status, body: await response.json() };
};

const unready = (reason: string) => ({ status: 503, body: { status: 'unready', reason } });

test('a process that serves is alive and ready', async () => {
  expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
  expect(await get('/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
});

test('a process is not ready before it listens, while tables are made, and from the signal that ends it on', async () => {
  lifecycle.stage = 'STARTING';
  expect(await get('/readyz')).toEqual(unready('STARTING'));
  lifecycle.stage = 'SERVING';
  isMigrating = true;
  expect(await get('/readyz')).toEqual(unready('MIGRATING'));
  lifecycle.stage = 'STOPPING';
  expect(await get('/readyz')).toEqual(unready('STOPPING'));
});

test('a process whose connections are being ended is alive and not ready', async () => {
  isDraining = true;
  expect(await get('/readyz')).toEqual(unready('STOPPING'));
  for (const path of ['/health', '/healthz']) expect(await get(path)).toEqual({ status: 200, body: { status: 'ok' } });
});
