// Equal calls in flight are one, across requests; a wider one serves a narrower one. A call is given up only when
// everyone who waits for it has gone.
import { type AskOrder, callName, covers, type Held, type OrderCall } from './call.js';
import { Ending } from './ending.js';
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
const identity = (call: OrderCall): string => call.entrances.map((entrance) => callName(call, entrance)).join('\n');

export function joining(next: AskOrder): AskOrder {
  const flights = new Map<string, Set<Flight>>();

  async function fly(call: OrderCall, land: () => void): Promise<Held> {
    try {
      return await next(call);
    } finally {
      land();
    }
  }

  function take(call: OrderCall, id: string): Flight {
    const { caller, deadline } = call.scope;
    const scope = { caller, deadline, ending: new Ending() };
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
      answer: fly({ ...call, scope }, land),
      giveUp() {
        if (hasLanded) return;
        land();
        scope.ending.abort();
      },
    };
    flights.set(id, (flights.get(id) ?? new Set()).add(flight));
    return flight;
  }

  return async (call) => {
    const id = identity(call);
    const inAir = flights.get(id);
    const shared = inAir && [...inAir].find(({ needed }) => covers(needed, call.needed));
    call.trace.joined = shared !== undefined;
    const flight = shared ?? take(call, id);
    flight.scope.deadline = Math.max(flight.scope.deadline, call.scope.deadline);
    const held = await waitFor(flight, call);
    call.trace.gateway = flight.trace.gateway;
    return held;
  };
}

function waitFor(flight: Flight, { openShop: { shop }, key, scope: { ending } }: OrderCall): Promise<Held> {
  flight.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      const gateway = flight.trace.gateway ?? undefined;
      reject(outOfTime().with({ gateway, shop: shop.id, orderId: key.orderId }));
      stop();
    };
    const stop = (): void => {
      ending.removeListener('abort', leave);
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.giveUp();
    };
    const ifWaiting = (settle: () => void): void => {
      if (!ending.aborted) stop();
      settle();
    };
    flight.answer.then(
      (held) => ifWaiting(() => resolve(held)),
      (error: unknown) => ifWaiting(() => reject(error)),
    );
    if (ending.aborted) leave();
    else ending.once('abort', leave);
  });
}
