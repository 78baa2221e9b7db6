// Tests how operations are counted, whatever callers name them.
import { expect, test } from '@jest/globals';
import { createOperationCounts, OTHERS, UNNAMED } from '../../../src/server/metrics/operationCounts.js';

test('names are bounded in number and length, and what goes beyond is counted under one', () => {
  const { record, durations } = createOperationCounts();
  for (let name = 0; name < 500; name += 1) record(`Name${name}`, 'success', 1);
  record('N'.repeat(65), 'failure', 1);
  record(undefined, 'success', 1);
  expect(durations.size).toBe(102);
  expect(durations.has(UNNAMED)).toBe(true);
  expect(durations.get('Name0')?.success?.counts.reduce((sum, count) => sum + count)).toBe(1);
  expect(durations.get(OTHERS)?.success?.counts.reduce((sum, count) => sum + count)).toBe(400);
  expect(durations.get(OTHERS)?.failure?.counts.reduce((sum, count) => sum + count)).toBe(1);
});

test('a duration falls into the first bucket that reaches as far, and its sum is in seconds', () => {
  const { record, durations } = createOperationCounts();
  for (const ms of [0.1, 0.11, 30_000, 90_000]) record('Timed', 'success', ms);
  const { bounds = [], counts = [], sum } = durations.get('Timed')?.success ?? {};
  expect(bounds.map((bound, index) => [bound, counts[index]]).filter(([, count]) => count)).toEqual([
    [0.0001, 1],
    [0.00025, 1],
    [30, 1],
  ]);
  expect(counts.at(-1)).toBe(1);
  expect(sum).toBeCloseTo(120.00021);
});
