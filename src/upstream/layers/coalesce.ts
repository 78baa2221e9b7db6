// Equal calls in flight are one, across requests; a wider one serves a narrower one. A call is given up only when
// everyone who waits for it has gone.
import { type AskOrder, callName, covers, type Held, type OrderQuestion } from '../types.js';
import { Ending } from '../cancellation.js';
import { outOfTime, type Scope } from '../requestScope.js';
import type { Trace } from '../trace.js';

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
const identity = (question: OrderQuestion): string =>
  question.entrances.map((entrance) => callName(question, entrance)).join('\n');

export function joining(next: AskOrder): AskOrder {
  const flights = new Map<string, readonly Flight[]>();

  async function fly(question: OrderQuestion, scope: Scope, land: () => void): Promise<Held> {
    try {
      return await next(question, scope);
    } finally {
      land();
    }
  }

  function take(question: OrderQuestion, { caller, deadline }: Scope, id: string): Flight {
    const scope = { caller, deadline, ending: new Ending() };
    let hasLanded = false;
    const land = (): void => {
      hasLanded = true;
      const others = flights.get(id)?.filter((one) => one !== flight) ?? [];
      if (others.length > 0) flights.set(id, others);
      else flights.delete(id);
    };
    const flight: Flight = {
      needed: question.needed,
      scope,
      trace: question.trace,
      waiting: 0,
      answer: fly(question, scope, land),
      giveUp() {
        if (hasLanded) return;
        land();
        scope.ending.abort();
      },
    };
    flights.set(id, [...(flights.get(id) ?? []), flight]);
    return flight;
  }

  return async (question, scope) => {
    const id = identity(question);
    const shared = flights.get(id)?.find(({ needed }) => covers(needed, question.needed));
    question.trace.joined = shared !== undefined;
    const flight = shared ?? take(question, scope, id);
    flight.scope.deadline = Math.max(flight.scope.deadline, scope.deadline);
    const held = await waitFor(flight, question, scope);
    question.trace.gateway = flight.trace.gateway;
    return held;
  };
}

function waitFor(flight: Flight, { openShop: { shop }, key }: OrderQuestion, { ending }: Scope): Promise<Held> {
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
