// The calendar under a test's control; timers go on as ever.
import { jest } from '@jest/globals';

const TIMERS = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

/** Stops the calendar. */
export const stopCalendar = (): void => {
  jest.useFakeTimers({ now: Date.now(), doNotFake: [...TIMERS] });
};

/** Moves it on. */
export const pass = (seconds: number): void => {
  jest.setSystemTime(Date.now() + seconds * 1000);
};

export const startCalendar = (): void => {
  jest.useRealTimers();
};
