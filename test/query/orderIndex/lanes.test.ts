// What operations over the index cost, and that they are answered alike by Apollo, compiled, and without an index.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../../support/graphql.js';
import { type IndexedShops, millRow, startIndexedShops } from '../../support/indexedShops.js';

let interpreted: IndexedShops;
let compiled: IndexedShops;
let off: IndexedShops;
beforeAll(async () => {
  [interpreted, compiled, off] = await Promise.all([
    startIndexedShops({ compileAfter: Number.POSITIVE_INFINITY }),
    startIndexedShops({ compileAfter: 1 }),
    startIndexedShops({ hasIndex: false }),
  ]);
  for (const { index } of [interpreted, compiled]) {
    await index.insert(
      ...['1', '2', '3'].map((orderId, minute) =>
        millRow(orderId, { created_at: Date.UTC(2026, 4, 1, 0, minute), seen_at: Date.UTC(2026, 4, 2) }),
      ),
    );
    await index.change({ shop: 'mill', order_id: '1' }, { shop: 'mill', order_id: '2', kind: 2 });
  }
});
afterAll(() => Promise.all([interpreted, compiled, off].map((shops) => shops?.close())));

const LIST = `query($where: OrderWhere, $first: Int = 2, $sort: OrderSort = { key: CREATED_AT }) {
  orderSearch(where: $where, first: $first, sortBy: $sort) {
    nodes { orderId status totals { total { amount } } ...F }
    again: edges { cursor indexedAt node { id __typename ... on Node { id } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    count { count precision } few: count(limit: 1) { precision }
    coverage { shop { id } sources fault }
  }
} fragment F on Order { shop { name gateways { type } } createdAt }`;

test.each<[string, string, object]>([
  ['a list', LIST, {}],
  ['a list with a filter', LIST, { where: { orderIds: ['1'], not: { status: ['CLOSED'] } }, first: 1 }],
  ['an empty list', LIST, { where: { shops: [] } }],
  ['a list with a mistake', LIST, { first: 1_000 }],
  ['a list with a shop that there is not', LIST, { where: { shops: ['nowhere'] } }],
  [
    'fetched orders',
    '{ orderSearch { nodes { items { name quantity } } edges { node { orderId buyer { name } } } } }',
    {},
  ],
  [
    'attributes',
    '{ orderSearch(first: 1) { nodes { attributes(keys: ["a"]) { value } a: attributes { key } raw } } }',
    {},
  ],
  ['what only a gateway knows', '{ orderSearch(indexOnly: true) { nodes { items { name } } } }', {}],
  ['counts', '{ orderCount { count precision } orderSearch(first: 1) { count(limit: 2) { count } } }', {}],
  ['statistics', '{ orderStatistics(by: [DAY, SHOP]) { from shop { id } count totals { amount } platform } }', {}],
  ['a wrong zone', '{ orderStatistics(by: [DAY], timeZone: "x") { count } orderCount { count } }', {}],
  ['the feed without a cursor', '{ orderChanges(first: 5) { nodes { kind } pageInfo { hasNextPage } } }', {}],
  ['an import', '{ orderImport(id: "x") { id } }', {}],
])('Compiled and interpreted operations answer %s alike, byte for byte', async (_what, query, variables) => {
  const answers: Answer[] = [];
  for (const shops of [interpreted, compiled, compiled, compiled])
    answers.push(await shops.ask(query, variables as never));
  const [expected, ...others] = answers.map(({ status, text }) => [
    status,
    text.replace(/"(fetchedAt|requestId)":"[^"]*"/g, ''),
  ]);
  for (const answer of others) expect(answer).toEqual(expected);
});

test('A mutation that fails is not followed by the next one, however often it comes', async () => {
  const query = 'mutation { a: importOrders(refs: []) { id } b: refreshOrders(refs: []) { id } }';
  for (let run = 0; run < 4; run++) {
    const { status, data, errors } = await compiled.ask(query);
    expect([status, data]).toEqual([200, null]);
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['a'], 'INDEX_UNAVAILABLE']]);
  }
});

test.each([
  'orderSearch { nodes { id } }',
  'orderCount { count }',
  'orderStatistics(by: []) { count }',
  'orderChanges { pageInfo { endCursor } }',
  'orderImport(id: "x") { id }',
])('Without an index %s says that it is turned off', async (field) => {
  const { errors } = await off.ask(`{ ${field} }`);
  expect(errors).toMatchObject([
    {
      message: 'The order index is turned off in the settings of this server.',
      extensions: { code: 'INDEX_UNAVAILABLE', retryable: false },
    },
  ]);
});

test('Without an index orders are answered as ever', async () => {
  const { data, errors } = await off.ask('{ order(shop: "mill", orderId: "1") { status } }');
  expect([errors, data]).toEqual([[], { order: { status: 'AWAITING_SHIPMENT' } }]);
});

test.each<[string, string, number]>([
  ['a page of rows, a point for each row and each of its fields', 'orderSearch(first: 10) { nodes { id status } }', 32],
  ['a page without first, which has 50', 'orderSearch { edges { cursor } }', 102],
  ['orders of a page that are fetched', 'orderSearch(first: 10) { nodes { closeReason } }', 1_022],
  ['orders that rows of their age do not answer', 'orderSearch(first: 10, maxAge: 5) { nodes { status } }', 1_022],
  ['totals that no row has', 'orderSearch(first: 1) { nodes { totals { shipping { amount } } } }', 106],
  ['a count', 'orderCount { count }', 12],
  ['a count on a list', 'orderSearch(first: 1) { count { count } }', 14],
  ['statistics', 'orderStatistics(by: [DAY]) { count }', 52],
  ['a page of changes', 'orderChanges(first: 10) { nodes { kind order { status } } }', 42],
  ['changes with orders that are fetched', 'orderChanges(first: 10) { nodes { order { closeReason } } }', 1_032],
])('%s costs what it takes: %s', async (_what, field, points) => {
  const { text } = await interpreted.ask(`{ ${field} }`);
  expect(JSON.parse(text).extensions.cost.requested).toBe(points);
});

test('The feed gives an order beside its change, and none where it has left the index', async () => {
  const { endCursor } = await interpreted.index.reader.changes({ shops: ['mill'], filter: {}, first: 1 });
  await interpreted.index.change(
    { shop: 'mill', order_id: '1', kind: 1 },
    { shop: 'mill', order_id: '9', kind: 2 },
    { shop: 'depot', order_id: '7', kind: 0 },
  );
  const query = `query($after: String) { orderChanges(after: $after) {
    nodes { kind shop orderId order { status } } edges { node { order { orderId } } } pageInfo { hasNextPage } } }`;
  const { data, errors } = await interpreted.ask(query, { after: endCursor }, 'screen');
  expect(errors).toEqual([]);
  expect(data).toEqual({
    orderChanges: {
      nodes: [
        { kind: 'UPDATED', shop: 'mill', orderId: '1', order: { status: 'AWAITING_SHIPMENT' } },
        { kind: 'DELETED', shop: 'mill', orderId: '9', order: null },
      ],
      edges: [{ node: { order: { orderId: '1' } } }, { node: { order: null } }],
      pageInfo: { hasNextPage: false },
    },
  });
});

test('Whoever lacks orders:import may neither start an import nor ask for one', async () => {
  const { errors } = await compiled.ask('mutation { importOrders(refs: []) { id } }', {}, 'screen');
  const asked = await compiled.ask('{ orderImport(id: "x") { id } }', {}, 'screen');
  for (const [error] of [errors, asked.errors])
    expect(error).toMatchObject({
      message: expect.stringContaining('orders:import'),
      extensions: { code: 'FORBIDDEN' },
    });
});
