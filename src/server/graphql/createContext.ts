// Makes the context of an operation from its request.
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../config/index.js';
import type { Audit } from '../../privacy/auditLog.js';
import { createAnswerCounter } from '../../query/answerCounter.js';
import type { LoaderCounts } from '../../query/loaderCounts.js';
import type { IndexAccess } from '../../query/orderIndex/access.js';
import { createOrderLoader } from '../../query/orderLoader.js';
import { type AnswerSink, createRequestScope } from '../../upstream/requestScope.js';
import type { FetchOrder, FindInMemory, Shops } from '../../upstream/types.js';
import type { Tracing } from '../tracing/tracing.js';
import { type OperationContext, PLAN_HEADER } from './context.js';
import { readsOnly200 } from './request.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The operation that it asks for, from when it is executed on. */
    operation: OperationContext | undefined;
  }
}

interface ContextOptions {
  readonly settings: Pick<Settings, 'limits' | 'deadlines'>;
  readonly shops: Shops;
  readonly findInMemory: FindInMemory;
  readonly fetchOrder: FetchOrder;
  readonly index: IndexAccess;
  readonly audit: Audit;
  readonly counts: LoaderCounts;
  readonly tracing: Tracing | undefined;
}

/** Makes the context of a request whose answer goes to a sink. */
export type CreateContext = (request: FastifyRequest, sink: AnswerSink) => OperationContext;

export function createContextFactory(options: ContextOptions): CreateContext {
  const { settings, shops, findInMemory, fetchOrder, index, audit, counts, tracing } = options;
  const { limits, deadlines } = settings;
  return (request, sink) => {
    const { id: requestId, caller } = request;
    const answer = createAnswerCounter(limits);
    const traced = tracing?.startOperation(request.headers);
    const context: OperationContext = {
      requestId,
      caller,
      progress: { startedAt: performance.now(), operation: undefined, errors: undefined, traced },
      report: { extensions: {}, headers: {} },
      deposit: request.deposit,
      tellsPlan: request.headers[PLAN_HEADER] !== undefined,
      readsOnly200: readsOnly200(request),
      answer,
      index: traced && index.reader ? { ...index, reader: traced.tracedReader(index.reader) } : index,
      shops: () => [...shops.values()].map(({ shop }) => shop).filter(({ id }) => caller.mayAccess(id)),
      orders: createOrderLoader({
        shops,
        caller,
        requestId,
        maxOrders: limits.maxOrders,
        audit,
        answer,
        counts,
        findInMemory,
        fetchOrder,
        scope: () => createRequestScope(caller.name, deadlines.requestMs, sink, traced?.parent),
      }),
    };
    request.operation = context;
    return context;
  };
}
