// Spreads work that would keep the event loop for long over several of its turns, so that others are answered between.
import { atEndOfTurn } from '../common/eventLoop.js';

/** Begins work of some size: at once, or in a later turn where this one has done its share. */
export type EnterTurn = (size: number) => Promise<void> | undefined;

export function createTurns(sizeOfTurn: number): EnterTurn {
  let left = sizeOfTurn;
  let nextTurn: Promise<void> | undefined;

  return function enter(size: number): Promise<void> | undefined {
    if (left > 0) {
      left -= size;
      return undefined;
    }
    nextTurn ??= new Promise((begin) => {
      atEndOfTurn(() => {
        left = sizeOfTurn;
        nextTurn = undefined;
        begin();
      });
    });
    return nextTurn.then(() => enter(size));
  };
}
