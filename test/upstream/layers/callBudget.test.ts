// Tests how often a caller can have orders fetched from gateways.
import { afterEach, expect, test } from '@jest/globals';
import { FW199 } from '../../support/gateways/fw199.js';
import type { Part } from '../../support/json.js';
import { ordersQuery, refsOf } from '../../support/sendQuery.js';
import { startTestServer, type TestServer, type TestServerOptions } from '../../support/testServer.js';

let server: TestServer;
afterEach(() => server.close());
const start = async (callsPerMinute: number, options: TestServerOptions = {}): Promise<void> => {
  server = await startTestServer({ ...options, settings: { retries: 0, limits: { callsPerMinute } } });
};

/** The codes of a query's errors, by their paths, and how many calls it caused. */
async function ask(query: string, variables: Part = {}) {
  const { errors } = await server.query(query, { variables });
  return {
    errors: errors.map(({ path, extensions: { code } }) => [path?.join('.'), code]),
    calls: server.calls().length,
  };
}

const order = (orderId: number, more = ''): string =>
  `{ order(shop: "shop", orderId: "${orderId}"${more}) { status } }`;

test('orders that are to be fetched beyond the budget are RATE_LIMITED in their places, and the others stand', async () => {
  await start(3);
  expect(await ask(ordersQuery('status'), { refs: refsOf('shop', [1, 2, 3, 4, 5]) })).toEqual({
    errors: [
      ['orders.3', 'RATE_LIMITED'],
      ['orders.4', 'RATE_LIMITED'],
    ],
    calls: 3,
  });
});

test('a fault beyond the budget says when there is more, and is retryable', async () => {
  await start(1);
  await ask(order(1));
  const { errors } = await server.query(order(2));
  expect(errors).toMatchObject([
    {
      message: 'At most 1 orders a minute are fetched from gateways for one caller.',
      extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: expect.any(Number) },
    },
  ]);
  const [error] = errors;
  expect(Number(error?.extensions.retryAfterMs)).toBeGreaterThan(0);
  expect(Number(error?.extensions.retryAfterMs)).toBeLessThanOrEqual(60_000);
});

test('what the cache answers costs nothing of the budget, and is answered when nothing is left of it', async () => {
  await start(2);
  await ask(order(1));
  for (let run = 0; run < 5; run++) expect(await ask(order(1))).toEqual({ errors: [], calls: 0 });
  expect(await ask(order(2))).toEqual({ errors: [], calls: 1 });
  expect(await ask(order(3))).toEqual({ errors: [['order', 'RATE_LIMITED']], calls: 0 });
  expect(await ask(order(1))).toEqual({ errors: [], calls: 0 });
});

test('maxAge, an outOrderId of one’s own and other attribute keys make no more calls than the budget has', async () => {
  await start(4, { gateway: FW199 });
  const attributes = (key: string) => `{ order(shop: "shop", orderId: "1") { attributes(keys: ["${key}"]) { key } } }`;
  let calls = 0;
  for (let run = 0; run < 5; run++)
    for (const query of [order(1, ', maxAge: 0'), order(1, `, outOrderId: "mine${run}"`), attributes(`k${run}`)])
      calls += (await ask(query)).calls;
  expect(calls).toBe(4);
});

test('a budget of 0 is none', async () => {
  await start(0);
  const refs = refsOf(
    'shop',
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
  expect(await ask(ordersQuery('status'), { refs })).toEqual({ errors: [], calls: 50 });
});
