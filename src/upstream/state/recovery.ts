// Remembers for a while that Redis was away: the other processes may still be without it.

/** Longer than a process takes to connect again. */
const RECOVERY_MS = 5_000;

export interface Recovery {
  /** Redis has failed, or has forgotten what it should know. */
  readonly recordOutage: () => void;
  /** Since when, by performance.now(), Redis cannot be relied on; undefined: it can. */
  readonly outageSince: () => number | undefined;
}

export function createRecovery(): Recovery {
  let first = 0;
  let last = Number.NEGATIVE_INFINITY;
  const isOver = (): boolean => performance.now() - last > RECOVERY_MS;
  return {
    recordOutage() {
      const now = performance.now();
      if (isOver()) first = now;
      last = now;
    },
    outageSince: () => (isOver() ? undefined : first),
  };
}
