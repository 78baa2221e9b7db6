// Two processes and one Redis: together they keep to the pace, whatever becomes of Redis.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CountingGateway, mostSurelyWithin, startCountingGateway } from '../../support/countingGateway.js';
import { shopOf } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { type Replica, startReplica } from '../../support/replica.js';
import { ordersQuery, refsOf, sendQuery } from '../../support/sendQuery.js';

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

/** Pages of new orders, always more than the pace allows, until the time is over. */
async function load(replica: Replica, ms: number) {
  const end = performance.now() + ms;
  const told = { answered: 0, faults: [] as string[] };
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const ids = Array.from({ length: 10 }, () => {
        lastId += 1;
        return lastId;
      });
      const { errors, plan } = await sendQuery(replica.url, QUERY, { variables: { refs: refsOf('shop', ids) } });
      told.answered += Number(plan?.totals.orders) - errors.length;
      told.faults.push(...errors.map(({ extensions: { code } }) => code));
    }
  };
  await Promise.all([client(), client()]);
  return told;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('at full load, no second has more than N starts, and N are nearly reached', async () => {
  const told = await Promise.all(replicas.map((replica) => load(replica, 5_000)));
  const arrivals = await counter.take();
  expect(told.flatMap(({ faults }) => faults)).toEqual([]);
  expect(mostSurelyWithin(arrivals, 1000)).toBeLessThanOrEqual(N);
  const starts = arrivals.map(({ before }) => before);
  const steady = starts.filter((at) => at > (starts[0] ?? 0) + 1000 && at < (starts[0] ?? 0) + 5000);
  // One process alone, or each with half of it, would reach half.
  expect(steady.length / 4).toBeGreaterThan(N * 0.6);
  for (const { answered } of told) expect(answered).toBeGreaterThan(starts.length / 4);
});

test('Redis killed in the middle and started again: no failed query, and never too fast', async () => {
  await wait(1100);
  const loads = Promise.all(replicas.map((replica) => load(replica, 7_500)));
  await wait(1200);
  await redis.kill();
  await wait(1300);
  await redis.start();
  const told = await loads;
  const starts = await counter.take();
  expect(told.flatMap(({ faults }) => faults)).toEqual([]);
  expect(mostSurelyWithin(starts, 1000)).toBeLessThanOrEqual(N);
  expect(starts.length).toBeGreaterThan(7.5 * N * 0.3);
});
