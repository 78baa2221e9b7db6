// The queue before a gateway: callers take turns, so that a page of two hundred orders does not starve a single one.
import { Fault } from '../../common/fault.js';
import type { Ready } from '../../common/maybePromise.js';
import type { Pace } from './rateLimiter.js';
import { outOfTime, pause, remainingMs, type Scope } from '../requestScope.js';

type Leave = () => void;

export interface Queue {
  /**
   * A place at the caller's turn, which may be now; what is answered gives it back.
   * @throws Fault when the deadline comes first.
   */
  readonly enter: (scope: Scope) => Ready<Leave>;
}

export interface QueueSettings {
  readonly pace: Pace | undefined;
  readonly maxConcurrent: number;
}

interface Waiting {
  readonly scope: Scope;
  readonly start: (leave: Leave) => void;
  readonly refuse: (fault: Fault) => void;
  /** What the pace answered when it came, where nobody was before it. */
  readonly taken: Ready<number> | undefined;
}

export function newQueue({ pace, maxConcurrent }: QueueSettings): Queue {
  // Insertion order is the order of turns: who has had one goes to the end.
  const callers = new Map<string, Waiting[]>();
  let running = 0;
  let isServing = false;
  /** Whether one has had its turn and waits for its start. */
  let isPausing = false;

  /** How many calls start before the next one of this caller. */
  function ahead(caller: string): number {
    const own = (callers.get(caller)?.length ?? 0) + 1;
    let others = 0;
    for (const [name, waiting] of callers) if (name !== caller) others += Math.min(waiting.length, own);
    return own - 1 + others + Number(isPausing);
  }

  function nextInTurn(): Waiting | undefined {
    for (const [caller, waiting] of callers) {
      callers.delete(caller);
      let next = waiting.shift();
      // Who has gone takes no turn.
      while (next?.scope.ending.aborted) {
        next.refuse(outOfTime());
        next = waiting.shift();
      }
      if (waiting.length > 0) callers.set(caller, waiting);
      if (next) return next;
    }
    return undefined;
  }

  async function serve(): Promise<void> {
    if (isServing) return;
    isServing = true;
    while (running < maxConcurrent) {
      const next = nextInTurn();
      if (next === undefined) break;
      await admit(next).catch((error: unknown) => next.refuse(error as Fault));
    }
    isServing = false;
  }

  const take = (): Ready<number> => pace?.take() ?? 0;

  async function admit({ scope, start, taken }: Waiting): Promise<void> {
    let waitMs = await (taken ?? take());
    while (waitMs > 0) {
      if (waitMs > remainingMs(scope)) throw tooLate(waitMs);
      isPausing = true;
      await pause(waitMs, scope).finally(() => {
        isPausing = false;
      });
      waitMs = await take();
    }
    start(occupy());
  }

  function occupy(): Leave {
    running += 1;
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      running -= 1;
      if (callers.size > 0) void serve();
    };
  }

  return {
    enter(scope) {
      if (scope.ending.aborted) throw outOfTime();
      const expectedMs = pace?.expectedMs(ahead(scope.caller)) ?? 0;
      if (expectedMs > remainingMs(scope)) throw tooLate(expectedMs - remainingMs(scope));
      const isFree = callers.size === 0 && !isServing && running < maxConcurrent;
      const taken = isFree ? take() : undefined;
      if (taken === 0) return occupy();
      return new Promise((start, refuse) => {
        const one = { scope, start, refuse, taken };
        const waiting = callers.get(scope.caller);
        if (waiting) waiting.push(one);
        else callers.set(scope.caller, [one]);
        void serve();
      });
    },
  };
}

const tooLate = (retryAfterMs: number): Fault =>
  new Fault('UPSTREAM_THROTTLED', 'The gateway’s queue is longer than the request’s deadline allows.', {
    retryAfterMs: Math.ceil(retryAfterMs),
  });
