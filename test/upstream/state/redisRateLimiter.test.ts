// Tests the rate limit that processes share through Redis, whatever becomes of Redis.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OnSent, RateLimiter } from '../../../src/upstream/state/rateLimiter.js';
import { connectRedis, type RedisConnection } from '../../../src/upstream/state/redis.js';
import { createRedisRateLimiters } from '../../../src/upstream/state/redisRateLimiter.js';
import { createShare } from '../../../src/upstream/state/share.js';
import { type CountingGateway, mostSurelyWithin, startCountingGateway } from '../../support/countingGateway.js';
import { shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { type Replica, startReplica } from '../../support/replica.js';
import { ordersQuery, refsOf, sendQuery } from '../../support/sendQuery.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('rate limiter on Redis', () => {
  const log = { info: () => {}, warn: () => {} };
  const connections: RedisConnection[] = [];
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());
  beforeEach(async () => {
    await redis.client.flushall();
  });
  afterEach(async () => {
    for (const connection of connections.splice(0)) await connection.close();
  });

  async function processAt(requestsPerSecond: number): Promise<RateLimiter> {
    const connection = await connectRedis(redis.url, log);
    connections.push(connection);
    const share = createShare({ redis: connection, replicas: undefined, workers: 1 });
    return createRedisRateLimiters(connection, share)('account', requestsPerSecond);
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
    expect(steady.length / 4).toBeGreaterThanOrEqual(N * 0.9);
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
    expect(starts.length).toBeGreaterThan(7.5 * N * 0.5);
  });

  test('no query fails, and no second has more than N starts, when Redis forgets everything', async () => {
    await wait(1100);
    const loads = Promise.all(replicas.map((replica) => load(replica, 4_000)));
    await wait(1200);
    await redis.client.flushall();
    const outcomes = await loads;
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(mostSurelyWithin(await counter.take(), 1000)).toBeLessThanOrEqual(N);
  });

  test('processes that never saw their Redis start at most N calls a second together, and answer', async () => {
    const shops = [{ ...shopOf(VV_TOOL, counter.url, { requestsPerSecond: N }), id: 'shop' }];
    const nowhere = 'redis://127.0.0.1:1';
    const strangers = await Promise.all([1, 2, 3].map(() => startReplica({ shops }, nowhere)));
    const pages = strangers.map(({ url }, index) => {
      const refs = refsOf(
        'shop',
        Array.from({ length: N / 2 }, (_, at) => 1_000_000 + index * N + at),
      );
      return sendQuery(url, QUERY, { variables: { refs } });
    });
    expect((await Promise.all(pages)).flatMap(({ errors }) => errors)).toEqual([]);
    const arrivals = await counter.take();
    expect(arrivals).toHaveLength((strangers.length * N) / 2);
    expect(mostSurelyWithin(arrivals, 1000)).toBeLessThanOrEqual(N);
    await Promise.all(strangers.map((replica) => replica.close()));
  });
});
