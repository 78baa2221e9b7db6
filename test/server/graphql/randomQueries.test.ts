// Thousands of random queries: what is compiled answers each with the bytes that Apollo answers it with.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schema } from '../../../src/query/schema.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { demoShopsWithoutPace } from '../../support/demoShops.js';
import { type Answer, type Graphql, startGraphql } from '../../support/graphql.js';
import { createRandomQueries, randomFrom } from '../../support/randomQueries.js';

const QUERIES = 2_000;
// The same for everyone, so that no run fails by chance; others are drawn by hand.
const SEED = Number(process.env.QUERY_SEED ?? 501_143);

let sandbox: Sandbox;
let interpreted: Graphql;
let compiled: Graphql;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  const shops = demoShopsWithoutPace(sandbox.url);
  const settings = { shops, cache: { openSeconds: 3_600 } };
  [interpreted, compiled] = await Promise.all([
    startGraphql({ settings, compileAfter: Number.POSITIVE_INFINITY }),
    startGraphql({ settings, compileAfter: 1 }),
  ]);
  // Both have the whole documents: one that is merged of several replies may have its members in another order.
  for (const server of [interpreted, compiled])
    expect((await server.query(`{ ${WHOLE.join(' ')} }`)).errors).toEqual([]);
});
afterAll(async () => {
  await interpreted?.close();
  await compiled?.close();
  await sandbox?.close();
});

const ROOTS = [
  'order(shop: "mill", orderId: "2198111437768747370")',
  'order(shop: "buyer", orderId: "4355875836205969811")',
  'order(shop: "depot", orderId: $id)',
  'order(shop: "flagship", orderId: "2231958349")',
  'order(shop: "overseas", orderId: "82186657375804")',
  'order(shop: "mill", orderId: "100000000000000204")',
  'orders(refs: $refs)',
  'nodes(ids: $ids)',
  'shops',
];

const ref = (shop: string, orderId: string) => ({ shop, orderId });
const nodeId = (shop: string, orderId: string) => Buffer.from(`Order\n${shop}\n${orderId}`).toString('base64url');
const VARIABLES = {
  id: { type: 'ID! = "58218860983545941"', values: ['58218860983545941', '100000000000000302', undefined] },
  refs: {
    type: '[OrderRef!]!',
    values: [
      [],
      [ref('mill', '2198111437768747370'), ref('flagship', '2231958349')],
      [ref('overseas', '82186657375804'), ref('mill', '100000000000000100'), ref('nowhere', '1')],
    ],
  },
  ids: {
    type: '[ID!]!',
    values: [[nodeId('mill', '2198111437768747370'), 'x'], [nodeId('overseas', '82186657375804')]],
  },
} as const;

const WHOLE = [
  ['mill', '2198111437768747370'],
  ['buyer', '4355875836205969811'],
  ['depot', '58218860983545941'],
  ['flagship', '2231958349'],
  ['overseas', '82186657375804'],
].map(([shop, orderId]) => `${shop}: order(shop: "${shop}", orderId: "${orderId}") { raw }`);

/** An answer without what no two have in common; errors of one answer may come in any order. */
function comparable(text: string): unknown {
  const { errors, ...rest } = JSON.parse(
    text
      .replace(
        /"(fetchedAt|lastSuccessAt|lastFailureAt|repliedAt|[ab]_(?:fetchedAt|lastSuccessAt|lastFailureAt|repliedAt))":"[^"]*"/g,
        '"$1":"…"',
      )
      .replace(/"((?:[ab]_)?(?:lastSuccessAt|lastFailureAt|lastFault|elapsedMs))":(?:null|"[^"]*"|\d+)/g, '"$1":"…"')
      .replace(/"((?:[ab]_)?requestId)":(?:"[^"]*"|null)/g, '"$1":"…"'),
  );
  const sorted = errors?.map((error: unknown) => JSON.stringify(error)).sort();
  // As text, so that the order of keys counts.
  return JSON.stringify({ ...rest, errors: sorted });
}

test(`random queries get the same answer interpreted and compiled (QUERY_SEED=${SEED})`, async () => {
  const next = createRandomQueries(schema, { roots: ROOTS, variables: VARIABLES }, randomFrom(SEED));
  let failing = 0;
  for (let count = 0; count < QUERIES; count++) {
    const { query, operationName, variables } = next();
    // Two ways of deciding the conditions, in turns: what one leaves out must be there for the other.
    const ways = [variables(), variables()].map((values) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName, variables: values }),
    }));
    const expected = await Promise.all(ways.map((request) => interpreted.send(request)));
    failing += Number(expected.some(({ errors }) => errors.length > 0));
    for (const turn of [0, 1, 0, 1]) {
      const [request, { status, text }] = [ways[turn] as RequestInit, expected[turn] as Answer];
      const answer = await compiled.send(request);
      const about = { request: request.body, status: answer.status, answer: comparable(answer.text) };
      expect(about).toEqual({ ...about, status, answer: comparable(text) });
    }
  }
  // Some fail, most do not: else they would show little.
  expect(failing).toBeGreaterThan(0);
  expect(failing).toBeLessThan(QUERIES);
}, 300_000);
