// What the change feed says of an order before and after a change, as table changes holds it.
import { toDecimal, toMoney } from '../mapping/money.js';
import { PAYMENT_STATUSES, REFUND_STATUSES, SHIPPING_STATUSES, STATUSES } from './codes.js';
import type { OrderRow } from './schema/tables.js';
import type { OrderState } from './types.js';

type StateColumn = 'status' | 'payment' | 'shipping' | 'refund' | 'currency' | 'amount';

/** Short, as there are more changes than orders: a list of the columns, in this order. */
export const encodeState = ({ status, payment, shipping, refund, currency, amount }: Pick<OrderRow, StateColumn>) =>
  JSON.stringify([status, payment, shipping, refund, currency, amount]);

export function decodeState(text: string): OrderState {
  const [status, payment, shipping, refund, currency, amount] = JSON.parse(text) as [
    ...(readonly [number, number, number, number]),
    ...(readonly [string, string | null]),
  ];
  return {
    status: STATUSES[status] ?? 'UNKNOWN',
    paymentStatus: PAYMENT_STATUSES[payment] ?? 'UNKNOWN',
    shippingStatus: SHIPPING_STATUSES[shipping] ?? 'UNKNOWN',
    refundStatus: REFUND_STATUSES[refund] ?? 'UNKNOWN',
    total: moneyOf(currency, amount),
  };
}

/** The money of a row's columns `currency` and `amount`. */
export function moneyOf(currency: string, amount: string | null): OrderState['total'] {
  const main = toDecimal(amount);
  return main === undefined ? null : toMoney(main, currency);
}
