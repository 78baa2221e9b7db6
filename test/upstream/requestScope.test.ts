// Tests the deadlines of calls and requests, down to the socket.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ordersQuery, refsOf } from '../support/sendQuery.js';
import type { Responder } from '../support/stubGateway.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

let server: TestServer;
afterEach(() => server.close());

const ORDER = '{ order(shop: "shop", orderId: "7") { status } }';

/** When each call was aborted, in milliseconds since it came. */
function watched(responder: (response: ServerResponse) => void) {
  const left: Promise<number>[] = [];
  const respondWith: Responder = (_request, response) => {
    const began = performance.now();
    left.push(once(response, 'close').then(() => performance.now() - began));
    responder(response);
    return undefined;
  };
  return { respondWith, left };
}

const drip = (response: ServerResponse): void => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 15);
  response.once('close', () => clearInterval(timer));
};
const WAYS: readonly (readonly [string, (response: ServerResponse) => void])[] = [
  ['never replies', () => {}],
  ['sends only its headers', (response) => response.writeHead(200).flushHeaders()],
  ['sends its body byte by byte', drip],
];

describe.each(WAYS)('a gateway that %s', (_what, way) => {
  test('the call is aborted with UPSTREAM_TIMEOUT after its own deadline', async () => {
    server = await startTestServer({ settings: { retries: 0, deadlines: { callMs: 250 } } });
    const { respondWith, left } = watched(way);
    server.onCall(() => respondWith);
    const { errors, ms } = await server.query(ORDER);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
      gateway: 'VV_TOOL',
      shop: 'shop',
      orderId: '7',
      retryable: true,
    });
    expect(ms).toBeLessThan(5000);
    expect(left).toHaveLength(1);
    expect(await left[0]).toBeGreaterThan(200);
    expect(await left[0]).toBeLessThan(5000);
  });

  test('the call is aborted with DEADLINE_EXCEEDED at the deadline of the request', async () => {
    server = await startTestServer({ settings: { deadlines: { callMs: 8000, requestMs: 300 } } });
    const { respondWith, left } = watched(way);
    server.onCall(() => respondWith);
    const { errors, ms } = await server.query(ORDER);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      gateway: 'VV_TOOL',
      shop: 'shop',
      orderId: '7',
    });
    expect(ms).toBeLessThan(5000);
    expect(left).toHaveLength(1);
    expect(await left[0]).toBeLessThan(5000);
  });
});

test('orders that came before the deadline of the request are answered, the others fail', async () => {
  server = await startTestServer({ settings: { deadlines: { requestMs: 1500 } } });
  server.onCall(({ orderId }) => (orderId === '2' ? () => undefined : undefined));
  const { data, errors } = await server.query(ordersQuery('orderId status'), {
    variables: { refs: refsOf('shop', [1, 2, 3]) },
  });
  expect(data?.orders).toMatchObject([{ orderId: '1' }, null, { orderId: '3' }]);
  expect(errors).toMatchObject([{ path: ['orders', 1], extensions: { code: 'DEADLINE_EXCEEDED', orderId: '2' } }]);
});

test('the message of a deadline says whether the call was at the gateway or in our own queue', async () => {
  server = await startTestServer({
    gatewaySettings: { maxConcurrent: 1 },
    settings: { deadlines: { callMs: 8000, requestMs: 500 } },
  });
  server.onCall(() => () => undefined);
  const { errors } = await server.query(ordersQuery('status'), { variables: { refs: refsOf('shop', [1, 2]) } });
  expect(errors.map(({ extensions: { code } }) => code)).toEqual(['DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED']);
  expect(errors.map(({ message }) => message)).toEqual([
    'The request’s deadline passed before the gateway answered.',
    'The request’s deadline passed while it waited in OrderGraph’s own queue for this gateway.',
  ]);
});

test('a call that timed out is not retried when less than its deadline is left', async () => {
  server = await startTestServer({ settings: { deadlines: { callMs: 1000, requestMs: 1900 } } });
  server.onCall(() => () => undefined);
  const { errors } = await server.query(ORDER);
  expect(errors[0]?.extensions.code).toBe('UPSTREAM_TIMEOUT');
  expect(server.calls()).toHaveLength(1);
});

test('a reply beyond 8 MiB is cut off and fails with UPSTREAM_MALFORMED', async () => {
  server = await startTestServer();
  let sent = 0;
  const piece = Buffer.alloc(1 << 20, ' ');
  const { respondWith, left } = watched((response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (!response.destroyed) {
        sent += piece.length;
        if (!response.write(piece)) break;
      }
    };
    response.on('drain', pour);
    pour();
  });
  server.onCall(() => respondWith);
  const { errors } = await server.query(ORDER);
  expect(errors[0]).toMatchObject({
    message: expect.stringMatching(/longer than 8388608 bytes/),
    extensions: { code: 'UPSTREAM_MALFORMED', gateway: 'VV_TOOL', shop: 'shop', orderId: '7' },
  });
  await left[0];
  expect(left).toHaveLength(1);
  expect(sent).toBeLessThan(24 * (1 << 20));
});

test('many requests leave no timers or listeners behind that Node warns of', async () => {
  server = await startTestServer({ settings: { cache: { maxBytes: 0 } } });
  const warnings: string[] = [];
  const note = (warning: Error): void => {
    warnings.push(warning.name);
  };
  process.on('warning', note);
  const ids = Array.from({ length: 100 }, (_nothing, index) => 1 + index);
  for (let time = 0; time < 3; time += 1) {
    expect((await server.query(ordersQuery('status'), { variables: { refs: refsOf('shop', ids) } })).errors).toEqual(
      [],
    );
  }
  process.off('warning', note);
  expect(warnings).toEqual([]);
});
