// Tests which part of what is shared over Redis a process takes while Redis is away.
import { expect, test } from '@jest/globals';
import { createShare } from '../../../src/upstream/state/share.js';

const shareOf = (seen: number | undefined, replicas: number | undefined, workers: number) => {
  const share = createShare({ redis: { processes: () => seen }, replicas, workers });
  return [share.processes(), share.replicas()];
};

test('a rate is divided among the processes last seen and one that may have started since', () => {
  expect(shareOf(1, undefined, 1)).toEqual([2, 1]);
  expect(shareOf(3, undefined, 1)).toEqual([4, 3]);
});

test('a budget is divided among replicas, whose workers count together', () => {
  expect(shareOf(6, undefined, 2)).toEqual([7, 3]);
  expect(shareOf(5, undefined, 2)).toEqual([6, 3]);
});

test('a process that never saw Redis assumes ten replicas with as many workers as its own', () => {
  expect(shareOf(undefined, undefined, 1)).toEqual([10, 10]);
  expect(shareOf(undefined, undefined, 4)).toEqual([40, 10]);
});

test('the number of replicas in the settings counts, whether Redis was seen or not', () => {
  expect(shareOf(undefined, 2, 1)).toEqual([2, 2]);
  expect(shareOf(1, 2, 3)).toEqual([6, 2]);
});

test('more processes than the settings say count as well', () => {
  expect(shareOf(5, 2, 1)).toEqual([5, 5]);
});
