// Tests the queue before a gateway: callers take turns, and a call that would start too late fails at once.
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { randomFrom } from '../../../src/sandbox/random.js';
import { Cancellation } from '../../../src/upstream/cancellation.js';
import type { RequestScope } from '../../../src/upstream/requestScope.js';
import { createFairQueue } from '../../../src/upstream/state/fairQueue.js';
import { createLocalRateLimiter, type RateLimiter } from '../../../src/upstream/state/rateLimiter.js';

describe('fair queue', () => {
  const scopeOf = (caller: string, ms = 60_000, cancellation = new Cancellation()): RequestScope => ({
    caller,
    deadline: performance.now() + ms,
    cancellation: cancellation,
  });
  const inBackground = (caller: string, ms?: number): RequestScope => ({ ...scopeOf(caller, ms), isBackground: true });
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

  test('callers take turns, so that two hundred calls of one do not starve another', async () => {
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

  test('the position of a call counts the calls of its caller, and those of others that take turns with it', async () => {
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

  test('a call that cannot start before its deadline fails at once, with the time to retry after', async () => {
    const { pace } = byHand(100);
    const enter = queueBefore(pace);
    for (let call = 0; call < 50; call += 1) enter(scopeOf('page')).catch(() => {});
    const began = performance.now();
    const refusal = await enter(scopeOf('page', 1000)).catch((fault: unknown) => fault);
    expect(refusal).toMatchObject({ code: 'UPSTREAM_THROTTLED', details: { retryable: true } });
    expect((refusal as { details: { retryAfterMs: number } }).details.retryAfterMs).toBeGreaterThan(3500);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('a call enters synchronously when nothing is before it, and a cancelled one takes no start', () => {
    const take = jest.fn(() => () => {});
    const queue = createFairQueue({ rateLimiter: { take, expectedMs: () => 0 }, maxConcurrent: 1 });
    const gone = new Cancellation();
    gone.cancel();
    expect(() => queue.enter(scopeOf('page', 60_000, gone))).toThrow('deadline');
    expect(take).not.toHaveBeenCalled();
    expect(queue.enter(scopeOf('page'))).not.toBeInstanceOf(Promise);
    expect(queue.enter(scopeOf('page'))).toBeInstanceOf(Promise);
  });

  test('a queued call that is cancelled takes no turn and no start', async () => {
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

  test('each start is reported once, when its call has gone out or else when it ends', async () => {
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

  test('no more than maxConcurrent calls are inside, and each leaves once', async () => {
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

  test('whoever is waited for goes before all that is called in the background', async () => {
    const enter = queueBefore(undefined, 2);
    const holders = await Promise.all([enter(scopeOf('page')), enter(scopeOf('page'))]);
    const started: string[] = [];
    const begin = (scope: RequestScope) => void enter(scope).then(() => started.push(scope.caller));
    for (let call = 0; call < 3; call += 1) begin(inBackground('sync'));
    begin(scopeOf('person'));
    await settle();
    holders[0]?.leave();
    await settle();
    expect(started).toEqual(['person']);
  });

  test('the background leaves half of the places inside free', async () => {
    const enter = queueBefore(undefined, 4);
    let started = 0;
    const begin = (scope: RequestScope) => void enter(scope).then(() => (started += 1));
    for (let call = 0; call < 9; call += 1) begin(inBackground('sync'));
    await settle();
    expect(started).toBe(2);
    begin(scopeOf('person'));
    begin(scopeOf('person'));
    await settle();
    expect(started).toBe(4);
  });

  test('where one place is all that there is, the background takes it while nobody is waited for', async () => {
    const enter = queueBefore(undefined, 1);
    const { leave } = await enter(inBackground('sync'));
    leave();
    await expect(enter(inBackground('sync'))).resolves.toBeDefined();
  });

  test('a call in the background whose deadline comes while there is no room is refused', async () => {
    const enter = queueBefore(undefined, 1);
    const { leave } = await enter(scopeOf('page'));
    const gone = new Cancellation();
    const waiting = enter({ ...inBackground('sync'), cancellation: gone });
    gone.cancel();
    leave();
    await expect(waiting).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  describe('by a clock of the test', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    const LATENCY_MS = 100;
    const SECONDS = 60;

    /** How long lookups took at so many a second, by chance, beside so many calls in the background, one after another. */
    async function lookups(perSecond: number, lanes: number) {
      const queue = createFairQueue({
        rateLimiter: createLocalRateLimiter(20),
        maxConcurrent: Number.POSITIVE_INFINITY,
      });
      const random = randomFrom(7);
      const end = performance.now() + SECONDS * 1_000;
      const took: number[] = [];
      let inBackgroundCalls = 0;
      const call = async (scope: RequestScope): Promise<void> => {
        const { onSent, leave } = await queue.enter(scope);
        onSent?.();
        await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
        leave();
      };
      const fill = async (): Promise<void> => {
        while (performance.now() < end) {
          await call(inBackground('sync', 15_000)).catch(() => {});
          inBackgroundCalls += 1;
        }
      };
      const look = async (): Promise<void> => {
        const began = performance.now();
        await call(scopeOf('person'));
        took.push(performance.now() - began);
      };
      for (let lane = 0; lane < lanes; lane += 1) void fill();
      while (performance.now() < end) {
        void look();
        await jest.advanceTimersByTimeAsync((-Math.log(1 - random()) * 1_000) / perSecond);
      }
      await jest.advanceTimersByTimeAsync(20_000);
      took.sort((one, other) => one - other);
      const percentile = (part: number): number => took[Math.floor(took.length * part)] ?? 0;
      return { p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), inBackgroundCalls };
    }

    test.each([[4], [8], [12], [16]])(
      'at 20 calls a second, %i lookups a second take at most twice as long while shops are filled in, which goes on',
      async (perSecond) => {
        const quiet = await lookups(perSecond, 0);
        const busy = await lookups(perSecond, 5);
        expect(busy.p50).toBeLessThanOrEqual(2 * quiet.p50);
        expect(busy.p95).toBeLessThanOrEqual(2 * quiet.p95);
        expect(busy.p99).toBeLessThanOrEqual(2 * quiet.p99);
        expect(busy.inBackgroundCalls).toBeGreaterThan(SECONDS / 10);
      },
    );
  });
});
