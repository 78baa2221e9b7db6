// How often a gateway is asked: never more than N starts in a second, in turns, and never too late.
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Cancellation } from '../../../src/upstream/cancellation.js';
import type { RequestScope } from '../../../src/upstream/requestScope.js';
import { createFairQueue } from '../../../src/upstream/state/fairQueue.js';
import { createLocalRateLimiter, type OnSent, type RateLimiter } from '../../../src/upstream/state/rateLimiter.js';
import {
  type CountingGateway,
  mostSurelyWithin,
  mostWithin,
  startCountingGateway,
} from '../../support/countingGateway.js';
import { expectNamed } from '../../support/faults.js';
import { SECRET, shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import type { Part } from '../../support/json.js';
import { ordersQuery, type QueryResult, refsOf } from '../../support/sendQuery.js';
import { startTestServer, type TestServer } from '../../support/testServer.js';

describe('the pace of one process', () => {
  const TIMERS = ['hrtime', 'nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'Date'] as const;
  const MORE_TIMERS = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
  const pass = (ms: number) => jest.advanceTimersByTime(ms);
  beforeAll(() => {
    jest.useFakeTimers({ doNotFake: [...TIMERS, ...MORE_TIMERS] });
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  const start = (pace: RateLimiter): void => (pace.take() as OnSent)();

  /** Calls that come after pauses, and each wakes late by a little. */
  async function startsOf(pace: RateLimiter, calls: readonly (readonly [pause: number, late: number])[]) {
    const starts: number[] = [];
    for (const [pause, late] of calls) {
      pass(pause);
      let taken = await pace.take();
      for (; typeof taken === 'number'; taken = await pace.take()) pass(Math.ceil(taken) + late);
      taken();
      starts.push(performance.now());
    }
    return starts;
  }

  /** Starts a call that is still on its way for a while: on a new connection, or because the process is busy. */
  async function slowly(pace: RateLimiter, calls: readonly (readonly [pause: number, wayMs: number])[]) {
    const starts: number[] = [];
    const under: { at: number; sent: OnSent }[] = [];
    const passSending = (ms: number): void => {
      const end = performance.now() + ms;
      for (;;) {
        under.sort((one, other) => one.at - other.at);
        const next = under[0];
        if (next === undefined || next.at > end) break;
        pass(Math.max(0, next.at - performance.now()));
        under.shift();
        starts.push(performance.now());
        next.sent();
      }
      pass(end - performance.now());
    };
    for (const [pause, wayMs] of calls) {
      passSending(pause);
      let taken = await pace.take();
      for (; typeof taken === 'number'; taken = await pace.take()) passSending(Math.ceil(taken));
      under.push({ at: performance.now() + wayMs, sent: taken });
    }
    passSending(10_000);
    return starts;
  }

  const arrivals = fc.array(fc.tuple(fc.nat(300), fc.nat(50)), { minLength: 1, maxLength: 120 });

  test('never more than N starts in any second', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(99), arrivals, async (whole, hundredths, calls) => {
        const n = whole + hundredths / 100;
        expect(mostWithin(await startsOf(createLocalRateLimiter(n), calls), 1000)).toBeLessThanOrEqual(n);
      }),
      { numRuns: 300 },
    );
  });

  test('never more than N go out in any second, however long each is on its way', async () => {
    const calls = fc.array(fc.tuple(fc.nat(300), fc.nat(3_000)), { minLength: 1, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), calls, async (n, some) => {
        const starts = await slowly(createLocalRateLimiter(n), some);
        expect(starts).toHaveLength(some.length);
        expect(mostWithin(starts, 1000)).toBeLessThanOrEqual(n);
      }),
      { numRuns: 200 },
    );
  });

  test('ten that go out a second late keep the next ten back', async () => {
    const pace = createLocalRateLimiter(10);
    const first = Array.from({ length: 10 }, () => pace.take() as OnSent);
    pass(1000);
    expect(pace.take()).toBe(1060);
    for (const sent of first) sent();
    pass(1059);
    expect(pace.take()).toBe(1);
    pass(1);
    expect(pace.take()).toBeInstanceOf(Function);
  });

  test('below one a second, no two starts are closer than they may be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 99 }), arrivals, async (hundredths, calls) => {
        const starts = await startsOf(createLocalRateLimiter(hundredths / 100), calls);
        expect(mostWithin(starts, 100_000 / hundredths)).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  test('at least nine tenths of N where calls are always waiting', async () => {
    for (const n of [1, 2, 5, 10, 20, 40]) {
      const starts = await startsOf(createLocalRateLimiter(n), Array<readonly [number, number]>(n * 20).fill([0, 0]));
      expect(((starts.length - n) * 1000) / ((starts.at(-1) ?? 0) - (starts[0] ?? 0))).toBeGreaterThan(n * 0.9);
    }
  });

  test('tells when a start will be free after others', async () => {
    const pace = createLocalRateLimiter(3);
    expect([0, 2, 3, 7].map(pace.expectedMs)).toEqual([0, 0, 1060, 2120]);
    start(pace);
    pass(100);
    start(pace);
    expect([0, 1, 2, 3, 4, 6].map(pace.expectedMs)).toEqual([0, 960, 1060, 1060, 2020, 2120]);
  });

  test('a call that is given up takes no start', async () => {
    const pace = createLocalRateLimiter(1);
    start(pace);
    for (let time = 0; time < 10; time += 1) expect(await pace.take()).toBeGreaterThan(0);
    pass(1100);
    expect(pace.take()).toBeInstanceOf(Function);
  });
});

describe('the queue', () => {
  const scopeOf = (caller: string, ms = 60_000, cancellation = new Cancellation()): RequestScope => ({
    caller,
    deadline: performance.now() + ms,
    cancellation: cancellation,
  });
  /** A pace that a test hands out start by start. */
  function byHand(eachMs = 0) {
    const free: (() => void)[] = [];
    const pace: RateLimiter = {
      take: () => new Promise((resolve) => free.push(() => resolve(() => {}))),
      expectedMs: (ahead) => ahead * eachMs,
    };
    return { pace, next: () => free.shift()?.() };
  }
  function queueBefore(pace: RateLimiter | undefined, maxConcurrent = Number.POSITIVE_INFINITY) {
    const queue = createFairQueue({ rateLimiter: pace, maxConcurrent });
    return async (scope: RequestScope) => queue.enter(scope);
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  test('callers take turns: two hundred do not starve one', async () => {
    const { pace, next } = byHand();
    const enter = queueBefore(pace);
    const started: string[] = [];
    const start = (caller: string) => void enter(scopeOf(caller)).then(() => started.push(caller));
    for (let call = 0; call < 200; call += 1) start('page');
    start('single');
    for (let call = 0; call < 3; call += 1) start('other');
    for (let turn = 0; turn < 10; turn += 1) {
      next();
      await settle();
    }
    expect(started.slice(0, 4).sort()).toEqual(['other', 'page', 'page', 'single']);
    expect(started.filter((caller) => caller === 'other')).toHaveLength(3);
  });

  test('a caller’s place counts its own calls, and of others no more than take turns with it', async () => {
    const { pace } = byHand(100);
    const enter = queueBefore(pace);
    for (let call = 0; call < 200; call += 1) enter(scopeOf('page')).catch(() => {});
    let isRefused = false;
    enter(scopeOf('single', 500)).catch(() => {
      isRefused = true;
    });
    await settle();
    expect(isRefused).toBe(false);
    await expect(enter(scopeOf('page', 500))).rejects.toMatchObject({ code: 'UPSTREAM_THROTTLED' });
  });

  test('refuses at once what cannot start in time, and says when to come back', async () => {
    const { pace } = byHand(100);
    const enter = queueBefore(pace);
    for (let call = 0; call < 50; call += 1) enter(scopeOf('page')).catch(() => {});
    const began = performance.now();
    const refusal = await enter(scopeOf('page', 1000)).catch((fault: unknown) => fault);
    expect(refusal).toMatchObject({ code: 'UPSTREAM_THROTTLED', details: { retryable: true } });
    expect((refusal as { details: { retryAfterMs: number } }).details.retryAfterMs).toBeGreaterThan(3500);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('who need not wait does not, and who has gone takes no start', () => {
    const take = jest.fn(() => () => {});
    const queue = createFairQueue({ rateLimiter: { take, expectedMs: () => 0 }, maxConcurrent: 1 });
    const gone = new Cancellation();
    gone.cancel();
    expect(() => queue.enter(scopeOf('page', 60_000, gone))).toThrow('deadline');
    expect(take).not.toHaveBeenCalled();
    expect(queue.enter(scopeOf('page'))).not.toBeInstanceOf(Promise);
    expect(queue.enter(scopeOf('page'))).toBeInstanceOf(Promise);
  });

  test('who has gone takes no turn and no start', async () => {
    let taken = 0;
    const pace: RateLimiter = {
      take: async () => {
        taken += 1;
        return taken > 1 ? 50 : () => {};
      },
      expectedMs: () => 0,
    };
    const enter = queueBefore(pace, 1);
    const { leave } = await enter(scopeOf('page'));
    const gone = new Cancellation();
    const left = enter(scopeOf('page', 60_000, gone));
    gone.cancel();
    leave();
    await expect(left).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(taken).toBe(1);
  });

  test('each start is told once: when its call has gone out, or else at its end', async () => {
    const tell = jest.fn();
    const enter = queueBefore({ take: () => tell, expectedMs: () => 0 });
    const { onSent, leave } = await enter(scopeOf('page'));
    onSent?.();
    expect(tell).toHaveBeenCalledTimes(1);
    leave();
    expect(tell).toHaveBeenCalledTimes(1);
    (await enter(scopeOf('page'))).leave();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  test('holds no more than its places, and each is given back once', async () => {
    const enter = queueBefore(undefined, 2);
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, async (_nothing, index) => {
        const { leave } = await enter(scopeOf(`caller ${index % 3}`));
        inside += 1;
        most = Math.max(most, inside);
        await settle();
        inside -= 1;
        leave();
        leave();
      }),
    );
    expect(most).toBe(2);
  });
});

describe('through the server', () => {
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

  test('a page of 25 orders at 10 a second', async () => {
    server = await startTestServer({ shops: atCounter({ requestsPerSecond: 10 }) });
    const { errors, plan } = await server.query(query, many(25));
    expect(errors).toEqual([]);
    const starts = await counter.take();
    expect(starts).toHaveLength(25);
    expect(mostSurelyWithin(starts, 1000)).toBeLessThanOrEqual(10);
    expect(plan?.orders.filter(({ waitedMs }) => waitedMs > 900)).toHaveLength(15);
  });

  test('a page at 10 a second from a process that is busy when it connects', async () => {
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

  test('VV_TOOL is asked 10 times a second where the settings say nothing', async () => {
    server = await startTestServer({ shops: atCounter({ requestsPerSecond: undefined }) });
    await expectTen(await server.query(query, many(15)));
  });

  test('shops that share an account share its pace', async () => {
    const twins = () =>
      ['shop', 'twin'].map((id) => ({ ...shopOf(VV_TOOL, counter.url, { requestsPerSecond: 10 }), id }));
    server = await startTestServer({ shops: twins });
    const refs = [...many(8).variables.refs, ...refsOf('twin', [1, 2, 3, 4, 5, 6, 7])];
    await expectTen(await server.query(query, { variables: { refs } }));
  });

  test('what cannot start before its deadline fails at once, the rest stand', async () => {
    server = await startTestServer({
      shops: atCounter({ requestsPerSecond: 5 }),
      settings: { deadlines: { requestMs: 1500 } },
    });
    const page = server.query(query, many(30));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const single = await server.query(query, many(1, 100));
    expect(single.ms).toBeLessThan(1400);
    expect(single.errors[0]?.extensions).toMatchObject({
      code: 'UPSTREAM_THROTTLED',
      gateway: 'VV_TOOL',
      shop: 'shop',
      orderId: '101',
      retryable: true,
      retryAfterMs: expect.any(Number),
    });
    const told = await page;
    expectNamed(told);
    const orders = told.data?.orders as unknown as readonly unknown[] | undefined;
    const answered = orders?.filter((order) => order !== null) ?? [];
    expect(answered).toHaveLength(10);
    expect(answered.length + told.errors.length).toBe(30);
    for (const { extensions } of told.errors) expect(extensions.code).toBe('UPSTREAM_THROTTLED');
    expect(told.text).not.toContain(SECRET);
  });
});

test('maxConcurrent: no more calls in flight than that', async () => {
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
