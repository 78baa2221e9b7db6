// Thousands of random queries, of orders and of the index: what is compiled answers each with the bytes that Apollo
// answers it with.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bitsOf, CHANGE_KINDS, FIELD_GROUPS } from '../../../src/orderIndex/codes.js';
import { encodeState } from '../../../src/orderIndex/orderState.js';
import { schema } from '../../../src/query/schema.js';
import { randomFrom } from '../../../src/sandbox/random.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { demoShopsWithoutPace } from '../../support/demoShops.js';
import { type Answer, type Graphql, startGraphql } from '../../support/graphql.js';
import { openSqliteIndex, orderRow, type TestIndex } from '../../support/indexEngines.js';
import { served } from '../../support/indexedShops.js';
import { createRandomQueries, type Names } from '../../support/randomQueries.js';

// The same for everyone, so that no run fails by chance; others, and more of them, are drawn by hand.
const QUERIES = Number(process.env.QUERIES ?? 500);
const INDEX_QUERIES = QUERIES / 2.5;
const SEED = Number(process.env.QUERY_SEED ?? 501_143);

let sandbox: Sandbox;
let index: TestIndex & { readonly close: () => Promise<void> };
let graphql: Graphql;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  const shops = demoShopsWithoutPace(sandbox.url);
  index = await openSqliteIndex();
  await index.insert(...ROWS);
  graphql = await startGraphql({
    settings: { shops, cache: { openSeconds: 3_600 } },
    index: () => served(index),
    compileAfter: 1,
  });
  // It has the whole documents: one that is merged of several replies may have its members in another order.
  expect((await graphql.query(`{ ${WHOLE.join(' ')} }`)).errors).toEqual([]);
});
afterAll(async () => {
  await graphql?.close();
  await sandbox?.close();
  await index?.close();
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

const ORDERS = [
  { shop: 'mill', orderId: '2198111437768747370', platform: 'ALIBABA_1688', gateway: 'VV_TOOL' },
  { shop: 'buyer', orderId: '4355875836205969811', platform: 'ALIBABA_1688', gateway: 'FW199' },
  { shop: 'depot', orderId: '58218860983545941', platform: 'ALIBABA_1688', gateway: 'DAMAIJIA168' },
  { shop: 'flagship', orderId: '2231958349', platform: 'TAOBAO', gateway: 'TAOBAO_TOP' },
  { shop: 'overseas', orderId: '82186657375804', platform: 'ALIEXPRESS', gateway: 'ALIEXPRESS_QIMEN' },
  // One that fails, wherever its row does not do.
  { shop: 'mill', orderId: '100000000000000204', platform: 'ALIBABA_1688', gateway: 'VV_TOOL' },
] as const;

const WHOLE = ORDERS.slice(0, 5).map(
  ({ shop, orderId }) => `${shop}: order(shop: "${shop}", orderId: "${orderId}") { raw }`,
);

/** Rows that know all, and rows that do not, whose orders are fetched. */
const ROWS = ORDERS.map(({ shop, orderId, platform, gateway }, at) => {
  const known = at % 2 === 0 ? 0x7fff : 0x7fff & ~bitsOf(FIELD_GROUPS, ['paidAt', 'total', 'status']);
  return orderRow({ shop, order_id: orderId, platform, gateway, known });
});

/** A change of each kind, and of many aspects. */
const CHANGES = ROWS.map((row, at) => ({
  ...{ shop: row.shop, order_id: row.order_id, kind: at % CHANGE_KINDS.length, aspects: at },
  before: at % 3 === 0 ? null : encodeState({ ...row, status: 1 }),
  after: at % 3 === 2 ? null : encodeState(row),
}));

const INDEX_ROOTS = [
  'orderSearch(first: $first)',
  'orderSearch(last: 2, where: $where)',
  'orderSearch(first: 2, where: $where, sortBy: { key: MODIFIED_AT, direction: ASC })',
  'orderSearch(first: 3, indexOnly: true)',
  'orderSearch(first: 1, maxAge: 0)',
  'orderSearch(first: 2, search: "2231958349")',
  'orderCount(where: $where)',
  'orderCount(limit: 2)',
  'orderStatistics(by: $by)',
  'orderStatistics(by: [MONTH, STATUS, REFUND_STATUS], where: $where, basis: PAID, timeZone: "America/New_York")',
  'orderChanges(first: $first)',
  'orderChanges(after: $after, first: 2)',
  'orderChanges(after: $after, where: { kind: [UPDATED, DELETED], shops: ["mill", "depot"] })',
  'orderImport(id: "none")',
  'order(shop: "flagship", orderId: "2231958349")',
];

const indexVariables = (after: string): Names['variables'] => ({
  // 0 is refused.
  first: { type: 'Int = 2', values: [1, 4, 3, undefined, 0] },
  where: {
    type: 'OrderWhere',
    values: [
      undefined,
      { shops: ['mill', 'overseas'], createdAt: { gte: '2026-01-01T00:00:00Z' } },
      { platforms: ['TAOBAO'], not: { status: ['CLOSED'] } },
      { total: { currencyCode: 'CNY', gte: '945', lte: '945.00' }, paymentStatus: ['PAID', 'UNPAID'] },
      { shops: ['buyer'], paidAt: { lt: '2030-01-01T00:00:00Z' }, sellerFlag: ['RED'] },
      { shops: ['nowhere'] },
    ],
  },
  by: { type: '[OrderDimension!]!', values: [[], ['SHOP'], ['DAY', 'PLATFORM'], ['HOUR', 'PAYMENT_STATUS']] },
  after: { type: 'String', values: [after, after, after, 'x'] },
});

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

const JSON_TYPE = 'application/json; charset=utf-8';
/** Has any operation interpreted: only Apollo reads parameters of media types. The first time compiles it for the next. */
const INTERPRETED = { 'content-type': JSON_TYPE, accept: JSON_TYPE };
const COMPILED = { 'content-type': JSON_TYPE };

/** How many operations the server has run with each executor. */
async function runs(): Promise<{ readonly compiled: number; readonly interpreted: number }> {
  const text = await (await fetch(new URL('/metrics', graphql.url))).text();
  const count = (executor: string): number =>
    Number(new RegExp(`^ordergraph_operation_runs_total\\{executor="${executor}"\\} (\\d+)$`, 'm').exec(text)?.[1]);
  return { compiled: count('compiled'), interpreted: count('interpreted') };
}

/** Compares the answers of both executors to so many queries; how many of the queries fail. */
async function compareAnswers(names: Names, queries: number): Promise<number> {
  const next = createRandomQueries(schema, names, randomFrom(SEED));
  const before = await runs();
  let failing = 0;
  for (let count = 0; count < queries; count++) {
    const { query, operationName, variables } = next();
    // Two ways of deciding the conditions, in turns: what one leaves out must be there for the other.
    const ways = [variables(), variables()].map((values) =>
      JSON.stringify({ query, operationName, variables: values }),
    );
    const expected = await Promise.all(
      ways.map((body) => graphql.send({ method: 'POST', headers: INTERPRETED, body })),
    );
    failing += Number(expected.some(({ errors }) => errors.length > 0));
    // What is compiled runs more than once: graphql-jit keeps what it read of a first run.
    for (const turn of [0, 1, 0]) {
      const [body, { status, text }] = [ways[turn] as string, expected[turn] as Answer];
      const answer = await graphql.send({ method: 'POST', headers: COMPILED, body });
      const about = { request: body, status: answer.status, answer: comparable(answer.text) };
      expect(about).toEqual({ ...about, status, answer: comparable(text) });
    }
  }
  const after = await runs();
  expect(after.interpreted - before.interpreted).toBeGreaterThanOrEqual(queries * 2);
  // Few are never compiled; else this would compare Apollo with itself.
  expect(after.compiled - before.compiled).toBeGreaterThan(queries * 2);
  return failing;
}

test(`random queries get the same answer interpreted and compiled (QUERY_SEED=${SEED})`, async () => {
  const failing = await compareAnswers({ roots: ROOTS, variables: VARIABLES }, QUERIES);
  // Some fail, most do not: else they would show little.
  expect(failing).toBeGreaterThan(0);
  expect(failing).toBeLessThan(QUERIES);
}, 300_000);

test(`random queries of the order index get the same answer interpreted and compiled (QUERY_SEED=${SEED})`, async () => {
  const { endCursor } = await index.reader.changes({ shops: ['mill'], filter: {}, first: 1 });
  await index.change(...CHANGES);
  // Where two roots fail that are not nullable, either error may be told.
  const names = { roots: INDEX_ROOTS, maxRoots: 1, variables: indexVariables(endCursor) };
  const failing = await compareAnswers(names, INDEX_QUERIES);
  expect(failing).toBeGreaterThan(0);
  expect(failing).toBeLessThan(INDEX_QUERIES / 2);
}, 300_000);
