// The program: the settings file's shops, or the sandbox's when there is none; in one process or in several. It owns the
// ending of all of them.
import cluster from 'node:cluster';
import { pino } from 'pino';
import { systemClock } from '../common/clock.js';
import { databaseSecrets, databaseWarnings } from '../config/databaseUrl.js';
import type { EnvironmentSettings } from '../config/environment.js';
import type { Settings } from '../config/index.js';
import { redisSecrets } from '../config/redisUrl.js';
import { logRedaction } from '../config/secrets.js';
import { createOrderIndex } from '../orderIndex/index.js';
import type { OrderIndex } from '../orderIndex/types.js';
import { DRAIN_MARGIN_MS } from '../server/acceptedConnections.js';
import { buildServer } from '../server/index.js';
import { startListener } from './listener.js';
import { createLogDestination } from './logDestination.js';
import { environmentOf, type Source, sourceOf } from './source.js';
import { joinPrimary, leavePrimary, startWorkers } from './workers.js';

/** How much longer than what it waits for a process may take to end: the order index is written to its end. */
const EXIT_MARGIN_MS = 12_000;

const stream = createLogDestination(process.stdout);

/** @throws ConfigError when the settings are wrong, or it cannot listen. */
export async function start(environment: EnvironmentSettings): Promise<void> {
  const { workers } = environment;
  const source = await sourceOf(environment);
  if (workers > 1 && cluster.isPrimary) await startPrimary(environment, source);
  else await startServer(environment, source);
}

async function startServer(environment: EnvironmentSettings, source: Source): Promise<void> {
  const { host, port, logLevel, redisUrl, databaseUrl, workers, transport } = environment;
  const { settings, sandbox, index, close } = source;
  let orderIndex: OrderIndex | undefined;
  const app = await buildServer({
    settings,
    sandbox: sandbox !== undefined,
    logger: { level: logLevel, stream },
    redisUrl,
    workers,
    transport,
    secrets: databaseUrl === undefined ? [] : databaseSecrets(databaseUrl),
    index:
      index &&
      ((log) => {
        orderIndex = createOrderIndex({ settings, ...index, log, now: systemClock });
        return orderIndex;
      }),
  });
  if (databaseUrl !== undefined && index) for (const warning of databaseWarnings(databaseUrl)) app.log.warn(warning);
  await app.ready();
  const take = app.acceptedConnections.serve();
  const drainMs = settings.deadlines.requestMs + DRAIN_MARGIN_MS;
  const ending = new AbortController();
  const end = endInOrder(drainMs + EXIT_MARGIN_MS, [
    async () => {
      ending.abort();
      const left = await app.acceptedConnections.drain(drainMs);
      if (left > 0) app.log.warn({ connections: left }, 'Cut off, as they had not ended in time');
    },
    () => app.close(),
    close,
  ]);
  const fillIndex = (): void => {
    if (sandbox && orderIndex) void fillSandboxIndex(orderIndex, settings, sandbox.url, ending.signal, app.log);
  };
  if (cluster.isWorker) {
    joinPrimary({ take, onDrain: end });
    onSignal(leavePrimary);
    // All workers share the index.
    if (cluster.worker?.id === FIRST_WORKER) fillIndex();
    return;
  }
  const listener = await startListener({ host, port }, take);
  onSignal(() => {
    app.log.info('Ending: what was accepted is answered');
    void listener.close().then(end);
  });
  announce(listener.url, settings, app.log);
  fillIndex();
}

const FIRST_WORKER = 1;

/** Of each demo shop: eight pages of fifty. */
const RECENT_ORDERS = 400;

/** Without them the lists are empty, and all else goes on. */
async function fillSandboxIndex(
  index: OrderIndex,
  settings: Settings,
  sandboxUrl: string,
  signal: AbortSignal,
  log: { readonly warn: (details: object, message: string) => void },
): Promise<void> {
  try {
    const [{ recordRecentOrders }, { recentOrdersInThread }] = await Promise.all([
      import('./recentOrders.js'),
      import('./recentOrdersThread.js'),
    ]);
    const now = Date.now();
    const orders = recentOrdersInThread({ count: RECENT_ORDERS, now, sandboxUrl });
    await recordRecentOrders({ orders, index, settings, now, signal });
  } catch (error) {
    log.warn({ err: error }, 'The recent orders of the demo shops could not be put into the index');
  }
}

async function startPrimary(
  { host, port, logLevel, redisUrl, workers: count }: EnvironmentSettings,
  { settings, sandbox, close }: Source,
): Promise<void> {
  const log = pino(
    { level: logLevel, ...logRedaction(settings, redisUrl === undefined ? [] : redisSecrets(redisUrl)) },
    stream,
  );
  const environment = sandbox === undefined ? {} : environmentOf(sandbox);
  const workers = await startWorkers({ host, port, count, environment, log });
  // A worker that cannot end is killed once it has had its time.
  const drainMs = settings.deadlines.requestMs + DRAIN_MARGIN_MS + EXIT_MARGIN_MS + 1_000;
  const end = endInOrder(drainMs + EXIT_MARGIN_MS, [() => workers.drain(drainMs), close]);
  onSignal(() => {
    log.info('Ending: what was accepted is answered');
    end();
  });
  announce(workers.url, settings, log);
}

/** Whoever reads it may end the process from then on. */
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
