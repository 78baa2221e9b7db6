// The queue before a gateway: callers take turns, so that a page of two hundred orders does not starve a single order.
import { Fault } from '../../common/fault.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import { expiryOf, pause, type RequestScope, remainingMs } from '../requestScope.js';
import type { OnSent, RateLimiter } from './rateLimiter.js';

interface Place {
  /** To be called when the call has gone out; undefined without a rate limiter. */
  readonly onSent: OnSent | undefined;
  /** Gives the place back. */
  readonly leave: () => void;
}

export interface FairQueue {
  /**
   * A place at the caller's turn, which may be now.
   * @throws Fault when the deadline comes first.
   */
  readonly enter: (scope: RequestScope) => MaybePromise<Place>;
}

interface FairQueueOptions {
  readonly rateLimiter: RateLimiter | undefined;
  readonly maxConcurrent: number;
}

interface QueueEntry {
  readonly scope: RequestScope;
  readonly start: (place: Place) => void;
  readonly refuse: (fault: Fault) => void;
  /** What the rate limiter answered when it came, where nobody was before it. */
  readonly taken: MaybePromise<OnSent | number> | undefined;
}

export function createFairQueue({ rateLimiter, maxConcurrent }: FairQueueOptions): FairQueue {
  // Insertion order is the order of turns: who has had one goes to the end.
  const callers = new Map<string, QueueEntry[]>();
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

  function nextInTurn(): QueueEntry | undefined {
    for (const [caller, waiting] of callers) {
      callers.delete(caller);
      let next = waiting.shift();
      // Who has gone takes no turn.
      while (next?.scope.cancellation.isCancelled) {
        next.refuse(expiryOf(next.scope, 'QUEUE'));
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

  const take = (): MaybePromise<OnSent | number> | undefined => rateLimiter?.take();

  async function admit({ scope, start, taken: before }: QueueEntry): Promise<void> {
    let taken = await (before ?? take());
    while (typeof taken === 'number') {
      if (taken > remainingMs(scope)) throw tooLate(taken);
      isPausing = true;
      await pause(taken, scope, 'QUEUE').finally(() => {
        isPausing = false;
      });
      taken = await take();
    }
    start(occupy(taken));
  }

  function occupy(start: OnSent | undefined): Place {
    running += 1;
    let isInside = true;
    const onSent = start && once(start);
    return {
      onSent,
      leave() {
        if (!isInside) return;
        isInside = false;
        running -= 1;
        // A call that failed before it went out will not go any more.
        onSent?.();
        if (callers.size > 0) void serve();
      },
    };
  }

  return {
    enter(scope) {
      if (scope.cancellation.isCancelled) throw expiryOf(scope, 'QUEUE');
      const expectedMs = rateLimiter?.expectedMs(ahead(scope.caller)) ?? 0;
      if (expectedMs > remainingMs(scope)) throw tooLate(expectedMs - remainingMs(scope));
      const isFree = callers.size === 0 && !isServing && running < maxConcurrent;
      const taken = isFree ? take() : undefined;
      if (isFree && !(taken instanceof Promise) && typeof taken !== 'number') return occupy(taken);
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

function once(run: OnSent): OnSent {
  let hasRun = false;
  return () => {
    if (hasRun) return;
    hasRun = true;
    run();
  };
}

const tooLate = (retryAfterMs: number): Fault =>
  new Fault(
    'UPSTREAM_THROTTLED',
    'OrderGraph’s own queue for this gateway is longer than the request’s deadline allows.',
    { retryAfterMs: Math.ceil(retryAfterMs) },
    { origin: 'local' },
  );
