// Tests failover in a shop with several gateways: when the next one is called, and which one is reported.
import { afterEach, describe, expect, test } from '@jest/globals';
import { pass, startCalendar, stopCalendar } from '../../support/clock.js';
import { type GatewayCase, shopOf } from '../../support/gateway.js';
import { DAMAIJIA168 } from '../../support/gateways/damaijia168.js';
import { FW199 } from '../../support/gateways/fw199.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { gatewayOf } from '../../support/gateways.js';
import type { Part } from '../../support/json.js';
import { ordersQuery, refsOf } from '../../support/sendQuery.js';
import type { Responder } from '../../support/stubGateway.js';
import { answerOf, startTestServer, type TestServer } from '../../support/testServer.js';

let server: TestServer;
afterEach(async () => {
  startCalendar();
  await server.close();
});

/** One shop with these gateways. */
async function start(gateways: readonly GatewayCase[], settings: Part = {}): Promise<void> {
  const shops = (url: string) => [
    {
      id: 'shop',
      name: 'Shop',
      gateways: gateways.flatMap((gateway) => shopOf(gateway, url).gateways as readonly Part[]),
    },
  ];
  server = await startTestServer({ shops, settings: { retries: 0, deadlines: { callMs: 1000 }, ...settings } });
  respondWith({});
}

type Fates = { readonly [type: string]: Responder | undefined };

const respondWith = (fates: Fates): void =>
  server.stubGateway.respondWith((request, response) => {
    const gateway = gatewayOf(request);
    const fate = fates[gateway.type] ?? (() => ({ body: answerOf(gateway, request) }));
    return fate(request, response);
  });

const DOWN: Responder = () => ({ status: 503 });
const SILENT: Responder = () => undefined;
const quiet: Responder = () => ({ status: 429, headers: { 'retry-after': '10' } });

const order = (selection: string, id = '7') => `{ order(shop: "shop", orderId: "${id}") { ${selection} } }`;
const calledGateways = (): readonly string[] => server.stubGateway.take().map((request) => gatewayOf(request).type);
const refuse =
  (gateway: GatewayCase, code: number, words: string): Responder =>
  () => ({ body: JSON.stringify(gateway.refuse(code, words)) });

test('only the preferred gateway is called when it answers', async () => {
  await start([VV_TOOL, DAMAIJIA168]);
  const { data } = await server.query(order('gateway view items { name }'));
  expect(data?.order).toEqual({ gateway: 'VV_TOOL', view: 'SELLER', items: [{ name: '大衣' }] });
  expect(calledGateways()).toEqual(['VV_TOOL']);
});

describe('failover to the next gateway', () => {
  test.each<readonly [string, Responder]>([
    ['is down', () => ({ status: 503 })],
    ['resets the connection', (_request, response) => void response.socket?.resetAndDestroy()],
    ['never replies', () => undefined],
    ['replies with a page', () => ({ body: '<html>' })],
    ['throttles', () => ({ status: 429 })],
    ['has no calls left', refuse(VV_TOOL, 204, 'API 调用次数不足')],
    ['is not entitled', refuse(VV_TOOL, 204, '无该接口权限')],
    ['does not support the call', refuse(VV_TOOL, 203, '暂不支持当前接口')],
  ])('failover calls the next gateway when the preferred one %s, and Order.gateway names it', async (_what, fate) => {
    await start([VV_TOOL, DAMAIJIA168]);
    respondWith({ VV_TOOL: fate });
    const { data, errors, plan } = await server.query(order('gateway view stale items { name }'));
    expect(errors).toEqual([]);
    expect(data?.order).toEqual({ gateway: 'DAMAIJIA168', view: 'BUYER', stale: false, items: [{ name: '大衣' }] });
    expect(calledGateways()).toEqual(['VV_TOOL', 'DAMAIJIA168']);
    expect(plan?.orders).toMatchObject([{ gateway: 'DAMAIJIA168', attempts: 2, cache: 'MISS' }]);
  });

  test('failover goes through three gateways until one answers', async () => {
    await start([VV_TOOL, FW199, DAMAIJIA168]);
    respondWith({ VV_TOOL: DOWN, FW199: refuse(FW199, 5, '次数不足') });
    const { data, errors } = await server.query(order('gateway'));
    expect([errors, data]).toEqual([[], { order: { gateway: 'DAMAIJIA168' } }]);
  });

  test('failover does not wait for a gateway that throttles with Retry-After', async () => {
    await start([VV_TOOL, DAMAIJIA168], { retries: 2 });
    respondWith({ VV_TOOL: quiet });
    for (const id of ['7', '8']) {
      const { data, ms } = await server.query(order('gateway', id));
      expect(data).toEqual({ order: { gateway: 'DAMAIJIA168' } });
      expect(ms).toBeLessThan(5000);
    }
    expect(calledGateways()).toEqual(['VV_TOOL', 'DAMAIJIA168', 'DAMAIJIA168']);
  });

  test('failover skips a gateway whose circuit is open', async () => {
    await start([VV_TOOL, DAMAIJIA168]);
    respondWith({ VV_TOOL: DOWN });
    const refs = refsOf(
      'shop',
      Array.from({ length: 12 }, (_nothing, index) => 1 + index),
    );
    expect((await server.query(ordersQuery('gateway'), { variables: { refs } })).errors).toEqual([]);
    calledGateways();
    const { data } = await server.query(order('gateway', '99'));
    expect(data).toEqual({ order: { gateway: 'DAMAIJIA168' } });
    expect(calledGateways()).toEqual(['DAMAIJIA168']);
  });

  test('failover leaves time for the next gateway within the deadline of the request', async () => {
    await start([VV_TOOL, DAMAIJIA168], { retries: 2, deadlines: { callMs: 400, requestMs: 700 } });
    respondWith({ VV_TOOL: SILENT });
    const { data } = await server.query(order('gateway'));
    expect(data).toEqual({ order: { gateway: 'DAMAIJIA168' } });
    expect(calledGateways()).toEqual(['VV_TOOL', 'DAMAIJIA168']);
  });
});

describe('faults without failover', () => {
  test.each<readonly [string, Responder, string]>([
    ['there is no such order', refuse(VV_TOOL, 100, '请求参数错误:订单不存在'), 'ORDER_NOT_FOUND'],
    ['the request is bad', refuse(VV_TOOL, 100, '请求参数错误'), 'UPSTREAM_BAD_REQUEST'],
    ['the shop is not authorized', refuse(VV_TOOL, 302, '未授权店铺'), 'SHOP_NOT_AUTHORIZED'],
    ['the account is unknown', refuse(VV_TOOL, 103, '旺旺账号不存在'), 'SHOP_NOT_FOUND'],
  ])('failover does not call the next gateway when %s', async (_what, fate, code) => {
    await start([VV_TOOL, DAMAIJIA168]);
    respondWith({ VV_TOOL: fate });
    const { data, errors } = await server.query(order('gateway'));
    expect(data).toEqual({ order: null });
    expect(errors[0]?.extensions).toMatchObject({ code, gateway: 'VV_TOOL', shop: 'shop', orderId: '7' });
    expect(calledGateways()).toEqual(['VV_TOOL']);
  });

  test('failover does not call the next gateway when the client has disconnected', async () => {
    await start([VV_TOOL, DAMAIJIA168], { deadlines: { callMs: 8000 } });
    respondWith({ VV_TOOL: SILENT });
    await server.query(order('gateway'), { signal: AbortSignal.timeout(150) }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(calledGateways()).toEqual(['VV_TOOL']);
  });
});

test('the fault of the preferred gateway is reported when all gateways fail', async () => {
  await start([VV_TOOL, DAMAIJIA168]);
  respondWith({ VV_TOOL: DOWN, DAMAIJIA168: refuse(DAMAIJIA168, 204, '次数不足') });
  const { errors } = await server.query(order('gateway'));
  expect(errors[0]?.extensions).toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    gateway: 'VV_TOOL',
    upstreamCode: '503',
    shop: 'shop',
    orderId: '7',
  });
  expect(calledGateways()).toEqual(['VV_TOOL', 'DAMAIJIA168']);
});

test('a request that ends at its deadline names the gateway that was being called then', async () => {
  await start([VV_TOOL, DAMAIJIA168], { deadlines: { callMs: 8000, requestMs: 400 } });
  respondWith({ VV_TOOL: DOWN, DAMAIJIA168: SILENT });
  const { errors } = await server.query(order('gateway'));
  expect(errors[0]?.extensions).toMatchObject({ code: 'DEADLINE_EXCEEDED', gateway: 'DAMAIJIA168', orderId: '7' });
});

describe('fields that only some gateways document', () => {
  const SELLER_ONLY = order('gateway items { barcode }');

  test('a field that the preferred gateway lacks is fetched from the gateway that documents it', async () => {
    await start([DAMAIJIA168, VV_TOOL]);
    expect((await server.query(order('gateway status'))).data?.order?.gateway).toBe('DAMAIJIA168');
    const { data, errors } = await server.query(SELLER_ONLY);
    expect([errors, data?.order?.gateway]).toEqual([[], 'VV_TOOL']);
    expect(calledGateways()).toEqual(['DAMAIJIA168', 'VV_TOOL']);
    // What the other has sent stays good for what it documents.
    expect((await server.query(order('gateway status'))).data?.order?.gateway).toBe('DAMAIJIA168');
    expect(calledGateways()).toEqual([]);
  });

  test('a field that a gateway lacks is served neither from its cached document nor from its call in flight', async () => {
    await start([DAMAIJIA168, VV_TOOL]);
    const slowly: Responder = (request, response) => {
      setTimeout(() => response.end(answerOf(gatewayOf(request), request)), 100);
      return undefined;
    };
    respondWith({ DAMAIJIA168: slowly, VV_TOOL: slowly });
    const [one, other] = await Promise.all([server.query(order('gateway status')), server.query(SELLER_ONLY)]);
    expect([one?.data?.order?.gateway, other?.data?.order?.gateway]).toEqual(['DAMAIJIA168', 'VV_TOOL']);
  });

  test('the gateway that lacks a field is called when the one that documents it is down', async () => {
    await start([DAMAIJIA168, VV_TOOL]);
    respondWith({ VV_TOOL: DOWN });
    const { data, errors } = await server.query(order('gateway items { name barcode }'));
    expect(errors).toEqual([]);
    expect(data?.order).toEqual({ gateway: 'DAMAIJIA168', items: [{ name: '大衣', barcode: null }] });
    expect(calledGateways()).toEqual(['VV_TOOL', 'DAMAIJIA168']);
  });

  test('the preferred gateway is called for a field that no gateway documents', async () => {
    await start([VV_TOOL, DAMAIJIA168]);
    const nobodys = 'gateway platformOrder { ... on Alibaba1688Order { encryptedOrigin { __typename } } }';
    const { data, errors } = await server.query(order(nobodys));
    expect([errors, data?.order?.gateway]).toEqual([[], 'VV_TOOL']);
    expect(calledGateways()).toEqual(['VV_TOOL']);
  });
});

describe('cache of a shop with several gateways', () => {
  test('the cached document of the next gateway is served while it covers the query, then the preferred one is called', async () => {
    stopCalendar();
    await start([VV_TOOL, DAMAIJIA168]);
    respondWith({ VV_TOOL: DOWN });
    await server.query(order('gateway'));
    respondWith({});
    calledGateways();
    const kept = await server.query(order('gateway view'));
    expect(kept.data?.order).toEqual({ gateway: 'DAMAIJIA168', view: 'BUYER' });
    expect(kept.plan?.orders).toMatchObject([{ cache: 'HIT', gateway: 'DAMAIJIA168' }]);
    // Missing subtrees come from the preferred gateway, with all others: documents of two gateways are not merged.
    const more = await server.query(order('gateway items { name } invoice { title }'));
    expect(more.data?.order).toEqual({
      gateway: 'VV_TOOL',
      items: [{ name: '大衣' }],
      invoice: { title: 'Sentinel Ltd' },
    });
    expect(calledGateways()).toEqual(['VV_TOOL']);
  });

  test('the newest stale document of any gateway is served when all gateways are down', async () => {
    stopCalendar();
    await start([VV_TOOL, DAMAIJIA168]);
    await server.query(order('gateway'));
    pass(60);
    respondWith({ VV_TOOL: DOWN });
    await server.query(order('gateway'));
    pass(60);
    respondWith({ VV_TOOL: DOWN, DAMAIJIA168: DOWN });
    const { data, errors } = await server.query(order('gateway stale'));
    expect([errors, data]).toEqual([[], { order: { gateway: 'DAMAIJIA168', stale: true } }]);
  });
});
