// Compiled or not, an operation is answered with the same bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schema } from '../../src/query/schema.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { allFields } from '../support/allFields.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';

const folder = new URL('../../schema/operations/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));

let sandbox: Sandbox;
let interpreted: Graphql;
let compiled: Graphql;
let usual: Graphql;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 1_000 });
  const shops = demoShops(sandbox.url).map((shop) => ({
    ...shop,
    gateways: shop.gateways.map((gateway) => ({ ...gateway, requestsPerSecond: 1_000 })),
  }));
  const start = (compileAfter?: number) =>
    startGraphql({ settings: { shops }, ...(compileAfter === undefined ? {} : { compileAfter }) });
  [interpreted, compiled, usual] = await Promise.all([start(Number.POSITIVE_INFINITY), start(0), start()]);
});
afterAll(async () => {
  await Promise.all([interpreted, compiled, usual].map((graphql) => graphql?.close()));
  await sandbox?.close();
});

/** What no two answers share: when the gateway was asked, and how the request is called. */
const settled = (text: string): string =>
  text
    .replace(/"(fetchedAt|lastSuccessAt|lastFailureAt|repliedAt)":"[^"]*"/g, '"$1":"…"')
    .replace(/"requestId":"[^"]*"/g, '"requestId":"…"');

async function bothWays(query: string, variables?: Part): Promise<string> {
  const [one, other] = await Promise.all([interpreted.query(query, variables), compiled.query(query, variables)]);
  expect(other.status).toBe(one.status);
  expect(settled(other.text)).toBe(settled(one.text));
  return one.text;
}

test.each(names)('the example %s', async (name) => {
  const read = (extension: string): string => readFileSync(new URL(`${name}${extension}`, folder), 'utf8');
  const variables = readdirSync(folder).includes(`${name}.variables.json`) ? read('.variables.json') : '{}';
  expect(await bothWays(read('.graphql'), JSON.parse(variables))).toContain('"data":{');
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
])('every field of an order of %s', async (shop, orderId) => {
  expect(await bothWays(`{ order(shop: "${shop}", orderId: "${orderId}") ${ALL} }`)).not.toContain('"errors"');
});

describe('what fails', () => {
  const refs = (...ids: readonly string[]) => ({ refs: ids.map((orderId) => ({ shop: 'mill', orderId })) });

  test.each<[string, string, Part]>([
    ['a gateway’s refusal', '{ order(shop: "mill", orderId: "100000000000000204") { status } }', {}],
    [
      'one order among others',
      'query Q($refs: [OrderRef!]!) { orders(refs: $refs) { orderId items { name } } }',
      refs('2198111437768747370', '100000000000000302', '3100000000000747370'),
    ],
    ['a rule of an argument', '{ order(shop: "mill", orderId: "x") { status } }', {}],
    ['a rule inside a list', 'query Q($refs: [OrderRef!]!) { orders(refs: $refs) { status } }', refs('1', 'x')],
    ['a variable of another type', 'query Q($id: ID!) { node(id: $id) { id } }', { id: { a: 1 } }],
    ['a variable that is missing', 'query Q($id: ID!) { node(id: $id) { id } }', {}],
    ['no such shop', '{ a: order(shop: "mall", orderId: "1") { id status } b: shops { id } }', {}],
  ])('%s', async (_what, query, variables) => {
    expect(await bothWays(query, variables)).toContain('"errors":[{');
  });
});

test('conditions, aliases and defaults of variables', async () => {
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
  const [withStatus, without] = [await bothWays(query), await bothWays(query, { with: false, keys: ['a'] })];
  expect(withStatus).toContain('"status"');
  expect(without).not.toContain('"status"');
  expect(without).toContain('"items"');
});

test('the first times are interpreted, the third is compiled, and nobody sees it', async () => {
  const query = '{ order(shop: "mill", orderId: "3100000000000747370") { status items { name quantity } } }';
  const texts = new Set<string>();
  for (let time = 0; time < 5; time += 1) texts.add((await usual.query(query)).text);
  expect(texts.size).toBe(1);
});
