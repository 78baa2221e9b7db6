// Counts turns of the event loop.
import { createHook } from 'node:async_hooks';

/** How many turns begin while something lasts. */
export async function turnsDuring(run: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await run();
  isOver = true;
  return turns;
}

/** How often something waits for the end of a turn while it lasts, in this process. */
export async function waitsDuring(run: () => Promise<unknown>): Promise<number> {
  let waits = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'Immediate') waits += 1;
    },
  }).enable();
  try {
    await run();
  } finally {
    hook.disable();
  }
  return waits;
}
