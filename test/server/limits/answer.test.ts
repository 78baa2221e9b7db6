// What one answer may hold, whichever way its operation is executed.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../../src/order/globalId.js';
import { shopOf, smallReply } from '../../support/gateway.js';
import { GATEWAYS } from '../../support/gateways.js';
import { type Answer, type Graphql, startGraphql } from '../../support/graphql.js';
import type { Part } from '../../support/json.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';

const [gateway] = GATEWAYS;
if (gateway === undefined) throw new Error('There is no gateway.');
const { type: shop, callOf } = gateway;

let stubGateway: StubGateway;
let graphql: Graphql | undefined;
beforeAll(async () => {
  stubGateway = await startStubGateway();
  stubGateway.respondWith((request) => ({ body: smallReply(gateway, callOf(request).orderId) }));
});
afterEach(async () => {
  await graphql?.close();
  graphql = undefined;
});
afterAll(() => stubGateway?.close());

const KEY = 'a-key-of-a-dashboard';

const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
const one = (fields: string): string => `order(shop: "${shop}", orderId: "1") { ${fields} }`;

/** The answers to a query that comes three times: interpreted at first, then compiled, from memory or not. */
async function answersTo(query: string, variables: Part, limits: Part, more: Part = {}): Promise<readonly Answer[]> {
  graphql = await startGraphql({
    settings: { shops: [shopOf(gateway as (typeof GATEWAYS)[number], stubGateway.url)], limits, cache: {}, ...more },
    compileAfter: 1,
  });
  const answers: Answer[] = [];
  for (let run = 0; run < 3; run++) answers.push(await graphql.query(query, variables));
  return answers;
}

const ID = toGlobalId({ shop, orderId: '1' });

describe('too many values', () => {
  test.each<[string, string, Part]>([
    ['one order under many names', `{ ${aliases(40, one('id orderId status'))} }`, {}],
    ['one field of an order under many names', `{ ${one(aliases(120, 'status'))} }`, {}],
    ['the gateway’s document under many names', `{ ${one(aliases(40, 'raw'))} }`, {}],
    [
      'what only the platform documents under many names',
      `{ ${one(aliases(120, 'platformOrder { __typename }'))} }`,
      {},
    ],
    ['shops under many names', `{ ${aliases(40, 'shops { id name platform }')} }`, {}],
    [
      'one reference many times',
      'query($refs: [OrderRef!]!) { orders(refs: $refs) { id orderId status } }',
      { refs: Array.from({ length: 40 }, () => ({ shop, orderId: '1' })) },
    ],
    [
      'one id many times',
      'query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Order { orderId status } } }',
      { ids: Array.from({ length: 40 }, () => ID) },
    ],
    [
      'fragments inside one another',
      `{ ${one('...a')} } fragment a on Order { ${aliases(10, 'shop { ...b }')} } fragment b on Shop { ${aliases(10, 'name')} }`,
      {},
    ],
  ])('%s are stopped with COST_LIMIT, at first as later', async (_what, query, variables) => {
    for (const { errors, text } of await answersTo(query, variables, { maxAnswerValues: 100 })) {
      expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual(['COST_LIMIT']);
      expect(errors[0]?.message).toBe('The answer would hold more than 100 values; ask for less at once.');
      expect(text.length).toBeLessThan(20_000);
    }
  });

  test('what is within the limit is answered, at first as later', async () => {
    for (const { errors, data } of await answersTo(
      `{ ${aliases(24, one('id status orderId'))} }`,
      {},
      { maxAnswerValues: 100 },
    )) {
      expect(errors).toEqual([]);
      expect(Object.keys(data as object)).toHaveLength(24);
    }
  });
});

test('too many bytes are stopped with COST_LIMIT, at first as later', async () => {
  const query = `{ ${one(aliases(40, 'orderId'))} }`;
  for (const { errors } of await answersTo(query, {}, { maxAnswerBytes: 200 })) {
    expect(errors.map(({ message, extensions: { code } }) => [code, message])).toEqual([
      ['COST_LIMIT', 'The answer would hold more than 200 bytes; ask for less at once.'],
    ]);
  }
});

test('of a list the orders that still fit are answered, and the others are COST_LIMIT in their places', async () => {
  const refs = ['1', '2', '3'].map((orderId) => ({ shop, orderId }));
  const query = 'query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId } }';
  for (const { data, errors } of await answersTo(query, { refs }, { maxAnswerValues: 4 })) {
    expect(data).toEqual({ orders: [{ orderId: '1' }, { orderId: '2' }, null] });
    expect(errors.map(({ path, extensions: { code } }) => [path, code])).toEqual([[['orders', 2], 'COST_LIMIT']]);
  }
});

test('an error counts for more than a value, so that one request cannot have thousands of them made', async () => {
  const apiKeys = [{ key: KEY, shops: ['*'], scopes: ['orders:read'] }];
  graphql = await startGraphql({
    settings: { shops: [shopOf(gateway, stubGateway.url)], limits: { maxAnswerValues: 400 }, auth: { apiKeys } },
  });
  const send = (query: string) =>
    (graphql as Graphql).send({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query }),
    });
  const few = await send(`{ ${one(aliases(15, 'raw'))} }`);
  expect(few.errors.map(({ extensions: { code } }) => code)).toEqual(Array.from({ length: 15 }, () => 'FORBIDDEN'));
  const many = await send(`{ ${one(aliases(30, 'raw'))} }`);
  expect(many.errors.map(({ extensions: { code } }) => code)).toEqual(['COST_LIMIT']);
});

test('the text of a subgraph’s schema counts under each of its names', async () => {
  const query = `{ _service { ${aliases(20, 'sdl')} } }`;
  for (const { errors } of await answersTo(query, {}, { maxAnswerBytes: 1_000_000 }, { federation: true }))
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(['COST_LIMIT']);
});
