// The program: the settings file's shops, or the sandbox's when there is none; in one process or in several. It owns the
// ending of all of them.
import cluster from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { createMemoryTexts } from '../common/sharedTexts.js';
import type { EnvironmentSettings } from '../config/environment.js';
import { ConfigError, type Settings } from '../config/index.js';
import { redisSecrets } from '../config/redisUrl.js';
import { logRedaction } from '../config/secrets.js';
import type { OrderIndex } from '../orderIndex/types.js';
import { createLifecycle } from '../server/lifecycle.js';
import { createMetrics } from '../server/metrics/metrics.js';
import { startTracing } from '../server/tracing/startTracing.js';
import type { Tracing } from '../server/tracing/tracing.js';
import { createUpstreamMemory } from '../upstream/state/memory.js';
import { createAppSlot } from './currentApp.js';
import { createHttpServer } from './httpServer.js';
import { startListener } from './listener.js';
import { createLogDestination } from './logDestination.js';
import { formatLog } from './logFormat.js';
import { startMetricsServer } from './metricsServer.js';
import { createReload, onSettingsChange } from './reload.js';
import { PRIMARY_MARGIN_MS, shutdownTimesOf } from './shutdown.js';
import { environmentOf, type Source, sourceOf } from './source.js';
import { takeOver, tellFixed } from './takeOver.js';
import { createAllMetricsReader, reportMetrics, serveWorkerMetrics } from './workerMetrics.js';
import { joinPrimary, leavePrimary, startWorkers } from './workers.js';
import { createWorkerTexts, serveTexts } from './workerTexts.js';

const stream = createLogDestination(process.stdout);

/** @throws ConfigError when the settings are wrong, or it cannot listen. */
export async function start(environment: EnvironmentSettings): Promise<void> {
  const { workers } = environment;
  const source = await sourceOf(environment);
  await formatLog(stream, source.settings.log, process.stdout.isTTY);
  if (workers > 1 && cluster.isPrimary) await startPrimary(environment, source);
  else await startServer(environment, source);
}

async function startServer(environment: EnvironmentSettings, source: Source): Promise<void> {
  const { host, port, sandboxOrders } = environment;
  const { settings, sandbox, close } = source;
  const server = createHttpServer(settings.http);
  const lifecycle = createLifecycle('STARTING');
  const metrics = createMetrics(cluster.isWorker ? createAllMetricsReader() : undefined);
  const tracing = await startTracingFor(environment);
  const memory = createUpstreamMemory();
  const texts = cluster.isWorker ? createWorkerTexts() : createMemoryTexts();
  const parts = { lifecycle, metrics, tracing, memory, texts, stream };
  const slot = await createAppSlot(server, environment, source, parts);
  const { app, orderIndex } = slot.current();
  const take = server.connections.serve();
  const { delayMs, drainMs, exitMs } = shutdownTimesOf(settings);
  const ending = new AbortController();
  const end = endInOrder(exitMs, [
    async () => {
      ending.abort();
      const left = await server.connections.drain(drainMs);
      if (left > 0) app.log.warn({ connections: left }, 'Cut off, as they had not ended in time');
    },
    () => slot.close(),
    async () => tracing?.close(),
    close,
  ]);
  const stop = (): void => {
    lifecycle.stage = 'STOPPING';
  };
  const reload = createReload({ takeOver: () => takeOver(environment, slot), log: () => slot.current().app.log });
  const fillIndex = (): void => {
    if (!sandbox || !orderIndex || sandboxOrders === 0) return;
    const recent = { sandboxUrl: sandbox.url, count: sandboxOrders };
    void fillSandboxIndex(orderIndex, settings, recent, ending.signal, app.log);
  };
  if (cluster.isWorker) {
    lifecycle.stage = 'SERVING';
    reportMetrics(metrics);
    joinPrimary({ take, onReload: reload, onStop: stop, onDrain: end });
    // It goes to all processes of a terminal; the primary tells when it is time.
    process.on('SIGHUP', () => {});
    onSignal(leavePrimary);
    // All workers share the index.
    if (cluster.worker?.id === FIRST_WORKER) fillIndex();
    return;
  }
  const listener = await startListener({ host, port }, take);
  const closeMetrics = await startMetricsServer(settings.metrics, metrics.read);
  const { configPath } = environment;
  const endReload = configPath === undefined ? undefined : onSettingsChange(configPath, reload);
  lifecycle.stage = 'SERVING';
  onSignal(async () => {
    stop();
    endReload?.();
    await delayEnding(slot.current().app.log, delayMs);
    await listener.close();
    closeMetrics();
    end();
  });
  announce(listener.url, settings, app.log);
  fillIndex();
}

/** Where the environment names a collector. */
const startTracingFor = async ({ traceEndpoint: endpoint }: EnvironmentSettings): Promise<Tracing | undefined> =>
  endpoint === undefined ? undefined : startTracing({ endpoint, serviceName: process.env.OTEL_SERVICE_NAME });

/** Waits before anything ends: whoever sends requests here is to have noticed. */
async function delayEnding(log: { readonly info: (details: object, message: string) => void }, ms: number) {
  if (ms > 0) log.info({ ms }, 'Stopping: unready, and still listening for a while');
  await pause(ms);
  log.info({}, 'Ending: what was accepted is answered');
}

const FIRST_WORKER = 1;

/** Without them the lists are empty, and all else goes on. */
async function fillSandboxIndex(
  index: OrderIndex,
  settings: Settings,
  invented: { readonly sandboxUrl: string; readonly count: number },
  signal: AbortSignal,
  log: { readonly warn: (details: object, message: string) => void },
): Promise<void> {
  try {
    const [{ recordRecentOrders }, { recentOrdersInThread }] = await Promise.all([
      import('./recentOrders.js'),
      import('./recentOrdersThread.js'),
    ]);
    const now = Date.now();
    const orders = recentOrdersInThread({ ...invented, now });
    await recordRecentOrders({ orders, index, settings, now, signal });
  } catch (error) {
    log.warn({ err: error }, 'The recent orders of the demo shops could not be put into the index');
  }
}

async function startPrimary(variables: EnvironmentSettings, source: Source): Promise<void> {
  const { host, port, logLevel, redisUrl, configPath, workers: count } = variables;
  const { settings, sandbox, close } = source;
  const log = pino(
    { level: logLevel, ...logRedaction(settings, redisUrl === undefined ? [] : redisSecrets(redisUrl)) },
    stream,
  );
  const environment = sandbox === undefined ? {} : environmentOf(sandbox);
  serveTexts();
  const workers = await startWorkers({ host, port, count, environment, log });
  const closeMetrics = await startMetricsServer(settings.metrics, serveWorkerMetrics());
  const { delayMs, killMs } = shutdownTimesOf(settings);
  // A worker that cannot end is killed once it has had its time.
  const end = endInOrder(killMs + PRIMARY_MARGIN_MS, [() => workers.drain(killMs), close]);
  const check = async (): Promise<void> => {
    tellFixed(log, source, await sourceOf(variables));
    // What breaks only when an app is made of them each worker refuses, and says why.
    if (!(await workers.reload())) throw new ConfigError(['(a worker): does not take them, and says why']);
  };
  const endReload =
    configPath === undefined
      ? undefined
      : onSettingsChange(configPath, createReload({ takeOver: check, log: () => log }));
  onSignal(async () => {
    endReload?.();
    workers.stop();
    await delayEnding(log, delayMs);
    closeMetrics();
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
function onSignal(end: () => unknown): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
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
