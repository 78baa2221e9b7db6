// Spreads work that would keep the event loop for long over several of its turns, so that others are answered between.
import { atEndOfTurn } from '../common/eventLoop.js';

/**
 * Begins work of some size: at once, or in a later turn where this one has done its share. What is more than a share has
 * a turn of its own, as nobody knows what else was done in this one.
 */
export type EnterTurn = (size: number) => Promise<void> | undefined;

export function createTurns(sizeOfTurn: number): EnterTurn {
  let left = sizeOfTurn;
  let isUntouched = false;
  let nextTurn: Promise<void> | undefined;

  return function enter(size: number): Promise<void> | undefined {
    if (size > sizeOfTurn ? isUntouched : left > 0) {
      left -= size;
      isUntouched = false;
      return undefined;
    }
    nextTurn ??= new Promise((begin) => {
      atEndOfTurn(() => {
        left = sizeOfTurn;
        isUntouched = true;
        nextTurn = undefined;
        begin();
      });
    });
    return nextTurn.then(() => enter(size));
  };
}
