// Tests what is told of Redis's address at start, what it may not do without, and that its password is never printed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/index.js';
import { redisSecrets, redisWarnings, requireEncryptionBeyondLoopback } from '../../src/config/redisUrl.js';
import { CacheSettings } from '../../src/config/storageSettings.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { buildServer } from '../../src/server/index.js';
import { lineStream } from '../support/lineStream.js';
import { startProgram } from '../support/program.js';

const KEY = 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=';
const cacheWith = (more: Partial<CacheSettings> = {}): CacheSettings => ({ ...new CacheSettings(), ...more });
const ENCRYPTED = cacheWith({ encryptionKey: KEY });

const LOCAL = ['redis://127.0.0.1:6379', 'redis://localhost', 'redis://[::1]:6379/2', 'rediss://:pw@127.0.0.1'];
const REMOTE = ['redis://redis:6379', 'rediss://:pw@10.0.0.5/1', 'redis://127.0.0.1.example.com'];

describe('encryption beyond loopback', () => {
  test.each(LOCAL)('a Redis at %s needs no encryptionKey, since only this machine reaches it', (url) => {
    expect(() => requireEncryptionBeyondLoopback(url, cacheWith())).not.toThrow();
    expect(redisWarnings(url, cacheWith())).toEqual([]);
  });

  test.each(REMOTE)('a Redis at %s needs an encryptionKey, unless the settings say otherwise', (url) => {
    expect(() => requireEncryptionBeyondLoopback(url, cacheWith())).toThrow(ConfigError);
    expect(() => requireEncryptionBeyondLoopback(url, cacheWith())).toThrow(/^cache\.encryptionKey: required/);
    expect(() => requireEncryptionBeyondLoopback(url, ENCRYPTED)).not.toThrow();
    expect(() => requireEncryptionBeyondLoopback(url, cacheWith({ allowUnencrypted: true }))).not.toThrow();
  });

  test('settings without a Redis need no encryptionKey', () => {
    expect(() => requireEncryptionBeyondLoopback(undefined, cacheWith())).not.toThrow();
  });
});

test.each([
  ['redis://h', cacheWith({ allowUnencrypted: true }), [/without TLS/, /without a password/, /not encrypted/]],
  ['redis://h', ENCRYPTED, [/without TLS/, /without a password/]],
  ['rediss://h', ENCRYPTED, [/without a password/]],
  ['redis://:pw@h', ENCRYPTED, [/without TLS/]],
  ['redis://h?password=pw', ENCRYPTED, [/without TLS/]],
  ['rediss://user:pw@h', ENCRYPTED, []],
])('what a Redis at %s lacks is told at start (%#)', (url, cache, warnings) => {
  expect(redisWarnings(url, cache)).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
});

test('the secrets of an address are the whole of it and its password, encoded or not', () => {
  const url = 'rediss://me:p%40ss@h/0?sentinelPassword=other';
  expect(redisSecrets(url)).toEqual([url, 'p%40ss', 'p@ss', 'other']);
});

describe('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the program does not start with a remote Redis and no encryptionKey, and does not print the address', async () => {
    const path = join(folder, 'settings.yaml');
    writeFileSync(path, JSON.stringify({ shops: demoShops('http://127.0.0.1:1') }));
    const REDIS_URL = 'redis://:sentinel-password@redis.example:6379';
    const { code, output, errors } = await startProgram({ ORDERGRAPH_CONFIG: path, REDIS_URL }).ended;
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^OrderGraph cannot start:\ncache\.encryptionKey: required, as REDIS_URL [^\n]+\n$/);
    expect(errors).not.toContain('sentinel');
  });

  test('the log of a server holds neither the address of Redis nor its password', async () => {
    const lines: string[] = [];
    const stream = lineStream((line) => {
      lines.push(line);
    });
    const redisUrl = 'redis://:sentinel%2Fpassword@127.0.0.1:1';
    const settings = parseSettings(JSON.stringify({ shops: demoShops('http://127.0.0.1:1') }), {});
    const server = await buildServer({ settings, redisUrl, logger: { level: 'trace', stream } });
    server.log.error(new Error(`cannot reach ${redisUrl} with sentinel/password`));
    await server.close();
    const log = lines.join('');
    expect(log).toContain('Redis is away');
    expect(log).toContain('cannot reach *** with ***');
    expect(log).not.toContain('sentinel');
  });
});
