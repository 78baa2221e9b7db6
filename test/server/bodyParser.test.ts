// Tests what is taken for the body of a request.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/testServer.js';

const LONG_ID = '2198111437768747370';
const QUERY = 'query Q($refs: [OrderRef!]!) { orders(refs: $refs) { orderId } }';
const BODY = `{"query":${JSON.stringify(QUERY)},"variables":{"refs":[{"shop":"shop","orderId":${LONG_ID}}]}}`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

async function post(body: string | Buffer, headers: Record<string, string> = {}) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { errors?: readonly { message: string }[] },
  };
}

test('an order id that is written as a number keeps its digits', async () => {
  expect(await post(BODY)).toMatchObject({ status: 200, body: { data: { orders: [{ orderId: LONG_ID }] } } });
});

const NOT_JSON = { errors: [{ message: 'The body is not JSON.', extensions: { code: 'BAD_REQUEST' } }] };
test.each([
  ['text after its end', `${BODY} and more`],
  ['a line break inside a text', BODY.replace('query Q', 'query\nQ')],
  ['bytes that are not UTF-8', Buffer.from(BODY.replace('"shop":"shop"', '"shop":"b\u00fcro"'), 'latin1')],
  ['nothing in it', ''],
])('a body with %s is refused with 400 as not JSON', async (_what, body) => {
  expect(await post(body)).toMatchObject({ status: 400, body: NOT_JSON });
});

test.each(['gzip', 'br', 'deflate, gzip', 'x-unknown'])(
  'a body with content-encoding %s is refused with 415 and the name of it',
  async (encoding) => {
    const refused = await post(gzipSync(BODY), { 'content-encoding': encoding });
    expect(refused).toMatchObject({ status: 415, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } });
    expect(refused.body.errors?.[0]?.message).toContain(`content-encoding ${encoding} `);
    expect(refused.headers.get('accept-encoding')).toBe('identity');
  },
);

test('a body with content-encoding identity is read', async () => {
  expect(await post(BODY, { 'content-encoding': 'identity' })).toMatchObject({ status: 200 });
});
