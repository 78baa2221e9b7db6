// Tests Redis as the second level of the cache: shared, encrypted, and not needed.
import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import type { Part } from '../../support/json.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';
import { answerOf, startTestServer, type TestServer } from '../../support/testServer.js';

const ORDER = '{ order(shop: "shop", orderId: "7") { receiver { name city } stale } }';
const RECEIVER = 'Sentinel Person';

let redis: TestRedis;
let stubGateway: StubGateway;
const servers: TestServer[] = [];

beforeAll(async () => {
  redis = await startRedis();
  stubGateway = await startStubGateway();
});
afterAll(async () => {
  await redis.close();
  await stubGateway.close();
});
beforeEach(async () => {
  await redis.client.flushall();
  stubGateway.take();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function replica(cache: Part = {}, more: Part = {}): Promise<TestServer> {
  const server = await startTestServer({ settings: { retries: 0, cache, ...more }, redisUrl: redis.url, stubGateway });
  server.onCall(() => (request) => ({
    body: answerOf(VV_TOOL, request, (document) => ({
      ...document,
      nativeLogistics: { ...(document.nativeLogistics as Part), contactPerson: RECEIVER },
    })),
  }));
  servers.push(server);
  await until(async () => (await server.query('{ shops { id } }')).status === 200);
  return server;
}

async function until(isSo: () => Promise<boolean>, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come about.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const stored = async (): Promise<readonly (readonly [key: string, value: Buffer])[]> => {
  const keys = await redis.client.keys('ordergraph:order:*');
  return Promise.all(keys.map(async (key) => [key, (await redis.client.getBuffer(key)) ?? Buffer.alloc(0)] as const));
};
const isStored = async (): Promise<boolean> => (await stored()).length > 0;

/** The cache state of the order. */
const cacheOf = async (server: TestServer): Promise<string | undefined> =>
  (await server.query(ORDER)).plan?.orders[0]?.cache;

test('an order that one process fetched is served by another, which fetches missing subtrees alone', async () => {
  const one = await replica();
  expect((await one.query(ORDER)).errors).toEqual([]);
  await until(isStored);
  expect(one.calls()).toHaveLength(1);
  const other = await replica();
  await until(async () => (await cacheOf(other)) === 'HIT');
  const { data, errors, plan } = await other.query(
    '{ order(shop: "shop", orderId: "7") { receiver { name } invoice { title } } }',
  );
  expect(errors).toEqual([]);
  expect(plan?.orders).toMatchObject([{ cache: 'PARTIAL', subtrees: ['OrderInvoice'], attempts: 1 }]);
  expect(data?.order).toEqual({ receiver: { name: RECEIVER }, invoice: { title: 'Sentinel Ltd' } });
});

describe('stored documents', () => {
  test('stored documents are compressed, and expire', async () => {
    const one = await replica();
    await one.query(ORDER);
    await until(isStored);
    const [[key, value]] = (await stored()) as [readonly [string, Buffer]];
    expect(key).toMatch(/^ordergraph:order:[\w-]{43}$/);
    expect(JSON.parse(gunzipSync(value).toString())).toMatchObject({ subtrees: ['NativeLogistics'] });
    expect(await redis.client.ttl(key)).toBeGreaterThan(80_000);
  });

  test('stored documents hold no plain text when an encryption key is set', async () => {
    const one = await replica({ encryptionKey: randomBytes(32).toString('base64') });
    await one.query(ORDER);
    await until(isStored);
    const [[, value]] = (await stored()) as [readonly [string, Buffer]];
    const traces = [RECEIVER, Buffer.from(RECEIVER).toString('base64'), '杭州市', 'NativeLogistics', 'fetchedAt'];
    for (const trace of traces) expect(value.includes(Buffer.from(trace))).toBe(false);
    for (let at = 0; at < value.length - 1; at += 1) {
      expect(value[at] === 0x1f && value[at + 1] === 0x8b && isReadableFrom(value, at)).toBe(false);
    }
  });

  test('a document is encrypted with another nonce each time', async () => {
    const encryptionKey = randomBytes(32).toString('base64');
    const one = await replica({ encryptionKey, openSeconds: 0 });
    await one.query(ORDER);
    await until(isStored);
    const [[, first]] = (await stored()) as [readonly [string, Buffer]];
    await one.query(ORDER);
    await until(async () => !(await stored())[0]?.[1].equals(first));
    const [[, second]] = (await stored()) as [readonly [string, Buffer]];
    expect(second.subarray(0, 12).equals(first.subarray(0, 12))).toBe(false);
  });
});

function isReadableFrom(value: Buffer, at: number): boolean {
  try {
    gunzipSync(value.subarray(at));
    return true;
  } catch {
    return false;
  }
}

describe('invalid stored values', () => {
  const encryptionKey = randomBytes(32).toString('base64');
  const flip = (value: Buffer, at: number): Buffer => {
    const changed = Buffer.from(value);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  };
  const garbage: readonly (readonly [string, (value: Buffer) => Buffer])[] = [
    ['that is changed at its start', (value) => flip(value, 0)],
    ['with another tag', (value) => flip(value, 13)],
    ['that is changed at its end', (value) => flip(value, value.length - 1)],
    ['that is cut off', (value) => value.subarray(0, value.length - 5)],
    ['that is cut to almost nothing', (value) => value.subarray(0, 16)],
    ['that is empty', () => Buffer.alloc(0)],
    ['that is some text', () => Buffer.from('hello')],
    ['that is not encrypted', () => gzipSync('{"document":{},"envelope":{},"subtrees":[],"fetchedAt":1}')],
  ];
  test.each(garbage)('a stored value %s counts as a cache miss', async (_what, change) => {
    await (await replica({ encryptionKey })).query(ORDER);
    await until(isStored);
    const [[key, value]] = (await stored()) as [readonly [string, Buffer]];
    await redis.client.set(key, change(value));
    const other = await replica({ encryptionKey });
    const { data, errors, plan } = await other.query(ORDER);
    expect({ errors, cache: plan?.orders[0]?.cache }).toEqual({ errors: [], cache: 'MISS' });
    expect(data?.order).toEqual({ receiver: { name: RECEIVER, city: '杭州市' }, stale: false });
  });

  test('a stored document from the future is not fresh, and is replaced', async () => {
    await (await replica()).query(ORDER);
    await until(isStored);
    const [[key, value]] = (await stored()) as [readonly [string, Buffer]];
    const entry = JSON.parse(gunzipSync(value).toString()) as { fetchedAt: number };
    const future = gzipSync(JSON.stringify({ ...entry, fetchedAt: entry.fetchedAt + 3_600_000 }));
    await redis.client.set(key, future);
    expect(await cacheOf(await replica())).toBe('MISS');
    await until(async () => !(await redis.client.getBuffer(key))?.equals(future));
    expect(await cacheOf(await replica())).toBe('HIT');
  });

  const foreign = [null, 1, 'x', [], {}, { document: null }, { document: {}, envelope: {}, subtrees: 'x' }];
  test.each(foreign.map((value) => [JSON.stringify(value)]))(
    'a stored value of compressed %s counts as a cache miss',
    async (text) => {
      await (await replica()).query(ORDER);
      await until(isStored);
      const [[key]] = (await stored()) as [readonly [string, Buffer]];
      await redis.client.set(key, gzipSync(text));
      const { errors, plan } = await (await replica()).query(ORDER);
      expect({ errors, cache: plan?.orders[0]?.cache }).toEqual({ errors: [], cache: 'MISS' });
    },
  );

  test('a stored value that is encrypted with another key counts as a cache miss', async () => {
    await (await replica({ encryptionKey })).query(ORDER);
    await until(isStored);
    const other = await replica({ encryptionKey: randomBytes(32).toString('base64') });
    expect(await cacheOf(other)).toBe('MISS');
  });

  test('a stored value of another order counts as a cache miss', async () => {
    const one = await replica({ encryptionKey });
    await one.query(ORDER);
    await until(isStored);
    const [[key, value]] = (await stored()) as [readonly [string, Buffer]];
    await redis.client.del(key);
    await one.query(ORDER.replace('"7"', '"8"'));
    await until(isStored);
    const [[otherKey]] = (await stored()) as [readonly [string, Buffer]];
    await redis.client.set(otherKey, value);
    const { plan } = await (await replica({ encryptionKey })).query(ORDER.replace('"7"', '"8"'));
    expect(plan?.orders[0]?.cache).toBe('MISS');
  });
});

describe('server without Redis', () => {
  test('queries are answered while Redis is down, and documents are stored again once it is back', async () => {
    const one = await replica({ openSeconds: 0 });
    await one.query(ORDER);
    await redis.kill();
    for (let time = 0; time < 5; time += 1) {
      const { errors, plan } = await one.query(ORDER);
      expect({ errors, cache: plan?.orders[0]?.cache }).toEqual({ errors: [], cache: 'MISS' });
    }
    await redis.start();
    await until(async () => {
      expect((await one.query(ORDER)).errors).toEqual([]);
      return isStored();
    });
    const other = await replica();
    await until(async () => (await cacheOf(other)) === 'HIT');
  });

  test('queries are answered while Redis hangs, and documents are stored again once it goes on', async () => {
    const one = await replica({ openSeconds: 0 });
    await one.query(ORDER);
    redis.hang();
    for (let time = 0; time < 3; time += 1) {
      const { errors, ms } = await one.query(ORDER);
      expect(errors).toEqual([]);
      expect(ms).toBeLessThan(8000);
    }
    redis.wake();
    await until(async () => {
      await one.query(ORDER);
      return isStored();
    });
  });

  test('a server starts and answers while Redis is down', async () => {
    await redis.kill();
    const one = await startTestServer({ gatewaySettings: { requestsPerSecond: 5 }, redisUrl: redis.url });
    servers.push(one);
    expect((await one.query(ORDER)).errors).toEqual([]);
    await redis.start();
  });
});
