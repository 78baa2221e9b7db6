// The queue before a gateway: callers take turns, so that a page of two hundred orders does not starve a single order, and
// what nobody waits for leaves room for those who do.
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
  /** When it came, by performance.now(). */
  readonly since: number;
}

/** The part of the places inside that the background may take. */
const BACKGROUND_PART = 0.5;

/** After so long a call in the background takes turns with all others: it is slow where people are busy, and never stuck. */
const PATIENCE_MS = 5_000;

export function createFairQueue({ rateLimiter, maxConcurrent }: FairQueueOptions): FairQueue {
  const people = createTurns();
  const background = createTurns();
  const maxInBackground = Math.max(1, Math.floor(maxConcurrent * BACKGROUND_PART));
  let running = 0;
  let runningInBackground = 0;
  let isServing = false;
  let isServingBackground = false;
  /** Whether one has had its turn and waits for its start. */
  let isPausing = false;
  /** Whose turn it is in the background. */
  let head: QueueEntry | undefined;

  async function serve(): Promise<void> {
    if (isServing) return;
    isServing = true;
    while (running < maxConcurrent) {
      const next = people.next();
      if (next === undefined) break;
      await admit(next).catch((error: unknown) => next.refuse(error as Fault));
    }
    isServing = false;
    void serveBackground();
  }

  const take = (isBackground = false): MaybePromise<OnSent | number> | undefined => rateLimiter?.take(isBackground);

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
    start(occupy(taken, scope));
  }

  /** Nobody waits for what is called in the background: it starts where that makes nobody else wait. */
  async function serveBackground(): Promise<void> {
    if (isServingBackground) return;
    isServingBackground = true;
    for (;;) {
      head ??= background.next();
      if (head === undefined) break;
      const current = head;
      const patienceMs = current.since + PATIENCE_MS - performance.now();
      const isOver = current.scope.cancellation.isCancelled;
      // Whoever leaves makes room.
      if (!isOver && patienceMs > 0 && !hasRoom()) break;
      if (isOver) current.refuse(expiryOf(current.scope, 'QUEUE'));
      else if (patienceMs <= 0) {
        people.add(current);
        void serve();
      } else if (!(await startInBackground(current, patienceMs))) continue;
      head = undefined;
    }
    isServingBackground = false;
  }

  /** False: it has waited a while, and its turn is yet to come. */
  async function startInBackground({ scope, start, refuse }: QueueEntry, patienceMs: number): Promise<boolean> {
    try {
      const taken = await take(true);
      if (typeof taken !== 'number') {
        start(occupy(taken, scope));
        return true;
      }
      if (taken > remainingMs(scope)) throw tooLate(taken);
      await pause(Math.min(taken, patienceMs), scope, 'QUEUE');
      return false;
    } catch (error) {
      refuse(error as Fault);
      return true;
    }
  }

  const hasRoom = (): boolean =>
    people.size() === 0 && !isServing && running < maxConcurrent && runningInBackground < maxInBackground;

  function occupy(start: OnSent | undefined, { isBackground = false }: RequestScope): Place {
    running += 1;
    runningInBackground += Number(isBackground);
    let isInside = true;
    const onSent = start && once(start);
    return {
      onSent,
      leave() {
        if (!isInside) return;
        isInside = false;
        running -= 1;
        runningInBackground -= Number(isBackground);
        // A call that failed before it went out will not go any more.
        onSent?.();
        if (people.size() > 0) void serve();
        else if (head || background.size() > 0) void serveBackground();
      },
    };
  }

  function expectedMs({ caller, isBackground }: RequestScope): number {
    const inBackground = isBackground ? background.size() + Number(head !== undefined) : 0;
    return rateLimiter?.expectedMs(people.ahead(caller) + inBackground + Number(isPausing)) ?? 0;
  }

  return {
    enter(scope) {
      if (scope.cancellation.isCancelled) throw expiryOf(scope, 'QUEUE');
      const waitMs = expectedMs(scope);
      if (waitMs > remainingMs(scope)) throw tooLate(waitMs - remainingMs(scope));
      const isFree = !scope.isBackground && people.size() === 0 && !isServing && running < maxConcurrent;
      const taken = isFree ? take() : undefined;
      if (isFree && !(taken instanceof Promise) && typeof taken !== 'number') return occupy(taken, scope);
      return new Promise((start, refuse) => {
        const entry = { scope, start, refuse, taken, since: performance.now() };
        (scope.isBackground ? background : people).add(entry);
        void (scope.isBackground ? serveBackground() : serve());
      });
    },
  };
}

interface Turns {
  readonly size: () => number;
  readonly add: (entry: QueueEntry) => void;
  /** Who is next; who has gone takes no turn. */
  readonly next: () => QueueEntry | undefined;
  /** How many start before the next one of this caller. */
  readonly ahead: (caller: string) => number;
}

/** Those who wait: callers take turns. */
function createTurns(): Turns {
  // Insertion order is the order of turns: who has had one goes to the end.
  const callers = new Map<string, QueueEntry[]>();
  return {
    size: () => callers.size,
    add(entry) {
      const { caller } = entry.scope;
      const waiting = callers.get(caller);
      if (waiting) waiting.push(entry);
      else callers.set(caller, [entry]);
    },
    next() {
      for (const [caller, waiting] of callers) {
        callers.delete(caller);
        let next = waiting.shift();
        while (next?.scope.cancellation.isCancelled) {
          next.refuse(expiryOf(next.scope, 'QUEUE'));
          next = waiting.shift();
        }
        if (waiting.length > 0) callers.set(caller, waiting);
        if (next) return next;
      }
      return undefined;
    },
    ahead(caller) {
      const own = (callers.get(caller)?.length ?? 0) + 1;
      let others = 0;
      for (const [name, waiting] of callers) if (name !== caller) others += Math.min(waiting.length, own);
      return own - 1 + others;
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
