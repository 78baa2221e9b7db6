// Interpreted by Apollo or compiled, an operation is answered with the same bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrderImport } from '../../../src/orderIndex/import/types.js';
import { schema } from '../../../src/query/schema.js';
import { demoShops } from '../../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { allFields } from '../../support/allFields.js';
import { type Graphql, startGraphql } from '../../support/graphql.js';
import { openSqliteIndex } from '../../support/indexEngines.js';
import { served } from '../../support/indexedShops.js';
import type { Part } from '../../support/json.js';

const folder = new URL('../../../schema/operations/', import.meta.url);
const names = readdirSync(folder)
  // A subscription is never compiled.
  .filter((file) => file.endsWith('.graphql') && file !== 'order-changed.graphql')
  .map((file) => file.replace('.graphql', ''));

/** Each import would have another id. */
const IMPORT: OrderImport = {
  id: '1',
  accepted: 2,
  refused: [],
  done: 0,
  failed: 0,
  state: 'RUNNING',
  expectedAt: null,
};

let sandbox: Sandbox;
let index: Awaited<ReturnType<typeof openSqliteIndex>>;
let graphql: Graphql;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 1_000 });
  index = await openSqliteIndex();
  const shops = demoShops(sandbox.url).map((shop) => ({
    ...shop,
    gateways: shop.gateways.map((gateway) => ({ ...gateway, requestsPerSecond: 1_000 })),
  }));
  graphql = await startGraphql({
    settings: { shops, limits: { costPerMinute: 1_000_000 } },
    compileAfter: 1,
    index: () => served(index),
    imports: () => ({ start: async () => IMPORT, find: async () => IMPORT, close: async () => {} }),
  });
});
afterAll(async () => {
  await graphql?.close();
  await index?.close();
  await sandbox?.close();
});

/** What no two answers share: when a gateway was asked, how a request is called, and what is left of a minute. */
const settled = (text: string): string =>
  text
    .replace(/"(fetchedAt|lastSuccessAt|lastFailureAt|repliedAt)":"[^"]*"/g, '"$1":"…"')
    .replace(/"requestId":"[^"]*"/g, '"requestId":"…"')
    .replace(/"remaining":\d+/g, '"remaining":0');

/** The first time is interpreted, the second is compiled. */
async function bothTimes(query: string, variables?: Part): Promise<string> {
  const one = await graphql.query(query, variables);
  const other = await graphql.query(query, variables);
  expect(other.status).toBe(one.status);
  expect(settled(other.text)).toBe(settled(one.text));
  return one.text;
}

test.each(names)('the example %s is answered with the same bytes, interpreted or compiled', async (name) => {
  const read = (extension: string): string => readFileSync(new URL(`${name}${extension}`, folder), 'utf8');
  const variables = readdirSync(folder).includes(`${name}.variables.json`) ? read('.variables.json') : '{}';
  expect(await bothTimes(read('.graphql'), JSON.parse(variables))).toContain('"data":{');
});

const order = schema.getType('Order');
if (order === undefined) throw new Error('The schema has no Order.');
const ALL = allFields(order, new Set(['platformOrder']));

test.each([
  ['mill', '2198111437768747370'],
  ['buyer', '4355875836205969811'],
  ['depot', '58218860983545941'],
  ['flagship', '2231958349'],
  ['overseas', '82186657375804'],
  ['maker', '2198765432109876520'],
])('every field of an order of the shop %s has the same bytes, interpreted or compiled', async (shop, orderId) => {
  expect(await bothTimes(`{ order(shop: "${shop}", orderId: "${orderId}") ${ALL} }`)).not.toContain('"errors"');
});

describe('failing operations', () => {
  const refs = (...ids: readonly string[]) => ({ refs: ids.map((orderId) => ({ shop: 'mill', orderId })) });

  test.each<[string, string, Part]>([
    ['an order that the gateway refuses', '{ order(shop: "mill", orderId: "100000000000000204") { status } }', {}],
    [
      'one failing order among others',
      'query Q($refs: [OrderRef!]!) { orders(refs: $refs) { orderId items { name } } }',
      refs('2198111437768747370', '100000000000000302', '3100000000000747370'),
    ],
    ['an invalid argument', '{ order(shop: "mill", orderId: "x") { status } }', {}],
    [
      'an invalid argument in a list',
      'query Q($refs: [OrderRef!]!) { orders(refs: $refs) { status } }',
      refs('1', 'x'),
    ],
    ['a variable of the wrong type', 'query Q($id: ID!) { node(id: $id) { id } }', { id: { a: 1 } }],
    ['a missing variable', 'query Q($id: ID!) { node(id: $id) { id } }', {}],
    ['an unknown shop', '{ a: order(shop: "mall", orderId: "1") { id status } b: shops { id } }', {}],
  ])('an operation with %s fails with the same bytes, interpreted or compiled', async (_what, query, variables) => {
    expect(await bothTimes(query, variables)).toContain('"errors":[{');
  });
});

test('a compiled operation obeys conditions, aliases and defaults of variables', async () => {
  const query = `query Q($with: Boolean! = true, $id: ID = "2198111437768747370", $keys: [String!]) {
    one: order(shop: "mill", orderId: $id) {
      status @include(if: $with)
      items @skip(if: $with) { name }
      attributes(keys: $keys) { key }
      ... on Order { platform __typename }
    }
    two: order(shop: "mill", orderId: $id) { ...More }
  }
  fragment More on Order { totals { total { amount } } }`;
  const [withStatus, without] = [await bothTimes(query), await bothTimes(query, { with: false, keys: ['a'] })];
  expect(withStatus).toContain('"status"');
  expect(without).not.toContain('"status"');
  expect(without).toContain('"items"');
});

test('a compiled operation decides conditions in fragments anew for each request', async () => {
  const query = `query Q($items: Boolean!, $count: Boolean!) {
    order(shop: "mill", orderId: "2198111437768747370") { orderId ...Lines }
  }
  fragment Lines on Order { items @include(if: $items) { itemId ...Count } }
  fragment Count on ProductItem { quantity @include(if: $count) }`;
  for (const [items, count] of [
    [false, true],
    [true, true],
    [true, false],
    [false, false],
    [true, true],
  ] as const) {
    const text = await bothTimes(query, { items, count });
    expect(text.includes('"itemId":"')).toBe(items);
    expect(/"quantity":"\d/.test(text)).toBe(items && count);
  }
});

test('a compiled operation costs as much of the budget and sends the same headers', async () => {
  const ask = () =>
    fetch(graphql.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: '{"query":"query Twice { order(shop: \\"mill\\", orderId: \\"2198111437768747370\\") { id status } }"}',
    });
  const [one, other] = [await ask(), await ask()];
  const remaining = ({ headers }: Response): number => Number(headers.get('ratelimit-remaining'));
  expect(remaining(one) - remaining(other)).toBe(103);
  const kept = ({ headers }: Response) =>
    [...headers].filter(([name]) => !/^(date|x-request-id|ratelimit-re|content-length)/.test(name));
  expect(kept(other)).toEqual(kept(one));
  expect(other.headers.get('content-type')).toMatch('application/graphql-response+json');
});

test('a member of the request that is null is treated as absent', async () => {
  const ask = async (body: string) =>
    (await graphql.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body })).text;
  const query = '"query":"query Left { order(shop: \\"mill\\", orderId: \\"2198111437768747370\\") { status } }"';
  const one = await ask(`{${query}}`);
  for (const rest of ['"variables":null', '"operationName":null,"extensions":null', '"variables":{}'])
    expect(settled(await ask(`{${query},${rest}}`))).toBe(settled(one));
});

test('a compiled operation is still refused when the hash of a persisted query stands beside its text', async () => {
  const query = 'query Hashed { order(shop: "mill", orderId: "2198111437768747370") { status } }';
  await bothTimes(query);
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  const body = JSON.stringify({ query, extensions });
  const { errors } = await graphql.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }]);
});

test('a short query that fragments expand to an enormous one is answered within two seconds', async () => {
  const fragments = Array.from(
    { length: 40 },
    (_, level) => `fragment F${level} on Order { ...F${level + 1} ...F${level + 1} }`,
  ).join(' ');
  const query = `{ order(shop: "mill", orderId: "2198111437768747370") { ...F0 } } ${fragments} fragment F40 on Order { id }`;
  const began = performance.now();
  await bothTimes(query);
  expect(performance.now() - began).toBeLessThan(2_000);
});
