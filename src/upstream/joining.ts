// Equal calls in flight are one, across requests; a wider one serves a narrower one. A call is given up only when
// everyone who waits for it has gone.
import { type AskOrder, covers, type Held, type OrderCall } from './call.js';
import { outOfTime } from './scope.js';

interface Flight {
  readonly needed: readonly string[];
  readonly answer: Promise<Held>;
  readonly controller: AbortController;
  waiting: number;
}

/** What two calls must agree on to be one. */
const identity = ({ openShop, key, attributeKeys }: OrderCall): string =>
  JSON.stringify([openShop.shop.id, key.orderId, key.outOrderId, attributeKeys]);

export function joining(next: AskOrder): AskOrder {
  const flights = new Map<string, Set<Flight>>();

  function take(call: OrderCall, id: string, inAir: Set<Flight>): Flight {
    const controller = new AbortController();
    const flight: Flight = {
      needed: call.needed,
      controller,
      waiting: 0,
      answer: next({ ...call, scope: { ...call.scope, signal: controller.signal } }).finally(() => {
        inAir.delete(flight);
        if (inAir.size === 0) flights.delete(id);
      }),
    };
    inAir.add(flight);
    flights.set(id, inAir);
    return flight;
  }

  return (call) => {
    const id = identity(call);
    const inAir = flights.get(id) ?? new Set<Flight>();
    const shared = [...inAir].find(({ needed }) => covers(needed, call.needed));
    call.trace.joined = shared !== undefined;
    return waitFor(shared ?? take(call, id, inAir), call.scope.signal);
  };
}

async function waitFor(flight: Flight, signal: AbortSignal): Promise<Held> {
  flight.waiting += 1;
  let leave: () => void = () => {};
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => reject(outOfTime());
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([flight.answer, left]);
  } finally {
    signal.removeEventListener('abort', leave);
    flight.waiting -= 1;
    if (flight.waiting === 0) flight.controller.abort();
  }
}
