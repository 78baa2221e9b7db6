// Tests what a caller's null does where null may not be: in a condition, or in an argument.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../support/testServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ settings: { cache: { maxBytes: 0 } } });
});
afterAll(() => server?.close());
beforeEach(() => {
  server.calls();
});

const ORDER = 'order(shop: "shop", orderId: "1")';
const NULL = { variables: { a: null } };

/** Past the runs after which an operation is compiled. */
const RUNS = 4;

describe('a condition that is null', () => {
  test.each([
    ['@include of a field', `query Q($a: Boolean = true) { ${ORDER} { status @include(if: $a) } }`],
    ['@skip of a field', `query Q($a: Boolean = false) { ${ORDER} { status @skip(if: $a) } }`],
    ['@include of an order', `query Q($a: Boolean = true) { ${ORDER} @include(if: $a) { status } }`],
    ['an inline fragment', `query Q($a: Boolean = true) { ${ORDER} { ... @include(if: $a) { status } } }`],
    ['a spread', `query Q($a: Boolean = true) { ${ORDER} { ...F @skip(if: $a) } } fragment F on Order { status }`],
    [
      'a field in a fragment',
      `query Q($a: Boolean = true) { ${ORDER} { ...F } } fragment F on Order { status @skip(if: $a) }`,
    ],
    [
      'a field with another condition that holds',
      `query Q($a: Boolean = true) { ${ORDER} { status @skip(if: false) @include(if: $a) } }`,
    ],
  ])('of %s is BAD_USER_INPUT each time, and no gateway is called', async (_what, query) => {
    for (let run = 0; run < RUNS; run++) {
      const { status, data, errors } = await server.query(query, NULL);
      expect({ status, data }).toEqual({ status: 400, data: undefined });
      expect(errors).toMatchObject([
        { message: expect.stringContaining('"$a"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
    expect(server.calls()).toEqual([]);
  });

  test.each([
    [
      'another operation',
      `query Q { ${ORDER} { orderId } } query R($a: Boolean = true) { ${ORDER} { status @include(if: $a) } }`,
    ],
    [
      'what another condition leaves out',
      `query Q($a: Boolean = true) { ${ORDER} { orderId ... @skip(if: true) { status @include(if: $a) } } }`,
    ],
  ])('in %s is nobody’s mistake', async (_what, query) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: 'Q', ...NULL }),
    });
    expect(await response.json()).toMatchObject({ data: { order: { orderId: '1' } } });
  });

  test('is no mistake where the variable has no default and may not be null', async () => {
    const { errors } = await server.query(`query Q($a: Boolean!) { ${ORDER} { status @include(if: $a) } }`, NULL);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test('null for an argument that may not be null is BAD_USER_INPUT at its field each time', async () => {
  const query = 'query Q($a: ID = "shop") { one: order(shop: $a, orderId: "1") { orderId } two: shops { id } }';
  for (let run = 0; run < RUNS; run++) {
    const { data, errors } = await server.query(query, NULL);
    expect(data).toEqual({ one: null, two: [{ id: 'shop' }] });
    expect(errors).toMatchObject([{ path: ['one'], extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});
