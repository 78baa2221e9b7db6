// Tests the rate limit that processes share through Redis, whatever becomes of Redis.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { OnSent, RateLimiter } from '../../../src/upstream/state/rateLimiter.js';
import { connectRedis } from '../../../src/upstream/state/redis.js';
import { createRedisRateLimiters } from '../../../src/upstream/state/redisRateLimiter.js';
import { type CountingGateway, mostSurelyWithin, startCountingGateway } from '../../support/countingGateway.js';
import { shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { type Replica, startReplica } from '../../support/replica.js';
import { ordersQuery, refsOf, sendQuery } from '../../support/sendQuery.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => Promise<boolean>, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come about.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('rate limiter on Redis', () => {
  const log = { info: () => {}, warn: () => {} };
  const connections: Redis[] = [];
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());
  beforeEach(async () => {
    await redis.client.flushall();
  });
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.disconnect();
  });

  async function processAt(requestsPerSecond: number): Promise<RateLimiter> {
    const connection = await connectRedis(redis.url, log);
    connections.push(connection);
    await until(async () => connection.status === 'ready');
    return createRedisRateLimiters(connection, log)('account', requestsPerSecond);
  }

  test('a call that one process has not sent yet delays the calls of the others', async () => {
    const [one, other] = [await processAt(2), await processAt(2)];
    const held = [await one.take(), await other.take()] as OnSent[];
    for (const ms of [0, 1200]) {
      await wait(ms);
      // It goes out now at the earliest.
      expect(await other.take()).toBe(1060);
      expect(await one.take()).toBe(1060);
    }
    const began = performance.now();
    for (const sent of held) sent();
    for (let taken = await other.take(); typeof taken === 'number'; taken = await other.take()) await wait(taken);
    expect(performance.now() - began).toBeGreaterThan(1050);
  });

  test('a start that a hanging Redis takes late is used by nobody, and free a second later', async () => {
    const [one, other] = [await processAt(1), await processAt(1)];
    redis.hang();
    expect(await one.take()).toEqual(expect.any(Number));
    redis.wake();
    const began = performance.now();
    let taken = await other.take();
    expect(taken).toEqual(expect.any(Number));
    for (; typeof taken === 'number'; taken = await other.take()) await wait(taken);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('two processes with one Redis', () => {
  const N = 20;

  let redis: TestRedis;
  let counter: CountingGateway;
  let replicas: readonly Replica[];

  beforeAll(async () => {
    [redis, counter] = await Promise.all([startRedis(), startCountingGateway()]);
    const settings = { shops: [{ ...shopOf(VV_TOOL, counter.url, { requestsPerSecond: N }), id: 'shop' }] };
    replicas = await Promise.all([startReplica(settings, redis.url), startReplica(settings, redis.url)]);
  });
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.close()));
    counter.close();
    await redis.close();
  });

  const QUERY = ordersQuery('status');
  let lastId = 0;

  /** Queries new orders, always more than the rate limit allows, until the time is over. */
  async function load(replica: Replica, ms: number) {
    const end = performance.now() + ms;
    const outcome = { answered: 0, faults: [] as string[] };
    const client = async (): Promise<void> => {
      while (performance.now() < end) {
        const ids = Array.from({ length: 10 }, () => {
          lastId += 1;
          return lastId;
        });
        const { errors, plan } = await sendQuery(replica.url, QUERY, { variables: { refs: refsOf('shop', ids) } });
        outcome.answered += Number(plan?.totals.orders) - errors.length;
        outcome.faults.push(...errors.map(({ extensions: { code } }) => code));
      }
    };
    await Promise.all([client(), client()]);
    return outcome;
  }

  test('two processes at full load start nearly N calls a second together, and never more', async () => {
    const outcomes = await Promise.all(replicas.map((replica) => load(replica, 5_000)));
    const arrivals = await counter.take();
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(mostSurelyWithin(arrivals, 1000)).toBeLessThanOrEqual(N);
    const starts = arrivals.map(({ before }) => before);
    const steady = starts.filter((at) => at > (starts[0] ?? 0) + 1000 && at < (starts[0] ?? 0) + 5000);
    // One process alone, or each with half of it, would reach half.
    expect(steady.length / 4).toBeGreaterThan(N * 0.6);
    for (const { answered } of outcomes) expect(answered).toBeGreaterThan(starts.length / 4);
  });

  test('no query fails, and no second has more than N starts, when Redis is killed and started again', async () => {
    await wait(1100);
    const loads = Promise.all(replicas.map((replica) => load(replica, 7_500)));
    await wait(1200);
    await redis.kill();
    await wait(1300);
    await redis.start();
    const outcomes = await loads;
    const starts = await counter.take();
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(mostSurelyWithin(starts, 1000)).toBeLessThanOrEqual(N);
    expect(starts.length).toBeGreaterThan(7.5 * N * 0.3);
  });
});
