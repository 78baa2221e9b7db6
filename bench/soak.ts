// Mixed load for a while over gateways that fail one call in twenty: counts errors that are no named fault, and watches
// the memory and the sockets of the server, which is a process of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { vvTool } from '../src/sandbox/1688/endpoints/vvTool.js';
import { demoShops } from '../src/sandbox/demo.js';
import { sandboxGateways } from '../src/sandbox/gateways.js';
import { startSandbox } from '../src/sandbox/server.js';
import { ask, connections, type OrderRef, PAGE, PAGE_WITH_SHIPMENTS } from './queries.js';

const LONGEST_S = 600;
const seconds = Math.min(LONGEST_S, Number(process.argv[2] ?? 60));
if (!(seconds > 0)) throw new Error('usage: soak.js [seconds, at most 600]');

const CLIENTS = 8;
const IDS: { readonly [shop: string]: (index: number) => string } = {
  ...Object.fromEntries(sandboxGateways.map(({ shop, syntheticId }) => [shop.id, syntheticId])),
  pair: vvTool.syntheticId,
};
const SHOPS = Object.keys(IDS);

const NAMED = new Set([
  ...['BAD_USER_INPUT', 'SHOP_NOT_FOUND', 'ORDER_NOT_FOUND', 'ORDER_ARCHIVED', 'ORDER_ON_HOLD', 'SHOP_NOT_AUTHORIZED'],
  ...['API_NOT_ENTITLED', 'QUOTA_EXHAUSTED', 'UPSTREAM_BAD_REQUEST', 'UPSTREAM_THROTTLED', 'UPSTREAM_TIMEOUT'],
  ...['UPSTREAM_UNAVAILABLE', 'UPSTREAM_MALFORMED', 'CIRCUIT_OPEN', 'DEADLINE_EXCEEDED'],
]);

const sandbox = await startSandbox({
  requestsPerSecond: 100_000,
  faultInjection: '{"latencyMs":5,"jitterMs":30,"errorRate":0.03,"resetRate":0.02}',
});
const folder = mkdtempSync(join(tmpdir(), 'ordergraph-soak-'));
const server = await startServer();

async function startServer() {
  const shops = demoShops(sandbox.url);
  const fast = { requestsPerSecond: 1000 };
  const [preferred, other] = ['mill', 'depot'].map((id) => shops.find((shop) => shop.id === id)?.gateways[0]);
  const pair = { id: 'pair', name: 'Pair', gateways: [{ ...preferred, ...fast }, other] };
  const config = join(folder, 'settings.yaml');
  const settings = {
    shops: [
      ...shops.map((shop) => ({ ...shop, gateways: shop.gateways.map((gateway) => ({ ...gateway, ...fast })) })),
      pair,
    ],
    cache: { maxBytes: 16 * 1024 * 1024, openSeconds: 5, finalSeconds: 20 },
    deadlines: { callMs: 2000, requestMs: 6000 },
  };
  writeFileSync(config, JSON.stringify(settings));
  const program = spawn(process.execPath, [fileURLToPath(new URL('../src/main.js', import.meta.url))], {
    env: { PATH: process.env.PATH, PORT: '0', ORDERGRAPH_CONFIG: config, LOG_LEVEL: 'error' },
  });
  let said = '';
  let complaints = '';
  program.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  program.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  let url: string | undefined;
  while (url === undefined) {
    if (program.exitCode !== null) throw new Error(`The server ended: ${complaints}`);
    await sleep(50);
    url = /answers at (http:\S+\/graphql)/.exec(said)?.[1];
  }
  return { url, program, pid: program.pid as number, log: () => said + complaints };
}

/** Of the server's process, as Linux tells. */
const residentMb = (): number => {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
};
const sockets = (): number =>
  readdirSync(`/proc/${server.pid}/fd`).filter((name) => {
    try {
      return readlinkSync(`/proc/${server.pid}/fd/${name}`).startsWith('socket:');
    } catch {
      return false; // closed meanwhile
    }
  }).length;

const totals = {
  queries: 0,
  orders: 0,
  calls: 0,
  hungUp: 0,
  faults: new Map<string, number>(),
  unnamed: [] as string[],
};
const chance = (part: number): boolean => Math.random() < part;
const upTo = (count: number): number => Math.floor(Math.random() * count);

function someRefs(): readonly OrderRef[] {
  const count = chance(0.5) ? 1 : 1 + upTo(30);
  const shop = SHOPS[upTo(SHOPS.length)] as string;
  return Array.from({ length: count }, () => {
    // Some orders are asked for often, many seldom, and a few do not exist.
    const index = chance(0.5) ? upTo(50) : upTo(100_000);
    return { shop, orderId: chance(0.01) ? '1' : (IDS[shop]?.(index) ?? '1') };
  });
}

async function client(until: number): Promise<void> {
  while (performance.now() < until) {
    const refs = someRefs();
    const hangsUp = chance(0.03);
    const query = chance(0.3) ? PAGE_WITH_SHIPMENTS : PAGE;
    try {
      const { status, codes, calls } = await ask(
        server.url,
        query,
        refs,
        hangsUp ? AbortSignal.timeout(10 + upTo(40)) : null,
      );
      totals.queries += 1;
      totals.orders += refs.length;
      totals.calls += calls;
      for (const code of codes) totals.faults.set(code, (totals.faults.get(code) ?? 0) + 1);
      if (status !== 200) totals.unnamed.push(`HTTP ${status}`);
      totals.unnamed.push(...codes.filter((code) => !NAMED.has(code)));
    } catch (error) {
      if (hangsUp) totals.hungUp += 1;
      else totals.unnamed.push(String(error));
    }
    await sleep(upTo(20));
  }
}

const socketsBefore = sockets();
const end = performance.now() + seconds * 1000;
const clients = Promise.all(Array.from({ length: CLIENTS }, () => client(end)));
const memory: number[] = [];
while (performance.now() < end) {
  await sleep(Math.min(seconds * 100, 10_000));
  memory.push(residentMb());
  console.log(`${Math.round(seconds - (end - performance.now()) / 1000)} s: ${memory.at(-1)} MB, ${sockets()} sockets`);
}
await clients;
// Idle connections to gateways are kept for a few seconds.
connections.destroy();
await sleep(8_000);
const socketsAfter = sockets();
const defects = server.log().match(/"msg":"defect"|Unhandled|Warning: .*/g) ?? [];

// The first third fills the cache and warms the machine up.
const settled = memory.slice(Math.floor(memory.length / 3));
const half = Math.ceil(settled.length / 2);
const mean = (list: readonly number[]): number => Math.round(list.reduce((sum, one) => sum + one, 0) / list.length);
const [earlier, later] = [mean(settled.slice(0, half)), mean(settled.slice(-half))];

console.log(`
${seconds} s, ${CLIENTS} clients: ${totals.queries} queries for ${totals.orders} orders, ${totals.calls} calls to gateways, ${totals.hungUp} hung up
faults: ${JSON.stringify(Object.fromEntries(totals.faults))}
errors that are no named fault: ${totals.unnamed.length} ${[...new Set(totals.unnamed)].slice(0, 5).join('; ')}
defects and warnings in the log: ${defects.length} ${[...new Set(defects)].slice(0, 3).join('; ')}
memory: ${memory.join(' ')} MB; after the first third ${earlier} MB, at the end ${later} MB (${later >= earlier ? '+' : ''}${later - earlier})
sockets of the server: ${socketsBefore} before, ${socketsAfter} after`);

server.program.kill('SIGTERM');
await sandbox.close();
rmSync(folder, { recursive: true });
process.exit(totals.unnamed.length === 0 && defects.length === 0 && socketsAfter <= socketsBefore + 1 ? 0 : 1);
