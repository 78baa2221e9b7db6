// Tests several worker processes at one address: they share rate limits, and one that dies is replaced.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CountingGateway, mostSurelyWithin, startCountingGateway } from '../support/countingGateway.js';
import { freePort } from '../support/freePort.js';
import { shopOf } from '../support/gateway.js';
import { TAOBAO_TOP } from '../support/gateways/taobaoTop.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import type { Part } from '../support/json.js';
import { type Program, startProgram } from '../support/program.js';
import { ordersQuery, refsOf, sendQuery } from '../support/sendQuery.js';

const N = 20;
/** Between the signal and the end of listening. */
const DELAY_MS = 1_000;
const QUERY = ordersQuery('status');

let folder: string;
let path: string;
let counter: CountingGateway;
let program: Program;
let url: string;
let metricsPort: string;

beforeAll(async () => {
  counter = await startCountingGateway();
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-workers-'));
  path = join(folder, 'settings.yaml');
  const shop = { ...shopOf(VV_TOOL, counter.url, { requestsPerSecond: N }), id: 'shop' };
  const settings = { shops: [shop], limits: { costPerMinute: 100_000 }, shutdown: { delayMs: DELAY_MS } };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: settings files spell placeholders so.
  writeFileSync(path, JSON.stringify({ ...settings, metrics: { port: '${METRICS_PORT}' } }));
  metricsPort = String(await freePort());
  program = startTwo('info', metricsPort);
  url = await program.url;
  // Three processes start, on a busy machine one after the other.
}, 60_000);
afterAll(async () => {
  await program?.stop();
  counter.close();
  rmSync(folder, { recursive: true });
});

const startTwo = (level: string, port: string): Program =>
  startProgram({ ORDERGRAPH_CONFIG: path, WORKERS: '2', LOG_LEVEL: level, METRICS_PORT: port });

/** Calls to the gateway, as the metrics of all workers tell. */
async function countedCalls(): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const [, count] = /^ordergraph_gateway_call_duration_seconds_count\{.*\} (\d+)$/m.exec(text) ?? [];
  return Number(count);
}

const workers = ({ pid } = program): readonly string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let lastId = 0;
const page = (at = url) => {
  const ids = Array.from({ length: 10 }, () => {
    lastId += 1;
    return lastId;
  });
  return sendQuery(at, QUERY, { variables: { refs: refsOf('shop', ids) } });
};

test('two workers share the rate limit of a gateway, and their metrics are one', async () => {
  expect(workers()).toHaveLength(2);
  const pages = await Promise.all(Array.from({ length: 8 }, () => page()));
  const starts = await counter.take();
  expect(pages.flatMap(({ errors }) => errors)).toEqual([]);
  expect(starts).toHaveLength(80);
  expect(mostSurelyWithin(starts, 1000)).toBeLessThanOrEqual(N);
  const seconds = ((starts.at(-1)?.before ?? 0) - (starts[0]?.before ?? 0)) / 1000;
  // Workers that kept to half of it each, whatever the other does, would take twice the time.
  expect(seconds).toBeLessThan((80 / N) * 1.8);
  expect(await countedCalls()).toBe(80);
});

test('the cost that a caller may spend in a minute is counted over both workers', async () => {
  const cheap = () => fetch(url, { method: 'POST', headers: JSON_BODY, body: '{"query":"{ shops { id } }"}' });
  const remaining = new Set<string | null>();
  for (let request = 0; request < 6; request += 1) remaining.add((await cheap()).headers.get('ratelimit-remaining'));
  expect(remaining.size).toBe(6);
}, 10_000);

const JSON_BODY = { 'content-type': 'application/json', connection: 'close' };

test('no second has more than N starts when a worker dies under load', async () => {
  const other = startTwo('silent', String(await freePort()));
  const at = await other.url;
  await counter.take();
  const end = performance.now() + 5_000;
  const client = async (): Promise<void> => {
    // What the dead worker was answering breaks off.
    while (performance.now() < end) await page(at).catch(() => wait(20));
  };
  const load = Promise.all(Array.from({ length: 8 }, client));
  await wait(1_500);
  process.kill(Number(workers(other)[0]), 'SIGKILL');
  await load;
  const starts = await counter.take();
  expect(mostSurelyWithin(starts, 1000)).toBeLessThanOrEqual(N);
  expect(starts.length).toBeGreaterThan(3 * N);
  await other.stop();
}, 60_000);

test('a worker that dies is replaced, which the log tells, and queries are answered', async () => {
  const [first = ''] = workers();
  const before = await countedCalls();
  process.kill(Number(first), 'SIGKILL');
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline && !program.output().includes('A worker has taken its place')) await wait(100);
  expect(workers()).toHaveLength(2);
  expect(workers()).not.toContain(first);
  expect(program.output()).toMatch(/"signal":"SIGKILL","msg":"A worker has ended; another takes its place"/);
  expect((await page()).errors).toEqual([]);
  // What the dead one has counted stays counted.
  expect(await countedCalls()).toBe(before + 10);
}, 40_000);

test('SIGHUP has all workers take over the settings, or none of them where they are wrong', async () => {
  const good = readFileSync(path, 'utf8');
  const written = JSON.parse(good) as { readonly shops: readonly [Part] };
  const primaryLines = (words: string): number =>
    program
      .output()
      .split('\n')
      .filter((line) => line.includes(`"pid":${program.pid},`) && line.includes(words)).length;
  /** Resolves once the primary has said so of what it was told now. */
  async function reload(text: string, words: string): Promise<void> {
    const before = primaryLines(words);
    writeFileSync(path, text);
    process.kill(program.pid, 'SIGHUP');
    while (primaryLines(words) === before) await wait(20);
  }
  /** As new connections are told, which go to either worker. */
  async function names(): Promise<ReadonlySet<unknown>> {
    const body = JSON.stringify({ query: '{ shops { name } }' });
    const answers = Array.from({ length: 6 }, async () => {
      const response = await fetch(url, { method: 'POST', headers: JSON_BODY, body });
      return ((await response.json()) as { data: { shops: readonly [Part] } }).data.shops[0].name;
    });
    return new Set(await Promise.all(answers));
  }
  const [shop] = written.shops;
  await reload(JSON.stringify({ ...written, shops: [{ ...shop, name: 'Renamed' }] }), 'are in force');
  expect(await names()).toEqual(new Set(['Renamed']));
  await reload('{"shops": [', 'NOT taken over');
  expect(await names()).toEqual(new Set(['Renamed']));
  // Only who makes an app of them finds that they lead to two platforms.
  const gateways = [VV_TOOL, TAOBAO_TOP].flatMap((gateway) => shopOf(gateway, counter.url).gateways);
  await reload(JSON.stringify({ ...written, shops: [{ ...shop, gateways }] }), 'NOT taken over');
  expect(await names()).toEqual(new Set(['Renamed']));
  await reload(good, 'are in force');
  expect(await names()).toEqual(new Set([shop.name]));
  expect(workers()).toHaveLength(2);
}, 60_000);

test('every worker says that it is unready first, answers what it took, and ends, when the program is stopped', async () => {
  const ids = workers();
  await counter.take();
  const pages = [page(), page()];
  // Calls of both have gone out, and the last ones have to wait for the next second.
  for (let calls = 0; calls < 11; calls += (await counter.take()).length) await wait(10);
  const stopped = program.stop();
  const readyz = () => fetch(new URL('/readyz', url));
  let readiness = await readyz();
  for (; readiness.ok; readiness = await readyz()) await wait(10);
  expect(await readiness.json()).toEqual({ status: 'unready', reason: 'STOPPING' });
  expect((await sendQuery(url, '{ shops { id } }')).errors).toEqual([]);
  expect((await stopped).code).toBe(0);
  expect((await Promise.all(pages)).flatMap(({ errors }) => errors)).toEqual([]);
  for (const id of ids) expect(() => process.kill(Number(id), 0)).toThrow('ESRCH');
}, 30_000);
