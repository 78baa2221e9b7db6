// How work is spread over turns of the event loop.
import { expect, test } from '@jest/globals';
import { createTurns } from '../../src/query/turns.js';
import { turnsDuring } from '../support/turns.js';

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

test('work of more than a turn’s share has a turn of its own', async () => {
  const enter = createTurns(10);
  expect(enter(1)).toBeUndefined();
  const begun: string[] = [];
  const begin = async (size: number, name: string): Promise<void> => {
    await enter(size);
    begun.push(name);
  };
  const turns = await turnsDuring(() => Promise.all([begin(50, 'large'), begin(60, 'larger'), begin(1, 'small')]));
  expect(begun).toEqual(['small', 'large', 'larger']);
  expect(turns).toBeGreaterThanOrEqual(2);
});
