// Tests that a deployment of several processes tells its webhook once of each alert, and once of its end, by what they share.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createMemoryTexts } from '../../../src/common/sharedTexts.js';
import { parseSettings } from '../../../src/platforms/settings.js';
import { BELIEVED_MS, createAlertMemory, createAlertRegister } from '../../../src/server/alerts/alertRegister.js';
import { type AlertWatch, startAlertWatch } from '../../../src/server/alerts/alertWatch.js';
import { type AlertMessage, createWebhook } from '../../../src/server/alerts/webhook.js';
import { createUpstream } from '../../../src/upstream/index.js';
import type { HealthRecord } from '../../../src/upstream/state/health.js';
import { connectRedis, type RedisConnection } from '../../../src/upstream/state/redis.js';
import { createRedisTexts } from '../../../src/upstream/state/redisTexts.js';
import { shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { startRedis, type TestRedis } from '../../support/redis.js';

const SECRET = 'a-secret-of-sixteen-and-more';
const START = Date.parse('2026-11-26T08:00:00Z');
const SILENT = pino({ level: 'silent' });

/** One process of the deployment. */
interface Process {
  readonly look: () => Promise<void>;
  readonly health: HealthRecord;
  /** What a caller of this process is told. */
  readonly alerts: () => readonly { readonly kind: string; readonly since: Date }[];
  readonly close: () => Promise<void>;
}

let redis: TestRedis;
let hook: Server;
let now: number;
let received: (AlertMessage & { readonly isSigned: boolean })[];
let processes: Process[];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.close());
beforeEach(async () => {
  now = START;
  [received, processes] = [[], []];
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { 'x-ordergraph-timestamp': timestamp, 'x-ordergraph-signature': signature } = request.headers;
    const right = createHmac('sha256', SECRET)
      .update(`${String(timestamp)}.${body}`)
      .digest('hex');
    received.push({ ...(JSON.parse(body) as AlertMessage), isSigned: signature === `sha256=${right}` });
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
});
afterEach(async () => {
  for (const each of processes) await each.close();
  hook.closeAllConnections();
  hook.close();
  await redis.client.flushall();
});

async function startProcess(): Promise<Process> {
  const settings = parseSettings(
    JSON.stringify({ shops: [{ ...shopOf(VV_TOOL, 'http://127.0.0.1:9'), id: 'mill' }] }),
    {},
  );
  const clock = () => new Date(now);
  const upstream = await createUpstream(settings, {
    ...{ now: clock, redisUrl: undefined, workers: 1, transport: 'node-fetch', callBudget: undefined, log: SILENT },
    recorder: undefined,
  });
  const connection: RedisConnection = await connectRedis(redis.url, SILENT);
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  const watch: AlertWatch = startAlertWatch({
    ...{ shops: upstream.shops, index: async () => undefined, maxCallsPerDay: 0, now: clock, log: SILENT },
    send: createWebhook({ url, secret: SECRET }, SILENT, 1),
    register: createAlertRegister(createRedisTexts(connection), createAlertMemory()),
  });
  const shop = upstream.shops.get('mill');
  if (shop === undefined) throw new Error('There is no shop.');
  const started: Process = {
    look: watch.look,
    health: shop.gateways[0].health,
    alerts: () => shop.shop.health.alerts,
    async close() {
      watch.close();
      await connection.close();
      await upstream.close();
    },
  };
  processes.push(started);
  return started;
}

async function startTwo(): Promise<readonly [Process, Process]> {
  return [await startProcess(), await startProcess()];
}

/** Has all of them look until something is so; Redis may be slow on a busy machine, or away. */
async function lookUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await Promise.all(processes.map(({ look }) => look()));
    await pause(5);
  }
}

/** What the webhook was told, once that is so many. */
async function told(count: number): Promise<readonly string[]> {
  await lookUntil(() => received.length >= count);
  return received.map(({ state }) => state);
}

test('what two processes see is told by one of them, when it begins and when neither sees it any more', async () => {
  const [one, two] = await startTwo();
  for (const { health } of [one, two]) health.record('QUOTA_EXHAUSTED');
  await told(1);
  now += 1_000;
  one.health.record();
  await Promise.all([one.look(), two.look()]);
  expect(two.alerts()).toHaveLength(1);
  two.health.record();
  await told(2);
  now += 1_000;
  // What is told later comes after all that was told before.
  one.health.record('QUOTA_EXHAUSTED');
  expect(await told(3)).toEqual(['BEGUN', 'RESOLVED', 'BEGUN']);
  const [begun, resolved, again] = received;
  expect(received.every(({ isSigned }) => isSigned)).toBe(true);
  const about = { kind: 'QUOTA_EXHAUSTED', shop: 'mill', gateway: 'VV_TOOL' };
  expect(resolved).toMatchObject({ ...about, alert: begun?.alert, since: begun?.since });
  expect(new Set(received.map(({ id }) => id)).size).toBe(3);
  expect(again?.alert).not.toBe(begun?.alert);
});

test('an alert that begins again before a process has heard of its end is told again', async () => {
  const [one, two] = await startTwo();
  one.health.record('QUOTA_EXHAUSTED');
  await told(1);
  await lookUntil(() => two.alerts().length > 0);
  one.health.record();
  processes = [one];
  await told(2);
  two.health.record('QUOTA_EXHAUSTED');
  processes = [two];
  expect(await told(3)).toEqual(['BEGUN', 'RESOLVED', 'BEGUN']);
  processes = [one, two];
});

test('whichever process is asked tells what any of them sees, and since when', async () => {
  const [one, two] = await startTwo();
  one.health.record('QUOTA_EXHAUSTED');
  await told(1);
  now += 10_000;
  await lookUntil(() => two.alerts().length > 0);
  for (const { alerts } of [one, two])
    expect(alerts()).toMatchObject([{ kind: 'QUOTA_EXHAUSTED', since: new Date(START) }]);
});

test('what a process saw that was killed is over a while later', async () => {
  const [one, two] = await startTwo();
  one.health.record('QUOTA_EXHAUSTED');
  await told(1);
  await one.close();
  processes = [two];
  now += BELIEVED_MS - 1;
  await two.look();
  expect(two.alerts()).toHaveLength(1);
  now += 1;
  expect(await told(2)).toEqual(['BEGUN', 'RESOLVED']);
  expect(two.alerts()).toEqual([]);
});

test('a Redis that has forgotten what was told is told it again, and nobody else is', async () => {
  const [one, two] = await startTwo();
  for (const { health } of [one, two]) health.record('QUOTA_EXHAUSTED');
  await told(1);
  await redis.kill();
  now += 30_000;
  await Promise.all([one.look(), two.look()]);
  await redis.start();
  let isBack = 0;
  while (isBack === 0) {
    await Promise.all([one.look(), two.look()]);
    isBack = await redis.client.exists('ordergraph:text:alerts');
  }
  await Promise.all([one.look(), two.look()]);
  expect(one.alerts()).toMatchObject([{ since: new Date(START) }]);
  for (const { health } of [one, two]) health.record();
  expect(await told(2)).toEqual(['BEGUN', 'RESOLVED']);
});

test('while Redis is away for long what begins is told all the same, and its end once Redis is back', async () => {
  const alone = await startProcess();
  await alone.look();
  await redis.kill();
  alone.health.record('QUOTA_EXHAUSTED');
  now += 30_000;
  await alone.look();
  now += 30_000;
  await alone.look();
  expect(received).toEqual([]);
  now += 30_000;
  await alone.look();
  expect(await told(1)).toEqual(['BEGUN']);
  alone.health.record();
  await alone.look();
  await redis.start();
  expect(await told(2)).toEqual(['BEGUN', 'RESOLVED']);
  expect(alone.alerts()).toEqual([]);
});

test('what a process wrote whose answer got lost is told by it the next time, its beginning and its end', async () => {
  const shared = createMemoryTexts();
  const lossy = createAlertRegister(
    {
      read: shared.read,
      async replace(name, before, after) {
        await shared.replace(name, before, after);
        throw new Error('No answer came in time.');
      },
    },
    createAlertMemory(),
  );
  const seen = new Map([
    ['one', { kind: 'SYNC_BEHIND', shop: 'mill', gateway: null, detail: null, count: null } as const],
  ]);
  const at = new Date(START);
  expect((await lossy.look(seen, at)).begun).toEqual([]);
  const other = createAlertRegister(shared, createAlertMemory());
  expect((await other.look(seen, at)).begun).toEqual([]);
  expect((await other.look(new Map(), at)).ended).toEqual([]);
  expect((await lossy.look(seen, at)).begun).toMatchObject([{ name: 'one', since: at }]);
  expect((await lossy.look(new Map(), at)).ended).toEqual([]);
  expect((await lossy.look(new Map(), at)).ended).toMatchObject([{ name: 'one', since: at }]);
});
