// Keeps what may happen at every request from filling the log.

/** How often a failure that every request may meet is logged while it lasts. */
export const LOG_EVERY_MS = 60_000;

/** The function, called at most once in so many milliseconds; calls in between are dropped. */
export function throttle<Arguments extends readonly unknown[]>(
  ms: number,
  run: (...given: Arguments) => void,
): (...given: Arguments) => void {
  let notBefore = Number.NEGATIVE_INFINITY;
  return (...given) => {
    if (performance.now() < notBefore) return;
    notBefore = performance.now() + ms;
    run(...given);
  };
}
