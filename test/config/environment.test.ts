// Tests the environment variables: their defaults, and how each mistake is reported.
import { expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/configErrors.js';
import { listenError, readEnvironment, readSandboxPort } from '../../src/config/environment.js';

const mistakesOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
};

const mistakesIn = (environment: Readonly<Record<string, string>>) => mistakesOf(() => readEnvironment(environment));

test('without environment variables the defaults hold', () => {
  expect(readEnvironment({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    configPath: undefined,
    redisUrl: undefined,
    databaseUrl: undefined,
    workers: 1,
    transport: 'node-fetch',
    logLevel: 'info',
    sandboxOrders: 400,
  });
});

test('every environment variable is read', () => {
  const environment = {
    PORT: '0',
    HOST: '::1',
    ORDERGRAPH_CONFIG: '/etc/ordergraph.yaml',
    REDIS_URL: 'rediss://user:p%40ss@redis.example:6380/3',
    DATABASE_URL: 'postgres://user:p%40ss@db.example:5433/orders?sslmode=require',
    WORKERS: '2',
    UPSTREAM_HTTP: 'undici',
    LOG_LEVEL: 'silent',
    SANDBOX_ORDERS: '0',
  };
  expect(readEnvironment(environment)).toEqual({
    port: 0,
    host: '::1',
    configPath: '/etc/ordergraph.yaml',
    redisUrl: 'rediss://user:p%40ss@redis.example:6380/3',
    databaseUrl: 'postgres://user:p%40ss@db.example:5433/orders?sslmode=require',
    workers: 2,
    transport: 'undici',
    logLevel: 'silent',
    sandboxOrders: 0,
  });
});

test('an empty REDIS_URL, DATABASE_URL or ORDERGRAPH_CONFIG counts as not given', () => {
  const { redisUrl, databaseUrl, configPath } = readEnvironment({
    REDIS_URL: '',
    DATABASE_URL: '',
    ORDERGRAPH_CONFIG: '',
  });
  expect([redisUrl, databaseUrl, configPath]).toEqual([undefined, undefined, undefined]);
});

test('every mistake in the environment is named in one message', () => {
  const environment = { PORT: '', HOST: '', WORKERS: '', UPSTREAM_HTTP: '', LOG_LEVEL: '', REDIS_URL: 'x' };
  expect(mistakesIn(environment)).toEqual([
    'PORT: must be a number from 0 to 65535',
    'HOST: must be a host name or an IP address, without brackets',
    'REDIS_URL: must be a URL such as redis://host:6379/0 or rediss://user:password@host:6379',
    'WORKERS: must be a number from 1 to 1024',
    'UPSTREAM_HTTP: must be one of node-fetch, undici',
    'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent',
  ]);
});

test.each(['', ' ', 'http', '-1', '80.5', '65536', '0x50', '8e1', ' 80', '80 '])('PORT «%s» is a mistake', (PORT) => {
  expect(mistakesIn({ PORT })).toEqual(['PORT: must be a number from 0 to 65535']);
});

test.each(['0', '1025', '1.5', 'two', 'auto'])('WORKERS «%s» is a mistake', (WORKERS) => {
  expect(mistakesIn({ WORKERS })).toEqual(['WORKERS: must be a number from 1 to 1024']);
});

test.each(['', '-1', '10001', 'all'])('SANDBOX_ORDERS «%s» is a mistake', (SANDBOX_ORDERS) => {
  expect(mistakesIn({ SANDBOX_ORDERS })).toEqual(['SANDBOX_ORDERS: must be a number from 0 to 10000']);
});

test.each(['localhost', '0.0.0.0', '::', '::1', 'fe80::1%eth0', '::ffff:127.0.0.1', 'orders.example'])(
  'HOST «%s» can be a host',
  (HOST) => expect(readEnvironment({ HOST }).host).toBe(HOST),
);

test.each(['', '[::1]', 'http://127.0.0.1', '127.0.0.1:4000', 'a b', '*'])('HOST «%s» is a mistake', (HOST) => {
  expect(mistakesIn({ HOST })).toEqual(['HOST: must be a host name or an IP address, without brackets']);
});

test.each(['verbose', 'INFO', '30'])('LOG_LEVEL «%s» is a mistake', (LOG_LEVEL) => {
  expect(mistakesIn({ LOG_LEVEL })).toHaveLength(1);
});

test.each([
  'redis://127.0.0.1:6379',
  'redis://redis',
  'redis://[::1]:6379/15',
  'rediss://:secret@redis.example/',
  'redis://redis:6379?family=6',
])('REDIS_URL «%s» is taken as it is', (REDIS_URL) => {
  expect(readEnvironment({ REDIS_URL }).redisUrl).toBe(REDIS_URL);
});

test.each([
  'foo',
  '127.0.0.1:6379',
  '//127.0.0.1:6379',
  'http://127.0.0.1:6379',
  'redis://127.0.0.1:99999',
  'redis://127.0.0.1:0',
  'redis://:6379',
  'redis:///0',
  'redis://127.0.0.1/cache',
  'redis://127.0.0.1/0/1',
  'redis://:%zz@127.0.0.1',
])('REDIS_URL «%s» is a mistake, whose message does not repeat it', (REDIS_URL) => {
  const mistakes = mistakesIn({ REDIS_URL });
  expect(mistakes).toEqual([expect.stringMatching(/^REDIS_URL: must be a URL such as/)]);
  expect(mistakes.join()).not.toContain(REDIS_URL);
});

test('SANDBOX_PORT is checked like PORT', () => {
  expect(readSandboxPort({})).toBe(4100);
  expect(readSandboxPort({ SANDBOX_PORT: '0' })).toBe(0);
  expect(mistakesOf(() => readSandboxPort({ SANDBOX_PORT: '' }))).toEqual([
    'SANDBOX_PORT: must be a number from 0 to 65535',
  ]);
});

test.each([
  [{ code: 'EADDRINUSE' }, 'PORT: another program listens there already'],
  [{ code: 'EACCES' }, 'PORT: this user may not listen there'],
  [{ code: 'EADDRNOTAVAIL' }, 'HOST: is no address of this machine'],
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'HOST: no address is known for this name (ENOTFOUND)'],
  [{ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'HOST: no address is known for this name (EAI_AGAIN)'],
  [{ code: 'EMFILE' }, 'HOST, PORT: cannot be listened on (EMFILE)'],
])('a listener that fails with %j names the variable to look at', (details, mistake) => {
  const { mistakes } = listenError(Object.assign(new Error('listen'), details));
  expect(mistakes).toEqual([mistake]);
});
