// Tests the built program as a process: without settings, with a settings file, with mistakes in it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { vvTool } from '../src/sandbox/1688/endpoints/vvTool.js';
import { type Sandbox, startSandbox } from '../src/sandbox/server.js';
import { mainPath, type Program, startProgram } from './support/program.js';
import { blocks, textOf } from './support/readme.js';

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-'));
afterAll(() => rmSync(folder, { recursive: true }));

let program: Program | undefined;
const start = (environment?: Record<string, string>): Program => {
  const started = startProgram(environment);
  program = started;
  return started;
};
afterEach(() => program?.stop());

function settingsFile(text: string): { ORDERGRAPH_CONFIG: string } {
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, text);
  return { ORDERGRAPH_CONFIG: path };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

/** Its log is not there to tell when the program answers. */
async function untilAnswered(url: string): Promise<Response> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response !== undefined) return response;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('program without settings', () => {
  let running: Program;
  beforeAll(() => {
    running = startProgram();
  });
  afterAll(() => running?.stop());

  test('the program answers the first query of the README as the README says', async () => {
    const readme = textOf('README.md');
    const [query = ''] = blocks(readme, 'graphql');
    expect(await ask(await running.url, query)).toMatchObject(JSON.parse(blocks(readme, 'json')[0] ?? ''));
    expect(running.output()).toMatch(/^No ORDERGRAPH_CONFIG: serving invented orders/);
  });

  test('the program reports its health at /health', async () => {
    const response = await fetch(new URL('/health', await running.url));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'ok' });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['SIGTERM', () => running],
    ['SIGINT', () => start()],
  ] as const)('%s ends the program with exit code 0', async (signal, programOf) => {
    const { url, stop } = programOf();
    await url;
    expect(await stop(signal)).toMatchObject({ code: 0, signal: null });
  });
});

describe('program with a settings file', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox?.close());

  test('the program serves the shops of the settings file with secrets from the environment, and is unready before it ends', async () => {
    const settings = settingsFile(`
shops:
  - id: knitwear
    name: Knitwear
    gateways:
      - type: VV_TOOL
        url: ${sandbox.url}${vvTool.path}
        shopId: "${vvTool.account.shopId}"
        accessToken: \${VV_TOOL_TOKEN}
shutdown: { delayMs: 1000 }
`);
    const { url, stop } = start({ ...settings, VV_TOOL_TOKEN: vvTool.account.accessToken });
    const query = `{ shops { id } order(shop: "knitwear", orderId: "2198111437768747370") { statusCode } }`;
    expect(await ask(await url, query)).toMatchObject({
      data: { shops: [{ id: 'knitwear' }], order: { statusCode: 'cancel' } },
    });
    const readyz = new URL('/readyz', await url);
    let readiness = await fetch(readyz);
    // The tables of its index are being made.
    while (!readiness.ok) readiness = await fetch(readyz);
    const stopped = stop();
    // It still listens, and still answers, while it says that it is not ready.
    while (readiness.ok) readiness = await fetch(readyz);
    expect(await readiness.json()).toEqual({ status: 'unready', reason: 'STOPPING' });
    expect(await ask(await url, '{ shops { id } }')).toMatchObject({ data: { shops: [{ id: 'knitwear' }] } });
    expect(await stopped).toMatchObject({ code: 0, signal: null });
  });
});

describe('program whose log cannot be written', () => {
  const { PATH = '' } = process.env;
  const environmentAt = (port: string) => ({ PATH, PORT: port, SANDBOX_ORDERS: '0' });
  const ended = (child: ChildProcess) => once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;

  test('the program answers, and ends with exit code 0, while its log is on a full disk', async () => {
    const full = openSync('/dev/full', 'w');
    const port = await freePort();
    const child = spawn(process.execPath, [mainPath], {
      env: environmentAt(port),
      stdio: ['ignore', full, 'inherit'],
    });
    const end = ended(child);
    expect((await untilAnswered(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await end).toEqual([0, null]);
    closeSync(full);
  });

  test('the program answers, and ends with exit code 0, while nobody reads its log', async () => {
    const port = await freePort();
    const environment = { ...environmentAt(port), LOG_LEVEL: 'info' };
    const child = spawn(process.execPath, [mainPath], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    const end = ended(child);
    const url = `http://127.0.0.1:${port}`;
    await untilAnswered(`${url}/health`);
    // Each is told in a line; together they are more than a pipe holds.
    const query = `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: order(shop: "none", orderId: "${n}") { id }`).join(' ')} }`;
    for (let count = 0; count < 20; count += 1) await ask(`${url}/graphql`, query);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await end).toEqual([0, null]);
  });
});

describe('program with mistakes in its settings', () => {
  test('the program reports every mistake of the settings file in one message, without values', async () => {
    const settings = settingsFile(`
shops:
  - id: mill
    name: Mill Knitwear
    colour: red
    gateways:
      - { type: VV_TOOL, shopId: "1", accessToken: "\${MISSING_TOKEN}" }
      - { type: FW199, appId: "1", sellerNick: b2b-1, webSite: tmall }
limits: { maxOrders: 0 }
`);
    const { code, output, errors } = await start(settings).ended;
    expect(code).toBe(1);
    expect(output).toBe('');
    const [title, ...mistakes] = errors.trimEnd().split('\n');
    expect(title).toBe('OrderGraph cannot start:');
    expect(mistakes.map((line) => line.split(':')[0]).sort()).toEqual([
      'limits.maxOrders',
      'shops[0].colour',
      'shops[0].gateways[0].accessToken',
      'shops[0].gateways[1].appSecret',
      'shops[0].gateways[1].webSite',
    ]);
    expect(errors).toContain('MISSING_TOKEN');
    expect(errors).not.toMatch(/tmall|red|\bat .*\.js/);
  });

  test('the program reports a settings file that does not exist', async () => {
    const { code, errors } = await start({ ORDERGRAPH_CONFIG: join(folder, 'nowhere.yaml') }).ended;
    expect([code, errors]).toEqual([1, expect.stringContaining('ORDERGRAPH_CONFIG: cannot read file')]);
  });

  test('the program reports a port that is taken, and nothing else', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const PORT = String((server.address() as AddressInfo).port);
    const { code, errors } = await start({ PORT, LOG_LEVEL: 'silent' }).ended;
    server.close();
    expect([code, errors]).toEqual([1, 'OrderGraph cannot start:\nPORT: another program listens there already\n']);
  });

  test('the program reports every mistake of the environment in one message', async () => {
    const { code, output, errors } = await start({ PORT: '', LOG_LEVEL: 'verbose', REDIS_URL: 'redis' }).ended;
    expect([code, output]).toEqual([1, '']);
    expect(
      errors
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['OrderGraph cannot start', 'PORT', 'REDIS_URL', 'LOG_LEVEL']);
  });

  test.each(['http', '65536', '-1', '80.5'])('the program does not start with PORT %s', async (PORT) => {
    const { code, errors } = await start({ PORT }).ended;
    expect(code).toBe(1);
    expect(errors).toBe('OrderGraph cannot start:\nPORT: must be a number from 0 to 65535\n');
  });
});
