// Tests the rate limit and the limit of concurrent calls through the server, as a gateway sees them.
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type CountingGateway, mostSurelyWithin, startCountingGateway } from '../../support/countingGateway.js';
import { expectNamed } from '../../support/faults.js';
import { SECRET, shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import type { Part } from '../../support/json.js';
import { ordersQuery, type QueryResult, refsOf } from '../../support/sendQuery.js';
import { startTestServer, type TestServer } from '../../support/testServer.js';

describe('rate limit of a server', () => {
  let counter: CountingGateway;
  /** One that nobody is connected to. */
  let fresh: CountingGateway | undefined;
  let server: TestServer | undefined;
  beforeAll(async () => {
    counter = await startCountingGateway();
  });
  afterAll(() => counter.close());
  afterEach(async () => {
    await server?.close();
    fresh?.close();
    await counter.take();
  });
  const atCounter = (more: Part) => () => [{ ...shopOf(VV_TOOL, counter.url, more), id: 'shop' }];
  const query = ordersQuery('status');
  const many = (count: number, from = 0) => ({
    variables: {
      refs: refsOf(
        'shop',
        Array.from({ length: count }, (_nothing, index) => 1 + from + index),
      ),
    },
  });

  test('a query of 25 orders starts no more than 10 calls a second', async () => {
    server = await startTestServer({ shops: atCounter({ requestsPerSecond: 10 }) });
    const { errors, plan } = await server.query(query, many(25));
    expect(errors).toEqual([]);
    const starts = await counter.take();
    expect(starts).toHaveLength(25);
    expect(mostSurelyWithin(starts, 1000)).toBeLessThanOrEqual(10);
    expect(plan?.orders.filter(({ waitedMs }) => waitedMs > 900)).toHaveLength(15);
  });

  test('a process that is busy while it connects starts no more than 10 calls a second', async () => {
    fresh = await startCountingGateway();
    const shop = { ...shopOf(VV_TOOL, fresh.url, { requestsPerSecond: 10 }), id: 'shop' };
    server = await startTestServer({ shops: () => [shop] });
    const { port } = new URL(fresh.url);
    const { connect } = Socket.prototype;
    let isHeldUp = false;
    const holdUp = jest.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...to) {
      if (!isHeldUp && JSON.stringify(to).includes(port)) {
        isHeldUp = true;
        const end = performance.now() + 900;
        while (performance.now() < end);
      }
      return connect.apply(this, to);
    });
    const { errors } = await server.query(query, many(25)).finally(() => holdUp.mockRestore());
    expect(isHeldUp).toBe(true);
    expect(errors).toEqual([]);
    const arrivals = await fresh.take();
    expect(arrivals).toHaveLength(25);
    expect(mostSurelyWithin(arrivals, 1000)).toBeLessThanOrEqual(10);
  });

  /** Of fifteen calls ten start at once, and the others a second later. */
  async function expectTen({ errors, plan }: QueryResult): Promise<void> {
    expect(errors).toEqual([]);
    expect(mostSurelyWithin(await counter.take(), 1000)).toBeLessThanOrEqual(10);
    expect(plan?.orders.filter(({ waitedMs }) => waitedMs > 900)).toHaveLength(5);
  }

  test('VV_TOOL is limited to 10 calls a second by default', async () => {
    server = await startTestServer({ shops: atCounter({ requestsPerSecond: undefined }) });
    await expectTen(await server.query(query, many(15)));
  });

  test('shops that share an account share its rate limit', async () => {
    const twins = () =>
      ['shop', 'twin'].map((id) => ({ ...shopOf(VV_TOOL, counter.url, { requestsPerSecond: 10 }), id }));
    server = await startTestServer({ shops: twins });
    const refs = [...many(8).variables.refs, ...refsOf('twin', [1, 2, 3, 4, 5, 6, 7])];
    await expectTen(await server.query(query, { variables: { refs } }));
  });

  test('orders whose calls cannot start before the deadline fail at once, and the others are answered', async () => {
    server = await startTestServer({
      shops: atCounter({ requestsPerSecond: 5 }),
      settings: { deadlines: { requestMs: 1500 } },
    });
    const page = server.query(query, many(30));
    await new Promise((resolve) => setTimeout(resolve, 100));
    let isPageAnswered = false;
    void page.then(() => {
      isPageAnswered = true;
    });
    const single = await server.query(query, many(1, 100));
    expect(isPageAnswered).toBe(false);
    expect(single.errors[0]?.extensions).toMatchObject({
      code: 'UPSTREAM_THROTTLED',
      gateway: 'VV_TOOL',
      shop: 'shop',
      orderId: '101',
      retryable: true,
      retryAfterMs: expect.any(Number),
    });
    const answer = await page;
    expectNamed(answer);
    const orders = answer.data?.orders as unknown as readonly unknown[] | undefined;
    const answered = orders?.filter((order) => order !== null) ?? [];
    expect(answered).toHaveLength(10);
    expect(answered.length + answer.errors.length).toBe(30);
    for (const { extensions } of answer.errors) expect(extensions.code).toBe('UPSTREAM_THROTTLED');
    expect(answer.text).not.toContain(SECRET);
  });
});

test('no more than maxConcurrent calls are in flight', async () => {
  const server = await startTestServer({ gatewaySettings: { maxConcurrent: 3 } });
  let inside = 0;
  let most = 0;
  server.onCall(() => (request, response) => {
    inside += 1;
    most = Math.max(most, inside);
    setTimeout(() => {
      inside -= 1;
      const { orderId } = VV_TOOL.callOf(request);
      const reply = VV_TOOL.reply({ base_info: { id_of_str: orderId, status: 'success' } });
      response.end(JSON.stringify(reply));
    }, 20);
    return undefined;
  });
  const { errors } = await server.query(ordersQuery('status'), {
    variables: {
      refs: refsOf(
        'shop',
        Array.from({ length: 20 }, (_nothing, index) => 1 + index),
      ),
    },
  });
  await server.close();
  expect(errors).toEqual([]);
  expect(most).toBe(3);
});
