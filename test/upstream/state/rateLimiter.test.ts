// Tests the rate limiter of one process: never more than N starts in a second, and nearly N of them under load.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { createLocalRateLimiter, type OnSent, type RateLimiter } from '../../../src/upstream/state/rateLimiter.js';
import { mostWithin } from '../../support/countingGateway.js';

describe('local rate limiter', () => {
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

  test('no second has more than N starts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(99), arrivals, async (whole, hundredths, calls) => {
        const n = whole + hundredths / 100;
        expect(mostWithin(await startsOf(createLocalRateLimiter(n), calls), 1000)).toBeLessThanOrEqual(n);
      }),
      { numRuns: 300 },
    );
  });

  test('no second has more than N calls that go out, however long each is delayed', async () => {
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

  test('ten calls that go out a second late delay the next ten', async () => {
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

  test('no two starts are closer than a limit below one a second allows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 99 }), arrivals, async (hundredths, calls) => {
        const starts = await startsOf(createLocalRateLimiter(hundredths / 100), calls);
        expect(mostWithin(starts, 100_000 / hundredths)).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  test('at least nine tenths of N start each second while calls are waiting', async () => {
    for (const n of [1, 2, 5, 10, 20, 40]) {
      const starts = await startsOf(createLocalRateLimiter(n), Array<readonly [number, number]>(n * 20).fill([0, 0]));
      expect(((starts.length - n) * 1000) / ((starts.at(-1) ?? 0) - (starts[0] ?? 0))).toBeGreaterThan(n * 0.9);
    }
  });

  test('the rate limiter predicts when a start is free behind other calls', async () => {
    const pace = createLocalRateLimiter(3);
    expect([0, 2, 3, 7].map(pace.expectedMs)).toEqual([0, 0, 1060, 2120]);
    start(pace);
    pass(100);
    start(pace);
    expect([0, 1, 2, 3, 4, 6].map(pace.expectedMs)).toEqual([0, 960, 1060, 1060, 2020, 2120]);
  });

  test('a call that gives up uses no start', async () => {
    const pace = createLocalRateLimiter(1);
    start(pace);
    for (let time = 0; time < 10; time += 1) expect(await pace.take()).toBeGreaterThan(0);
    pass(1100);
    expect(pace.take()).toBeInstanceOf(Function);
  });
});
