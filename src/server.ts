// The HTTP server: Apollo behind Fastify, the playground, and nothing of orders.
import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { ANYONE } from './access/caller.js';
import type { Settings } from './config.js';
import { playground, sendPage, wantsPage } from './playground.js';
import type { Context } from './query/context.js';
import { ordersOf } from './query/orders.js';
import { schema } from './query/schema.js';
import { hideDefects, readJson, refuseRequest } from './server/errors.js';
import { logFaults, PLAN_HEADER, reportPlan, reportWarnings } from './server/reports.js';
import { openUpstream } from './upstream/index.js';
import { requestScope } from './upstream/scope.js';

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
  const { shops, ask, close } = openUpstream(settings, { now, redisUrl, log: app.log });
  app.addHook('onClose', close);

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
      caller: ANYONE,
      tellsPlan: headers[PLAN_HEADER] !== undefined,
      shops: [...shops.values()].map(({ shop }) => shop),
      orders: ordersOf({
        shops,
        requestId,
        maxOrders: settings.limits.maxOrders,
        ask,
        scope: requestScope(ANYONE.name, settings.deadlines.requestMs, raw),
      }),
    }),
  });

  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, readJson);
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
