// What operations cost, which ones are refused for it, and what the responses report.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { toGlobalId } from '../../../src/order/globalId.js';
import { shopOf, smallReply } from '../../support/gateway.js';
import { GATEWAYS } from '../../support/gateways.js';
import { type Graphql, startGraphql } from '../../support/graphql.js';
import type { Json, Part } from '../../support/json.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';

const [gateway] = GATEWAYS;
if (gateway === undefined) throw new Error('There is no gateway.');
const { type: shop, callOf } = gateway;

let stubGateway: StubGateway;
let graphql: Graphql | undefined;
const start = async (limits: Part = {}, redisUrl?: string): Promise<Graphql> => {
  graphql = await startGraphql({ settings: { shops: [shopOf(gateway, stubGateway.url)], limits }, redisUrl });
  return graphql;
};
beforeAll(async () => {
  stubGateway = await startStubGateway();
  stubGateway.respondWith((request) => ({ body: smallReply(gateway, callOf(request).orderId) }));
});
afterEach(async () => {
  await graphql?.close();
  graphql = undefined;
  stubGateway.take();
});
afterAll(() => stubGateway?.close());

interface Told {
  readonly requested: number;
  readonly limit: number;
  readonly remaining?: number;
}

async function ask(at: Graphql, query: string, variables: Part = {}) {
  const response = await fetch(at.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors, extensions } = (await response.json()) as {
    data?: Json;
    errors?: readonly { message: string; extensions: Part }[];
    extensions?: { cost?: Told };
  };
  return { response, data, errors, cost: extensions?.cost };
}

const order = (fields: string, id = '1') => `order(shop: "${shop}", orderId: "${id}") { ${fields} }`;
const REFS = 'query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId status } }';
const refs = (...ids: readonly string[]) => ({ refs: ids.map((orderId) => ({ shop, orderId })) });

describe('cost of an operation', () => {
  test.each<[string, string, Part, number]>([
    ['shops', '{ shops { id name } }', {}, 3],
    ['an order', `{ ${order('status')} }`, {}, 102],
    ['nested fields', `{ ${order('totals { total { amount } } paidAt')} }`, {}, 105],
    ['a list of an order, which counts for three', `{ ${order('items { name quantity }')} }`, {}, 108],
    ['a list within a list', `{ ${order('items { name options { __typename } }')} }`, {}, 117],
    ['a list in a fragment', `{ ${order('...f')} } fragment f on Order { items { name } }`, {}, 105],
    ['the gateway’s document, which counts for a hundred', `{ ${order('raw again: raw')} }`, {}, 303],
    ['attribute keys', `{ ${order('attributes(keys: ["a", "b", "a"]) { key }')} }`, {}, 107],
    [
      'attribute keys in variables',
      `query($keys: [String!]) { a: ${order('attributes(keys: $keys) { key }')} b: ${order('status', '2')} shops { id } }`,
      { keys: ['a', 'b', 'c'] },
      215,
    ],
    [
      'one order under ids of the caller’s own',
      `{ a: order(shop: "${shop}", orderId: "1", outOrderId: "x") { status } b: ${order('status')} }`,
      {},
      204,
    ],
    ['the gateways of shops', '{ shops { id gateways { type } } }', {}, 6],
    ['two orders', `{ a: ${order('status')} b: ${order('status', '2')} }`, {}, 204],
    ['one order twice', `{ a: ${order('status')} b: ${order('paidAt')} }`, {}, 104],
    [
      'one order by its number and its global id',
      `{ ${order('status')} node(id: "${toGlobalId({ shop, orderId: '1' })}") { id } }`,
      {},
      104,
    ],
    ['a list of orders', REFS, refs('1', '2', '3'), 307],
    ['a list with one order twice', REFS, refs('1', '2', '1'), 207],
    ['an empty list of orders', REFS, { refs: [] }, 1],
    ['two global ids', 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] }, 203],
    [
      'a fragment spread twice',
      `{ a: ${order('...f')} b: ${order('...f', '2')} } fragment f on Order { status paidAt }`,
      {},
      206,
    ],
    ['a fragment on Query', `{ ...f ...f } fragment f on Query { ${order('status')} }`, {}, 102],
    ['a skipped field', `{ ${order('status @skip(if: true)')} }`, {}, 102],
    [
      'an order whose id is the default of a variable',
      `query($id: ID! = "7") { order(shop: "${shop}", orderId: $id) { status } }`,
      {},
      102,
    ],
  ])(
    'a query for %s costs 100 points per distinct order, 1 per field and 1 per attribute key',
    async (_what, query, variables, requested) => {
      expect((await ask(await start(), query, variables)).cost).toEqual({ requested, limit: 300_000 });
    },
  );

  test('an operation above limits.maxCost is refused with its cost and the limit, and calls no gateway', async () => {
    const { response, data, errors, cost } = await ask(await start({ maxCost: 300 }), REFS, refs('1', '2', '3'));
    expect(response.status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: 'This costs 307 points, 100 for each of 3 orders and 1 for each of 7 fields; at most 300 are allowed.',
        extensions: { code: 'COST_LIMIT', retryable: false },
      },
    ]);
    expect(cost).toEqual({ requested: 307, limit: 300 });
    expect(stubGateway.take()).toEqual([]);
  });

  test('every example for 200 orders costs less than the default limit', async () => {
    const folder = new URL('../../../schema/operations/', import.meta.url);
    const at = await start();
    // A subscription is answered as an event stream, which tells no cost.
    const isPriced = (file: string): boolean => file.endsWith('.graphql') && file !== 'order-changed.graphql';
    for (const name of readdirSync(folder).filter(isPriced)) {
      const query = readFileSync(new URL(name, folder), 'utf8');
      const variables = new URL(name.replace('.graphql', '.variables.json'), folder);
      const given = query.includes('$') ? (JSON.parse(readFileSync(variables, 'utf8')) as Part) : {};
      const { cost } = await ask(at, query, given);
      const one = (cost?.requested ?? Number.NaN) / (Array.isArray(given.refs) ? given.refs.length : 1);
      expect([name, one * 200 < 300_000]).toEqual([name, true]);
    }
  });

  test('the playground’s introspection, and the longest one, cost less than the default limit', async () => {
    const at = await start();
    for (const query of [
      getIntrospectionQuery(),
      getIntrospectionQuery({
        schemaDescription: true,
        inputValueDeprecation: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
      }),
    ]) {
      const { errors, cost } = await ask(at, query);
      expect(errors).toBeUndefined();
      expect(cost?.requested).toBeGreaterThan(1_000);
    }
  });
});

describe('cost of introspection', () => {
  const requestedFor = async (query: string): Promise<number> =>
    (await ask(await start({ maxCost: 1_000_000_000 }), query)).cost?.requested ?? Number.NaN;

  test.each([
    ['a type of many fields', '{ __type(name: "Order") { fields { name description type { name kind } } } }'],
    ['types of fields of types', '{ __type(name: "Order") { fields { type { fields { name type { name } } } } } }'],
    ['what wraps a type', '{ __type(name: "Order") { fields { type { ofType { fields { name } } } } } }'],
    ['enums', '{ __type(name: "Gateway") { enumValues { name description } } }'],
    ['all types', '{ __schema { types { name fields { name args { name } } } } }'],
  ])('introspection of %s costs no less than a point for each field that it is answered with', async (_what, query) => {
    const { data } = await ask(await start(), query);
    const fields = JSON.stringify(data).match(/":/g)?.length ?? 0;
    expect(fields).toBeGreaterThan(10);
    await graphql?.close();
    expect(await requestedFor(query)).toBeGreaterThanOrEqual(fields);
  });

  test('fields of a type that lead to types again are COST_LIMIT before they are millions', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `a${index}: fields { name }`).join(' ');
    const { errors } = await ask(await start(), `{ __type(name: "Order") { fields { type { ${names} } } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'COST_LIMIT' } }]);
  });
});

describe('budget', () => {
  const QUERY = `{ ${order('status')} }`;

  test('every response reports the budget, and an operation beyond it is refused with Retry-After', async () => {
    const at = await start({ costPerMinute: 250 });
    const first = await ask(at, QUERY);
    expect(first.cost).toEqual({ requested: 102, limit: 250, remaining: 148 });
    expect(first.response.headers.get('ratelimit-limit')).toBe('250');
    expect(first.response.headers.get('ratelimit-remaining')).toBe('148');
    expect(Number(first.response.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
    await ask(at, QUERY);
    stubGateway.take();
    const third = await ask(at, QUERY);
    expect(third.response.status).toBe(429);
    expect(Number(third.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(third.errors).toMatchObject([
      {
        message: 'This costs 102 points; 46 are left of the 250 a minute.',
        extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: expect.any(Number) },
      },
    ]);
    expect(stubGateway.take()).toEqual([]);
    // What was refused took nothing: less can still be asked.
    expect((await ask(at, '{ shops { id } }')).cost).toEqual({ requested: 2, limit: 250, remaining: 44 });
  });

  test('an operation that costs more than the whole budget is refused with COST_LIMIT', async () => {
    const { errors } = await ask(await start({ costPerMinute: 100 }), QUERY);
    expect(errors).toMatchObject([{ extensions: { code: 'COST_LIMIT' } }]);
  });

  test('responses report no budget unless limits.costPerMinute is set', async () => {
    const { response, cost } = await ask(await start(), QUERY);
    expect([...response.headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([]);
    expect(cost).not.toHaveProperty('remaining');
  });

  describe('budget shared over Redis', () => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis?.close());

    /** Waits until each process has registered itself since all of them have. */
    async function hearOfEachOther(): Promise<void> {
      const [seconds, microseconds] = await redis.client.time();
      const now = Number(seconds) * 1_000 + Math.ceil(Number(microseconds) / 1_000);
      while ((await redis.client.zcount('ordergraph:processes', now, '+inf')) < 2) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }

    test('two servers share one budget over Redis, and each has its half while Redis is down', async () => {
      const one = await start({ costPerMinute: 250 }, redis.url);
      const other = await startGraphql({
        settings: { shops: [shopOf(gateway, stubGateway.url)], limits: { costPerMinute: 250 } },
        redisUrl: redis.url,
      });
      // Neither waits for its connection; the first queries do not count together then.
      const remaining = async (at: Graphql) => (await ask(at, '{ shops { id } }')).cost?.remaining ?? Number.NaN;
      let before = await remaining(one);
      while ((await remaining(other)) !== before - 2) before = await remaining(one);
      expect(await remaining(one)).toBe(before - 4);
      await hearOfEachOther();
      await redis.kill();
      for (const at of [one, other]) {
        // Half of the 250 are its own.
        expect((await ask(at, QUERY)).cost?.remaining).toBe(23);
        expect((await ask(at, QUERY)).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
      }
      await other.close();
    });
  });
});
