// Tests what the mapping of 1688 orders says of the fields that the platform lacks.
import { expect, test } from '@jest/globals';
import { order } from '../../../src/platforms/1688/order.js';

test('every field that 1688 lacks has a reason', () => {
  const absents = Object.values(order).filter((field) => field.kind === 'absent');
  expect(absents.length).toBeGreaterThan(0);
  for (const { why } of absents) expect(why.length).toBeGreaterThan(10);
});
