// The routes at which operations are answered: all at once, or as event streams.
import type { FastifyInstance, onResponseHookHandler } from 'fastify';
import { whenResolved } from '../../common/maybePromise.js';
import { prefersEventStream } from '../accept.js';
import type { Identify } from '../authenticate.js';
import { STREAM_PATH } from '../errors.js';
import { sendPage, wantsPage } from '../pages/playground.js';
import type { StreamHandler } from '../stream/handler.js';
import type { OperationHandler, OperationRoute } from './handler.js';
import { mediaTypeFor } from './request.js';
import type { DocumentNotFound, Screen } from './screen.js';

interface OperationRoutesOptions {
  /** Whether browsers get the playground where clients send queries. */
  readonly hasPage: boolean;
  readonly identify: Identify;
  readonly screen: Screen;
  readonly handle: OperationHandler;
  readonly stream: StreamHandler;
  readonly onResponse: onResponseHookHandler | undefined;
}

export function operationRoutes(app: FastifyInstance, options: OperationRoutesOptions): void {
  const { hasPage, identify, screen, handle, stream, onResponse } = options;
  const hooks = onResponse && { onResponse };
  app.route<OperationRoute>({
    method: ['GET', 'POST'],
    url: '/graphql',
    // The page itself is no secret; the queries that it sends are held to their key like any other.
    onRequest: (request, reply, done) => {
      if (hasPage && wantsPage(request)) done();
      else identify(request, reply, done);
    },
    ...hooks,
    handler(request, reply) {
      if (hasPage && wantsPage(request)) return sendPage(reply);
      return whenResolved<DocumentNotFound | undefined, Awaited<ReturnType<OperationHandler>>>(
        screen(request),
        (screened) => {
          if (prefersEventStream(request.headers.accept)) return stream(request, reply, screened);
          if (screened === undefined) return handle.call(this, request, reply);
          reply.type(mediaTypeFor(request)).send(JSON.stringify(screened));
        },
      );
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: STREAM_PATH,
    exposeHeadRoute: false,
    onRequest: identify,
    ...hooks,
    handler: async (request, reply) => stream(request, reply, await screen(request)),
  });
}
