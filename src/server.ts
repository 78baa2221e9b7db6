// The HTTP server: Apollo behind Fastify, the playground, and nothing of orders.
import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Redis } from 'ioredis';
import type { CacheSettings } from './config/settings.js';
import type { Settings } from './config.js';
import { playground, sendPage, wantsPage } from './playground.js';
import { Fault } from './protocols/fault.js';
import { parseJson } from './protocols/json.js';
import type { Context } from './query/context.js';
import { ordersOf } from './query/orders.js';
import { schema } from './query/schema.js';
import type { CachingSettings } from './upstream/caching.js';
import { upstream } from './upstream/index.js';
import { connectRedis } from './upstream/redis.js';
import { requestScope } from './upstream/scope.js';
import { openShops } from './upstream/shops.js';
import { memoryStore, redisStore, twoLevels } from './upstream/store.js';
import { planOf } from './upstream/trace.js';

const BODY_LIMIT = 256 * 1024;

export interface ServerOptions {
  readonly settings: Settings;
  /** Fastify's logger settings; false: silent. */
  readonly logger?: boolean | { readonly level: string };
  /** The clock; it stamps signatures. */
  readonly now?: () => Date;
  /** Where caches and paces are shared with other processes. */
  readonly redisUrl?: string | undefined;
}

/** Builds the server; it listens when told. */
export async function buildServer({
  settings,
  logger = false,
  now = () => new Date(),
  redisUrl,
}: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
  });
  const redis = redisUrl ? connectRedis(redisUrl, app.log) : undefined;
  app.addHook('onClose', async () => redis?.disconnect());
  const shops = openShops(settings.shops, { now, redis });
  const ask = upstream({
    ...cachingBy(settings.cache, redis),
    callMs: settings.deadlines.callMs,
    retries: settings.retries,
    now,
  });
  const shown = [...shops.values()].map(({ shop }) => shop);

  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    parseOptions: { maxTokens: settings.limits.maxTokens },
    formatError: (formatted, error) => hideDefects(formatted, error, app.log),
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      // On by default, and it wraps the resolver of every field.
      ApolloServerPluginCacheControlDisabled(),
      reportWarnings,
      reportPlan,
      logFaults(app.log),
    ],
  });
  await apollo.start();

  const answer = fastifyApolloHandler(apollo, {
    context: async ({ id: requestId, headers }, { raw }) => ({
      requestId,
      tellsPlan: headers[PLAN_HEADER] !== undefined,
      shops: shown,
      orders: ordersOf({
        shops,
        requestId,
        maxOrders: settings.limits.maxOrders,
        ask,
        scope: requestScope('anonymous', settings.deadlines.requestMs, raw),
      }),
    }),
  });

  // Variables may hold order ids as numbers: their digits must survive.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) =>
    readJson(body),
  );
  app.setErrorHandler<FastifyError>((error, _request, reply) => refuseRequest(error, reply));
  await app.register(helmet);
  if (settings.playground) await app.register(playground);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.route<{ Reply: string }>({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request, reply) => {
      if (settings.playground && wantsPage(request)) return sendPage(reply);
    },
    handler: answer,
  });
  app.get('/health', async () => ({ status: 'ok' }));
  return app;
}

/** @throws an error of HTTP 400 when the text is not JSON. */
function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw Object.assign(new Error('The body is not JSON.'), { statusCode: 400 });
  }
}

/** What Fastify refuses before GraphQL sees it is told in the form that GraphQL clients read. */
function refuseRequest(error: FastifyError, reply: FastifyReply): FastifyReply {
  const { statusCode = 500, message } = error;
  const isDefect = statusCode >= 500;
  if (isDefect) reply.log.error(error, 'defect');
  const code = isDefect ? ApolloServerErrorCode.INTERNAL_SERVER_ERROR : ApolloServerErrorCode.BAD_REQUEST;
  return reply
    .code(statusCode)
    .send({ errors: [{ message: isDefect ? DEFECT_MESSAGE : message, extensions: { code } }] });
}

const DEFECT_MESSAGE = 'Internal error.';

/** What of the orders could not be read is told beside the data, whether or not the query selects warnings. */
const reportWarnings: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      const { warnings } = contextValue.orders;
      if (warnings.length === 0 || response.body.kind !== 'single') return;
      response.body.singleResult.extensions = { ...response.body.singleResult.extensions, warnings };
    },
  }),
};

/** A caller that sends this header is told what the query cost upstream. */
const PLAN_HEADER = 'x-ordergraph-plan';

const reportPlan: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue: { orders, tellsPlan } }) => {
      if (!tellsPlan || response.body.kind !== 'single') return;
      const { extensions } = response.body.singleResult;
      response.body.singleResult.extensions = { ...extensions, upstream: planOf(orders.traces) };
    },
  }),
};

/** One line for each failure, for whoever operates it: what failed, where, and under which request. */
const logFaults = (log: FastifyBaseLogger): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const { originalError, path } of errors) {
        if (!(originalError instanceof Fault)) continue;
        const { code, message, details } = originalError;
        log.warn({ code, path, ...details, requestId: contextValue.requestId }, message);
      }
    },
  }),
});

/** Faults and GraphQL's own errors are the caller's to see. Anything else is a defect: logged, and hidden. */
function hideDefects(formatted: GraphQLFormattedError, error: unknown, log: FastifyBaseLogger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof Fault || original instanceof GraphQLError) return formatted;
  log.error(original, 'defect');
  return {
    ...formatted,
    message: DEFECT_MESSAGE,
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
}

/** How long Redis keeps what may still be answered when it is no longer fresh. */
const KEPT_SECONDS = 86_400;

function cachingBy(cache: CacheSettings, redis: Redis | undefined): CachingSettings {
  const near = memoryStore(cache.maxBytes);
  const encryptionKey = cache.encryptionKey ? Buffer.from(cache.encryptionKey, 'base64') : undefined;
  const lifeSeconds = Math.max(cache.finalSeconds, cache.openSeconds, KEPT_SECONDS);
  return {
    store: redis ? twoLevels(near, redisStore(redis, { lifeSeconds, encryptionKey })) : near,
    openMs: cache.openSeconds * 1000,
    finalMs: cache.finalSeconds * 1000,
    servesStale: cache.serveStale,
  };
}
