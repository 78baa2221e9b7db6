// Tests which failures are retried, how often and when.
import { afterEach, describe, expect, test } from '@jest/globals';
import { FW199 } from '../../support/gateways/fw199.js';
import { TAOBAO_TOP } from '../../support/gateways/taobaoTop.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { ordersQuery, refsOf } from '../../support/sendQuery.js';
import type { Reply } from '../../support/stubGateway.js';
import { startTestServer, type TestServer } from '../../support/testServer.js';

let server: TestServer;
afterEach(() => server.close());

const order = (id = '7') => `{ order(shop: "shop", orderId: "${id}") { status } }`;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Bad replies to the first so many calls of an order, and when each call came. */
function failFirst(count: number, reply: () => Reply | undefined, only?: string) {
  const times: number[] = [];
  server.onCall(({ orderId }, before) => {
    if (only !== undefined && orderId !== only) return undefined;
    times.push(performance.now());
    return before < count ? reply : undefined;
  });
  return { times, pauses: () => times.slice(1).map((at, index) => at - (times[index] ?? 0)) };
}

describe('pauses before retries', () => {
  test('pauses before retries are jittered and grow', async () => {
    server = await startTestServer();
    const { pauses } = failFirst(2, () => ({ status: 503 }));
    const { errors, plan } = await server.query(order());
    expect(errors).toEqual([]);
    expect(plan?.orders).toMatchObject([{ attempts: 3 }]);
    const [first = 0, second = 0] = pauses();
    expect(first).toBeGreaterThan(95);
    expect(first).toBeLessThan(2000);
    expect(second).toBeGreaterThan(195);
    expect(second).toBeLessThan(3000);
  });

  test('orders that fail together are retried at different times', async () => {
    server = await startTestServer();
    const { times } = failFirst(1, () => ({ status: 503 }));
    const refs = refsOf('shop', [1, 2, 3, 4, 5, 6]);
    expect((await server.query(ordersQuery('status'), { variables: { refs } })).errors).toEqual([]);
    const again = times.slice(6).sort((one, other) => one - other);
    expect(again).toHaveLength(6);
    expect((again.at(-1) ?? 0) - (again[0] ?? 0)).toBeGreaterThan(10);
  });

  test('Retry-After holds back the retry and every other call to the gateway', async () => {
    server = await startTestServer();
    const { pauses } = failFirst(1, () => ({ status: 429, headers: { 'retry-after': '1' } }), '7');
    const first = server.query(order());
    await wait(200);
    const other = await server.query(order('8'));
    expect(other.errors).toEqual([]);
    expect(other.ms).toBeGreaterThan(600);
    expect((await first).errors).toEqual([]);
    expect(pauses()).toHaveLength(1);
    expect(pauses()[0]).toBeGreaterThanOrEqual(1000);
    expect(pauses()[0]).toBeLessThan(5000);
  });

  test('a ban of TOP holds back the retry for the seconds that it names', async () => {
    server = await startTestServer({ gateway: TAOBAO_TOP });
    const error_response = {
      code: 7,
      msg: 'App Call Limited',
      sub_code: 'accesscontrol.limited-by-app-api-access-count',
      sub_msg: 'This ban will last for 1 more seconds',
    };
    const { pauses } = failFirst(1, () => ({ body: JSON.stringify({ error_response }) }));
    expect((await server.query(order())).errors).toEqual([]);
    expect(pauses()[0]).toBeGreaterThanOrEqual(1000);
  });

  test('a Retry-After beyond the deadline fails calls at once until the gateway may be called again', async () => {
    server = await startTestServer({ settings: { deadlines: { requestMs: 1500 } } });
    const { times } = failFirst(1, () => ({ status: 429, headers: { 'retry-after': '60' } }), '7');
    const first = await server.query(order());
    expect(first.errors[0]?.extensions).toMatchObject({
      code: 'UPSTREAM_THROTTLED',
      retryAfterMs: 60_000,
      upstreamCode: '429',
    });
    expect(first.ms).toBeLessThan(5000);
    server.calls();
    const second = await server.query(order('8'));
    expect(second.errors[0]?.extensions).toMatchObject({
      code: 'UPSTREAM_THROTTLED',
      gateway: 'VV_TOOL',
      shop: 'shop',
      orderId: '8',
      retryable: true,
      retryAfterMs: expect.any(Number),
    });
    expect(second.ms).toBeLessThan(5000);
    expect(times).toHaveLength(1);
    expect(server.calls()).toEqual([]);
    await wait(3000);
    expect((await server.query(order('8'))).errors).toEqual([]);
  });
});

describe('refusals without retry', () => {
  test.each([
    ['a refusal of an order that does not exist', VV_TOOL, VV_TOOL.refuse(100, '请求参数错误:订单不存在')],
    ['a refusal for lack of entitlement', VV_TOOL, VV_TOOL.refuse(204, '无该接口权限')],
    ['a refusal for lack of calls', FW199, FW199.refuse(1, 'API 调用次数不足')],
    ['a refusal for lack of authorization', VV_TOOL, VV_TOOL.refuse(302, '未授权店铺')],
    [
      'a refusal of an archived trade',
      TAOBAO_TOP,
      {
        error_response: {
          code: 15,
          msg: 'Remote service error',
          sub_code: 'isv.trade-not-exist',
          sub_msg: '交易不存在',
        },
      },
    ],
    ['a refusal of the signature', TAOBAO_TOP, { error_response: { code: 25, msg: 'Invalid signature' } }],
  ])('%s is not retried', async (_what, gateway, envelope) => {
    server = await startTestServer({ gateway });
    server.onCall(() => () => ({ body: JSON.stringify(envelope) }));
    const { errors } = await server.query(order());
    expect(errors[0]?.extensions.retryable).toBe(false);
    expect(server.calls()).toHaveLength(1);
  });
});

describe('the setting retries', () => {
  test.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [5, 3],
  ])('the setting retries: %d allows %d calls in all', async (retries, calls) => {
    server = await startTestServer({ settings: { retries } });
    server.onCall(() => () => ({ status: 503 }));
    expect((await server.query(order())).errors[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(server.calls()).toHaveLength(calls);
  });
});

test('the retry budget bounds retries in an outage to a fifth of all calls and ten more', async () => {
  server = await startTestServer();
  server.onCall(() => () => ({ status: 503 }));
  const page = (from: number) => ({
    variables: {
      refs: refsOf(
        'shop',
        Array.from({ length: 50 }, (_nothing, index) => 1 + from + index),
      ),
    },
  });
  const { errors } = await server.query(ordersQuery('status'), page(0));
  expect(errors).toHaveLength(50);
  expect(server.calls().length).toBeLessThanOrEqual(50 + 10 + 10);
  // By now its circuit is open as well.
  const more = await server.query(ordersQuery('status'), page(50));
  expect(new Set(more.errors.map(({ extensions: { code } }) => code))).toEqual(new Set(['CIRCUIT_OPEN']));
  expect(server.calls()).toEqual([]);
});

test('a call is not retried when the client has disconnected', async () => {
  server = await startTestServer();
  server.onCall(() => () => ({ status: 503 }));
  const client = new AbortController();
  const gone = server.query(order(), { signal: client.signal }).catch(() => undefined);
  while (server.calls().length === 0) await wait(5);
  client.abort();
  await gone;
  await wait(700);
  expect(server.calls()).toEqual([]);
});
