// Rate limiters: never more than N calls start in any second, whether one process makes them or many. A start counts from
// when its call has gone out: until then a busy process or a new connection may hold it up.
import type { MaybePromise } from '../../common/maybePromise.js';

/** To be called once for each start, when its call has gone out or never will. */
export type OnSent = () => void;

export interface RateLimiter {
  /**
   * Takes a start; or takes none and answers the milliseconds until one may be free. What is called in the background leaves
   * some free: who comes next need not wait for it.
   */
  readonly take: (isBackground?: boolean) => MaybePromise<OnSent | number>;
  /** Milliseconds until the start that comes after so many others, as far as can be told. */
  readonly expectedMs: (ahead: number) => number;
}

/** Creates the rate limiter of an account at a gateway. */
export type CreateRateLimiter = (account: string, requestsPerSecond: number) => RateLimiter;

/** Calls may bunch up on their way through the network, so a second here is a little longer than one. */
const SAFE_SECOND_MS = 1_060;

interface RateWindow {
  readonly starts: number;
  readonly ms: number;
  /** How many of them the background leaves free. */
  readonly spare: number;
}

/** The part of its starts that the background leaves free. Of a single start there is nothing to leave. */
const SPARE_PART = 0.5;

/** 10 a second are 10 in 1060 ms, and so are 10.5: only whole calls start. Half a one is one in 2120 ms. */
export function windowOf(requestsPerSecond: number): RateWindow {
  const starts = Math.max(1, Math.floor(requestsPerSecond));
  return { starts, ms: SAFE_SECOND_MS / Math.min(1, requestsPerSecond), spare: Math.floor(starts * SPARE_PART) };
}

export interface StartLog {
  /** Milliseconds until a start is free, when so many others come first. */
  readonly waitMs: (ahead?: number) => number;
  /** Takes a start. */
  readonly take: () => void;
  /** The call of a start taken has gone out. */
  readonly sent: OnSent;
}

/** The last starts of this process: those that have gone out, and how many have not yet. */
export function createStartLog(
  { starts, ms }: Omit<RateWindow, 'spare'>,
  earliest = Number.NEGATIVE_INFINITY,
  heldBefore = 0,
): StartLog {
  // A ring: starts may be many, and the oldest is the one that the next is written over.
  const last: number[] = [];
  let oldest = 0;
  let held = heldBefore;
  return {
    waitMs(ahead = 0) {
      const now = performance.now();
      // Each start waits for the one that is a window's worth of starts before it. One that is held goes out now at the
      // earliest.
      const rounds = Math.floor(ahead / starts);
      const place = held + (ahead % starts);
      const before = place < starts ? (last[(oldest + place) % starts] ?? Number.NEGATIVE_INFINITY) : now;
      return Math.max(0, earliest - now, before + ms - now) + rounds * ms;
    },
    take() {
      held += 1;
    },
    sent() {
      held -= 1;
      last[oldest] = performance.now();
      oldest = (oldest + 1) % starts;
    },
  };
}

/** The rate limiter of one process. */
export function createLocalRateLimiter(requestsPerSecond: number): RateLimiter {
  const window = windowOf(requestsPerSecond);
  const log = createStartLog(window);
  return {
    take(isBackground = false) {
      const waitMs = log.waitMs(isBackground ? window.spare : 0);
      if (waitMs > 0) return waitMs;
      log.take();
      return log.sent;
    },
    expectedMs: log.waitMs,
  };
}

/** The same rate limiter, whose first start is free when a second has passed: it takes the place of another. */
export function startingLater(limiter: RateLimiter): RateLimiter {
  const from = performance.now() + SAFE_SECOND_MS;
  const restMs = (): number => Math.max(0, from - performance.now());
  return {
    take: (isBackground) => restMs() || limiter.take(isBackground),
    expectedMs: (ahead) => restMs() + limiter.expectedMs(ahead),
  };
}
