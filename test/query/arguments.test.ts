// Tests invalid arguments: every mistake is reported with its argument, and no gateway is called.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/order/globalId.js';
import { shopOf, smallReply } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const [gateway] = GATEWAYS;
if (gateway === undefined) throw new Error('There is no gateway.');
const { type: shop, callOf } = gateway;

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  stubGateway.respondWith((request) => ({ body: smallReply(gateway, callOf(request).orderId) }));
  graphql = await startGraphql({
    settings: { shops: [shopOf(gateway, stubGateway.url)], limits: { maxOrders: 5, maxTokens: 500 } },
  });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
afterEach(() => {
  stubGateway.take();
});

const ORDER =
  'query($shop: ID!, $id: ID!, $out: String) { order(shop: $shop, orderId: $id, outOrderId: $out) { orderId status } }';
const ORDERS = 'query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId status } }';
const NODE = 'query($id: ID!) { node(id: $id) { id ... on Order { status } } }';
const NODES = 'query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Order { status } } }';

const DIGITS = 'orderId: must be 1 to 32 digits';
const SHOP = 'shop: must be 1 to 64 characters of A-Z a-z 0-9 . _ -';

describe('arguments of order', () => {
  test.each([
    ['letters in the id', { id: 'abc' }, DIGITS],
    ['an empty id', { id: '' }, DIGITS],
    ['33 digits', { id: '1'.repeat(33) }, DIGITS],
    ['a negative id', { id: '-1' }, DIGITS],
    ['a fraction in the id', { id: '1.5' }, DIGITS],
    ['an exponent in the id', { id: '1e5' }, DIGITS],
    ['white space in the id', { id: ' 1' }, DIGITS],
    ['a line break in the id', { id: '1\n' }, DIGITS],
    ['digits of another script', { id: '١٢٣' }, DIGITS],
    ['an empty shop', { shop: '' }, SHOP],
    ['a long shop', { shop: 'x'.repeat(65) }, SHOP],
    ['odd characters in the shop', { shop: 'mill/../etc' }, SHOP],
    ['a line break in the shop', { shop: 'mill\n' }, SHOP],
    ['an empty outer id', { out: '' }, 'outOrderId: must be 1 to 64 characters'],
    ['a long outer id', { out: 'x'.repeat(65) }, 'outOrderId: must be 1 to 64 characters'],
    ['two mistakes at once', { shop: '?', id: 'x' }, `${SHOP}; ${DIGITS}`],
  ])('an order with %s is BAD_USER_INPUT without a call', async (_what, wrong, message) => {
    const { data, errors } = await graphql.query(ORDER, { shop, id: '1', ...wrong });
    expect(data).toEqual({ order: null });
    expect(errors).toMatchObject([
      { message, path: ['order'], extensions: { code: 'BAD_USER_INPUT', retryable: false } },
    ]);
    expect(stubGateway.take()).toEqual([]);
  });

  test('a shop that does not exist is SHOP_NOT_FOUND', async () => {
    const { data, errors } = await graphql.query(ORDER, { shop: 'nowhere', id: '1' });
    expect(data).toEqual({ order: null });
    expect(errors).toMatchObject([
      {
        message: 'There is no shop nowhere.',
        path: ['order'],
        extensions: { code: 'SHOP_NOT_FOUND', shop: 'nowhere', orderId: '1', retryable: false },
      },
    ]);
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'a shop named %s, like a member of objects, is SHOP_NOT_FOUND',
    async (name) => {
      const { errors } = await graphql.query(ORDER, { shop: name, id: '1' });
      expect(errors).toMatchObject([{ extensions: { code: 'SHOP_NOT_FOUND' } }]);
    },
  );

  test('an order id of 32 digits is sent exactly', async () => {
    const id = '12345678901234567890123456789012';
    const { data } = await graphql.query(ORDER, { shop, id });
    expect(stubGateway.take().map(callOf)).toMatchObject([{ orderId: id }]);
    expect(data?.order?.orderId).toBe(id);
  });

  test('an order id with leading zeros is the id of the same number', async () => {
    const { data, errors } = await graphql.query(ORDER, { shop, id: '007' });
    expect(errors).toEqual([]);
    expect(data?.order?.orderId).toBe('007');
  });

  test('an order id that is given as a number keeps its digits', async () => {
    const id = '4355875836205969811';
    const literal = await graphql.query(`{ order(shop: "${shop}", orderId: ${id}) { orderId status } }`);
    const variables = `{"shop":"${shop}","id":${id}}`;
    const number = await graphql.send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(ORDER)},"variables":${variables}}`,
    });
    for (const { data, errors } of [literal, number]) {
      expect(errors).toEqual([]);
      expect(data?.order?.orderId).toBe(id);
    }
    expect(stubGateway.take().map(callOf)).toMatchObject([{ orderId: id }, { orderId: id }]);
  });
});

describe('arguments of orders', () => {
  const ref = (orderId: string, at = shop) => ({ shop: at, orderId });

  test('a mistake in refs is reported with its index', async () => {
    const refs = [ref('1'), ref('2'), ref('3'), ref('x'), ref('5', '?')];
    const { data, errors } = await graphql.query(ORDERS, { refs });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      { message: `refs[3].${DIGITS}; refs[4].${SHOP}`, path: ['orders'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(stubGateway.take()).toEqual([]);
  });

  test('a ref to a shop that does not exist fails alone', async () => {
    const { data, errors } = await graphql.query(ORDERS, { refs: [ref('1'), ref('1', 'nowhere'), ref('2')] });
    expect(data?.orders).toMatchObject([{ orderId: '1' }, null, { orderId: '2' }]);
    expect(errors).toMatchObject([{ path: ['orders', 1], extensions: { code: 'SHOP_NOT_FOUND', shop: 'nowhere' } }]);
  });

  test('an empty list of refs gives an empty list of orders', async () => {
    expect(await graphql.query(ORDERS, { refs: [] })).toMatchObject({ data: { orders: [] }, errors: [] });
  });

  test('a query may have as many refs as maxOrders and no more', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => ref(String(index)));
    expect((await graphql.query(ORDERS, { refs: ids(5) })).errors).toEqual([]);
    stubGateway.take();
    const { errors } = await graphql.query(ORDERS, { refs: ids(6) });
    expect(errors).toMatchObject([
      {
        message: 'refs: one operation may ask for at most 5 orders.',
        path: ['orders'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(stubGateway.take()).toEqual([]);
  });

  test('maxOrders counts the orders of all fields of the operation', async () => {
    const one = (name: string) => `${name}: order(shop: "${shop}", orderId: "1") { status }`;
    const { errors } = await graphql.query(`{ ${[...'abcdef'].map(one).join(' ')} }`);
    expect(errors).toMatchObject([{ path: ['f'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('global ids', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64url');
  const good = toGlobalId({ shop, orderId: '7' });

  test.each([
    ['an empty id', ''],
    ['an id of words', 'order 7'],
    ['an id of another type', encode(`Shop\n${shop}\n7`)],
    ['an id without an order id', encode(`Order\n${shop}`)],
    ['an id with an order id of letters', encode(`Order\n${shop}\nabc`)],
    ['an id with an order id of 33 digits', encode(`Order\n${shop}\n${'1'.repeat(33)}`)],
    ['an id with odd characters in the shop', encode('Order\n../mill\n7')],
    ['an id with an empty outer id', encode(`Order\n${shop}\n7\n`)],
    ['an id with too many parts', encode(`Order\n${shop}\n7\na\nb`)],
    ['another encoding of a valid id', `${good}==`],
    ['an id of bytes that are not UTF-8', Buffer.from([79, 255, 254]).toString('base64url')],
  ])('%s is refused by node and nodes as no id of an order', async (_what, id) => {
    const one = await graphql.query(NODE, { id });
    expect(one.data).toEqual({ node: null });
    expect(one.errors).toMatchObject([
      { message: 'id: is not the id of an order', path: ['node'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    const many = await graphql.query(NODES, { ids: [good, id] });
    expect(many.errors).toMatchObject([
      { message: 'ids[1]: is not the id of an order', path: ['nodes', 1], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(many.data?.nodes).toMatchObject([{ id: good, status: 'AWAITING_SHIPMENT' }, null]);
  });

  test('a valid global id gives its order', async () => {
    expect(await graphql.query(NODE, { id: good })).toMatchObject({ data: { node: { id: good } }, errors: [] });
  });

  test.each([
    ['one', NODE, { id: 'x'.repeat(513) }, 'id: must be at most 512 characters'],
    ['one of several', NODES, { ids: [good, 'x'.repeat(513)] }, 'ids: must be ids of at most 512 characters'],
  ])('a global id of more than 512 characters is BAD_USER_INPUT as %s', async (_what, query, variables, message) => {
    const { errors } = await graphql.query(query, variables);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a global id of a shop that does not exist is SHOP_NOT_FOUND', async () => {
    const { errors } = await graphql.query(NODE, { id: toGlobalId({ shop: 'gone', orderId: '7' }) });
    expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'SHOP_NOT_FOUND' } }]);
  });
});

describe('attribute keys', () => {
  const KEYS = `query($keys: [String!]) { order(shop: "${shop}", orderId: "1") { status attributes(keys: $keys) { key } } }`;

  test.each([
    ['51 keys', Array.from({ length: 51 }, (_, index) => `k${index}`), 'keys: must be at most 50 keys'],
    ['an empty key', ['a', ''], 'keys: must be keys of 1 to 100 characters'],
    ['a long key', ['x'.repeat(101)], 'keys: must be keys of 1 to 100 characters'],
  ])('attributes with %s are BAD_USER_INPUT without a call', async (_what, keys, message) => {
    const { errors } = await graphql.query(KEYS, { keys });
    expect(errors).toMatchObject([{ message, path: ['order'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(stubGateway.take()).toEqual([]);
  });

  const keysFrom = (from: number, count: number) => Array.from({ length: count }, (_, index) => `k${from + index}`);
  const one = (more: string) => `order(shop: "${shop}", orderId: "1") { ${more} }`;
  const MESSAGE = 'keys: one order may be asked for at most 100 different keys.';

  test.each([
    [
      'one field',
      `{ ${one('a: attributes(keys: $a) { key } b: attributes(keys: $b) { key } c: attributes(keys: $c) { key }')} }`,
    ],
    [
      'several fields',
      `{ x: ${one('attributes(keys: $a) { key } b: attributes(keys: $b) { key }')} y: ${one('attributes(keys: $c) { key }')} }`,
    ],
  ])(
    'more than 100 different keys of one order, asked for by %s, are BAD_USER_INPUT without a call',
    async (_what, query) => {
      const ask = (last: readonly string[]) =>
        graphql.query(`query($a: [String!], $b: [String!], $c: [String!]) ${query}`, {
          a: keysFrom(0, 50),
          b: keysFrom(50, 50),
          c: last,
        });
      const { errors } = await ask(['more']);
      expect(new Set(errors.map(({ message }) => message))).toEqual(new Set([MESSAGE]));
      expect(stubGateway.take()).toEqual([]);
      expect((await ask(keysFrom(0, 50))).errors).toEqual([]);
    },
  );
});

describe('malformed requests', () => {
  const json = { 'content-type': 'application/json' };
  const post = (body: string, headers: Record<string, string> = json) =>
    graphql.send({ method: 'POST', headers, body });
  const asked = `query=${encodeURIComponent(`{ order(shop: "${shop}", orderId: "1") { status } }`)}`;

  test.each([
    ['broken JSON', '{"query":', 400, 'BAD_REQUEST'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['null', 'null', 400, 'BAD_REQUEST'],
    ['a list', '[]', 400, 'BAD_REQUEST'],
    ['a text', '"{ shops { id } }"', 400, 'BAD_REQUEST'],
    ['no query', '{}', 400, 'BAD_REQUEST'],
    ['a query that is a number', '{"query":1}', 400, 'BAD_REQUEST'],
    ['variables that are a text', '{"query":"{ shops { id } }","variables":"x"}', 400, 'BAD_REQUEST'],
    ['a syntax error', '{"query":"{ shops {"}', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ nothing }"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing variable', JSON.stringify({ query: NODE }), 400, 'BAD_USER_INPUT'],
    ['a variable of the wrong type', JSON.stringify({ query: NODE, variables: { id: {} } }), 400, 'BAD_USER_INPUT'],
    ['too many tokens', JSON.stringify({ query: `{ ${'a:__typename '.repeat(500)} }` }), 400, 'GRAPHQL_PARSE_FAILED'],
    ['a body that is too long', JSON.stringify({ query: ' '.repeat(300_000) }), 413, 'BAD_REQUEST'],
  ])('a request with %s is answered with an error of its status and code', async (_what, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.errors).toMatchObject([{ message: expect.any(String), extensions: { code } }]);
    expect(answer.text).not.toMatch(/node_modules|\n +at |stacktrace/);
  });

  test('a body with __proto__ pollutes no prototype', async () => {
    await post('{"query":"{ shops { id } }","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('a request with another content type is refused', async () => {
    const answer = await post('{"query":"{ shops { id } }"}', { 'content-type': 'text/plain' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });

  test('a GET that a form of another site could send is refused without a call', async () => {
    const answer = await graphql.send({ method: 'GET' }, `?${asked}`);
    expect(answer.status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(stubGateway.take()).toEqual([]);
  });

  test('a GET with a header that no form can send is answered', async () => {
    const answer = await graphql.send({ method: 'GET', headers: { 'apollo-require-preflight': 'yes' } }, `?${asked}`);
    expect(answer).toMatchObject({ status: 200, data: { order: { status: 'AWAITING_SHIPMENT' } } });
  });
});
