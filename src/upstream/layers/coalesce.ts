// Equal calls in flight are one, across requests; a wider one serves a narrower one. A call is given up only when
// everyone who waits for it has gone.

import { Cancellation } from '../cancellation.js';
import { deadlineExceeded, type RequestScope } from '../requestScope.js';
import type { Trace } from '../trace.js';
import { covers, documentKey, type FetchOrder, type OrderRequest, type UpstreamDocument } from '../types.js';

interface InFlightCall {
  readonly needed: readonly string[];
  /** Lasts as long as the most patient of those who wait. */
  readonly scope: RequestScope & { deadline: number };
  readonly trace: Trace;
  readonly answer: Promise<UpstreamDocument>;
  /** Gives it up; nobody joins it any more. */
  readonly giveUp: () => void;
  waiting: number;
}

/** What two calls must agree on to be one. */
const coalesceKey = (question: OrderRequest): string =>
  question.gateways.map((shopGateway) => documentKey(question, shopGateway)).join('\n');

export function joining(next: FetchOrder): FetchOrder {
  const flights = new Map<string, readonly InFlightCall[]>();

  async function fly(question: OrderRequest, scope: RequestScope, land: () => void): Promise<UpstreamDocument> {
    try {
      return await next(question, scope);
    } finally {
      land();
    }
  }

  function take(question: OrderRequest, { caller, deadline }: RequestScope, id: string): InFlightCall {
    const scope = { caller, deadline, cancellation: new Cancellation() };
    let hasLanded = false;
    const land = (): void => {
      hasLanded = true;
      const others = flights.get(id)?.filter((one) => one !== flight) ?? [];
      if (others.length > 0) flights.set(id, others);
      else flights.delete(id);
    };
    const flight: InFlightCall = {
      needed: question.needed,
      scope,
      trace: question.trace,
      waiting: 0,
      answer: fly(question, scope, land),
      giveUp() {
        if (hasLanded) return;
        land();
        scope.cancellation.cancel();
      },
    };
    flights.set(id, [...(flights.get(id) ?? []), flight]);
    return flight;
  }

  return async (question, scope) => {
    const id = coalesceKey(question);
    const shared = flights.get(id)?.find(({ needed }) => covers(needed, question.needed));
    question.trace.joined = shared !== undefined;
    const flight = shared ?? take(question, scope, id);
    flight.scope.deadline = Math.max(flight.scope.deadline, scope.deadline);
    const held = await waitFor(flight, question, scope);
    question.trace.gateway = flight.trace.gateway;
    return held;
  };
}

function waitFor(
  flight: InFlightCall,
  { upstreamShop: { shop }, key }: OrderRequest,
  { cancellation }: RequestScope,
): Promise<UpstreamDocument> {
  flight.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      const gateway = flight.trace.gateway ?? undefined;
      reject(deadlineExceeded().with({ gateway, shop: shop.id, orderId: key.orderId }));
      stop();
    };
    const stop = (): void => {
      cancellation.removeListener('abort', leave);
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.giveUp();
    };
    const ifWaiting = (settle: () => void): void => {
      if (!cancellation.isCancelled) stop();
      settle();
    };
    flight.answer.then(
      (held) => ifWaiting(() => resolve(held)),
      (error: unknown) => ifWaiting(() => reject(error)),
    );
    if (cancellation.isCancelled) leave();
    else cancellation.once('abort', leave);
  });
}
