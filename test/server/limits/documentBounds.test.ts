// Queries made to do harm: each is refused within a moment, and none reaches a gateway.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { LimitSettings } from '../../../src/config/settings.js';
import { createDocumentBounds } from '../../../src/server/limits/documentBounds.js';
import { cpuMsOf } from '../../support/cpuTime.js';
import { shopOf, smallReply } from '../../support/gateway.js';
import { GATEWAYS } from '../../support/gateways.js';
import { type Answer, type Graphql, startGraphql } from '../../support/graphql.js';
import type { Part } from '../../support/json.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';
import { turnsDuring } from '../../support/turns.js';

const [gateway] = GATEWAYS;
if (gateway === undefined) throw new Error('There is no gateway.');
const { type: shop, callOf } = gateway;

let stubGateway: StubGateway;
let graphql: Graphql;
beforeAll(async () => {
  stubGateway = await startStubGateway();
  stubGateway.respondWith((request) => ({ body: smallReply(gateway, callOf(request).orderId) }));
  graphql = await startGraphql({ settings: { shops: [shopOf(gateway, stubGateway.url)] } });
  // What is compiled at first use is compiled now.
  for (const query of Object.values(ATTACKS)) await graphql.query(query);
  stubGateway.take();
});
afterAll(async () => {
  await graphql?.close();
  await stubGateway?.close();
});
afterEach(() => {
  stubGateway.take();
});

/** Both ends of the call together, with room for a slow machine: the longest of these take 150, most take 5. */
const CPU_MS = 500;

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const order = (fields: string) => `order(shop: "${shop}", orderId: "1") { ${fields} }`;

/** Chains of fragments that spread the next one twice, and so on: 2^count fields in a few kilobytes. */
const doubling = (count: number, leaf: string) =>
  `${times(count, (index) => `fragment f${index} on Order { ...f${index + 1} ... on Order { ...f${index + 1} } }`)} fragment f${count} on Order { ${leaf} }`;

const ATTACKS: Readonly<Record<string, string>> = {
  'deeply nested fields': `{ __schema { types { ${'ofType { '.repeat(30)} name ${'} '.repeat(30)} } } }`,
  'fields nested deeply by fragments': `{ __schema { types { ...f0 } } } ${times(25, (index) => `fragment f${index} on __Type { ofType { ...f${index + 1} } }`)} fragment f25 on __Type { name }`,
  'deeply nested inline fragments': `{ ${order(`${'... on Order { '.repeat(1500)} id ${'} '.repeat(1500)}`)} }`,
  'brackets nested deeper than the call stack': `{ order(shop: ${'['.repeat(4500)}${']'.repeat(4500)}, orderId: "1") { id } }`,
  'brackets that never close': '{ a '.repeat(60_000),
  'many aliases': `{ ${times(3000, (index) => `a${index}: __typename`)} }`,
  'many aliases of one order': `{ ${times(400, (index) => `a${index}: ${order('status')}`)} ${times(200, (index) => `b${index}: __typename`)} }`,
  'aliases doubled by fragments': `{ ${order('...f0')} } ${doubling(12, 'a: id')}`,
  'fields doubled by fragments': `{ ${order('...f0')} } ${doubling(600, 'id')}`,
  'one field repeated 9900 times': `{ ${order('id '.repeat(9900))} }`,
  'an object repeated 2400 times': `{ shops { ${'gateways { type } '.repeat(2400)} } }`,
  'a list in a list repeated 1400 times': `{ ${order('logistics { shipments { id } } '.repeat(1400))} }`,
  'two names repeated as one': `{ ${order(times(2400, (index) => (index % 2 ? 'x: id' : 'x: orderId')))} }`,
  'long arguments repeated 280 times': `{ ${order(times(280, () => `attributes(keys: [${'"a" '.repeat(24)}]) { key }`))} }`,
  'fragments of one field side by side': `{ ${order(times(400, (index) => `...f${index}`))} } ${times(400, (index) => `fragment f${index} on Order { items { name } }`)}`,
  'fragments of different fields side by side': `{ ${order(times(900, (index) => `...f${index}`))} } ${times(900, (index) => `fragment f${index} on Order { a${index}: id }`)}`,
  'many operations over a chain of fragments': `${times(900, (index) => `query q${index} { ...f0 }`)} ${times(450, (index) => `fragment f${index} on Query { ...f${index + 1} }`)} fragment f450 on Query { __typename }`,
  'many fragments': `{ ${order(times(700, (index) => `...f${index}`))} } ${times(700, (index) => `fragment f${index} on Order { totals { total { amount } } }`)}`,
  'a fragment that spreads itself': `{ ${order('...f')} } fragment f on Order { ...f }`,
  'fragments that spread one another in a ring': `{ ${order('...f0')} } ${times(800, (index) => `fragment f${index} on Order { ...f${(index + 1) % 800} }`)}`,
  'fragments that each spread all others': `{ ${order('...f0')} } ${times(60, (index) => `fragment f${index} on Order { ${times(60, (other) => `...f${(index + other + 1) % 60}`)} }`)}`,
  'many directives': `{ shops { id ${'@skip(if: false) '.repeat(1400)} } }`,
  'many unknown directives': `{ shops { id ${'@x '.repeat(4900)} } }`,
  'many variables': `query(${times(2400, (index) => `$v${index}: ID`)}) { shops { id } }`,
  'many unknown fields': `{ ${times(9900, (index) => `orde${index}`)} }`,
  'many operations': times(2000, (index) => `query q${index} { __typename }`),
  'many comments': `#\n`.repeat(120_000),
  'a long name': `{ ${'a'.repeat(250_000)} }`,
  'a long string': `{ order(shop: "${'\\u0041'.repeat(40_000)}", orderId: "1") { id } }`,
  'deeply nested introspection': `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
  'introspection by aliases': `{ ${times(300, (index) => `a${index}: __schema { types { fields { type { fields { name type { name } } } } } }`)} }`,
  'introspection by a fragment': `{ ${times(300, (index) => `a${index}: __schema { ...f }`)} } fragment f on __Schema { types { fields { type { name } } } }`,
};

const REFUSALS = [
  'COST_LIMIT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
];

function expectRefusal({ status, data, errors, text }: Answer): void {
  expect(data ?? null).toBeNull();
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(errors).not.toEqual([]);
  for (const { extensions } of errors) expect(REFUSALS).toContain(extensions.code);
  expect(text).not.toMatch(/stack|node_modules/i);
  expect(text.length).toBeLessThan(300_000);
}

describe('hostile queries', () => {
  test.each(Object.entries(ATTACKS))(
    'a query with %s is refused quickly and calls no gateway',
    async (_what, query) => {
      const ms = await cpuMsOf(async () => expectRefusal(await graphql.query(query)), CPU_MS);
      expect(ms).toBeLessThan(CPU_MS);
      expect(stubGateway.take()).toEqual([]);
    },
  );
});

test.each([
  ['5,001 lines', '\n', 5_000],
  ['5,001 lines that end in CR', '\r', 5_000],
  ['50,000 lines that end in CRLF', '\r\n', 49_999],
])('a query of %s is COST_LIMIT: each of its errors would count them', async (_what, end, count) => {
  const { errors } = await graphql.query(`{${end.repeat(count)}${order('status')}}`);
  expect(errors).toMatchObject([
    { message: `Lines: ${count + 1} found, at most 5000 are allowed.`, extensions: { code: 'COST_LIMIT' } },
  ]);
  expect(stubGateway.take()).toEqual([]);
});

test('a query of 5,000 lines is answered', async () => {
  expect((await graphql.query(`{${'\r\n'.repeat(4_999)}${order('status')}}`)).errors).toEqual([]);
});

describe('hostile variables', () => {
  const ORDERS = 'query($refs: [OrderRef!]!) { orders(refs: $refs) { status } }';
  const NODES = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const nested = (depth: number): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < depth; level++) value = [value];
    return value;
  };

  test.each<[string, string, Part]>([
    ['many refs', ORDERS, { refs: Array.from({ length: 4000 }, (_, index) => ({ shop, orderId: String(index) })) }],
    ['many invalid refs', ORDERS, { refs: Array.from({ length: 20_000 }, () => ({})) }],
    [
      'a ref of 15,000 members',
      ORDERS,
      { refs: [Object.fromEntries(Array.from({ length: 15_000 }, (_, index) => [`m${index}`, 0]))] },
    ],
    ['deeply nested refs', ORDERS, { refs: nested(3000) }],
    ['deeply nested ids', NODES, { ids: nested(3000) }],
    ['a long id', NODES, { ids: ['9'.repeat(200_000)] }],
    ['one ref repeated 7000 times', ORDERS, { refs: Array.from({ length: 7000 }, () => ({ shop, orderId: '1' })) }],
    ['many ids', NODES, { ids: Array.from({ length: 50_000 }, () => '1') }],
  ])('a request with %s in its variables is refused quickly and calls no gateway', async (_what, query, variables) => {
    await graphql.query(query, variables);
    const ms = await cpuMsOf(async () => {
      const { status, errors } = await graphql.query(query, variables);
      expect(status).toBeLessThan(500);
      expect(errors).not.toEqual([]);
      for (const { extensions } of errors) expect(REFUSALS).toContain(extensions.code);
    }, CPU_MS);
    expect(ms).toBeLessThan(CPU_MS);
    expect(stubGateway.take()).toEqual([]);
  });

  test('variables nested deeper than the call stack cause no server error', async () => {
    const body = `{"query":"{ shops { id } }","variables":{"a":${'['.repeat(120_000)}${']'.repeat(120_000)}}}`;
    const { status } = await graphql.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(status).toBeLessThan(500);
  });
});

describe('a long text', () => {
  const long = `{ ${order(times(2_000, (index) => `a${index % 100}: status`))} }`;
  const check = (checkBounds: (text: string) => unknown, text: string): Promise<unknown> =>
    Promise.resolve(checkBounds(text)).catch((error: unknown) => error);

  test('is checked over several turns of the event loop, and a short one at once', async () => {
    const checkBounds = createDocumentBounds(new LimitSettings());
    const turns = await turnsDuring(async () => {
      expect(await check(checkBounds, long)).toMatchObject({ code: 'COST_LIMIT' });
    });
    expect(turns).toBeGreaterThanOrEqual(6);
    expect(checkBounds(`{ ${order('status')} }`)).toBeUndefined();
  });

  test('takes no step in a turn in which another takes one', async () => {
    const checkBounds = createDocumentBounds(new LimitSettings());
    const ofOne = await turnsDuring(() => check(checkBounds, long));
    const ofFive = await turnsDuring(() =>
      Promise.all(Array.from({ length: 5 }, (_, index) => check(checkBounds, `${long} # ${index}`))),
    );
    expect(ofFive).toBeGreaterThanOrEqual(4 * ofOne);
  });
});

describe('batches and repetition', () => {
  test('a batch of operations in one request is refused and calls no gateway', async () => {
    const body = JSON.stringify(Array.from({ length: 10 }, () => ({ query: `{ ${order('status')} }` })));
    const answer = await graphql.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expectRefusal(answer);
    expect(answer.errors[0]?.message).toMatch(/batching/i);
    expect(stubGateway.take()).toEqual([]);
  });

  test('a fragment spread 3000 times on one order needs one upstream call', async () => {
    const again = times(3000, () => '...f');
    const { errors } = await graphql.query(`{ ${order(again)} } fragment f on Order { id status }`);
    expect(errors).toEqual([]);
    expect(stubGateway.take()).toHaveLength(1);
  });
});
