// Tests `ordergraph check` against the sandbox, gateways whose clocks are wrong, and stores that are not there.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { check } from '../../src/cli/commands/check.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { run } from '../support/commandLine.js';
import { freePort } from '../support/freePort.js';
import { smallReply } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import type { Part } from '../support/json.js';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const HOUR = 3_600_000;

let sandbox: Sandbox;
/** Answers well, with a clock that is an hour ahead. */
let early: Server;

beforeAll(async () => {
  sandbox = await startSandbox();
  early = createServer((_request, reply) => {
    reply.setHeader('date', new Date(Date.now() + HOUR).toUTCString());
    reply.end(smallReply(VV_TOOL));
  });
  await new Promise<void>((resolve) => early.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await sandbox.close();
  early.closeAllConnections();
  early.close();
  rmSync(folder, { recursive: true });
});

function settingsFile(settings: object): string {
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, JSON.stringify({ deadlines: { callMs: 60_000, requestMs: 60_000 }, ...settings }));
  return path;
}

interface Row {
  readonly what: string;
  readonly state: string;
  readonly words: string;
}

const rowsIn = (output: string): readonly Row[] =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** A demo shop with one of its settings spoilt. */
function spoilt(shopId: string, spoil: Part): object {
  const shop = demoShops(sandbox.url).find(({ id }) => id === shopId);
  return { ...shop, gateways: [{ ...shop?.gateways[0], ...spoil }] };
}

test('each gateway of good settings is called once, is well, and the status is 0', async () => {
  const config = settingsFile({ shops: demoShops(sandbox.url) });
  const { code, output, errors } = await run(check, ['--config', config, '--json']);
  expect([code, errors]).toEqual([0, '']);
  const rows = rowsIn(output);
  expect(rows.map(({ what, state }) => `${what} ${state}`)).toEqual([
    'settings OK',
    'mill VV_TOOL OK',
    'buyer FW199 OK',
    'depot DAMAIJIA168 OK',
    'flagship TAOBAO_TOP OK',
    'overseas ALIEXPRESS_QIMEN OK',
    'maker ALIBABA_1688 OK',
    'SQLite OK',
  ]);
  for (const { words } of rows.slice(1, -1))
    expect(words).toMatch(/^answers in \d+ ms; its clock is -?\d+\.\d s from ours$/);
});

test.each([
  ['mill', { accessToken: 'a-token-that-is-wrong' }, 'SHOP_NOT_AUTHORIZED'],
  ['mill', { shopId: '99' }, 'SHOP_NOT_FOUND'],
  ['buyer', { sellerNick: 'b2b-1' }, 'SHOP_NOT_FOUND'],
  ['buyer', { appSecret: 'a-secret-that-is-wrong' }, 'SHOP_NOT_AUTHORIZED'],
  ['depot', { accessToken: 'a-token-that-is-wrong' }, 'SHOP_NOT_AUTHORIZED'],
  ['flagship', { appSecret: 'a-secret-that-is-wrong' }, 'UPSTREAM_BAD_REQUEST'],
  ['flagship', { sessionKey: 'a-session-that-is-wrong' }, 'SHOP_NOT_AUTHORIZED'],
  ['overseas', { appSecret: 'a-secret-that-is-wrong' }, 'UPSTREAM_BAD_REQUEST'],
  ['maker', { appSecret: 'a-secret-that-is-wrong' }, 'UPSTREAM_BAD_REQUEST'],
  ['maker', { accessToken: 'a-token-that-is-wrong' }, 'SHOP_NOT_AUTHORIZED'],
] as const)(
  'a gateway of %s that refuses %j fails with its fault, status 1, and no secret is shown',
  async (shop, spoil, code) => {
    const config = settingsFile({ shops: [spoilt(shop, spoil)], index: false });
    const checked = await run(check, ['--config', config]);
    expect(checked.code).toBe(1);
    expect(checked.output).toMatch(new RegExp(`^failed\\s+${shop} \\w+\\s+${code}: `, 'm'));
    for (const value of Object.values(spoil).filter((text) => text.includes('wrong')))
      expect(checked.output).not.toContain(value);
  },
);

test('a gateway that nobody answers at fails, beside others that are well', async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const config = settingsFile({ shops: [spoilt('mill', { url: nobody }), spoilt('depot', {})], index: false });
  const { code, output } = await run(check, ['--config', config, '--json']);
  expect(code).toBe(1);
  expect(rowsIn(output).map(({ state }) => state)).toEqual(['OK', 'FAILED', 'OK']);
  expect(output).toContain('UPSTREAM_UNAVAILABLE: The gateway cannot be reached (ECONNREFUSED).');
});

test('a clock that is an hour from the gateway’s fails, and says by how much', async () => {
  const url = `http://127.0.0.1:${(early.address() as AddressInfo).port}`;
  const config = settingsFile({ shops: [spoilt('mill', { url })], index: false });
  const { code, output } = await run(check, ['--config', config, '--json']);
  const [, gateway] = rowsIn(output);
  expect([code, gateway?.state]).toEqual([1, 'FAILED']);
  const seconds = Number(/its clock is (-?[\d.]+) s/.exec(gateway?.words ?? '')?.[1]);
  expect(Math.abs(seconds - HOUR / 1000)).toBeLessThan(60);
});

test('an order that there should be is asked for, and fails where the gateway does not know it', async () => {
  const config = settingsFile({ shops: [spoilt('flagship', {})], index: false });
  const known = await run(check, ['--config', config, '--order', 'flagship=2231958349']);
  expect(known).toMatchObject({ code: 0 });
  const unknown = await run(check, ['--config', config, '--order', 'flagship=1000000000000000103']);
  expect(unknown.code).toBe(1);
  expect(unknown.output).toContain('ORDER_NOT_FOUND');
});

test('a Redis and a PostgreSQL that are not there fail, and their passwords are not shown', async () => {
  const port = await freePort();
  const environment = {
    REDIS_URL: `redis://user:hidden-word@127.0.0.1:${port}`,
    DATABASE_URL: `postgres://user:hidden-word@127.0.0.1:${port}/orders`,
  };
  const config = settingsFile({ shops: [spoilt('mill', {})] });
  const { code, output } = await run(check, ['--config', config, '--json'], { environment });
  expect(code).toBe(1);
  expect(rowsIn(output).map(({ what, state }) => `${what} ${state}`)).toEqual([
    'settings OK',
    'mill VV_TOOL OK',
    'Redis FAILED',
    'PostgreSQL FAILED',
  ]);
  expect(output).not.toContain('hidden-word');
});

test('with --offline the settings are checked, and nobody is called', async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const config = settingsFile({ shops: [spoilt('mill', { url: nobody })] });
  expect(await run(check, ['--config', config, '--offline'])).toEqual({
    code: 0,
    output: 'ok  settings  shops: 1\n',
    errors: '',
  });
});

test('mistakes of the settings are named, without a call', async () => {
  const config = settingsFile({ shops: [spoilt('mill', { colour: 'red' })], limits: { maxOrders: 0 } });
  const { code, output, errors } = await run(check, ['--config', config]);
  expect([code, output]).toEqual([1, '']);
  expect(errors).toContain('shops[0].gateways[0].colour');
  expect(errors).toContain('limits.maxOrders');
});

test('in Chinese the table is Chinese, and its colours are those of a terminal', async () => {
  const config = settingsFile({ shops: [spoilt('mill', {})], index: false });
  const { output } = await run(check, ['--config', config], { language: 'zh', isTTY: true });
  expect(output).toContain('\u001b[32m正常\u001b[39m');
  expect(output).toMatch(/ {2}mill VV_TOOL {2}\d+ 毫秒应答；时钟相差 -?\d+\.\d 秒$/m);
});
