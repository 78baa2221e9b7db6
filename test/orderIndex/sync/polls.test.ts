// Tests when an order is looked at again that nothing else tells of.
import { expect, test } from '@jest/globals';
import type { OrderStatus } from '../../../src/order/enums.js';
import { STATUSES } from '../../../src/orderIndex/codes.js';
import { MISSING } from '../../../src/orderIndex/schema/tables.js';
import { nextPollAt } from '../../../src/orderIndex/sync/polls.js';
import { DAY, HOUR, MINUTE } from '../../../src/platforms/orderList.js';

const NOW = Date.UTC(2026, 10, 26, 2);

/** How long it is to that, of an order of some age. */
function waitOf(status: OrderStatus, ageMs: number, { expiresIn = MISSING, random = 0.5 } = {}): number | undefined {
  const instant = NOW - ageMs;
  const row = {
    status: STATUSES.indexOf(status),
    ...{ created_at: instant, modified_at: instant, completed_at: MISSING },
    expires_at: expiresIn === MISSING ? MISSING : NOW + expiresIn,
  };
  const at = nextPollAt(row, NOW, () => random);
  return at === undefined ? undefined : at - NOW;
}

test.each([
  ['AWAITING_PAYMENT', 0, MINUTE],
  ['AWAITING_PAYMENT', 2 * MINUTE, 3 * MINUTE],
  ['AWAITING_PAYMENT', 10 * MINUTE, 20 * MINUTE],
  ['AWAITING_PAYMENT', HOUR, HOUR],
  ['ON_HOLD', DAY, 30 * MINUTE],
  ['AWAITING_SHIPMENT', DAY, 30 * MINUTE],
  ['SHIPPED', DAY, 6 * HOUR],
  ['DELIVERED', DAY, DAY],
  ['COMPLETED', 14 * DAY, DAY],
  ['COMPLETED', 16 * DAY, undefined],
  ['CANCELLED', 16 * DAY, undefined],
] as const)('an order that is %s and %i ms old is looked at after %s ms', (status, age, wait) => {
  expect(waitOf(status, age)).toBe(wait);
});

test('an order that expires before it would be looked at is looked at soon after that', () => {
  expect(waitOf('AWAITING_PAYMENT', 2 * HOUR, { expiresIn: 10 * MINUTE })).toBe(11 * MINUTE);
  expect(waitOf('AWAITING_PAYMENT', 2 * HOUR, { expiresIn: -10 * MINUTE })).toBe(HOUR);
});

test('orders do not come all at once: each time is up to a fifth sooner or later', () => {
  expect(waitOf('SHIPPED', DAY, { random: 0 })).toBe(6 * HOUR * 0.8);
  expect(waitOf('SHIPPED', DAY, { random: 1 })).toBe(6 * HOUR * 1.2);
});
