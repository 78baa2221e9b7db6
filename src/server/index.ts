// The HTTP server: Apollo behind Fastify, the playground, and nothing of orders.
import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { DestinationStream } from 'pino';
import { createAuthenticator } from '../auth/authentication.js';
import { startupWarnings } from '../auth/startupWarnings.js';
import { atEndOfTurn } from '../common/eventLoop.js';
import type { Settings } from '../config/index.js';
import { logRedaction } from '../config/secrets.js';
import { createAuditLog } from '../privacy/auditLog.js';
import type { Context } from '../query/context.js';
import { createOrderLoader } from '../query/orderLoader.js';
import { createServedSchema } from '../query/schema.js';
import { createUpstream } from '../upstream/index.js';
import { createRequestScope } from '../upstream/requestScope.js';
import type { TransportName } from '../upstream/transports/index.js';
import { createIdentify } from './authenticate.js';
import { hideDefects, readJson, refuseRequest } from './errors.js';
import { createCompiledOperations } from './graphql/compiledOperations.js';
import { hearErrors, loggingFaults, PLAN_HEADER, reportExtensions } from './graphql/extensions.js';
import { createHandler } from './graphql/handler.js';
import { plainJsonStatus } from './graphql/plainJsonStatus.js';
import { corsOptions, refuseRoute } from './graphql/request.js';
import { createScreen } from './graphql/screen.js';
import { createTrustedDocuments } from './graphql/trustedDocuments.js';
import { setHeaders } from './headers.js';
import { createBudget } from './limits/budget.js';
import { chargeCosts, createCharge } from './limits/charge.js';
import { createDocumentBounds } from './limits/documentBounds.js';
import { createPricing } from './limits/price.js';
import { dashboard } from './pages/dashboard.js';
import { playground, sendPage, wantsPage } from './pages/playground.js';
import { serveSdl } from './schemaRoute.js';

const BODY_LIMIT = 256 * 1024;
const MAX_ERRORS = 20;

export interface ServerOptions {
  readonly settings: Settings;
  /** Fastify's logger settings; false: silent. */
  readonly logger?: false | { readonly level: string; readonly stream?: DestinationStream };
  /** Whether the orders' people are invented: without `auth`, anyone on this machine may then see all of them. */
  readonly sandbox?: boolean;
  /** The clock; it stamps signatures. */
  readonly now?: () => Date;
  /** How many processes of this machine answer together. */
  readonly workers?: number;
  /** What carries calls to gateways. */
  readonly transport?: TransportName;
  /** How often an operation runs before it is compiled. */
  readonly compileAfter?: number;
  /** Where caches and paces are shared with other processes. */
  readonly redisUrl?: string | undefined;
}

/** Builds the server; it listens when told. */
export async function buildServer({
  settings,
  logger = false,
  sandbox = false,
  now = () => new Date(),
  workers = 1,
  transport = 'node-fetch',
  compileAfter = 2,
  redisUrl,
}: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logger && { ...logger, ...logRedaction(settings) },
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    // Lines name their request themselves; a logger for each would cost every request, and few write a line.
    childLoggerFactory: (parent) => parent,
  });
  const identify = createIdentify(app, createAuthenticator({ auth: settings.auth, sandbox, now }));
  for (const remark of startupWarnings(settings.auth, sandbox)) app.log.warn(remark);
  const documents = createTrustedDocuments(settings.trustedDocuments, app.log);
  app.addHook('onClose', async () => documents?.close());
  const {
    shops,
    findInMemory: recall,
    fetchOrder: ask,
    redis,
    close,
  } = await createUpstream(settings, {
    now,
    redisUrl,
    workers,
    transport,
    log: app.log,
  });
  app.addHook('onClose', close);

  const { limits, introspection } = settings;
  const schema = await createServedSchema(settings.federation);
  const budget = limits.costPerMinute === undefined ? undefined : createBudget(limits.costPerMinute, redis);

  const { price, size } = createPricing(schema);
  const charge = createCharge({ schema, price, maxCost: limits.maxCost, maxOrders: limits.maxOrders, budget });
  const compiled = createCompiledOperations(schema, size, compileAfter);
  const logFaults = loggingFaults(app.log);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.maxTokens },
    // Each can take a while to word; nobody reads a hundred.
    validationOptions: { maxErrors: MAX_ERRORS },
    formatError: (formatted, error) => hideDefects(formatted, error, app.log),
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      // On by default, and they wrap the resolver of every field; the second only that of a subgraph.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      plainJsonStatus,
      reportExtensions,
      chargeCosts(charge),
      hearErrors(logFaults),
      compiled.plugin,
    ],
  });
  await apollo.start();

  const tell = (errors: readonly GraphQLError[], context: Context): readonly GraphQLFormattedError[] => {
    logFaults(errors, context);
    return errors.map((error) => hideDefects(error.toJSON(), error, app.log));
  };
  const audit = createAuditLog(app.log);
  const contextOf = ({ id: requestId, headers, caller }: FastifyRequest, { raw }: FastifyReply): Context => ({
    requestId,
    caller,
    tellsPlan: headers[PLAN_HEADER] !== undefined,
    shops: () => [...shops.values()].map(({ shop }) => shop).filter(({ id }) => caller.mayAccess(id)),
    orders: createOrderLoader({
      shops,
      caller,
      requestId,
      maxOrders: limits.maxOrders,
      audit,
      recall,
      ask,
      scope: () => createRequestScope(caller.name, settings.deadlines.requestMs, raw),
    }),
  });
  const adapter = fastifyApolloHandler(apollo, { context: async (request, reply) => contextOf(request, reply) });

  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, readJson);
  app.setErrorHandler<FastifyError>((error, _request, reply) => refuseRequest(error, reply));
  app.setNotFoundHandler(refuseRoute);
  setHeaders(app);
  app.addHook('onSend', (_request, _reply, payload, done) => {
    // As bytes: a text is first put together with the head, which takes longer.
    atEndOfTurn(done, null, typeof payload === 'string' ? Buffer.from(payload) : payload);
  });
  if (settings.cors) await app.register(cors, corsOptions(settings.cors));
  // Both are pages for people, so one setting is for both.
  if (settings.playground) {
    await app.register(playground);
    await app.register(dashboard);
  }
  const answer = createHandler({ apollo, contextOf, compiled, charge, tell, adapter });
  const screen = createScreen(documents, createDocumentBounds(limits));
  app.route<{ Reply: string }>({
    method: ['GET', 'POST'],
    url: '/graphql',
    // The page itself is no secret; the queries that it sends are asked for their key like any other.
    onRequest: (request, reply, done) => {
      if (settings.playground && wantsPage(request)) done();
      else identify(request, reply, done);
    },
    handler: function handle(request, reply) {
      if (settings.playground && wantsPage(request)) return sendPage(reply);
      if (!screen(request, reply)) return answer.call(this, request, reply);
    },
  });
  if (introspection && documents?.mode !== 'enforce') serveSdl(app, schema, identify);
  app.get('/health', async () => ({ status: 'ok' }));
  return app;
}
