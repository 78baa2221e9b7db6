// Tests what queries that are refused cost their callers.
import { afterEach, expect, test } from '@jest/globals';
import { bearer, startTwoShops, type TwoShops } from '../../support/twoShops.js';

const KEYS = ['one-caller-0123456789', 'other-caller-0123456789'];
const apiKeys = KEYS.map((key, at) => ({ key, name: `caller${at}`, shops: ['*'], scopes: ['orders:read'] }));

let server: TwoShops;
const start = async (costPerMinute?: number): Promise<void> => {
  const limits = costPerMinute === undefined ? {} : { costPerMinute };
  server = await startTwoShops({ settings: { auth: { apiKeys }, limits } });
};
afterEach(() => server?.close());

const ask = async (query: string, key = KEYS[0] as string, variables = {}) => {
  const response = await fetch(server.graphql.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: bearer(key) },
    body: JSON.stringify({ query, variables }),
  });
  const { errors, extensions } = (await response.json()) as {
    errors?: readonly { extensions: { code: string } }[];
    extensions?: { cost?: { remaining?: number } };
  };
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    remaining: extensions?.cost?.remaining,
    retryAfter: response.headers.get('retry-after'),
  };
};

const SHOPS = '{ shops { id } }';
const COST_OF_SHOPS = 2;

test.each([
  ['that is not valid', '{ shops { nothing } }', 6, 'GRAPHQL_VALIDATION_FAILED'],
  ['that is no GraphQL', '{ shops { id } } }', 7, 'GRAPHQL_PARSE_FAILED'],
  [
    'beyond a bound',
    `{ ${Array.from({ length: 501 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
    1505,
    'COST_LIMIT',
  ],
  ['whose variables are wrong', 'query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId } }', 23, 'BAD_USER_INPUT'],
])('a query %s costs a point for each of its tokens, each time', async (_what, query, tokens, code) => {
  await start(10_000);
  for (const times of [1, 2]) {
    expect(await ask(query)).toMatchObject({ code });
    const { remaining = 0 } = await ask(SHOPS);
    expect(10_000 - remaining).toBe(times * (tokens + COST_OF_SHOPS));
  }
});

test('a query that is answered costs nothing beside its price, the first time as well', async () => {
  await start(10_000);
  for (const times of [1, 2, 3]) expect((await ask(SHOPS)).remaining).toBe(10_000 - times * COST_OF_SHOPS);
});

test('who has no budget left is refused before the query is looked at, and others are not', async () => {
  await start(20);
  for (let time = 0; time < 3; time++) expect(await ask(`{ shops { no${time} } }`)).toMatchObject({ status: 400 });
  const refused = await ask('{ shops { no3 } }');
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(Number(refused.retryAfter)).toBeGreaterThan(0);
  expect(await ask(SHOPS, KEYS[1])).toMatchObject({ status: 200 });
});

test('a text of more tokens than the whole budget takes all of it', async () => {
  await start(10);
  expect(await ask(`{ shops { ${'nothing '.repeat(50)} } }`)).toMatchObject({ status: 400 });
  expect(await ask('{ shops { no } }')).toMatchObject({ status: 429 });
});

test('without a budget refused queries cost nothing', async () => {
  await start();
  for (let time = 0; time < 5; time++) expect(await ask('{ shops { nothing } }')).toMatchObject({ status: 400 });
  expect(await ask(SHOPS)).toMatchObject({ status: 200, remaining: undefined });
});
