// Tests the fault policy with every way that a gateway can fail, each on one order of a pair: the other order stands,
// the error names gateway and cause, and no more calls are made than the policy allows.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FAILURES } from '../support/failures.js';
import { expectNamed } from '../support/faults.js';
import { type GatewayCase, SECRET, shopOf, smallReply } from '../support/gateway.js';
import { TAOBAO_TOP } from '../support/gateways/taobaoTop.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { GATEWAYS } from '../support/gateways.js';
import { ordersQuery, type QueryResult, refsOf } from '../support/sendQuery.js';
import type { Responder } from '../support/stubGateway.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const GOOD = '4355875836205969811';
const BAD = '100000000000000001';

interface Kind {
  readonly what: string;
  readonly gateway: GatewayCase;
  readonly shop: string;
  readonly responder: Responder;
  readonly code: string;
  readonly retryable: unknown;
  readonly retryAfterMs: unknown;
}

/** Where gateways fail below their envelopes they fail alike, so two of them stand for all. */
const FAILING: readonly GatewayCase[] = [VV_TOOL, TAOBAO_TOP];

const KINDS: readonly Kind[] = GATEWAYS.flatMap((gateway) => {
  const failures = [...(FAILING.includes(gateway) ? FAILURES : []), ...gateway.failures];
  const failing = failures.map(({ what, code, also = {}, respondWith }) => ({
    what,
    code,
    retryable: also.retryable,
    retryAfterMs: also.retryAfterMs,
    responder: respondWith(gateway, BAD),
  }));
  const refusing = gateway.refusals.map(({ what, envelope, extensions }) => ({
    what,
    code: extensions.code,
    retryable: extensions.retryable,
    retryAfterMs: extensions.retryAfterMs,
    responder: () => ({ body: JSON.stringify(envelope) }),
  }));
  return [...failing, ...refusing].map((kind, index) => ({ ...kind, gateway, shop: `${gateway.type}-${index}` }));
});

/** By fault: the calls that may be made for an order that fails so each time, where the fault is retryable. */
const ALLOWED: Readonly<Record<string, number>> = {
  UPSTREAM_UNAVAILABLE: 3,
  UPSTREAM_THROTTLED: 3,
  UPSTREAM_TIMEOUT: 2,
  ORDER_ON_HOLD: 2,
};
const REQUEST_MS = 25_000;

const allowed = ({ code, retryable, retryAfterMs }: Kind): number =>
  retryable === false || Number(retryAfterMs ?? 0) >= REQUEST_MS ? 1 : (ALLOWED[code] ?? 1);

let server: TestServer;
const answers = new Map<string, QueryResult>();
const calls = new Map<string, string[]>();

beforeAll(async () => {
  const shops = (url: string) =>
    KINDS.map(({ gateway, shop }) => {
      const gateways = shopOf(gateway, url, { url: `${url}/${shop}` }).gateways;
      return { id: shop, name: shop, gateways };
    });
  server = await startTestServer({ shops, settings: { deadlines: { callMs: 3000, requestMs: REQUEST_MS } } });
  const kinds = new Map(KINDS.map((kind) => [kind.shop, kind]));
  server.stubGateway.respondWith((request, response) => {
    const kind = kinds.get(request.url.split(/[/?]/)[1] ?? '') as Kind;
    const { orderId } = kind.gateway.callOf(request);
    calls.set(kind.shop, [...(calls.get(kind.shop) ?? []), orderId]);
    return orderId === BAD ? kind.responder(request, response) : { body: smallReply(kind.gateway, orderId) };
  });
  const waiting = [...KINDS];
  // The first query of a server is slow while code is compiled.
  await server.query(ordersQuery('orderId items { name }'), { variables: { refs: refsOf(KINDS[0]?.shop ?? '', [7]) } });
  const client = async (): Promise<void> => {
    for (let kind = waiting.pop(); kind; kind = waiting.pop()) {
      const variables = { refs: refsOf(kind.shop, [BAD, GOOD]) };
      answers.set(kind.shop, await server.query(ordersQuery('orderId items { name }'), { variables }));
    }
  };
  await Promise.all(Array.from({ length: 24 }, client));
}, 180_000);
afterAll(() => server.close());

describe.each(GATEWAYS)('$type', (gateway) => {
  const kinds = KINDS.filter((kind) => kind.gateway === gateway);

  test('the gateway is tested with at least 28 failures', () => {
    expect(new Set(kinds.map(({ what }) => what)).size).toBeGreaterThanOrEqual(28);
  });

  test.each(kinds)('$what becomes $code, with the calls that the policy allows', (kind) => {
    const answer = answers.get(kind.shop) as QueryResult;
    expectNamed({ ...answer });
    expect(answer.data?.orders).toEqual([null, { orderId: GOOD, items: [{ name: '大衣' }] }]);
    expect(answer.errors.map(({ path }) => path)).toEqual([['orders', 0]]);
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: kind.code,
      gateway: gateway.type,
      shop: kind.shop,
      orderId: BAD,
      requestId: expect.any(String),
    });
    expect(answer.text).not.toContain(SECRET);
    const requestedIds = calls.get(kind.shop) ?? [];
    expect(requestedIds.filter((id) => id === GOOD)).toHaveLength(1);
    expect(requestedIds.filter((id) => id === BAD)).toHaveLength(allowed(kind));
    expect(answer.plan?.orders).toMatchObject([
      { orderId: BAD, attempts: allowed(kind) },
      { orderId: GOOD, attempts: 1 },
    ]);
  });
});

test('the server answers, with every circuit closed, after all of these failures', async () => {
  const shop = KINDS[0]?.shop as string;
  const { errors } = await server.query(`{ order(shop: "${shop}", orderId: "${GOOD}") { status } }`);
  expect(errors).toEqual([]);
  const { data } = await server.query('{ shops { gateways { health { circuit lastFault } } } }');
  expect(JSON.stringify(data)).not.toContain('OPEN');
});
