// The time for which a gateway has asked to be left alone.

/**
 * All calls wait for it, not only the one that met it; but for a short while only, since a long time may not be meant
 * for the others.
 */
export interface Backoff {
  readonly begin: (ms: number) => void;
  readonly remainingMs: () => number;
}

/** The longest that a gateway is left alone, and that a call pauses before it is tried again. */
export const MAX_PAUSE_MS = 3_000;

export function createBackoff(): Backoff {
  let end = Number.NEGATIVE_INFINITY;
  return {
    begin: (ms) => {
      end = Math.max(end, performance.now() + Math.min(ms, MAX_PAUSE_MS));
    },
    remainingMs: () => Math.max(0, end - performance.now()),
  };
}
