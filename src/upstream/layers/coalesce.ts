// Coalesces equal calls in flight, across requests; a wider one serves a narrower one. A call is cancelled only when
// every request that waits for it has gone.
import { Cancellation, type CancelReason } from '../cancellation.js';
import type { UpstreamCounts } from '../counts.js';
import { expiryOf, type RequestScope } from '../requestScope.js';
import {
  covers,
  documentKey,
  type Handler,
  type Layer,
  type OrderRequest,
  type ShopGateway,
  type UpstreamDocument,
} from '../types.js';

interface InFlightCall {
  readonly needed: readonly string[];
  /** Lasts as long as the most patient of the requests that wait. */
  readonly scope: RequestScope & { deadline: number };
  readonly result: Promise<UpstreamDocument>;
  /** Cancels it; no request joins it any more. */
  readonly cancel: (reason: CancelReason | undefined) => void;
  /** The one that is called at the moment. */
  readonly currentGateway: () => ShopGateway;
  waiters: number;
}

/** What two calls must agree on to be one. */
const coalesceKey = (request: OrderRequest): string =>
  request.gateways.map((gateway) => documentKey(request, gateway)).join('\n');

export const createCoalesce =
  (counts: Pick<UpstreamCounts, 'joined'>): Layer =>
  (next) => {
    const inFlight = new Map<string, readonly InFlightCall[]>();

    function start(request: OrderRequest, of: RequestScope, key: string): InFlightCall {
      const { caller, isBackground, deadline, parent } = of;
      const scope = { caller, isBackground, deadline, parent, cancellation: new Cancellation() };
      let [shopGateway] = request.gateways;
      let isOver = false;
      const remove = (): void => {
        isOver = true;
        const others = inFlight.get(key)?.filter((other) => other !== call) ?? [];
        if (others.length > 0) inFlight.set(key, others);
        else inFlight.delete(key);
      };
      const onGateway = (tried: ShopGateway): void => {
        shopGateway = tried;
      };
      const call: InFlightCall = {
        needed: request.needed,
        scope,
        currentGateway: () => shopGateway,
        waiters: 0,
        result: runThen(next, { request, scope, shopGateway, onGateway }, remove),
        cancel(reason) {
          if (isOver) return;
          remove();
          scope.cancellation.cancel(reason);
        },
      };
      inFlight.set(key, [...(inFlight.get(key) ?? []), call]);
      return call;
    }

    return async ({ request, scope }) => {
      const key = coalesceKey(request);
      const shared = inFlight
        .get(key)
        ?.find((other) => covers(other.needed, request.needed) && isNoDelay(other, scope));
      request.trace.joined = shared !== undefined;
      if (shared) counts.joined += 1;
      const call = shared ?? start(request, scope, key);
      call.scope.deadline = Math.max(call.scope.deadline, scope.deadline);
      const document = await waitFor(call, request, scope);
      request.trace.gateway = document.shopGateway.compiled.definition.type;
      return document;
    };
  };

/** What is called in the background may wait longer for its turn than who is waited for. */
const isNoDelay = ({ scope: { isBackground = false, stage } }: InFlightCall, joining: RequestScope): boolean =>
  !isBackground || joining.isBackground === true || stage === 'GATEWAY';

async function runThen(next: Handler, call: Parameters<Handler>[0], atEnd: () => void): Promise<UpstreamDocument> {
  try {
    return await next(call);
  } finally {
    atEnd();
  }
}

/** Waits for a call until the request's own scope ends. */
function waitFor(
  call: InFlightCall,
  { upstreamShop: { shop }, key }: OrderRequest,
  { cancellation }: RequestScope,
): Promise<UpstreamDocument> {
  call.waiters += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      const gateway = call.currentGateway().compiled.definition.type;
      reject(expiryOf({ cancellation }, call.scope.stage).with({ gateway, shop: shop.id, orderId: key.orderId }));
      stop();
    };
    const stop = (): void => {
      cancellation.removeListener('abort', leave);
      call.waiters -= 1;
      if (call.waiters === 0) call.cancel(cancellation.reason);
    };
    const settle = (outcome: () => void): void => {
      if (!cancellation.isCancelled) stop();
      outcome();
    };
    call.result.then(
      (document) => settle(() => resolve(document)),
      (error: unknown) => settle(() => reject(error)),
    );
    if (cancellation.isCancelled) leave();
    else cancellation.once('abort', leave);
  });
}
