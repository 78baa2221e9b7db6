// Tests which faults the sandbox’s special orders of Taobao and AliExpress are reported as, over HTTP.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BUSINESS_ANSWERS, SYSTEM_FAILURES, TOP_FAILURES } from '../../src/sandbox/aliexpress/special.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { SPECIAL_TRADES } from '../../src/sandbox/taobao/special.js';
import { expectNamed } from '../support/faults.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import { meaningOf } from '../support/refusals/top.js';

let sandbox: Sandbox;
let graphql: Graphql;

beforeAll(async () => {
  sandbox = await startSandbox();
});
// A new one each time: so many failures open a gateway's circuit.
beforeEach(async () => {
  const shops = demoShops(sandbox.url).filter(({ id }) => id === 'flagship' || id === 'overseas');
  graphql = await startGraphql({ settings: { shops, limits: { maxOrders: 1000 } } });
});
afterEach(() => graphql.close());
afterAll(() => sandbox.close());

const REFUSALS = {
  flagship: SPECIAL_TRADES,
  overseas: { ...SYSTEM_FAILURES, ...TOP_FAILURES },
};

describe.each(['flagship', 'overseas'] as const)('shop %s', (shop) => {
  test('every special order is reported with the fault, code and message of its refusal', async () => {
    const refusals = Object.entries(REFUSALS[shop]);
    const answer = await graphql.query('query($refs: [OrderRef!]!) { orders(refs: $refs) { status } }', {
      refs: refusals.map(([orderId]) => ({ shop, orderId })),
    });
    expectNamed(answer);
    const faults = new Map(answer.errors.map(({ extensions }) => [extensions.orderId, extensions]));
    for (const [orderId, { code, msg, sub_code, sub_msg }] of refusals) {
      const ban = /last for (\d+)/.exec(sub_msg ?? '')?.[1];
      const extensions = faults.get(orderId);
      expect(extensions).toMatchObject({
        ...meaningOf(String(code), sub_code),
        shop,
        upstreamCode: sub_code ?? String(code),
        upstreamMessage: [msg, sub_msg].filter((text) => text !== undefined).join(': '),
        requestId: expect.stringMatching(/^sandbox\w{6}$/),
        ...(ban === undefined ? {} : { retryAfterMs: Number(ban) * 1000 }),
      });
      expect(meaningOf(String(code), sub_code)).toBeDefined();
    }
    expect(faults.size).toBe(refusals.length);
  }, 60_000);
});

test('result_success, not error_code, decides whether an AliExpress order is a fault', async () => {
  const ids = Object.keys(BUSINESS_ANSWERS);
  const { data, errors } = await graphql.query(
    'query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId status upstream { code } } }',
    { refs: ids.map((orderId) => ({ shop: 'overseas', orderId })) },
  );
  const codes = new Map(errors.map(({ extensions }) => [extensions.orderId, extensions.code]));
  expect(ids.map((id) => codes.get(id))).toEqual([
    'UPSTREAM_UNAVAILABLE',
    'ORDER_NOT_FOUND',
    'SHOP_NOT_FOUND',
    'UPSTREAM_UNAVAILABLE',
    'UPSTREAM_UNAVAILABLE',
    undefined,
  ]);
  expect(data?.orders?.[5]).toEqual({
    orderId: '1000000000000206',
    status: 'COMPLETED',
    upstream: { code: 'SYSTEM_ERROR' },
  });
});

test('a trade in history is ORDER_ARCHIVED, and the id of a line or of no order is ORDER_NOT_FOUND', async () => {
  const refs = [
    { shop: 'flagship', orderId: '2231958350' },
    { shop: 'flagship', orderId: '3200000000000531847' },
    { shop: 'overseas', orderId: '12' },
  ];
  const { errors } = await graphql.query('query($refs: [OrderRef!]!) { orders(refs: $refs) { status } }', { refs });
  expect(errors.map(({ extensions: { code, retryable } }) => [code, retryable])).toEqual([
    ['ORDER_ARCHIVED', false],
    ['ORDER_NOT_FOUND', false],
    ['ORDER_NOT_FOUND', false],
  ]);
});
