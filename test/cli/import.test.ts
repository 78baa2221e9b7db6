// Tests `npm run import` as a program of its own, against a server that says what a server would.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createLines } from '../../src/cli/importView.js';
import { freePort } from '../support/freePort.js';

const program = fileURLToPath(new URL('../../dist/cli/import.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'import-'));
const CSV = 'shop,orderId\nmill,3100000000000747370\nmill,3100000000010747370\n';
const file = join(folder, 'orders.csv');

interface Received {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const RUNNING = {
  id: 'abc',
  accepted: 2,
  refused: [],
  done: 0,
  failed: 0,
  state: 'RUNNING',
  expectedAt: '2026-11-26T09:41:00Z',
};
const DONE = { ...RUNNING, done: 2, state: 'DONE', expectedAt: null };

let server: Server;
let url: string;
let received: Received[] = [];
/** What is answered, in turn; the last for good. */
let answers: readonly (readonly [status: number, body: unknown])[] = [];

beforeAll(async () => {
  writeFileSync(file, CSV);
  server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const [status, answer] = answers[Math.min(received.length, answers.length - 1)] ?? [500, {}];
      received.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  received = [];
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function run(paths: readonly string[], environment: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [program, ...paths], { env: { PATH, ORDERGRAPH_URL: url, ...environment } });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, errors };
}

test('a file is sent as it is, under a key that is the same every time, and followed until it is done', async () => {
  answers = [
    [202, RUNNING],
    [200, { ...RUNNING, done: 1 }],
    [200, DONE],
  ];
  const { code, output, errors } = await run([file], { ORDERGRAPH_API_KEY: 'a-key' });
  expect([code, errors]).toEqual([0, '']);
  expect(received.map(({ line }) => line)).toEqual(['POST /import', 'GET /import/abc', 'GET /import/abc']);
  expect(received[0]?.body).toBe(CSV);
  expect(received[0]?.headers).toMatchObject({
    'content-type': 'text/csv',
    'idempotency-key': createHash('sha256').update(CSV).digest('hex'),
  });
  for (const { headers } of received) expect(headers.authorization).toBe('Bearer a-key');
  const lines = output.trim().split('\n');
  expect(lines.map((line) => line.split(' –')[0])).toEqual([
    '0 of 2 orders, 0 failed',
    '1 of 2 orders, 0 failed',
    '2 of 2 orders, 0 failed',
  ]);
});

test('NDJSON is sent as such, and without a key no credentials are', async () => {
  answers = [[202, DONE]];
  const path = join(folder, 'orders.NDJSON');
  writeFileSync(path, '{"shop":"mill","orderId":"1"}\n');
  expect((await run([path])).code).toBe(0);
  expect(received[0]?.headers['content-type']).toBe('application/x-ndjson');
  expect(received[0]?.headers.authorization).toBeUndefined();
});

test('refused lines are named by their numbers, and the program ends with status 1', async () => {
  const refused = [{ line: 3, shop: 'none', orderId: '1', code: 'SHOP_NOT_FOUND', message: 'There is no shop none.' }];
  answers = [[202, { ...DONE, refused }]];
  const { code, errors } = await run([file]);
  expect([code, errors]).toEqual([1, 'Line 3: There is no shop none.\n']);
});

test('orders that failed end the program with status 1', async () => {
  answers = [[202, { ...DONE, done: 1, failed: 1 }]];
  expect(await run([file])).toMatchObject({ code: 1, output: '2 of 2 orders, 1 failed\n' });
});

test('what the server says of a file that it refuses is said', async () => {
  answers = [[400, { errors: [{ message: 'Line 2: it has not as many values as the header has names.' }] }]];
  expect(await run([file])).toMatchObject({
    code: 1,
    errors: 'Line 2: it has not as many values as the header has names.\n',
  });
});

test.each([
  ['no file', () => [], 2, /^npm run import FILE/],
  ['a file that there is not', () => [join(folder, 'none.csv')], 1, /none\.csv: cannot be read \(ENOENT\)\n$/],
  ['a file of another kind', () => [join(folder, 'orders.xlsx')], 1, /must be named \.csv, \.ndjson, \.jsonl\n$/],
] as const)('%s is named, without a call', async (_what, paths, code, words) => {
  const ended = await run(paths());
  expect(ended).toMatchObject({ code, output: '' });
  expect(ended.errors).toMatch(words);
  expect(received).toEqual([]);
});

test('a server that does not answer is named', async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const { code, errors } = await run([file], { ORDERGRAPH_URL: nobody });
  expect([code, errors]).toEqual([1, `${nobody}: nobody answers there (ECONNREFUSED)\n`]);
});

test('a line is written when something has changed, and says why an import stands still', () => {
  const lines: string[] = [];
  const { show } = createLines((line) => lines.push(line));
  const paused = { ...RUNNING, done: 1, state: 'PAUSED' } as const;
  for (const progress of [{ ...RUNNING, done: 1, state: 'RUNNING' } as const, paused, paused]) show(progress);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('its gateways are down or have no quota left');
});
