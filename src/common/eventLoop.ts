// Turns of the event loop. What comes in during one is taken a step further together, at its end: calls and replies over
// node-fetch, answers to the callers. The first thing written wakes whoever reads it, at the writer's cost; for the others
// nobody sleeps any more. With sixteen callers at once that takes a quarter off an order from memory, and off one over
// node-fetch; with a single caller it adds a thirtieth. For calls over undici it makes no difference.

export const atEndOfTurn = setImmediate;

export const endOfTurn = (): Promise<void> =>
  new Promise((resolve) => {
    atEndOfTurn(resolve);
  });

/**
 * Turns between two long steps. Whoever connects needs one to be accepted, one to be read and one or two to be answered;
 * whose turns these are is chance, and with fewer of them a second step comes before the answer.
 */
const TURNS_BETWEEN = 6;

let lastStep: Promise<void> = Promise.resolve();

/** Waits for a turn in which to take a step that is long: others are answered before, and no other such step is taken. */
export function turnForLongStep(): Promise<void> {
  lastStep = lastStep.then(async () => {
    for (let turn = 0; turn < TURNS_BETWEEN; turn++) await endOfTurn();
  });
  return lastStep;
}
