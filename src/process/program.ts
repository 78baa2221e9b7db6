// The program: the settings file's shops, or the sandbox's when there is none; in one process or in several. It owns the
// ending of all of them.
import cluster from 'node:cluster';
import { pino } from 'pino';
import { requireAuthBeyondLoopback } from '../auth/anonymous.js';
import type { EnvironmentSettings } from '../config/environment.js';
import type { Settings } from '../config/index.js';
import { redisSecrets, requireEncryptionBeyondLoopback } from '../config/redisUrl.js';
import { logRedaction } from '../config/secrets.js';
import { loadSettings, parseSettings } from '../platforms/settings.js';
import { DRAIN_MARGIN_MS } from '../server/acceptedConnections.js';
import { buildServer } from '../server/index.js';
import { startListener } from './listener.js';
import { createLogDestination } from './logDestination.js';
import { joinPrimary, leavePrimary, startWorkers } from './workers.js';

/** Environment variable by which the primary process passes the sandbox's address to its workers. */
const SANDBOX_URL = 'ORDERGRAPH_SANDBOX_URL';

/** How much longer than what it waits for a process may take to end. */
const EXIT_MARGIN_MS = 2_000;

const stream = createLogDestination(process.stdout);

/** @throws ConfigError when the settings are wrong, or it cannot listen. */
export async function start(environment: EnvironmentSettings): Promise<void> {
  const { workers } = environment;
  const source = await settingsOrSandbox(environment);
  if (workers > 1 && cluster.isPrimary) await startPrimary(environment, source);
  else await startServer(environment, source);
}

async function startServer(
  { host, port, logLevel, redisUrl, workers, transport }: EnvironmentSettings,
  { settings, sandboxUrl, close }: Source,
): Promise<void> {
  const app = await buildServer({
    settings,
    sandbox: sandboxUrl !== undefined,
    logger: { level: logLevel, stream },
    redisUrl,
    workers,
    transport,
  });
  await app.ready();
  const take = app.acceptedConnections.serve();
  const drainMs = settings.deadlines.requestMs + DRAIN_MARGIN_MS;
  const end = endInOrder(drainMs + EXIT_MARGIN_MS, [
    async () => {
      const left = await app.acceptedConnections.drain(drainMs);
      if (left > 0) app.log.warn({ connections: left }, 'Cut off, as they had not ended in time');
    },
    () => app.close(),
    close,
  ]);
  if (cluster.isWorker) {
    joinPrimary({ take, onDrain: end });
    onSignal(leavePrimary);
    return;
  }
  const listener = await startListener({ host, port }, take);
  announce(listener.url, settings, app.log);
  onSignal(() => {
    app.log.info('Ending: what was accepted is answered');
    void listener.close().then(end);
  });
}

async function startPrimary(
  { host, port, logLevel, redisUrl, workers: count }: EnvironmentSettings,
  { settings, sandboxUrl, close }: Source,
): Promise<void> {
  const log = pino(
    { level: logLevel, ...logRedaction(settings, redisUrl === undefined ? [] : redisSecrets(redisUrl)) },
    stream,
  );
  const environment: Record<string, string> = sandboxUrl === undefined ? {} : { [SANDBOX_URL]: sandboxUrl };
  const workers = await startWorkers({ host, port, count, environment, log });
  announce(workers.url, settings, log);
  // A worker that cannot end is killed once it has had its time.
  const drainMs = settings.deadlines.requestMs + DRAIN_MARGIN_MS + EXIT_MARGIN_MS + 1_000;
  const end = endInOrder(drainMs + EXIT_MARGIN_MS, [() => workers.drain(drainMs), close]);
  onSignal(() => {
    log.info('Ending: what was accepted is answered');
    end();
  });
}

function announce(url: string, { shops }: Settings, log: { readonly info: (message: string) => void }): void {
  log.info(`Server listening at ${url}`);
  console.log(`OrderGraph answers at ${url}/graphql; open it in a browser for the playground.`);
  console.log(`Shops: ${shops.map(({ id }) => id).join(', ')}`);
}

/** A second signal of a kind ends the process at once. */
function onSignal(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
}

/** Ends the process after these steps, each waiting for the one before; at the latest after so long. */
function endInOrder(maxMs: number, steps: readonly (() => Promise<unknown>)[]): () => void {
  let isEnding = false;
  return () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(0), maxMs).unref();
    void (async () => {
      for (const step of steps) await step();
      await stream.flush();
      process.exit(0);
    })();
  };
}

interface Source {
  readonly settings: Settings;
  /** Where the sandbox plays the gateways; undefined: the gateways are real. */
  readonly sandboxUrl: string | undefined;
  readonly close: () => Promise<void>;
}

/** @throws ConfigError when HOST lets others in than the settings do, or documents would lie open in Redis. */
async function settingsOrSandbox({ host, configPath, redisUrl }: EnvironmentSettings): Promise<Source> {
  if (configPath !== undefined) {
    const settings = loadSettings({ path: configPath, environment: process.env });
    requireAuthBeyondLoopback(host, settings.auth);
    requireEncryptionBeyondLoopback(redisUrl, settings.cache);
    return { settings, sandboxUrl: undefined, close: async () => {} };
  }
  requireAuthBeyondLoopback(host, undefined);
  const { url, close } = await sandbox();
  // Like the sandbox itself, nothing that a server with a settings file has to load.
  const { demoSettings } = await import('../sandbox/demo.js');
  return { settings: parseSettings(JSON.stringify(demoSettings(url)), {}), sandboxUrl: url, close };
}

async function sandbox(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const already = process.env[SANDBOX_URL];
  if (already !== undefined) return { url: already, close: async () => {} };
  // It brings its invented orders along, which nobody else has to wait for.
  const { startSandbox } = await import('../sandbox/server.js');
  const started = await startSandbox();
  console.log(`No ORDERGRAPH_CONFIG: serving invented orders from the sandbox gateways at ${started.url}`);
  return started;
}
