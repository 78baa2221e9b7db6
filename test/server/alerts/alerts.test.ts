// Tests what merchants hear of: in the log, in the shop's health, in the metrics, and at a webhook.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { createMemoryTexts } from '../../../src/common/sharedTexts.js';
import type { SyncStatus } from '../../../src/orderIndex/sync/types.js';
import type { Coverage } from '../../../src/orderIndex/types.js';
import { parseSettings } from '../../../src/platforms/settings.js';
import { createAlertMemory, createAlertRegister } from '../../../src/server/alerts/alertRegister.js';
import { type AlertWatch, startAlertWatch } from '../../../src/server/alerts/alertWatch.js';
import { type AlertMessage, createWebhook, type SendAlert } from '../../../src/server/alerts/webhook.js';
import { withTimeout } from '../../../src/upstream/cancellation.js';
import { createUpstream } from '../../../src/upstream/index.js';
import { createTrace } from '../../../src/upstream/trace.js';
import { replyWith, shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import type { Part } from '../../support/json.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';

const SECRET = 'a-secret-of-sixteen-and-more';
const START = Date.parse('2026-11-26T08:00:00Z');

let stubGateway: StubGateway;
let upstream: Awaited<ReturnType<typeof createUpstream>>;
let hook: Server;
let calls: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
let status: (call: number) => number;
let send: SendAlert;
let sent: AlertMessage[];
let lines: Part[];
let log: FastifyBaseLogger;
let now: number;
let coverage: readonly Coverage[];
let syncs: readonly SyncStatus[];
let watch: AlertWatch;

beforeEach(async () => {
  now = START;
  [lines, calls, sent, coverage, syncs] = [[], [], [], [], []];
  status = () => 204;
  log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as Part) });
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    calls.push({ headers: request.headers, body });
    response.writeHead(status(calls.length)).end();
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  send = createWebhook({ url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`, secret: SECRET }, log, 1);
  stubGateway = await startStubGateway();
  const shops = [{ ...shopOf(VV_TOOL, stubGateway.url), id: 'shop' }];
  upstream = await createUpstream(parseSettings(JSON.stringify({ shops, retries: 0 }), {}), {
    ...{ now: () => new Date(now), redisUrl: undefined, workers: 1, transport: 'node-fetch', callBudget: undefined },
    ...{ log, recorder: undefined },
  });
  watch = startAlertWatch({
    ...{ shops: upstream.shops, now: () => new Date(now), log, maxCallsPerDay: 50 },
    register: createAlertRegister(createMemoryTexts(), createAlertMemory()),
    send: async (message) => sent.push(message) > 0,
    index: async () => ({ rows: new Map(), coverage, syncs }),
  });
});
afterEach(async () => {
  watch.close();
  await upstream.close();
  await stubGateway.close();
  hook.closeAllConnections();
  hook.close();
});

const shop = () => {
  const found = upstream.shops.get('shop');
  if (found === undefined) throw new Error('There is no shop.');
  return found;
};

async function fetchOrder(orderId: string): Promise<void> {
  const upstreamShop = shop();
  const { cancellation, release } = withTimeout(10_000);
  await upstream
    .fetchOrder(
      {
        ...{ upstreamShop, needed: [], attributeKeys: [], gateways: upstreamShop.gateways, incomplete: new Set() },
        ...{ key: { shop: 'shop', orderId, outOrderId: undefined }, maxAgeMs: 0, trace: createTrace('shop', orderId) },
      },
      { caller: 'test', deadline: performance.now() + 10_000, cancellation },
    )
    .catch(() => {});
  release();
}

const answerWithStatus = (code: string): void =>
  stubGateway.respondWith((request) => {
    const { orderId } = VV_TOOL.callOf(request);
    const document = VV_TOOL.document.small(orderId, orderId);
    const baseInfo = { ...(document.baseInfo as Part), status: code };
    return { body: replyWith(VV_TOOL, { ...document, baseInfo }) };
  });

const begun = () => lines.filter(({ msg }) => msg === 'A shop needs somebody');

test('a code that nobody knows is told once, with how often it came, in the health of its shop', async () => {
  answerWithStatus('teleported');
  await fetchOrder('1');
  await watch.look();
  await fetchOrder('2');
  await watch.look();
  expect(begun()).toMatchObject([
    { level: 40, alert: 'UNKNOWN_CODE', shop: 'shop', gateway: 'VV_TOOL', detail: 'status teleported', count: 1 },
  ]);
  expect(sent).toMatchObject([{ state: 'BEGUN', kind: 'UNKNOWN_CODE', shop: 'shop', detail: 'status teleported' }]);
  expect(shop().shop.health.alerts).toEqual([
    { kind: 'UNKNOWN_CODE', gateway: 'VV_TOOL', detail: 'status teleported', count: 2, since: new Date(START) },
  ]);
});

test('an index that is behind is told, and told to be over when it has caught up', async () => {
  const until = (ms: number): readonly Coverage[] => [
    { shop: 'shop', completeSince: null, syncedUntil: new Date(ms), sources: [], fault: null },
  ];
  coverage = until(START - 29 * 60_000);
  await watch.look();
  expect(begun()).toEqual([]);
  coverage = until(START - 31 * 60_000);
  await watch.look();
  await watch.look();
  expect(begun()).toMatchObject([{ alert: 'SYNC_BEHIND', shop: 'shop' }]);
  expect(shop().shop.health.alerts).toMatchObject([{ kind: 'SYNC_BEHIND', gateway: null }]);
  coverage = until(START);
  await watch.look();
  expect(shop().shop.health.alerts).toEqual([]);
  expect(lines.at(-1)).toMatchObject({ level: 30, msg: 'What a shop needed somebody for is over' });
});

test('a quota that is used up is told until its gateway answers again', async () => {
  const [gateway] = shop().gateways;
  gateway.health.record('QUOTA_EXHAUSTED');
  await watch.look();
  expect(shop().shop.health.alerts).toMatchObject([{ kind: 'QUOTA_EXHAUSTED', gateway: 'VV_TOOL' }]);
  now += 60_000;
  // Other failures do not say that there are calls again.
  gateway.health.record('UPSTREAM_TIMEOUT');
  await watch.look();
  expect(shop().shop.health.alerts).toHaveLength(1);
  gateway.health.record();
  await watch.look();
  expect(shop().shop.health.alerts).toEqual([]);
  expect(sent.map(({ state }) => state)).toEqual(['BEGUN', 'RESOLVED']);
});

test('a quota is used up until the time that its gateway says, be it by a ban of hours', async () => {
  const [{ health }] = shop().gateways;
  health.record('UPSTREAM_THROTTLED', 20_000);
  await watch.look();
  expect(shop().shop.health.alerts).toEqual([]);
  health.record('UPSTREAM_THROTTLED', 3_600_000);
  await watch.look();
  const until = '2026-11-26T09:00:00.000Z';
  expect(begun()).toMatchObject([{ level: 40, alert: 'QUOTA_EXHAUSTED', gateway: 'VV_TOOL', detail: until }]);
  now += 30_000;
  health.record('UPSTREAM_THROTTLED', 3_569_000);
  await watch.look();
  expect(begun()).toHaveLength(1);
  now = START + 3_600_000;
  await watch.look();
  expect(shop().shop.health.alerts).toEqual([]);
  expect(sent.map(({ state, detail }) => [state, detail])).toMatchObject([
    ['BEGUN', until],
    ['RESOLVED', expect.any(String)],
  ]);
});

test('a daily budget of which four fifths are spent is told, and when it is whole again', async () => {
  const spent = (count: number): readonly SyncStatus[] => {
    const stream = { watermark: 0, completeSince: 0, fault: null, nextAt: 0, slowUntil: 0, foundLate: 0, dropped: 0 };
    const streams = [
      { ...stream, name: 'push', calls: 500, filled: null },
      { ...stream, name: 'details', calls: count, filled: null },
    ];
    return [{ shop: 'shop', streams, due: 0 }];
  };
  syncs = spent(39);
  await watch.look();
  expect(begun()).toEqual([]);
  syncs = spent(40);
  await watch.look();
  syncs = spent(50);
  await watch.look();
  const midnight = new Date('2026-11-27T00:00:00+08:00').toISOString();
  expect(begun()).toMatchObject([{ alert: 'SYNC_BUDGET_LOW', shop: 'shop', count: 40, detail: midnight }]);
  expect(shop().shop.health.alerts).toMatchObject([{ kind: 'SYNC_BUDGET_LOW', gateway: null, count: 50 }]);
  syncs = spent(0);
  await watch.look();
  expect(sent.map(({ kind, state }) => [kind, state])).toEqual([
    ['SYNC_BUDGET_LOW', 'BEGUN'],
    ['SYNC_BUDGET_LOW', 'RESOLVED'],
  ]);
});

const messageOf = (state: Pick<AlertMessage, 'kind' | 'gateway'>): AlertMessage => ({
  ...{ id: 'one BEGUN', alert: 'one', state: 'BEGUN', at: new Date(START), since: new Date(START) },
  ...{ shop: 'shop', detail: null, count: null, ...state },
});

test('the webhook is told with a signature over timestamp and body, and again until it takes it', async () => {
  status = (call) => (call < 3 ? 503 : 204);
  const message = messageOf({ kind: 'QUOTA_EXHAUSTED', gateway: 'VV_TOOL' });
  expect(await send(message)).toBe(true);
  expect(calls).toHaveLength(3);
  for (const { headers, body } of calls) {
    const timestamp = String(headers['x-ordergraph-timestamp']);
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['x-ordergraph-signature']).toBe(`sha256=${signature}`);
    const instants = { at: '2026-11-26T08:00:00.000Z', since: '2026-11-26T08:00:00.000Z' };
    expect(JSON.parse(body)).toEqual({ ...message, ...instants });
  }
});

test('a webhook that takes nothing is given up, which the log tells without its address or secret', async () => {
  status = () => 500;
  expect(await send(messageOf({ kind: 'SYNC_BEHIND', gateway: null }))).toBe(false);
  expect(calls).toHaveLength(6);
  expect(lines).toMatchObject([{ level: 40, alert: 'SYNC_BEHIND', why: 500 }]);
  expect(JSON.stringify(lines)).not.toMatch(/127\.0\.0\.1|a-secret/);
});
