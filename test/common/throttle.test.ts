// Functions that are called less often than their callers call them.
import { afterEach, expect, jest, test } from '@jest/globals';
import { throttle } from '../../src/common/throttle.js';

afterEach(() => {
  jest.useRealTimers();
});

test('a throttled function runs at once, and then not before its time has passed', () => {
  jest.useFakeTimers();
  const run = jest.fn();
  const throttled = throttle(60_000, run);
  for (const argument of ['first', 'dropped', 'dropped']) throttled(argument);
  jest.advanceTimersByTime(59_999);
  throttled('dropped');
  jest.advanceTimersByTime(1);
  throttled('second');
  expect(run.mock.calls).toEqual([['first'], ['second']]);
});
