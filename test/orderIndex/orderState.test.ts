// Tests what a change of the feed says of an order.
import { expect, test } from '@jest/globals';
import { decodeState, encodeState } from '../../src/orderIndex/orderState.js';

test('a state is read as it was written, with its amount exact', () => {
  const row = { status: 6, payment: 4, shipping: 3, refund: 1, currency: 'CNY', amount: '90071992547409.930' };
  expect(decodeState(encodeState(row))).toEqual({
    status: 'SHIPPED',
    paymentStatus: 'PAID',
    shippingStatus: 'SHIPPED',
    refundStatus: 'NONE',
    total: { amount: '90071992547409.93', currencyCode: 'CNY', minorUnits: '9007199254740993' },
  });
});

test('a state without a total has none, and a code of a newer version is UNKNOWN', () => {
  const row = { status: 99, payment: 0, shipping: 0, refund: 0, currency: '', amount: null };
  expect(decodeState(encodeState(row))).toMatchObject({ status: 'UNKNOWN', total: null });
});
