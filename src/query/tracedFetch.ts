// Fetches the documents of one request: each call in its trace, and each fault named by the request.
import { Fault } from '../common/fault.js';
import type { RequestScope } from '../upstream/requestScope.js';
import type { Trace } from '../upstream/trace.js';
import type { FetchOrder, OrderRequest, UpstreamDocument } from '../upstream/types.js';
import { costIn } from './envelope.js';

interface TracedFetchOptions {
  readonly fetchOrder: FetchOrder;
  /** Creates the request's scope, when a gateway is first called. */
  readonly scope: () => RequestScope;
  /** Names the request in faults whose gateway names none. */
  readonly requestId: string;
  readonly traces: Trace[];
}

export function createTracedFetch({
  fetchOrder,
  scope: createScope,
  requestId,
  traces,
}: TracedFetchOptions): (request: OrderRequest) => Promise<UpstreamDocument> {
  let scope: RequestScope | undefined;
  return async (request) => {
    const { trace } = request;
    traces.push(trace);
    const startedAt = performance.now();
    scope ??= createScope();
    try {
      const fetched = await fetchOrder(request, scope);
      if (trace.attempts > 0) trace.cost = costIn(fetched.envelope);
      return fetched;
    } catch (error) {
      throw error instanceof Fault ? error.with({ requestId: error.details.requestId ?? requestId }) : error;
    } finally {
      trace.totalMs = performance.now() - startedAt;
    }
  };
}
