// Has the loads of an operation wait for one another's beginnings: one batch of all is made when nothing more can come.
import type { MaybePromise } from '../common/maybePromise.js';

export interface Barrier {
  /** Calls back when all promises of this turn have gone on, and nothing is being read first. */
  readonly pass: (callback: () => void) => void;
  /** Reads something first; what follows it still comes before any callback. */
  readonly readFirst: <Read, Result>(
    reading: Promise<Read>,
    next: (read: Read) => MaybePromise<Result>,
  ) => Promise<Result>;
}

export function createBarrier(): Barrier {
  let reading = 0;
  let waiting: (() => void)[] = [];

  function pass(callback: () => void): void {
    afterPromises(() => {
      if (reading > 0) waiting.push(callback);
      else callback();
    });
  }

  return {
    pass,
    async readFirst(promise, next) {
      reading += 1;
      try {
        const read = await promise;
        // Not awaited in here: what it loads may be waiting for the barrier.
        return next(read);
      } finally {
        reading -= 1;
        if (reading === 0) {
          const ready = waiting;
          waiting = [];
          for (const callback of ready) pass(callback);
        }
      }
    },
  };
}

const RESOLVED = Promise.resolve();

/** As DataLoader does by itself: after every promise that is there to go on. */
const afterPromises = (callback: () => void): void => {
  void RESOLVED.then(() => process.nextTick(callback));
};
