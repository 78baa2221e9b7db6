// How long each part of a process's end may take.
import type { Settings } from '../config/index.js';
import { DRAIN_MARGIN_MS } from '../server/acceptedConnections.js';

/** How much longer than what it waits for a process may take to end: the order index is written to its end. */
const EXIT_MARGIN_MS = 12_000;

/** How much longer the primary process waits for its workers than they take. */
export const PRIMARY_MARGIN_MS = 1_000;

/** The part of a time that is set for all of it in which connections may end; what is left is for the index. */
const DRAIN_PORTION = 0.8;

interface ShutdownTimes {
  /** From the signal to the end of listening. */
  readonly delayMs: number;
  /** From then on: until connections that have not ended are cut off. */
  readonly drainMs: number;
  /** Until the process ends, whatever is left to do. */
  readonly exitMs: number;
  /** Until the primary process kills a worker that has not ended. */
  readonly killMs: number;
}

/** In milliseconds. */
export function shutdownTimesOf({ shutdown, deadlines }: Pick<Settings, 'shutdown' | 'deadlines'>): ShutdownTimes {
  const { delayMs, timeoutMs } = shutdown;
  const longestAnswerMs = deadlines.requestMs + DRAIN_MARGIN_MS;
  if (timeoutMs === undefined) {
    const exitMs = longestAnswerMs + EXIT_MARGIN_MS;
    return { delayMs, drainMs: longestAnswerMs, exitMs, killMs: exitMs + PRIMARY_MARGIN_MS };
  }
  const drainMs = Math.min(longestAnswerMs, Math.floor(timeoutMs * DRAIN_PORTION));
  return { delayMs, drainMs, exitMs: timeoutMs, killMs: timeoutMs };
}
