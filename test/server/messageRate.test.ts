// Tests how many messages of a shop are taken in a second.
import { expect, test } from '@jest/globals';
import { createMessageRate } from '../../src/server/messageRate.js';

test('of each shop so many messages are taken in a second, and others again in the next', () => {
  let instant = 10_000;
  const mayTake = createMessageRate(2, () => instant);
  expect(['one', 'one', 'one', 'two'].map(mayTake)).toEqual([true, true, false, true]);
  instant += 1_000;
  expect(mayTake('one')).toBe(true);
});
