// Tests which addresses the program may listen at without auth, what it prints about that, and the keys it makes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { requireAuthBeyondLoopback } from '../../src/auth/anonymous.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Program, startProgram } from '../support/program.js';
import { bearer, post } from '../support/twoShops.js';

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-'));
afterAll(() => rmSync(folder, { recursive: true }));

let program: Program | undefined;
afterEach(() => program?.stop());
const start = (environment: Record<string, string>): Program => {
  program = startProgram(environment);
  return program;
};

const shops = demoShops('http://127.0.0.1:1');

function settingsWith(auth?: unknown): Record<string, string> {
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, JSON.stringify({ shops, auth }));
  return { ORDERGRAPH_CONFIG: path };
}

const REFUSED = /^OrderGraph cannot start:\nHOST: must be a loopback address such as 127\.0\.0\.1 while [^\n]+\n$/;
const NO_AUTH = 'No auth: ';

describe('auth beyond loopback', () => {
  const { auth } = parseSettings(JSON.stringify({ shops, auth: { anonymous: { shops: [], scopes: [] } } }), {});

  test.each(['127.0.0.1', '127.8.9.10', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', 'localhost', 'LocalHost'])(
    'the server may listen at %s without auth, since only this machine reaches it',
    (host) => expect(() => requireAuthBeyondLoopback(host, undefined)).not.toThrow(),
  );

  test.each([
    ...['0.0.0.0', '::', '', '10.0.0.1', '128.0.0.1', '::2', '::ffff:10.0.0.1', '127.1', '0'],
    ...['localhost.example.com', '127.0.0.1.example.com', 'example.com', ' 127.0.0.1'],
  ])('the server listens at %j only with auth, since other machines reach it', (host) => {
    expect(() => requireAuthBeyondLoopback(host, undefined)).toThrow('HOST: must be a loopback address');
    expect(() => requireAuthBeyondLoopback(host, auth)).not.toThrow();
  });
});

describe('program start', () => {
  test.each<[string, () => Record<string, string>]>([
    ['the sandbox', () => ({})],
    ['a settings file', () => settingsWith()],
  ])('the program with %s and no auth does not start where other machines reach it', async (_what, environment) => {
    const { code, output, errors } = await start({ ...environment(), HOST: '0.0.0.0' }).ended;
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(REFUSED);
  });

  test('the program starts at any address when auth.anonymous says what callers without credentials may do', async () => {
    const { url, stop } = start({
      ...settingsWith({ anonymous: { shops: ['mill'], scopes: ['orders:read'] } }),
      HOST: '0.0.0.0',
    });
    const { port } = new URL(await url);
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, post(undefined, '{ shops { id } }'));
    expect(await response.json()).toMatchObject({ data: { shops: [{ id: 'mill' }] } });
    expect((await stop()).output).not.toContain(NO_AUTH);
  });

  test.each<[string, () => Record<string, string>, string]>([
    ['the sandbox', () => ({}), 'anyone on this machine may ask the sandbox anything.'],
    ['a settings file', () => settingsWith(), 'only this machine is answered, with orders:read alone'],
  ])('the program with %s and no auth prints who may query it', async (_what, environment, words) => {
    const { url, stop } = start(environment());
    await url;
    expect((await stop()).output).toContain(NO_AUTH + words);
  });
});

describe('program with API keys', () => {
  const officeKey = 'sentinel-key-of-the-office';
  let keyed: Program;
  let one: NewKey;
  let other: NewKey;
  beforeAll(() => {
    [one, other] = [newKey(), newKey()];
    const path = join(folder, 'keys.yaml');
    const office = `{ key: "\${OFFICE_KEY}", name: office, shops: ["*"], scopes: [] }`;
    writeFileSync(path, `shops: ${JSON.stringify(shops)}\nauth:\n  apiKeys:\n    - ${office}\n    - ${one.line}\n`);
    keyed = startProgram({ ORDERGRAPH_CONFIG: path, OFFICE_KEY: officeKey });
  });
  afterAll(() => keyed?.stop());

  const statusWith = async (key: string): Promise<number> =>
    (await fetch(await keyed.url, post(bearer(key), '{ shops { id } }'))).status;

  test('npm run key prints a key, and a settings line that authenticates this key alone', async () => {
    expect(one.key).not.toBe(other.key);
    expect(one.line).not.toContain(one.key);
    expect([await statusWith(one.key), await statusWith(other.key)]).toEqual([200, 401]);
  });

  test('the program takes secrets from settings and environment, not from arguments, and prints none of them', async () => {
    expect(await statusWith(officeKey)).toBe(200);
    const { output, errors } = await keyed.stop();
    expect(output).toContain('auth.apiKeys[0] (office) stands in the settings as it is');
    expect(output + errors).not.toContain('sentinel');
    for (const file of ['main.ts', 'process/program.ts'])
      expect(await readFile(new URL(`../../src/${file}`, import.meta.url), 'utf8')).not.toContain('argv');
  });
});

interface NewKey {
  readonly key: string;
  /** What it stands for in the settings. */
  readonly line: string;
}

/** What `npm run key` prints; no key and no line where they are not as they should be. */
function newKey(): NewKey {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('../../dist/cli/key.js', import.meta.url))]);
  const [key = ''] = /og_[\w-]{43}$/m.exec(String(stdout)) ?? [];
  const [, line = ''] = /^ {2}- (\{ sha256: [0-9a-f]{64}, .*\})$/m.exec(String(stdout)) ?? [];
  return { key, line };
}
