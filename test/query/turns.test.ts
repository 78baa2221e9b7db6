// How work is spread over turns of the event loop.
import { expect, test } from '@jest/globals';
import { createTurns } from '../../src/query/turns.js';

test('work begins at once while a turn has not done its share, and in later turns after that', async () => {
  const enter = createTurns(10);
  expect(enter(6)).toBeUndefined();
  expect(enter(6)).toBeUndefined();
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const begun: number[] = [];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      await enter(6);
      begun.push(turns);
    }),
  );
  isOver = true;
  // Two in each turn.
  expect(new Set(begun).size).toBe(3);
});
