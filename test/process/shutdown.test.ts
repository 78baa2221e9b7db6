// Tests how long the parts of a process's end may take.
import { expect, test } from '@jest/globals';
import { ShutdownSettings } from '../../src/config/operationSettings.js';
import { DeadlineSettings } from '../../src/config/settings.js';
import { shutdownTimesOf } from '../../src/process/shutdown.js';

const timesOf = (shutdown: Partial<ShutdownSettings>, requestMs = 15_000) =>
  shutdownTimesOf({
    shutdown: { ...new ShutdownSettings(), ...shutdown },
    deadlines: { ...new DeadlineSettings(), requestMs },
  });

test('without a time of its own a process waits for its longest request, and then for its index', () => {
  expect(timesOf({})).toEqual({ delayMs: 0, drainMs: 17_000, exitMs: 29_000, killMs: 30_000 });
});

test('a process has ended when the time for it is over, and its connections before that', () => {
  expect(timesOf({ delayMs: 5_000, timeoutMs: 10_000 })).toEqual({
    ...{ delayMs: 5_000, drainMs: 8_000, exitMs: 10_000, killMs: 10_000 },
  });
});

test('a long time does not let a connection live longer than its request may take', () => {
  expect(timesOf({ timeoutMs: 120_000 }, 1_000)).toMatchObject({ drainMs: 3_000, exitMs: 120_000 });
});
