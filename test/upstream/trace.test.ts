// Tests the upstream plan: what a query cost upstream, reported on demand.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shopOf } from '../support/gateway.js';
import { FW199 } from '../support/gateways/fw199.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { gatewayOf } from '../support/gateways.js';
import { ordersQuery, refsOf } from '../support/sendQuery.js';
import { answerOf, startTestServer, type TestServer } from '../support/testServer.js';

let server: TestServer;
beforeEach(async () => {
  const shops = (url: string) => [
    { ...shopOf(VV_TOOL, url), id: 'shop' },
    { ...shopOf(FW199, url), id: 'buyer' },
  ];
  server = await startTestServer({ shops });
  server.stubGateway.respondWith((request) => ({ body: answerOf(gatewayOf(request), request) }));
});
afterEach(() => server.close());

const refs = [...refsOf('shop', [1, 2]), ...refsOf('buyer', [3])];

test('the plan reports gateway, cache, subtrees and cost of each order, and the totals', async () => {
  await server.query('{ order(shop: "shop", orderId: "1") { invoice { title } } }');
  const { errors, plan } = await server.query(ordersQuery('status invoice { title } receiver { city }'), {
    variables: { refs },
  });
  expect(errors).toEqual([]);
  const all = { joined: false, attempts: 1, waitedMs: expect.any(Number), totalMs: expect.any(Number) };
  expect(plan?.orders).toEqual([
    {
      ...all,
      shop: 'shop',
      orderId: '1',
      gateway: 'VV_TOOL',
      cache: 'PARTIAL',
      subtrees: ['NativeLogistics'],
      cost: '1',
    },
    {
      ...all,
      shop: 'shop',
      orderId: '2',
      gateway: 'VV_TOOL',
      cache: 'MISS',
      subtrees: ['NativeLogistics', 'OrderInvoice'],
      cost: '1',
    },
    {
      ...all,
      shop: 'buyer',
      orderId: '3',
      gateway: 'FW199',
      cache: 'MISS',
      subtrees: ['NativeLogistics', 'OrderInvoice'],
      cost: null,
    },
  ]);
  expect(plan?.totals).toMatchObject({ orders: 3, calls: 3, joined: 0, hits: 0, stale: 0, cost: '2' });
  const again = await server.query(ordersQuery('status'), { variables: { refs } });
  expect(again.plan?.totals).toMatchObject({ orders: 3, calls: 0, hits: 3, cost: '0' });
});

test('the plan reports how many attempts a failing order took', async () => {
  server.stubGateway.respondWith((request) =>
    VV_TOOL.callOf(request).orderId === '1' ? { status: 503 } : { body: answerOf(VV_TOOL, request) },
  );
  const { errors, plan } = await server.query(ordersQuery('status'), { variables: { refs: refsOf('shop', [1, 2]) } });
  expect(errors).toMatchObject([{ path: ['orders', 0], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  expect(plan?.orders).toMatchObject([
    { orderId: '1', attempts: 3, gateway: 'VV_TOOL', cost: null },
    { orderId: '2', attempts: 1 },
  ]);
  expect(plan?.totals).toMatchObject({ orders: 2, calls: 4 });
});

test('the plan is left out by default, and lists no order that needed no call', async () => {
  const { plan, text } = await server.query(ordersQuery('status'), { variables: { refs }, plan: false });
  expect(plan).toBeUndefined();
  expect(text).not.toContain('upstream');
  const known = await server.query(ordersQuery('id orderId'), { variables: { refs } });
  expect(known.plan).toMatchObject({ orders: [], totals: { orders: 0, calls: 0 } });
});
