// The HTTP server: Apollo behind Fastify, the playground, and nothing of orders.
import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { createAuthenticator } from '../auth/authentication.js';
import { startupWarnings } from '../auth/startupWarnings.js';
import { systemClock } from '../common/clock.js';
import { createMemoryTexts } from '../common/sharedTexts.js';
import { redisSecrets, redisWarnings } from '../config/redisUrl.js';
import { createSecretRegistry, logRedaction } from '../config/secrets.js';
import { createImportService, type ImportServices } from '../orderIndex/import/service.js';
import { createPace } from '../orderIndex/pace.js';
import { toldShopsOf } from '../orderIndex/push/senders.js';
import { createSyncService } from '../orderIndex/sync/service.js';
import { plainHttpWarnings } from '../platforms/plainHttp.js';
import { createAuditLog, createSearchAuditLog } from '../privacy/auditLog.js';
import { refMistake } from '../query/arguments.js';
import { type IndexAccess, unfindableBy } from '../query/orderIndex/access.js';
import { createServedSchema } from '../query/schema.js';
import { createUpstream } from '../upstream/index.js';
import { createRedisTexts } from '../upstream/state/redisTexts.js';
import { createWholeOrderFetch } from '../upstream/wholeOrder.js';
import { type AcceptedConnections, createAcceptedConnections } from './acceptedConnections.js';
import { createAlertRegister } from './alerts/alertRegister.js';
import { startAlertWatch } from './alerts/alertWatch.js';
import { createWebhook } from './alerts/webhook.js';
import { createIdentify } from './authenticate.js';
import { setBodyParser } from './bodyParser.js';
import { callLogObservers } from './callLog.js';
import { connectRoute } from './connect/connectRoute.js';
import { connectionOptions, dropUnreadAnswers, refuseConnection } from './connections.js';
import { corsOptions } from './cors.js';
import { refuseRequest, refuseRoute } from './errors.js';
import { createApolloPlugin } from './graphql/apolloPlugin.js';
import { startApollo } from './graphql/apolloServer.js';
import { createCompiledOperations } from './graphql/compiledOperations.js';
import { createContextFactory } from './graphql/createContext.js';
import { createHandler, type OperationHandler } from './graphql/handler.js';
import { refuseNullConditions } from './graphql/nullConditions.js';
import { refuseOperationTypes } from './graphql/operationTypes.js';
import { createPipeline } from './graphql/pipeline.js';
import { operationRoutes } from './graphql/routes.js';
import { createScreen } from './graphql/screen.js';
import { createTrustedDocuments } from './graphql/trustedDocuments.js';
import { setHeaders } from './headers.js';
import { healthRoutes } from './healthRoutes.js';
import { importRoute } from './importRoute.js';
import { createLifecycle } from './lifecycle.js';
import { createBudget } from './limits/budget.js';
import { createChargeGate } from './limits/charge.js';
import { createDeposits } from './limits/deposit.js';
import { createDocumentBounds } from './limits/documentBounds.js';
import { createPricing } from './limits/price.js';
import { createIndexState } from './metrics/indexState.js';
import { createMetrics } from './metrics/metrics.js';
import { metricsRoute } from './metrics/metricsRoute.js';
import type { ServerOptions } from './options.js';
import { dashboard } from './pages/dashboard.js';
import { playground } from './pages/playground.js';
import { pushRoute } from './pushRoute.js';
import { requestIdOf } from './requestId.js';
import { createRequestLog } from './requestLog.js';
import { serveSdl } from './schemaRoute.js';
import { sendBytes } from './sendBytes.js';
import { statusRoute } from './statusRoute.js';
import { createStreamHandler } from './stream/handler.js';
import { createOpenStreams } from './stream/openStreams.js';
import { createStreamedOperations } from './stream/streamedOperations.js';

export type { ServerOptions };

declare module 'fastify' {
  interface FastifyInstance {
    /** Serves connections that were accepted elsewhere; not needed by who listens with it. */
    readonly acceptedConnections: AcceptedConnections;
    /** Ends its event streams; clients come back to whichever app answers then. */
    readonly endStreams: () => void;
  }
}

/** The name of what syncs orders in the queues of gateways. */
const SYNC_CALLER = 'sync';

/** How often a quiet stream is heard of. */
const HEARTBEAT_MS = 12_000;

const BODY_LIMIT = 256 * 1024;

/** Builds the server; it does not listen yet. */
export async function buildServer({
  settings,
  logger = false,
  sandbox = false,
  now = systemClock,
  workers = 1,
  transport = 'node-fetch',
  compileAfter = 2,
  redisUrl,
  index: createIndex,
  imports: createImports,
  syncAfterMs,
  secrets = [],
  heartbeatMs = HEARTBEAT_MS,
  connections: given,
  lifecycle = createLifecycle('SERVING'),
  metrics = createMetrics(),
  texts = createMemoryTexts(),
  memory,
  tracing,
  gates = [],
}: ServerOptions): Promise<FastifyInstance> {
  const registry = createSecretRegistry();
  const app = Fastify({
    logger: logger && {
      ...logger,
      ...logRedaction(settings, [...secrets, ...(redisUrl === undefined ? [] : redisSecrets(redisUrl))], registry),
    },
    bodyLimit: BODY_LIMIT,
    genReqId: requestIdOf,
    ...connectionOptions(settings.http),
    clientErrorHandler: refuseConnection,
    logController: new LogController({ disableRequestLogging: true }),
    // Lines name their request themselves; a logger for each would cost every request, and few write a line.
    childLoggerFactory: (parent) => parent,
  });
  if (given === undefined) dropUnreadAnswers(app, settings.http.answerTimeoutMs);
  const connections = given ?? createAcceptedConnections(app.server);
  app.decorate('acceptedConnections', connections);
  const authenticate = createAuthenticator({ auth: settings.auth, sandbox, now });
  const identify = createIdentify(app, authenticate);
  for (const warning of [...startupWarnings(settings.auth, sandbox), ...plainHttpWarnings(settings.shops)])
    app.log.warn(warning);
  if (redisUrl !== undefined) for (const warning of redisWarnings(redisUrl, settings.cache)) app.log.warn(warning);
  const documents = createTrustedDocuments(settings.trustedDocuments, app.log);
  app.addHook('onClose', async () => documents?.close());
  const { limits, introspection } = settings;
  const index = createIndex?.(app.log);
  app.addHook('onClose', async () => index?.close());
  const { shops, credentials, findInMemory, fetchOrder, createCallGateway, shared, close } = await createUpstream(
    settings,
    {
      now,
      redisUrl,
      workers,
      transport,
      callBudget: limits.callsPerMinute > 0 ? (over) => createBudget(limits.callsPerMinute, over, 'calls') : undefined,
      log: app.log,
      recorder: index,
      tokenStore: index?.tokens,
      secrets: registry,
      archive: index?.documents,
      counts: metrics.source.upstream,
      ...(memory && { memory }),
      observers: [...callLogObservers(app.log), ...(tracing ? [tracing.observer] : [])],
    },
  );
  app.addHook('onClose', close);
  const background = {
    ...{ shops, now, log: app.log, owner: randomUUID(), pace: createPace() },
    share: settings.index ? settings.index.share : 1,
    flush: async () => index?.flush(),
  };
  const fetching = { shops, fetchOrder, requestMs: settings.deadlines.requestMs };
  const services: ImportServices = {
    ...background,
    fetchWholeOrder: createWholeOrderFetch({ ...fetching, caller: 'import' }),
    mistakeIn: refMistake,
  };
  const imports =
    createImports?.(services) ?? (index?.importStore && createImportService({ ...services, store: index.importStore }));
  app.addHook('onClose', async () => imports?.close());
  const sync =
    syncAfterMs === undefined || index?.sync === undefined
      ? undefined
      : createSyncService(index.sync, {
          ...{ ...background, settings, startMs: syncAfterMs, callGateway: createCallGateway(SYNC_CALLER) },
          fetchWholeOrder: createWholeOrderFetch({ ...fetching, caller: SYNC_CALLER }),
        });
  app.addHook('onClose', async () => sync?.close());

  const schema = await createServedSchema(settings.federation);
  const budget = limits.costPerMinute === undefined ? undefined : createBudget(limits.costPerMinute, shared);
  const deposits = budget && createDeposits(budget, limits.maxTokens);
  app.decorateRequest('deposit');
  const { price, size } = createPricing(schema);
  const charge = createChargeGate({ price, maxCost: limits.maxCost, maxOrders: limits.maxOrders, budget });
  const pipeline = createPipeline({
    schema,
    gates: [...(deposits ? [deposits.refund] : []), refuseOperationTypes, refuseNullConditions, charge, ...gates],
    log: app.log,
    counts: metrics.source.operations,
  });
  const compiled = createCompiledOperations(schema, size, compileAfter);
  const apollo = await startApollo({
    schema,
    introspection,
    limits,
    plugins: [createApolloPlugin(pipeline, compiled, metrics.source.operations)],
  });
  app.addHook('onClose', () => apollo.stop());

  const indexAccess: IndexAccess = {
    reader: index,
    imports,
    sync: index?.sync,
    maxCallsPerDay: settings.sync.maxCallsPerDay,
    unfindable: unfindableBy(settings.index),
    now,
    auditSearch: createSearchAuditLog(app.log),
  };
  app.decorateRequest('operation');
  const contextOf = createContextFactory({
    ...{ settings, shops, findInMemory, fetchOrder, index: indexAccess, counts: metrics.source.loader, tracing },
    audit: createAuditLog(app.log),
  });
  const handle = createHandler({
    pipeline,
    compiled,
    counts: metrics.source.operations,
    contextOf,
    // Its type knows of texts alone, and it answers with nothing else.
    apollo: fastifyApolloHandler(apollo, {
      context: async (request, { raw }) => contextOf(request, raw),
    }) as OperationHandler,
  });
  const streams = createOpenStreams({ limit: limits.streams, now });
  app.decorate('endStreams', streams.endAll);
  const forget = connections.onDrain(streams.endAll);
  app.addHook('preClose', async () => {
    forget();
    streams.endAll();
  });
  const stream = createStreamHandler({
    operations: createStreamedOperations({ apollo, schema, pipeline }),
    streams,
    contextOf,
    heartbeatMs,
    origins: settings.cors?.origins ?? [],
  });

  const indexState = index ? createIndexState(index, [...shops.keys()], now) : async () => undefined;
  const { maxCallsPerDay } = settings.sync;
  const sharedTexts = shared ? createRedisTexts(shared.redis) : (index?.texts ?? texts);
  const alerts = startAlertWatch({
    ...{ shops, index: indexState, maxCallsPerDay, now, log: app.log },
    register: createAlertRegister(sharedTexts, metrics.source.alerts),
    send: settings.alerts.webhook && createWebhook(settings.alerts.webhook, app.log),
  });
  app.addHook('onClose', async () => alerts.close());
  // Not before: one that fails to start leaves those of the app that answers.
  app.addHook('onReady', async () => {
    metrics.source.app = {
      ...{ shops, index, indexState, maxCallsPerDay, compiledOperations: compiled.count, eventStreams: streams.count },
    };
  });
  setBodyParser(app);
  app.setErrorHandler<FastifyError>((error, _request, reply) => refuseRequest(error, reply));
  app.setNotFoundHandler(refuseRoute);
  setHeaders(app, connections.isDraining);
  sendBytes(app);
  if (settings.cors) await app.register(cors, corsOptions(settings.cors));
  // Both are pages for people, so one setting is for both.
  if (settings.playground) {
    await app.register(playground);
    await app.register(dashboard, settings.dashboard);
  }
  const onResponse = createRequestLog(app, settings.log);
  const screen = createScreen({ documents, checkBounds: createDocumentBounds(limits), deposits });
  operationRoutes(app, { hasPage: settings.playground, identify, screen, handle, stream, onResponse });
  const { publicUrl } = settings;
  if (publicUrl !== undefined)
    await app.register(connectRoute, {
      ...{ shops, credentials, publicUrl, now, workers, identify, authenticate, onResponse },
    });
  const told = index?.sync ? toldShopsOf(settings, shops) : [];
  if (index?.sync && told.some(({ messages }) => messages.kind === 'POSTS'))
    await app.register(pushRoute, { store: index.sync, shops: told, now });
  if (imports) await app.register(importRoute, { imports, identify, onResponse });
  if (introspection && documents?.mode !== 'enforce') serveSdl(app, schema, identify);
  metricsRoute(app, identify, metrics.read);
  statusRoute(app, { shops, indexState, identify });
  healthRoutes(app, {
    ...{ lifecycle, isDraining: connections.isDraining, isMigrating: () => index?.isMigrating?.() === true },
  });
  return app;
}
