// Tests that every failure of a gateway is reported as a fault of the closed set, on its own order alone.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ENDLESS_FAILURES, PROMPT_FAILURES } from '../support/failures.js';
import { CLOSED_PORT, expectNamed } from '../support/faults.js';
import { type Failure, type GatewayCase, type Refusal, SECRET, shopOf, smallReply } from '../support/gateway.js';
import { DAMAIJIA168 } from '../support/gateways/damaijia168.js';
import { FW199 } from '../support/gateways/fw199.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { GATEWAYS, gatewayOf } from '../support/gateways.js';
import { type Answer, type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { lineStream } from '../support/lineStream.js';
import { type Responder, type StubGateway, startStubGateway } from '../support/stubGateway.js';

const BAD = '100000000000000001';
const GOOD = '4355875836205969811';

let stubGateway: StubGateway;
let graphql: Graphql;
let lines: string[] = [];
const stream = lineStream((line) => {
  lines.push(line);
});

beforeAll(async () => {
  stubGateway = await startStubGateway();
  const shops = GATEWAYS.flatMap((gateway) => [
    shopOf(gateway, stubGateway.url),
    { ...shopOf(gateway, CLOSED_PORT), id: `${gateway.type}-closed` },
  ]);
  graphql = await startGraphql({
    settings: { shops, deadlines: { callMs: 2_000 } },
    logger: { level: 'warn', stream },
  });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});

/** One order fails at each gateway, in this way. */
const fail = (responderOf: (gateway: GatewayCase) => Responder): void =>
  stubGateway.respondWith((request, response) => {
    const gateway = gatewayOf(request);
    const { orderId } = gateway.callOf(request);
    return orderId === BAD ? responderOf(gateway)(request, response) : { body: smallReply(gateway, orderId) };
  });

/** Asks for the order that fails between two that do not. */
async function askBetween({ type }: GatewayCase): Promise<Answer> {
  const refs = [GOOD, BAD, '7'].map((orderId) => ({ shop: type, orderId }));
  const answer = await graphql.query('query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId items { name } } }', {
    refs,
  });
  expectNamed(answer);
  expect(answer.data?.orders).toEqual([
    { orderId: GOOD, items: [{ name: '大衣' }] },
    null,
    { orderId: '7', items: [{ name: '大衣' }] },
  ]);
  expect(answer.errors.map(({ path }) => path)).toEqual([['orders', 1]]);
  return answer;
}

/** The same order fails in this way at each of the gateways, which is reported for each after a single call. */
async function expectReports(
  gateways: readonly GatewayCase[],
  { respondWith, code, also = {} }: Failure,
): Promise<void> {
  fail((gateway) => respondWith(gateway, BAD));
  const answers = await Promise.all(gateways.map(askBetween));
  const requests = stubGateway.take();
  for (const [index, gateway] of gateways.entries()) {
    const { type, callOf } = gateway;
    const extensions = answers[index]?.errors[0]?.extensions;
    const about = { gateway: type, shop: type, orderId: BAD };
    expect(extensions).toMatchObject({ code, ...about, retryable: expect.any(Boolean), ...also });
    expect(extensions?.requestId).toBeTruthy();
    const received = requests.filter((request) => gatewayOf(request) === gateway && callOf(request).orderId === BAD);
    expect(received.length).toBe(1);
  }
}

describe.each(GATEWAYS)('$type', (gateway) => {
  const { type, callOf, refuse, refusedId, refusals, failures } = gateway;

  const askAfter = (responder: Responder): Promise<Answer> => {
    fail(() => responder);
    return askBetween(gateway);
  };
  const extensionsOf = async (responder: Responder) => (await askAfter(responder)).errors[0]?.extensions;
  const about = { gateway: type, shop: type, orderId: BAD };

  beforeEach(() => stubGateway.respondWith((request) => ({ body: smallReply(gateway, callOf(request).orderId) })));
  afterEach(() => {
    stubGateway.take();
  });

  const requestId = refusedId ?? expect.stringMatching(/^[0-9a-f-]{36}$/);

  test.each(refusals)(
    'the refusal “$what” is reported with its fault, code and message',
    async ({ envelope, extensions }) => {
      const answer = await askAfter(() => ({ body: JSON.stringify(envelope) }));
      const { upstreamCode, upstreamMessage } = extensions;
      expect(answer.errors[0]?.message).toBe(`The gateway refused: ${upstreamMessage || upstreamCode}`);
      expect(answer.errors[0]?.extensions).toEqual({ ...about, requestId, ...extensions });
    },
  );

  test.each(refusals)(
    'the refusal “$what” is reported the same when its code is a string',
    async ({ envelope, extensions }) => {
      const body = JSON.stringify(envelope).replace(/"(code|status)":(-?\d+)/, '"$1":" $2"');
      expect(await extensionsOf(() => ({ body }))).toEqual({ ...about, requestId, ...extensions });
    },
  );

  test.each([...PROMPT_FAILURES, ...failures])('$what is reported as $code, on that order alone', (failure) =>
    expectReports([gateway], failure),
  );

  test('a refused connection is reported as UPSTREAM_UNAVAILABLE', async () => {
    const answer = await graphql.query(`{ order(shop: "${type}-closed", orderId: "1") { status } }`);
    expectNamed(answer);
    expect(answer.data).toEqual({ order: null });
    expect(answer.errors[0]).toMatchObject({
      message: 'The gateway cannot be reached (ECONNREFUSED).',
      path: ['order'],
      extensions: {
        code: 'UPSTREAM_UNAVAILABLE',
        gateway: type,
        shop: `${type}-closed`,
        orderId: '1',
        retryable: true,
      },
    });
  });

  test('every alias of an order that fails has its own error, after a single call', async () => {
    const [{ envelope, extensions }] = refusals as readonly [Refusal];
    stubGateway.respondWith(() => ({ body: JSON.stringify(envelope) }));
    const one = `order(shop: "${type}", orderId: "${BAD}")`;
    const { data, errors } = await graphql.query(
      `{ a: ${one} { status } b: ${one} { items { name } } known: ${one} { id } }`,
    );
    expect(errors.map(({ path, extensions: { code } }) => [path, code])).toEqual([
      [['a'], extensions.code],
      [['b'], extensions.code],
      [['known'], extensions.code],
    ]);
    expect(data).toEqual({ a: null, b: null, known: null });
    expect(stubGateway.take().length).toBe(1);
  });

  test.each([
    ['in its refusal', () => ({ body: JSON.stringify(refuse(100, `bad signature of ${SECRET}orderId1${SECRET}`)) })],
    ['in a refusal with HTTP 401', () => ({ status: 401, body: JSON.stringify(refuse(401, `unknown ${SECRET}`)) })],
    ['in a link', () => ({ body: JSON.stringify(refuse(302, `未授权 https://auth.example.com/?token=${SECRET}`)) })],
    ['in an HTML page', () => ({ status: 500, body: `<html>${SECRET}</html>` })],
    ['in a redirect', () => ({ status: 302, headers: { location: `/?${SECRET}` } })],
  ])('a secret that the gateway repeats %s is not sent to the client', async (_where, responder) => {
    const { text } = await askAfter(responder);
    expect(text).not.toContain(SECRET);
  });

  test('a reply is read when it is compressed, or begins with a byte order mark or white space', async () => {
    const { gzipSync } = await import('node:zlib');
    const body = smallReply(gateway, BAD);
    const asked = `{ order(shop: "${type}", orderId: "${BAD}") { status } }`;
    stubGateway.respondWith(() => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(body) }));
    expect(await graphql.query(asked)).toMatchObject({ data: { order: { status: 'AWAITING_SHIPMENT' } }, errors: [] });
    stubGateway.respondWith(() => ({ body: `\uFEFF${body}` }));
    expect(await graphql.query(asked)).toMatchObject({ data: { order: { status: 'AWAITING_SHIPMENT' } }, errors: [] });
    stubGateway.respondWith(() => ({ headers: { 'content-type': 'text/plain' }, body: ` \r\n${body}\n` }));
    expect(await graphql.query(asked)).toMatchObject({ data: { order: { status: 'AWAITING_SHIPMENT' } }, errors: [] });
  });
});

test.each(ENDLESS_FAILURES)('$what is reported as $code by every gateway, on that order alone', (failure) =>
  expectReports(GATEWAYS, failure),
);

describe.each([VV_TOOL, FW199, DAMAIJIA168])('$type', ({ type, refuse }) => {
  const link = 'https://auth.example.com/authorize?shop=1&state=a%20b';
  test.each([
    ['in the message', `未授权店铺,请使用以下链接授权: ${link}`, undefined],
    ['before Chinese punctuation', `未授权店铺(${link}),请扫码。`, undefined],
    ['beside the message', '未授权店铺', link],
    ['with escaped slashes', '未授权店铺', link.replaceAll('/', '\\/')],
  ])('an authorization link %s is reported as authorizeUrl', async (_where, message, beside) => {
    const { data: _data, ...rest } = refuse(302, message);
    const body = JSON.stringify(beside === undefined ? refuse(302, message) : { ...rest, data: { url: 'LINK' } });
    stubGateway.respondWith(() => ({ body: body.replace('LINK', beside ?? '') }));
    const { errors } = await graphql.query(`{ order(shop: "${type}", orderId: "${BAD}") { status } }`);
    expect(errors[0]?.extensions).toMatchObject({ code: 'SHOP_NOT_AUTHORIZED', authorizeUrl: link, retryable: false });
  });
});

test.each([
  ['a host of nobody’s', 'https://login.example.net/authorize?shop=1'],
  ['a host that only begins like one of the platform', 'https://auth.1688.com.example.net/authorize'],
  ['a host that only ends like one of the platform', 'https://not1688.com/authorize'],
  ['a host behind the name of a user', 'https://auth.1688.com@example.net/authorize'],
])('an authorization link to %s is left out, with a line in the log', async (_where, link) => {
  lines = [];
  stubGateway.respondWith(() => ({ body: JSON.stringify(VV_TOOL.refuse(302, `未授权店铺: ${link}`)) }));
  const { errors } = await graphql.query(`{ order(shop: "${VV_TOOL.type}", orderId: "${BAD}") { status } }`);
  expect(errors[0]?.extensions).toMatchObject({ code: 'SHOP_NOT_AUTHORIZED', retryable: false });
  expect(errors[0]?.extensions).not.toHaveProperty('authorizeUrl');
  expect(lines.join('')).toContain(
    'a link to authorize a shop leads to a host that is not the gateway’s, and is left out',
  );
});

test.each([
  [VV_TOOL, 'https://www.vv-tool.com/authorize?state=1'],
  [FW199, 'https://open.fw199.com/authorize?state=1'],
  [DAMAIJIA168, 'http://www.damaijia168.com/authorize?state=1'],
  [DAMAIJIA168, 'https://auth.1688.com/oauth/authorize?client_id=1'],
])('an authorization link to a host of $type or of its platform is given', async ({ type, refuse }, link) => {
  stubGateway.respondWith(() => ({ body: JSON.stringify(refuse(302, `未授权店铺: ${link}`)) }));
  const { errors } = await graphql.query(`{ order(shop: "${type}", orderId: "${BAD}") { status } }`);
  expect(errors[0]?.extensions).toMatchObject({ authorizeUrl: link });
});

test('the orders of other gateways are answered while one gateway is down', async () => {
  stubGateway.respondWith((request) => {
    const at = gatewayOf(request);
    return at === GATEWAYS[0] ? { status: 503 } : { body: smallReply(at, '7') };
  });
  const refs = GATEWAYS.map(({ type }) => ({ shop: type, orderId: '7' }));
  const answer = await graphql.query('query($refs: [OrderRef!]!) { orders(refs: $refs) { gateway } }', { refs });
  expectNamed(answer);
  expect(answer.errors.map(({ path }) => path)).toEqual([['orders', 0]]);
  expect(answer.data?.orders as unknown as readonly Part[]).toEqual(
    GATEWAYS.map(({ type }, index) => (index === 0 ? null : { gateway: type })),
  );
});
