// Starts OrderGraph: the settings file's shops, or the sandbox's when there is none; in one process or in several.
import cluster from 'node:cluster';
import { requireAuthBeyondLoopback } from './auth/anonymous.js';
import type { Settings } from './config/index.js';
import { ConfigError } from './config/index.js';
import { requireEncryptionBeyondLoopback } from './config/redisUrl.js';
import { loadSettings, parseSettings } from './platforms/settings.js';
import { buildServer } from './server/index.js';
import { type TransportName, transportNames } from './upstream/transports/index.js';
import { startWorkers } from './workers.js';

const { PORT = '4000', HOST = '127.0.0.1', ORDERGRAPH_CONFIG, LOG_LEVEL = 'info', REDIS_URL } = process.env;
const { UPSTREAM_HTTP = 'node-fetch', WORKERS = '1' } = process.env;

/** Environment variable by which the primary process passes the sandbox's address to its workers. */
const SANDBOX_URL = 'ORDERGRAPH_SANDBOX_URL';

try {
  await start();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`OrderGraph cannot start:\n${error.message}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const port = wholeNumber('PORT', PORT, 0, 65_535);
  const workers = wholeNumber('WORKERS', WORKERS, 1, 1_024);
  const transport = transportNamed(UPSTREAM_HTTP);
  const { settings, sandboxUrl, close } = await settingsOrSandbox();
  if (workers > 1 && cluster.isPrimary) {
    const started = await startWorkers(workers, sandboxUrl === undefined ? {} : { [SANDBOX_URL]: sandboxUrl });
    announce(`http://${HOST}:${started.port}`, settings);
    endWith(settings, started.close, close);
    return;
  }
  const server = await buildServer({
    settings,
    sandbox: sandboxUrl !== undefined,
    logger: { level: LOG_LEVEL },
    redisUrl: REDIS_URL || undefined,
    workers,
    transport,
  });
  const url = await server.listen({ port, host: HOST });
  if (!cluster.isWorker) announce(url, settings);
  endWith(settings, () => server.close(), close);
}

function announce(url: string, { shops }: Settings): void {
  console.log(`OrderGraph answers at ${url}/graphql; open it in a browser for the playground.`);
  console.log(`Shops: ${shops.map(({ id }) => id).join(', ')}`);
}

function endWith({ deadlines }: Settings, ...closing: readonly (() => Promise<unknown>)[]): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // By then every request is answered; what is still open is one that was never finished.
      setTimeout(() => process.exit(0), deadlines.requestMs + 1_000).unref();
      void Promise.all(closing.map((close) => close())).then(() => process.exit(0));
    });
  }
}

/** @throws ConfigError for what is none of these numbers. */
function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new ConfigError([`${name}: must be a number from ${least} to ${most}`]);
}

/** @throws ConfigError for what is no transport. */
function transportNamed(name: string): TransportName {
  const transport = transportNames.find((known) => known === name);
  if (transport === undefined) throw new ConfigError([`UPSTREAM_HTTP: must be one of ${transportNames.join(', ')}`]);
  return transport;
}

interface Start {
  readonly settings: Settings;
  /** Where the sandbox plays the gateways; undefined: the gateways are real. */
  readonly sandboxUrl: string | undefined;
  readonly close: () => Promise<void>;
}

/** @throws ConfigError when HOST lets others in than the settings do. */
async function settingsOrSandbox(): Promise<Start> {
  if (ORDERGRAPH_CONFIG) {
    const settings = loadSettings({ path: ORDERGRAPH_CONFIG, environment: process.env });
    requireAuthBeyondLoopback(HOST, settings.auth);
    requireEncryptionBeyondLoopback(REDIS_URL || undefined, settings.cache);
    return { settings, sandboxUrl: undefined, close: async () => {} };
  }
  requireAuthBeyondLoopback(HOST, undefined);
  const { url, close } = await sandbox();
  // Like the sandbox itself, nothing that a server with a settings file has to load.
  const { demoShops } = await import('./sandbox/demo.js');
  return { settings: parseSettings(JSON.stringify({ shops: demoShops(url) }), {}), sandboxUrl: url, close };
}

async function sandbox(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const already = process.env[SANDBOX_URL];
  if (already !== undefined) return { url: already, close: async () => {} };
  // It brings its invented orders along, which nobody else has to wait for.
  const { startSandbox } = await import('./sandbox/server.js');
  const started = await startSandbox();
  console.log(`No ORDERGRAPH_CONFIG: serving invented orders from the sandbox gateways at ${started.url}`);
  return started;
}
