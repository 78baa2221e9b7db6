// Tests that a client that keeps objects by their ids shows each person where that person was answered.
import { InMemoryCache } from '@apollo/client';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLNamedType, parse, print } from 'graphql';
import { schema } from '../../src/query/schema.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { newCache } from '../clients/cache.js';
import { allFields } from '../support/allFields.js';
import { demoShopsWithoutPace } from '../support/demoShops.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { bearer, post } from '../support/twoShops.js';

const COUNT = 8;

const refs = sandboxGateways.flatMap(({ shop, documented, syntheticId }) => {
  const synthetic = Array.from({ length: COUNT }, (_, index) => syntheticId(index));
  return [...synthetic, ...Object.keys(documented)].map((orderId) => ({ shop: shop.id, orderId }));
});

const apiKeys = [
  { key: 'office-key', name: 'office', shops: ['*'], scopes: ['orders:read', 'orders:raw', 'pii:read'] },
  { key: 'screen-key', name: 'screen', shops: ['*'], scopes: ['orders:read', 'orders:raw'] },
];

let sandbox: Sandbox;
let graphql: Graphql;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  const shops = demoShopsWithoutPace(sandbox.url);
  const limits = { maxCost: 100_000_000, maxAliases: 10_000 };
  const deadlines = { callMs: 60_000, requestMs: 60_000 };
  graphql = await startGraphql({ settings: { shops, limits, deadlines, auth: { apiKeys } } });
});
afterAll(async () => {
  await graphql.close();
  await sandbox.close();
});

const documentOf = (without: readonly string[]) => {
  const order = allFields(schema.getType('Order') as GraphQLNamedType, new Set(without));
  return addTypenameToDocument(parse(`query($refs: [OrderRef!]!) { orders(refs: $refs) ${order} }`));
};

/** What was answered, and what a cache shows of it. */
async function answeredAndShown(who: 'office' | 'screen', cache: InMemoryCache, without: readonly string[] = []) {
  const query = documentOf(without);
  const variables = { refs };
  const { data, errors } = await graphql.send(post(bearer(`${who}-key`), print(query), variables));
  expect(errors).toEqual([]);
  expect(data?.orders).toHaveLength(refs.length);
  cache.writeQuery({ query, variables, data: data as unknown as Part });
  return { answered: data, shown: cache.readQuery({ query, variables }) };
}

test('Apollo Client’s default cache shows callers without pii:read the people who were answered', async () => {
  // A promotion is one and the same in several orders, and has terms of its own in each.
  const { answered, shown } = await answeredAndShown('screen', new InMemoryCache(), ['promotions']);
  expect(shown).toEqual(answered);
}, 60_000);

test.each(['office', 'screen'] as const)(
  'the cache of the guide shows the %s all that was answered',
  async (who) => {
    const { answered, shown } = await answeredAndShown(who, newCache());
    expect(shown).toEqual(answered);
  },
  60_000,
);

test('no two people have one id for callers without pii:read', async () => {
  const { data } = await graphql.send(
    post(
      bearer('screen-key'),
      'query($refs: [OrderRef!]!) { orders(refs: $refs) { buyer { id userId } seller { id userId } } }',
      { refs },
    ),
  );
  const orders = data?.orders as unknown as readonly { readonly buyer: Part | null; readonly seller: Part | null }[];
  const parties = orders.flatMap(({ buyer, seller }) => [buyer, seller]).filter((party) => party !== null);
  expect(parties.length).toBeGreaterThan(refs.length);
  expect(parties.filter(({ id, userId }) => id !== null || userId !== null)).toEqual([]);
});
