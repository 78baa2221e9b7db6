// Tests how one status of an order follows from those of its lines or payments.
import { describe, expect, test } from '@jest/globals';
import { paymentOfParts, refundOfParts, shippingOfParts } from '../../src/mapping/orderParts.js';

describe('the goods of an order', () => {
  test.each([
    [['SHIPPED'], 'SHIPPED'],
    [['NOT_REQUIRED', 'NOT_REQUIRED'], 'NOT_REQUIRED'],
    [['NOT_REQUIRED', 'NOT_SHIPPED'], 'NOT_SHIPPED'],
    [['NOT_REQUIRED', 'DELIVERED'], 'DELIVERED'],
    [['NOT_REQUIRED', 'NOT_SHIPPED', 'SHIPPED'], 'PARTIALLY_SHIPPED'],
    [['RETURNED', 'DELIVERED'], 'DELIVERED'],
    [['RETURNED', 'SHIPPED'], 'SHIPPED'],
    [['DELIVERED', 'SHIPPED'], 'SHIPPED'],
    [['DELIVERED', 'NOT_SHIPPED'], 'PARTIALLY_SHIPPED'],
    [['PARTIALLY_SHIPPED', 'UNKNOWN'], 'PARTIALLY_SHIPPED'],
    [['DELIVERED', 'UNKNOWN'], 'UNKNOWN'],
    [['NOT_SHIPPED', 'UNKNOWN'], 'UNKNOWN'],
  ] as const)('goods of lines that are %j are %s as a whole', (lines, whole) => {
    expect(shippingOfParts(lines)).toBe(whole);
    expect(shippingOfParts(lines.toReversed())).toBe(whole);
  });
});

describe('the payment of an order', () => {
  test.each([
    [['PAID'], 'PAID'],
    [['CANCELLED', 'CANCELLED'], 'CANCELLED'],
    [['CANCELLED', 'PAID'], 'PAID'],
    [['CANCELLED', 'UNPAID'], 'UNPAID'],
    [['CANCELLED', 'REFUNDED'], 'REFUNDED'],
    [['CANCELLED', 'PAID', 'UNPAID'], 'PARTIALLY_PAID'],
    [['PAID', 'PENDING'], 'PARTIALLY_PAID'],
    [['PARTIALLY_PAID', 'UNPAID'], 'PARTIALLY_PAID'],
    [['PENDING', 'UNPAID'], 'PENDING'],
    [['PAID', 'UNKNOWN'], 'UNKNOWN'],
    [['UNPAID', 'UNKNOWN'], 'UNKNOWN'],
  ] as const)('payments that are %j are %s as a whole', (payments, whole) => {
    expect(paymentOfParts(payments)).toBe(whole);
    expect(paymentOfParts(payments.toReversed())).toBe(whole);
  });
});

describe('the refund of an order', () => {
  test.each([
    [['CLOSED', 'REFUNDED'], 'REFUNDED'],
    [['REFUNDED', 'REQUESTED'], 'REQUESTED'],
    [['NONE', 'CLOSED'], 'CLOSED'],
    [['UNKNOWN', 'REFUNDED'], 'UNKNOWN'],
  ] as const)('refunds that are %j are %s as a whole', (refunds, whole) => {
    expect(refundOfParts(refunds)).toBe(whole);
  });

  test('an order without refunds leaves it open what that means', () => {
    expect(refundOfParts([])).toBeUndefined();
  });
});
