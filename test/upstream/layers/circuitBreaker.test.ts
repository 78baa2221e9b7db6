// Tests that the circuit of a gateway that is down opens, is probed from time to time, and closes when the probe succeeds.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pass, startCalendar, stopCalendar } from '../../support/clock.js';
import { shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import type { Part } from '../../support/json.js';
import { ordersQuery, refsOf } from '../../support/sendQuery.js';
import type { Reply, Responder } from '../../support/stubGateway.js';
import { startTestServer, type TestServer } from '../../support/testServer.js';

let server: TestServer;
beforeEach(async () => {
  stopCalendar();
  const shops = (url: string) => ['shop', 'twin'].map((id) => ({ ...shopOf(VV_TOOL, url), id }));
  server = await startTestServer({ shops, settings: { retries: 0, deadlines: { callMs: 1500, requestMs: 5000 } } });
});
afterEach(async () => {
  startCalendar();
  await server.close();
});

let lastId = 0;
/** Queries new orders, and counts the errors and the calls. */
async function page(count: number, shop = 'shop') {
  const ids = Array.from({ length: count }, () => {
    lastId += 1;
    return lastId;
  });
  const answer = await server.query(ordersQuery('status'), { variables: { refs: refsOf(shop, ids) } });
  return {
    codes: answer.errors.map(({ extensions: { code } }) => code),
    errors: answer.errors,
    calls: server.calls().length,
  };
}
const times = (count: number, code: string): readonly string[] => Array<string>(count).fill(code);
const down =
  (reply: Reply | 'silence' = { status: 503 }): (() => Responder) =>
  () =>
  () =>
    reply === 'silence' ? undefined : reply;

async function circuits(): Promise<readonly unknown[]> {
  const { data } = await server.query('{ shops { gateways { health { circuit } } } }');
  const shops = data?.shops as unknown as readonly { gateways: readonly { health: Part }[] }[];
  return shops.map(({ gateways }) => gateways[0]?.health.circuit);
}

describe('closed circuit', () => {
  test.each<readonly [string, Reply | 'silence', string]>([
    ['errors', { status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['silence', 'silence', 'UPSTREAM_TIMEOUT'],
  ])('the circuit opens after ten calls that meet %s, for that shop alone', async (_what, reply, code) => {
    server.onCall(down(reply));
    expect(await page(9)).toMatchObject({ codes: times(9, code), calls: 9 });
    expect(await circuits()).toEqual(['CLOSED', 'CLOSED']);
    await page(1);
    expect(await circuits()).toEqual(['OPEN', 'CLOSED']);
    const { codes, errors, calls } = await page(5);
    expect({ codes, calls }).toEqual({ codes: times(5, 'CIRCUIT_OPEN'), calls: 0 });
    expect(errors[0]?.extensions).toMatchObject({
      gateway: 'VV_TOOL',
      shop: 'shop',
      orderId: expect.any(String),
      retryable: true,
      retryAfterMs: expect.any(Number),
    });
    expect((await page(1, 'twin')).codes).toEqual([code]);
  });

  test('the circuit stays closed while half of the calls succeed', async () => {
    server.onCall(({ orderId }) => (Number(orderId) % 2 === 0 ? undefined : down()()));
    await page(40);
    expect(await circuits()).toEqual(['CLOSED', 'CLOSED']);
  });

  test.each([
    ['an order that does not exist', VV_TOOL.refuse(100, '请求参数错误:订单不存在')],
    ['a bad request', VV_TOOL.refuse(100, '请求参数错误')],
    ['a lack of authorization', VV_TOOL.refuse(302, '未授权店铺')],
    ['a lack of calls', VV_TOOL.refuse(204, 'API 调用次数不足')],
    ['too many calls', VV_TOOL.refuse(429, '请求过于频繁')],
  ])('the circuit stays closed when every call is refused for %s', async (_what, envelope) => {
    server.onCall(down({ body: JSON.stringify(envelope) }));
    expect((await page(40)).calls).toBe(40);
    expect(await circuits()).toEqual(['CLOSED', 'CLOSED']);
    expect((await page(1)).calls).toBe(1);
  });

  test('the circuit stays closed when clients disconnect', async () => {
    server.onCall(down('silence'));
    for (let time = 0; time < 15; time += 1) {
      const query = `{ order(shop: "shop", orderId: "${9000 + time}") { status } }`;
      await server.query(query, { signal: AbortSignal.timeout(30) }).catch(() => undefined);
    }
    expect(await circuits()).toEqual(['CLOSED', 'CLOSED']);
  });
});

describe('open circuit', () => {
  const PROBE_AFTER_S = 30;
  beforeEach(async () => {
    server.onCall(down());
    await page(12);
    expect(await circuits()).toEqual(['OPEN', 'CLOSED']);
  });

  test('an open circuit lets a probe through after 30 s, and closes when it succeeds', async () => {
    pass(PROBE_AFTER_S);
    server.onCall(() => undefined);
    expect(await page(10)).toMatchObject({ codes: [], calls: 10 });
    expect(await circuits()).toEqual(['CLOSED', 'CLOSED']);
  });

  test('an open circuit stays open after a failed probe, without a second call', async () => {
    pass(PROBE_AFTER_S);
    const { codes, calls } = await page(10);
    expect(calls).toBe(1);
    expect([...codes].sort()).toEqual([...times(9, 'CIRCUIT_OPEN'), 'UPSTREAM_UNAVAILABLE']);
    expect(await circuits()).toEqual(['OPEN', 'CLOSED']);
  });

  test('the circuit is reported HALF_OPEN while the probe is in flight', async () => {
    pass(PROBE_AFTER_S);
    server.onCall(down('silence'));
    const probing = page(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await circuits()).toEqual(['HALF_OPEN', 'CLOSED']);
    await probing;
    expect(await circuits()).toEqual(['OPEN', 'CLOSED']);
  });

  test('a probe that is refused closes the circuit', async () => {
    pass(PROBE_AFTER_S);
    server.onCall(down({ body: JSON.stringify(VV_TOOL.refuse(100, '请求参数错误:订单不存在')) }));
    expect((await page(1)).codes).toEqual(['ORDER_NOT_FOUND']);
    expect(await circuits()).toEqual(['CLOSED', 'CLOSED']);
  });

  test('a probe whose client disconnects leaves the circuit open', async () => {
    pass(PROBE_AFTER_S);
    server.onCall(down('silence'));
    const query = '{ order(shop: "shop", orderId: "9999") { status } }';
    await server.query(query, { signal: AbortSignal.timeout(150) }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await circuits()).toEqual(['OPEN', 'CLOSED']);
  });
});
