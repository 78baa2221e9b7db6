// Tests that equal calls in flight are coalesced, and that a call lives as long as a client waits for it.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Cancellation } from '../../../src/upstream/cancellation.js';
import { createCoalesce } from '../../../src/upstream/layers/coalesce.js';
import type { RequestScope } from '../../../src/upstream/requestScope.js';
import { FW199 } from '../../support/gateways/fw199.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { ordersQuery, refsOf } from '../../support/sendQuery.js';
import type { Responder } from '../../support/stubGateway.js';
import { answerOf, startTestServer, type TestServer } from '../../support/testServer.js';

let server: TestServer;
afterEach(() => server.close());

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const order = (selection: string, more = '') => `{ order(shop: "shop", orderId: "7"${more}) { ${selection} } }`;
const uncached = { cache: { maxBytes: 0 }, retries: 0 };

const later =
  (ms: number, gateway = VV_TOOL): Responder =>
  (request, response) => {
    setTimeout(() => response.end(answerOf(gateway, request)), ms);
    return undefined;
  };

/** A gateway that never replies, with the response of its first call. */
function silent() {
  const open: ServerResponse[] = [];
  const responder: Responder = (_request, response) => {
    open.push(response);
    return undefined;
  };
  return {
    responder,
    firstCall: async () => {
      while (open.length === 0) await wait(5);
      return open[0] as ServerResponse;
    },
  };
}

describe('calls in flight', () => {
  test('twenty clients that request the same fifty orders cause fifty calls', async () => {
    server = await startTestServer();
    server.onCall(() => later(400));
    const refs = refsOf(
      'shop',
      Array.from({ length: 50 }, (_nothing, index) => 1 + index),
    );
    const clients = Array.from({ length: 20 }, () =>
      server.query(ordersQuery('orderId items { name }'), { variables: { refs } }),
    );
    const answers = await Promise.all(clients);
    for (const { errors, data } of answers) expect([errors, data]).toEqual([[], answers[0]?.data]);
    expect(server.calls()).toHaveLength(50);
    const totals = answers.map(({ plan }) => plan?.totals);
    expect(totals.reduce((sum, all) => sum + Number(all?.calls), 0)).toBe(50);
    expect(totals.reduce((sum, all) => sum + Number(all?.joined) + Number(all?.hits), 0)).toBe(19 * 50);
    expect(totals.some((all) => all?.joined === 50)).toBe(true);
  });

  test('a call in flight serves another query that needs no more of the order, and the plan says so', async () => {
    server = await startTestServer({ settings: uncached });
    server.onCall(() => later(150));
    const wide = server.query(order('logistics { shipments { id } } invoice { title }'));
    await wait(50);
    const narrow = server.query(order('gateway receiver { city }'));
    const answers = await Promise.all([wide, narrow]);
    expect(answers.map(({ errors }) => errors)).toEqual([[], []]);
    expect(answers[1]?.data).toEqual({ order: { gateway: 'VV_TOOL', receiver: { city: '杭州市' } } });
    expect(answers[1]?.plan?.orders).toMatchObject([{ joined: true, attempts: 0, gateway: 'VV_TOOL', cost: null }]);
    expect(server.calls().map(({ subtrees }) => subtrees)).toEqual([['NativeLogistics', 'OrderInvoice']]);
  });

  test('a call in flight does not serve a query that needs more of the order', async () => {
    server = await startTestServer({ settings: uncached });
    server.onCall(() => later(100));
    const narrow = server.query(order('receiver { city }'));
    await wait(30);
    const wide = server.query(order('receiver { city } invoice { title }'));
    const answers = await Promise.all([narrow, wide]);
    expect(answers[1]?.data?.order?.invoice).toEqual({ title: 'Sentinel Ltd' });
    expect(server.calls()).toHaveLength(2);
  });

  test.each([
    ['outer ids', order('status', ', outOrderId: "a"'), order('status', ', outOrderId: "b"')],
    ['attribute keys', order('attributes(keys: ["a"]) { key }'), order('attributes(keys: ["b"]) { key }')],
    ['orders', order('status'), order('status').replace('"7"', '"8"')],
  ])('calls with different %s are not coalesced', async (_what, one, other) => {
    server = await startTestServer({ gateway: FW199, settings: uncached });
    server.onCall(() => later(100, FW199));
    await Promise.all([server.query(one), server.query(other)]);
    expect(server.calls()).toHaveLength(2);
  });

  test('a failed call fails every query that waits for it, and the next query makes a new call', async () => {
    server = await startTestServer({ settings: uncached });
    server.onCall((_call, before) =>
      before > 0
        ? undefined
        : (_request, response) => {
            setTimeout(() => response.writeHead(503).end(), 100);
            return undefined;
          },
    );
    const answers = await Promise.all([
      server.query(order('status')),
      server.query(order('status')),
      server.query(order('status')),
    ]);
    for (const { errors } of answers) {
      expect(errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', gateway: 'VV_TOOL', orderId: '7' });
    }
    expect(server.calls()).toHaveLength(1);
    expect((await server.query(order('status'))).errors).toEqual([]);
  });
});

describe('clients that disconnect', () => {
  test('a call is aborted, down to the socket, when its only client disconnects', async () => {
    server = await startTestServer({ settings: uncached });
    const gateway = silent();
    server.onCall(() => gateway.responder);
    const client = new AbortController();
    const outcome = server.query(order('status'), { signal: client.signal }).catch((error: Error) => error.name);
    const response = await gateway.firstCall();
    const closed = once(response, 'close').then(() => performance.now());
    const began = performance.now();
    client.abort();
    expect((await closed) - began).toBeLessThan(5000);
    expect(await outcome).toBe('AbortError');
    // The health of the gateway is not affected.
    const { data } = await server.query('{ shops { gateways { health { lastFailureAt lastSuccessAt circuit } } } }');
    const health = { lastFailureAt: null, lastSuccessAt: null, circuit: 'CLOSED' };
    expect(data?.shops).toEqual([{ gateways: [{ health }] }]);
  });

  test('a call goes on when one of its two clients disconnects', async () => {
    server = await startTestServer({ settings: uncached });
    let left = 0;
    server.onCall(() => (request, response) => {
      response.once('close', () => {
        left += Number(!response.writableFinished);
      });
      return later(300)(request, response);
    });
    const client = new AbortController();
    const gone = server.query(order('status'), { signal: client.signal }).catch((error: Error) => error.name);
    await wait(50);
    const stays = server.query(order('status'));
    await wait(50);
    client.abort();
    expect(await gone).toBe('AbortError');
    expect((await stays).errors).toEqual([]);
    expect((await stays).plan?.orders).toMatchObject([{ joined: true }]);
    expect(left).toBe(0);
    expect(server.calls()).toHaveLength(1);
  });

  test('a query right after an aborted call is answered by a call of its own', async () => {
    server = await startTestServer({ settings: uncached });
    const gateway = silent();
    server.onCall((_call, before) => (before === 0 ? gateway.responder : undefined));
    const client = new AbortController();
    const gone = server.query(order('status'), { signal: client.signal }).catch(() => undefined);
    await gateway.firstCall();
    client.abort();
    await gone;
    for (let time = 0; time < 5; time += 1) expect((await server.query(order('status'))).errors).toEqual([]);
  });

  test('a queued call is not made when its client disconnects', async () => {
    server = await startTestServer({ settings: uncached, gatewaySettings: { maxConcurrent: 1 } });
    server.onCall(({ orderId }) => (orderId === '1' ? later(300) : undefined));
    const first = server.query(order('status').replace('"7"', '"1"'));
    await wait(50);
    const client = new AbortController();
    const gone = server.query(order('status'), { signal: client.signal }).catch(() => undefined);
    await wait(50);
    client.abort();
    await gone;
    expect((await first).errors).toEqual([]);
    await wait(50);
    expect(server.calls().map(({ orderId }) => orderId)).toEqual(['1']);
    expect((await server.query(order('status'))).errors).toEqual([]);
  });
});

test('a query that joins a call in flight waits until its own deadline', async () => {
  server = await startTestServer({ settings: { ...uncached, deadlines: { requestMs: 2000 } } });
  server.onCall(() => later(2800));
  const first = server.query(order('status'));
  await wait(1200);
  const second = server.query(order('status'));
  let isReplied = false;
  void second.then(() => {
    isReplied = true;
  });
  await first;
  expect(isReplied).toBe(false);
  const answers = await Promise.all([first, second]);
  expect(answers[0]?.errors[0]?.extensions).toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    gateway: 'VV_TOOL',
    shop: 'shop',
    orderId: '7',
  });
  expect(answers[1]?.errors).toEqual([]);
  expect(server.calls()).toHaveLength(1);
});

test('who is waited for joins no call in the background that still waits for its turn', async () => {
  const sent: RequestScope[] = [];
  const inBackgroundStage: { current: 'QUEUE' | 'GATEWAY' } = { current: 'QUEUE' };
  const load = createCoalesce({ joined: 0 })(({ scope }) => {
    sent.push(scope);
    scope.stage = scope.isBackground ? inBackgroundStage.current : 'GATEWAY';
    return new Promise(() => {});
  });
  const shopGateway = { credential: 'account', compiled: { definition: { type: 'VV_TOOL' } } };
  const ask = (orderId: string, isBackground: boolean) =>
    void load({
      request: {
        ...{ key: { shop: 'shop', orderId }, needed: [], attributeKeys: [], gateways: [shopGateway], trace: {} },
        upstreamShop: { shop: { id: 'shop' } },
      },
      scope: { caller: 'one', isBackground, deadline: performance.now() + 1_000, cancellation: new Cancellation() },
    } as unknown as Parameters<typeof load>[0]);
  ask('1', true);
  ask('1', false);
  expect(sent.map(({ isBackground }) => isBackground)).toEqual([true, false]);
  ask('1', true);
  ask('1', false);
  expect(sent).toHaveLength(2);
  inBackgroundStage.current = 'GATEWAY';
  ask('2', true);
  ask('2', false);
  expect(sent).toHaveLength(3);
});
