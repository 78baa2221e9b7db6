// The app that answers under some settings, with its order index.
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { systemClock } from '../common/clock.js';
import type { SharedTexts } from '../common/sharedTexts.js';
import { databaseSecrets, databaseWarnings } from '../config/databaseUrl.js';
import type { EnvironmentSettings } from '../config/environment.js';
import { createOrderIndex } from '../orderIndex/index.js';
import type { OrderIndex } from '../orderIndex/types.js';
import type { AcceptedConnections } from '../server/acceptedConnections.js';
import { buildServer } from '../server/index.js';
import type { Lifecycle } from '../server/lifecycle.js';
import type { Metrics } from '../server/metrics/metrics.js';
import type { Tracing } from '../server/tracing/tracing.js';
import type { UpstreamMemory } from '../upstream/state/memory.js';
import { recordedIndex } from './recording.js';
import type { Source } from './source.js';

/** What the process has once, whatever its settings become. */
export interface ProcessParts {
  readonly connections: AcceptedConnections;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
  readonly memory: UpstreamMemory;
  /** What it shares with other workers; by default it has that for itself. */
  readonly texts?: SharedTexts;
  /** Where the log goes. */
  readonly stream: DestinationStream;
}

export interface App {
  readonly app: FastifyInstance;
  /** Closed with the app. */
  readonly orderIndex: OrderIndex | undefined;
}

/** Whoever asks just after the start goes first, and a program that is started in a loop calls no gateway. */
const SYNC_AFTER_MS = 60_000;

/** The sandbox's own orders are put into the index first. */
const SANDBOX_SYNC_AFTER_MS = 3_000;

/** @throws ConfigError when the settings are wrong. */
export async function createApp(
  { logLevel, redisUrl, databaseUrl, workers, transport }: EnvironmentSettings,
  { settings, sandbox, index }: Source,
  { connections, lifecycle, metrics, tracing, memory, texts, stream }: ProcessParts,
): Promise<App> {
  let orderIndex: OrderIndex | undefined;
  const built = buildServer({
    settings,
    sandbox: sandbox !== undefined,
    syncAfterMs: sandbox === undefined ? SYNC_AFTER_MS : sandbox.isLive ? SANDBOX_SYNC_AFTER_MS : undefined,
    logger: { level: logLevel, stream },
    redisUrl,
    workers,
    transport,
    connections,
    lifecycle,
    metrics,
    tracing,
    memory,
    ...(texts && { texts }),
    secrets: databaseUrl === undefined ? [] : databaseSecrets(databaseUrl),
    index:
      index &&
      ((log) => {
        orderIndex = recordedIndex(createOrderIndex({ settings, ...index, log, now: systemClock }), settings, log);
        return orderIndex;
      }),
  });
  const app = await built.catch(async (error: unknown) => {
    await orderIndex?.close();
    throw error;
  });
  if (databaseUrl !== undefined && index) for (const warning of databaseWarnings(databaseUrl)) app.log.warn(warning);
  await app.ready();
  return { app, orderIndex };
}
