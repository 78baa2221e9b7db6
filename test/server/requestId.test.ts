// Tests the id of a request: whose it is, and that it is given back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/testServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

async function idAnswered(given?: string): Promise<string | null> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(given === undefined ? {} : { 'x-request-id': given }) },
    body: '{"query":"{ __typename }"}',
  });
  await response.text();
  return response.headers.get('x-request-id');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test('a request without an id gets one', async () => {
  expect(await idAnswered()).toMatch(UUID);
});

test.each([
  'from-the-proxy-1',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'Root=1-67891233-abcdef012345678912345678',
  'a1B2._:+=-',
  'x'.repeat(128),
])('a clean id of the caller is taken over: %s', async (id) => {
  expect(await idAnswered(id)).toBe(id);
});

test.each([
  '',
  'two words',
  'a, b',
  '<script>',
  '"quoted"',
  '{"a":1}',
  'a/../b',
  '%0d%0aset-cookie',
  'é',
  'x'.repeat(129),
])('an unclean id of the caller is replaced: %j', async (id) => {
  expect(await idAnswered(id)).toMatch(UUID);
});

test('the id stands in the errors of the request', async () => {
  server.onCall(() => () => ({ status: 500, body: '' }));
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'seen-in-errors' },
    body: JSON.stringify({ query: '{ order(shop: "shop", orderId: "1") { status } }' }),
  });
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { requestId: 'seen-in-errors' } }] });
});
