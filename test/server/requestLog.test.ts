// Tests what the log says of each request: answered, refused, or left by its caller.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { smallReply } from '../support/gateway.js';
import type { Part } from '../support/json.js';
import { bearer, GATEWAY, startTwoShops, type TwoShops } from '../support/twoShops.js';

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

test('the line of an operation names it, and tells what it asked for and what that took', async () => {
  await start('info');
  const text = 'query Pair($refs: [OrderRef!]!) { orders(refs: $refs) { orderId status } }';
  const refs = ['11', '12', '11'].map((orderId) => ({ shop: 'mill', orderId }));
  await ask(JSON.stringify({ query: text, variables: { refs } }));
  const [line] = await waitForLines('answered');
  const hash = createHash('sha256').update(text).digest('hex');
  expect(line).toMatchObject({ operation: 'Pair', hash, orders: 3, calls: 2, hits: 0, cost: 207 });
  expect(line?.bytes).toBeGreaterThan(50);
  expect(line).not.toHaveProperty('errors');
  expect(JSON.stringify(line)).not.toContain('mill');
});

test('the line of an operation that failed counts its errors by their codes', async () => {
  await start('info');
  await ask(
    '{"query":"{ a: order(shop: \\"none\\", orderId: \\"1\\") { status } b: order(shop: \\"none\\", orderId: \\"2\\") { status } }"}',
  );
  expect(await waitForLines('answered')).toMatchObject([{ status: 200, errors: { SHOP_NOT_FOUND: 2 } }]);
});

test('requests are sampled, and those that failed have a line all the same', async () => {
  await start('info', { log: { sample: 0 } });
  for (let run = 0; run < 3; run += 1) await ask('{"query":"{ shops { id } }"}');
  await ask('{"query":"{ order(shop: \\"none\\", orderId: \\"1\\") { status } }"}');
  await ask('{"query":');
  while (lines.filter(({ msg }) => msg === 'answered').length < 2) await new Promise((wake) => setTimeout(wake, 10));
  expect(lines.filter(({ msg }) => msg === 'answered')).toMatchObject([
    { errors: { SHOP_NOT_FOUND: 1 } },
    { status: 400 },
  ]);
});

test('at the level debug each call to a gateway has a line, also the one that failed', async () => {
  await start('debug', { retries: 1 });
  let calls = 0;
  server.gateway.respondWith((request) => {
    calls += 1;
    return calls === 1 ? { status: 503, body: '' } : { body: smallReply(GATEWAY, GATEWAY.callOf(request).orderId) };
  });
  await ask('{"query":"{ order(shop: \\"mill\\", orderId: \\"21\\") { status } }"}');
  await waitForLines('answered');
  const about = { level: 20, shop: 'mill', gateway: 'VV_TOOL', orderId: '21' };
  expect(lines.filter(({ msg }) => msg === 'called')).toMatchObject([
    { ...about, attempt: 1, code: 'UPSTREAM_UNAVAILABLE' },
    { ...about, attempt: 2 },
  ]);
});

test('above the level info no request has a line', async () => {
  await start('warn');
  await ask('{"query":"{ shops { id } }"}');
  await ask('{"query":');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines).toEqual([]);
});
