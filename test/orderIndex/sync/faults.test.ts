// Tests when a list is read again that failed.
import { expect, test } from '@jest/globals';
import { Fault } from '../../../src/common/fault.js';
import { afterFault } from '../../../src/orderIndex/sync/faults.js';
import { HOUR, MINUTE, SECOND } from '../../../src/platforms/orderList.js';

const NOW = Date.UTC(2026, 10, 26, 2);

test('a fault that lasts is waited for longer each time, up to an end', () => {
  const waits = [0, 1, 2, 30].map(
    (failures) => afterFault(new Fault('UPSTREAM_TIMEOUT', 'No.'), failures, NOW).nextAt - NOW,
  );
  expect(waits).toEqual([5 * SECOND, 10 * SECOND, 20 * SECOND, 10 * MINUTE]);
});

test('what fails of the list alone stops nothing else of the shop', () => {
  expect(afterFault(new Fault('API_NOT_ENTITLED', 'No.'), 0, NOW)).toEqual({
    ...{ nextAt: NOW + HOUR, pausedUntil: NOW, isThrottled: false, isCall: true },
  });
});

test('what our own queue refuses was no call, and is no throttling by the gateway', () => {
  const fault = new Fault('UPSTREAM_THROTTLED', 'No.', { retryAfterMs: 3_000 }, { origin: 'local' });
  expect(afterFault(fault, 0, NOW)).toMatchObject({ nextAt: NOW + 3_000, isThrottled: false, isCall: false });
});
