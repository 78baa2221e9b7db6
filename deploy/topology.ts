// `npm run topology`: what compose.yaml starts, as plain processes of this machine, where no container engine runs: two
// replicas behind nginx, with a Redis and a PostgreSQL of their own and the sandbox's gateways. Everything is in temporary
// folders, and is gone when it is stopped.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoShops } from '../src/sandbox/demo.js';
import { createLiveLedger } from '../src/sandbox/ledger/live.js';
import { startSandbox } from '../src/sandbox/server.js';
import { startNginx } from '../test/support/nginx.js';
import { startPostgres } from '../test/support/postgres.js';
import { startRedis } from '../test/support/redis.js';

/** Where npm runs it. */
const ROOT = process.cwd();
const PROGRAM = resolve(ROOT, 'dist/main.js');

/** Ports are settable: 0 takes a free one. */
const portOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const PORT = portOf('PORT', 8080);
const REPLICA_PORTS = [portOf('REPLICA_1_PORT', 4001), portOf('REPLICA_2_PORT', 4002)];

/** How long a replica may take to be ready, and how often that is looked for. */
const READY_MS = 60_000;
const LOOK_AGAIN_MS = 50;

/** What has been started, to be ended in the opposite order. */
const started: (() => Promise<unknown>)[] = [];

async function keep<Part extends { readonly close: () => Promise<unknown> }>(part: Promise<Part>): Promise<Part> {
  const ready = await part;
  started.push(ready.close);
  return ready;
}

async function startReplica(port: number, environment: NodeJS.ProcessEnv): Promise<void> {
  const replica = spawn(process.execPath, [PROGRAM], {
    env: { ...environment, PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(replica, 'exit');
  started.push(async () => {
    replica.kill('SIGTERM');
    await ended;
  });
  const answers = new Promise<void>((answered) => {
    replica.stdout.on('data', (chunk) => {
      process.stdout.write(`[${port}] ${chunk}`);
      if (String(chunk).includes('answers at')) answered();
    });
  });
  await Promise.race([
    answers,
    ended.then(() => {
      throw new Error(`The replica at ${port} has ended.`);
    }),
  ]);
  await whenReady(port);
}

/** A replica listens before its tables are made: who is sent requests only once it is ready loses none. */
async function whenReady(port: number): Promise<void> {
  const deadline = performance.now() + READY_MS;
  for (;;) {
    const { ok, status } = await fetch(`http://127.0.0.1:${port}/readyz`);
    if (ok) return;
    if (performance.now() > deadline)
      throw new Error(`The replica at ${port} is not ready: /readyz answers ${status}.`);
    await pause(LOOK_AGAIN_MS);
  }
}

async function start(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-topology-'));
  started.push(async () => rmSync(folder, { recursive: true }));
  const living = createLiveLedger();
  started.push(async () => living.close());
  const sandbox = await keep(startSandbox({ ledger: living.ledger }));
  const redis = await keep(startRedis());
  const postgres = await keep(startPostgres());
  const encryptionKey = randomBytes(32).toString('base64');
  const settings = { shops: demoShops(sandbox.url), replicas: 2, cache: { encryptionKey }, index: { encryptionKey } };
  const path = join(folder, 'settings.json');
  writeFileSync(path, JSON.stringify(settings));
  const environment = {
    ORDERGRAPH_CONFIG: path,
    REDIS_URL: redis.url,
    DATABASE_URL: await postgres.createDatabase(),
  };
  for (const port of REPLICA_PORTS) await startReplica(port, environment);
  const nginx = await keep(startNginx(REPLICA_PORTS, { port: PORT }));
  console.log(`nginx at http://127.0.0.1:${nginx.port}/graphql, before replicas at ${REPLICA_PORTS.join(' and ')}`);
  console.log(`Redis at ${redis.url}, PostgreSQL at ${environment.DATABASE_URL}, gateways at ${sandbox.url}`);
}

let isStopping = false;

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const end of started.reverse()) await end().catch((error: unknown) => console.error(error));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
await start().catch((error: unknown) => {
  console.error(error);
  return stop(1);
});
