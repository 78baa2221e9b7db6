// Tests the connection to a real Redis that is there and does not serve: the reason is told, and so is the end.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connectRedis, type RedisConnection } from '../../../src/upstream/state/redis.js';
import { startRedis, type TestRedis } from '../../support/redis.js';

let redis: TestRedis;
let connections: RedisConnection[];
beforeEach(async () => {
  redis = await startRedis();
  connections = [];
});
afterEach(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await redis.close();
});

interface Line {
  readonly message: string;
  readonly reason?: string;
}

async function connect(url = redis.url) {
  const lines: Line[] = [];
  const connection = await connectRedis(url, {
    info: (message) => lines.push({ message }),
    warn: (details, message = '') => lines.push({ message, ...(details as { reason: string }) }),
  });
  connections.push(connection);
  return { connection, lines };
}

async function until(isSo: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come about.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const BACK: Line = { message: 'Redis answers' };
const isAway = ({ message }: Line): boolean => message.startsWith('Redis is away');
const reasonsIn = (lines: readonly Line[]): readonly string[] =>
  lines.filter(isAway).map(({ reason }) => String(reason));

describe('an outage while the server runs', () => {
  const makeReadOnly = () => redis.client.replicaof('127.0.0.1', 1);
  const outages: readonly (readonly [string, RegExp, () => unknown, () => unknown])[] = [
    ['is down', /ECONNREFUSED/, () => redis.kill(), () => redis.start()],
    ['hangs', /^Command timed out$/, () => redis.hang(), () => redis.wake()],
    [
      'is full',
      /^OOM command not allowed/,
      () => redis.client.config('SET', 'maxmemory', '1mb'),
      () => redis.client.config('SET', 'maxmemory', '0'),
    ],
    ['is a read-only replica', /^READONLY/, makeReadOnly, () => redis.client.replicaof('NO', 'ONE')],
    [
      'forbids scripts',
      /^NOPERM/,
      () => redis.client.call('ACL', 'SETUSER', 'default', '-eval'),
      () => redis.client.call('ACL', 'SETUSER', 'default', '+eval'),
    ],
  ];
  test.each(outages)(
    'a Redis that %s is told with its reason, and its end is told',
    async (_what, reason, begin, end) => {
      const { lines } = await connect();
      expect(lines).toEqual([BACK]);
      await begin();
      await until(() => reasonsIn(lines).some((told) => reason.test(told)));
      expect(lines.filter(({ message }) => message === BACK.message)).toHaveLength(1);
      await end();
      await until(() => lines.at(-1)?.message === BACK.message);
    },
  );

  test('a Redis whose documents cannot be written is away although it runs scripts', async () => {
    await redis.client.call('ACL', 'SETUSER', 'og', 'on', '>pw', '~*', '+@all', '-set');
    const { lines } = await connect(redis.url.replace('//', '//og:pw@'));
    expect(reasonsIn(lines)).toEqual([expect.stringMatching(/^NOPERM.*'set'/)]);
    await redis.client.call('ACL', 'SETUSER', 'og', '+set');
    await until(() => lines.at(-1)?.message === BACK.message);
  });

  test('a connection to a Redis that has become read-only is made anew, as its address may lead to another', async () => {
    const { connection } = await connect();
    let closes = 0;
    connection.client.on('close', () => {
      closes += 1;
    });
    await makeReadOnly();
    await until(() => closes > 0);
    await redis.client.replicaof('NO', 'ONE');
    await until(async () => (await connection.run((client) => client.set('a', 'b')).catch(String)) === 'OK');
  });
});

describe('a Redis that cannot be used from the start', () => {
  test('a password that is missing is told', async () => {
    await redis.client.config('SET', 'requirepass', 'right');
    expect(reasonsIn((await connect()).lines)).toEqual([expect.stringMatching(/^NOAUTH/)]);
  });

  test('a password that is wrong is told, and stands in no line', async () => {
    await redis.client.config('SET', 'requirepass', 'right');
    const { lines } = await connect(redis.url.replace('//', '//:wrong-one@'));
    expect(reasonsIn(lines)).toEqual([expect.stringMatching(/^WRONGPASS/)]);
    expect(JSON.stringify(lines)).not.toContain('wrong-one');
  });

  test('a database that Redis lacks is told, and no other is used in its place', async () => {
    const { connection, lines } = await connect(`${redis.url}/99`);
    expect(reasonsIn(lines)).toEqual(['ERR DB index is out of range']);
    for (let time = 0; time < 20; time += 1) {
      await expect(connection.run((client) => client.set('a', 'b'))).rejects.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await redis.client.dbsize()).toBe(0);
  });
});

test('the database in the address is used, after an outage as well', async () => {
  const { connection } = await connect(`${redis.url}/3`);
  const isWritten = async () => (await connection.run((client) => client.set('a', 'b')).catch(String)) === 'OK';
  expect(await isWritten()).toBe(true);
  await redis.kill();
  await redis.start();
  await until(isWritten);
  expect(await redis.client.dbsize()).toBe(0);
});

test('a command is not given to a Redis that has just timed out', async () => {
  const { connection } = await connect();
  redis.hang();
  await expect(connection.run((client) => client.get('a'))).rejects.toThrow('Command timed out');
  await expect(connection.run((client) => client.get('a'))).rejects.toThrow('Redis did not answer just now.');
  redis.wake();
});

describe('processes that share a Redis', () => {
  test('each process hears how many there are, and one that closes signs off', async () => {
    const { connection: one } = await connect();
    const { connection: other } = await connect();
    expect(other.processes()).toBe(2);
    await until(() => one.processes() === 2);
    await other.close();
    await until(() => one.processes() === 1);
  });

  test('a Redis that has forgotten everything cannot be relied on for a while', async () => {
    const { connection } = await connect();
    expect(connection.outageSince()).toBeUndefined();
    await redis.client.flushall();
    await until(() => connection.outageSince() !== undefined);
    await until(() => connection.outageSince() === undefined);
    expect(connection.processes()).toBe(1);
  });
});
