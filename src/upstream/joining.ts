// Equal calls in flight are one, across requests; a wider one serves a narrower one. A call is given up only when
// everyone who waits for it has gone.
import { type AskOrder, covers, type Held, type OrderCall } from './call.js';
import { outOfTime, type Scope } from './scope.js';
import type { Trace } from './trace.js';

interface Flight {
  readonly needed: readonly string[];
  /** Lasts as long as the most patient of those who wait. */
  readonly scope: Scope & { deadline: number };
  readonly trace: Trace;
  readonly answer: Promise<Held>;
  /** Gives it up; nobody joins it any more. */
  readonly giveUp: () => void;
  waiting: number;
}

/** What two calls must agree on to be one. */
const identity = ({ openShop, key, attributeKeys, entrances }: OrderCall): string =>
  JSON.stringify([
    openShop.shop.id,
    key.orderId,
    key.outOrderId,
    attributeKeys,
    entrances.map(({ credential }) => credential),
  ]);

export function joining(next: AskOrder): AskOrder {
  const flights = new Map<string, Set<Flight>>();

  function take(call: OrderCall, id: string): Flight {
    const controller = new AbortController();
    const scope = { ...call.scope, signal: controller.signal };
    let hasLanded = false;
    const land = (): void => {
      hasLanded = true;
      const inAir = flights.get(id);
      inAir?.delete(flight);
      if (inAir?.size === 0) flights.delete(id);
    };
    const flight: Flight = {
      needed: call.needed,
      scope,
      trace: call.trace,
      waiting: 0,
      answer: next({ ...call, scope }).finally(land),
      giveUp() {
        if (hasLanded) return;
        land();
        controller.abort();
      },
    };
    flights.set(id, (flights.get(id) ?? new Set()).add(flight));
    return flight;
  }

  return async (call) => {
    const id = identity(call);
    const shared = [...(flights.get(id) ?? [])].find(({ needed }) => covers(needed, call.needed));
    call.trace.joined = shared !== undefined;
    const flight = shared ?? take(call, id);
    flight.scope.deadline = Math.max(flight.scope.deadline, call.scope.deadline);
    const held = await waitFor(flight, call);
    call.trace.gateway = flight.trace.gateway;
    return held;
  };
}

async function waitFor(flight: Flight, { openShop: { shop }, key, scope: { signal } }: OrderCall): Promise<Held> {
  flight.waiting += 1;
  let leave: () => void = () => {};
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => {
      const gateway = flight.trace.gateway ?? undefined;
      reject(outOfTime().with({ gateway, shop: shop.id, orderId: key.orderId }));
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([flight.answer, left]);
  } finally {
    signal.removeEventListener('abort', leave);
    flight.waiting -= 1;
    if (flight.waiting === 0) flight.giveUp();
  }
}
