// An order index under chaos in real time: the program syncs the sandbox's living orders while people look some up as fast as
// they are let, is killed now and then, and is started again. In the end the index has to say what the ledger says, and
// no account may have seen more starts in a second than it allows: they are counted where they arrive, which only a machine with
// a CPU to spare tells truly. Started with the engine, the minutes and a seed.
import { type ChildProcess, spawn } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Kysely } from 'kysely';
import { createEngine, type EngineSource } from '../../src/orderIndex/engine/source.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { ALL_CHAOS, NO_CHAOS } from '../../src/sandbox/ledger/chaos.js';
import { createDemoLedger } from '../../src/sandbox/ledger/index.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { startPostgres } from '../../test/support/postgres.js';
import { judgeSync, type SyncVerdict } from '../../test/support/syncVerdict.js';

const MINUTE = 60_000;
const [engineName = 'sqlite', minutesGiven = '60', seed = '1'] = process.argv.slice(2);
const minutes = Number(minutesGiven);
if (!(minutes >= 5)) throw new Error('usage: realTime.js [sqlite or postgres] [minutes, at least 5] [seed]');

/** What each account allows, few enough that people use all of it. */
const STARTS_PER_SECOND = 4;
const PEOPLE = 8;
/** Of each shop. */
const ORDERS_BEFORE = 150;
const ORDERS_PER_MINUTE = 8;
/** Days become minutes. */
const PACE = 800;
const KILL_EVERY_MS = 5 * MINUTE;
/** A refused token stops lists for half an hour: that has to be over before the end. */
const UNAUTHORIZED_MS = 2 * MINUTE;

const beginning = Date.now();
const end = beginning + minutes * MINUTE;
/** The last of the time is quiet: all lives come to their ends. */
const quietFrom = beginning + minutes * MINUTE * 0.5;

const ledger = createDemoLedger({ now: () => Date.now(), seed: Number(seed), chaos: { ...ALL_CHAOS, lateMs: MINUTE } });
ledger.add({ orders: ORDERS_BEFORE, from: beginning - 60 * MINUTE, to: beginning, pace: PACE });
const placed = Math.round(((quietFrom - beginning) / MINUTE) * ORDERS_PER_MINUTE);
ledger.add({ orders: placed, from: beginning, to: quietFrom, pace: PACE });
const starts = countStarts();
const sandbox = await startSandbox({ ledger, requestsPerSecond: STARTS_PER_SECOND, faultInjection: '{}' });
const shops = new Set(ledger.shops.map(({ id }) => id));

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-real-time-'));
const postgres = engineName === 'postgres' ? await startPostgres() : undefined;
const source: EngineSource = postgres
  ? { name: 'PostgreSQL', url: await postgres.createDatabase() }
  : { name: 'SQLite', path: join(folder, 'index.db') };
const config = join(folder, 'settings.json');
writeFileSync(config, JSON.stringify(settingsOf()));

let program: ChildProcess | undefined;
let url = '';
let kills = 0;
let looks = 0;
let isOver = false;

function settingsOf() {
  const since = new Date(beginning - 24 * 60 * MINUTE).toISOString().slice(0, 10);
  return {
    shops: demoShops(sandbox.url, { liveSince: since })
      .filter(({ id }) => shops.has(id))
      .map((shop) => ({
        ...shop,
        gateways: shop.gateways.map((gateway) => ({ ...gateway, requestsPerSecond: STARTS_PER_SECOND })),
      })),
    sync: { maxCallsPerDay: 100_000 },
    cache: { maxBytes: 0 },
    ...(source.name === 'SQLite' ? { index: { path: source.path } } : {}),
  };
}

async function start(): Promise<void> {
  program = spawn(process.execPath, [fileURLToPath(new URL('../../src/main.js', import.meta.url))], {
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', ORDERGRAPH_CONFIG: config, LOG_LEVEL: 'info' },
      ...(source.name === 'PostgreSQL' ? { DATABASE_URL: source.url } : {}),
    },
  });
  let said = '';
  program.stderr?.on('data', (chunk) => process.stderr.write(chunk));
  url = await new Promise<string>((resolve) => {
    program?.stdout?.on('data', (chunk) => {
      const text = String(chunk);
      for (const line of text.split('\n')) if (/"level":"?(error|50|60)/.test(line)) console.error(line);
      said = (said + text).slice(-20_000);
      const found = /answers at (http:\S+)\/graphql/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
}

/** Looks orders up, one after the other, as fast as it is answered. */
async function look(): Promise<void> {
  while (!isOver) {
    const shop = ledger.shops[looks % ledger.shops.length];
    const orders = shop?.orders() ?? [];
    const { order } = orders[(looks * 7_919) % orders.length] ?? {};
    looks += 1;
    const query = `{ order(shop: "${shop?.id}", orderId: "${order?.orderId}") { status } }`;
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
      .then((reply) => reply.text())
      .catch(() => sleep(200));
  }
}

async function killNowAndThen(): Promise<void> {
  while (Date.now() + KILL_EVERY_MS < quietFrom) {
    await sleep(KILL_EVERY_MS * (0.5 + Math.random()));
    if (Date.now() >= quietFrom) return;
    const ended = once(program as ChildProcess, 'exit');
    program?.kill('SIGKILL');
    await ended;
    kills += 1;
    await start();
  }
}

await start();
const people = Array.from({ length: PEOPLE }, () => look());
setTimeout(() => Object.assign(ledger.chaos, { unauthorized: 0 }), UNAUTHORIZED_MS).unref();
await killNowAndThen();
await sleep(Math.max(0, quietFrom - Date.now()));
Object.assign(ledger.chaos, NO_CHAOS);
isOver = true;
await Promise.all(people);

const engine = await createEngine(source);
const db = new Kysely<Tables>({ dialect: engine.createDialect('reader') });
const judge = () => judgeSync({ db, ledger, sandboxUrl: sandbox.url, since: beginning - 24 * 60 * MINUTE });
// Orders that change while they are compared differ for a moment.
let verdict = await judge();
while (Date.now() < end) {
  await sleep(MINUTE / 2);
  starts.pause();
  verdict = await judge();
  starts.resume();
  if (wrongIn(verdict) === 0 && isDone()) break;
}
const { orders, ...wrong } = verdict;
console.log(
  JSON.stringify({
    ...{ engine: source.name, seed, minutes: Math.round((Date.now() - beginning) / MINUTE), orders, kills, looks },
    ...Object.fromEntries(Object.entries(wrong).map(([kind, names]) => [kind, names.length])),
    ...{ allowedPerSecond: STARTS_PER_SECOND, mostInASecond: starts.mostInASecond() },
    examples: Object.values(wrong)
      .flatMap((names) => names.slice(0, 5))
      .slice(0, 20),
  }),
);
program?.kill();
await db.destroy();
await postgres?.close();
await sandbox.close();
rmSync(folder, { recursive: true, force: true });
process.exit(wrongIn(verdict) === 0 ? 0 : 1);

function wrongIn(judged: SyncVerdict): number {
  const kinds = ['lost', 'doubled', 'strays', 'differing', 'feed', 'rollups'] as const;
  return kinds.reduce((sum, kind) => sum + judged[kind].length, 0);
}

/** Whether nothing happens any more. */
function isDone(): boolean {
  return ledger.shops.every((shop) =>
    shop.orders().every(({ order }) => (order.events.at(-1)?.storedAt ?? 0) < Date.now()),
  );
}

/** Counts calls where they arrive, by the path of the gateway. */
function countStarts() {
  const times = new Map<string, number[]>();
  let isPaused = false;
  subscribe('http.server.request.start', (message) => {
    if (isPaused) return;
    const path = String((message as { request: IncomingMessage }).request.url).replace(/[?].*|\/\d.*/, '');
    const account = path.includes('/openapi') ? 'openapi' : path.includes('/gateway/') ? 'gateway' : path;
    times.set(account, [...(times.get(account) ?? []), performance.now()]);
  });
  return {
    /** While the ledger itself is read. */
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
    mostInASecond: () =>
      Object.fromEntries([...times].map(([account, all]) => [account, `${mostIn(all)} of ${all.length}`])),
  };
}

/** The most of rising times that lie within any one second. */
function mostIn(times: readonly number[]): number {
  let [first, most] = [0, 0];
  for (const [last, time] of times.entries()) {
    while (time - (times[first] ?? time) >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
