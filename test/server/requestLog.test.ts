// Tests what the log says of each request: answered, refused, or left by its caller.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Part } from '../support/json.js';
import { bearer, startTwoShops, type TwoShops } from '../support/twoShops.js';

const KEY = 'request-log-key-0123456789';
const apiKeys = [{ key: KEY, name: 'dashboard', shops: ['*'], scopes: ['orders:read'] }];

let lines: Part[] = [];
let server: TwoShops;
const start = async (level: string, settings: Part = {}): Promise<void> => {
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Part) };
  server = await startTwoShops({ settings: { auth: { apiKeys }, ...settings }, logger: { level, stream } });
  lines = [];
};
beforeEach(() => {
  lines = [];
});
afterEach(() => server?.close());

const ask = (body: string, more: RequestInit = {}) =>
  fetch(server.graphql.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: bearer(KEY), 'x-request-id': 'from-the-proxy' },
    body,
    ...more,
  });

async function waitForLines(message: string): Promise<readonly Part[]> {
  for (;;) {
    const found = lines.filter(({ msg }) => msg === message);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a request that was answered has one line with its id, its caller and its status', async () => {
  await start('info');
  await ask('{"query":"{ shops { id } }"}');
  const answered = await waitForLines('answered');
  expect(answered).toMatchObject([
    { level: 30, requestId: 'from-the-proxy', caller: 'dashboard', method: 'POST', status: 200 },
  ]);
  expect(answered[0]?.ms).toBeGreaterThan(0);
});

test.each([
  [
    'a query beyond a bound',
    `{"query":"{ ${Array.from({ length: 501 }, (_, at) => `a${at}: __typename`).join(' ')} }"}`,
    { code: 'COST_LIMIT' },
  ],
  ['a body that is not JSON', '{"query":', { status: 400 }],
])('%s has a line that says why it is refused', async (_what, body, why) => {
  await start('info');
  await ask(body);
  await waitForLines('answered');
  expect(lines).toContainEqual(expect.objectContaining({ ...why, requestId: 'from-the-proxy', caller: 'dashboard' }));
});

test('a caller that hangs up has a line of its own, and no deadline is said to have passed', async () => {
  await start('info');
  const client = new AbortController();
  const came = new Promise<void>((resolve) => {
    server.gateway.respondWith(() => {
      resolve();
      return undefined;
    });
  });
  const gone = ask('{"query":"{ order(shop: \\"mill\\", orderId: \\"1\\") { status } }"}', {
    signal: client.signal,
  }).catch(() => {});
  await came;
  client.abort();
  await gone;
  expect(await waitForLines('the caller hung up')).toMatchObject([{ level: 30, requestId: 'from-the-proxy' }]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(lines.map(({ msg }) => msg)).toEqual(['the caller hung up']);
});

test('a fault says whether it arose at the gateway or here', async () => {
  await start('info', { deadlines: { requestMs: 200 } });
  server.gateway.respondWith(() => undefined);
  await ask('{"query":"{ order(shop: \\"mill\\", orderId: \\"1\\") { status } }"}');
  expect(lines).toContainEqual(expect.objectContaining({ code: 'DEADLINE_EXCEEDED', origin: 'local' }));
});

test('above the level info no request has a line', async () => {
  await start('warn');
  await ask('{"query":"{ shops { id } }"}');
  await ask('{"query":');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines).toEqual([]);
});
