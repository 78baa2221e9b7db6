// What follows from one status of an order for another that is missing, on every platform alike.
import type { OrderStatus, PaymentStatus, ShippingStatus } from '../order/enums.js';
import { isBlank } from './path.js';

/** The status of an order's payment, where its own status alone is known. */
export const PAYMENT_BY_STATUS: { readonly [status in OrderStatus]: PaymentStatus } = {
  AWAITING_PAYMENT: 'UNPAID',
  PAYMENT_PENDING: 'PENDING',
  ON_HOLD: 'PAID',
  AWAITING_SHIPMENT: 'PAID',
  PARTIALLY_SHIPPED: 'PAID',
  SHIPPED: 'PAID',
  DELIVERED: 'PAID',
  COMPLETED: 'PAID',
  CANCELLED: 'CANCELLED',
  CLOSED: 'UNKNOWN',
  UNKNOWN: 'UNKNOWN',
};

/** The status of an order's shipping, where its own status alone is known. */
export const SHIPPING_BY_STATUS: { readonly [status in OrderStatus]: ShippingStatus } = {
  AWAITING_PAYMENT: 'NOT_SHIPPED',
  PAYMENT_PENDING: 'NOT_SHIPPED',
  ON_HOLD: 'NOT_SHIPPED',
  AWAITING_SHIPMENT: 'NOT_SHIPPED',
  PARTIALLY_SHIPPED: 'PARTIALLY_SHIPPED',
  SHIPPED: 'SHIPPED',
  DELIVERED: 'DELIVERED',
  COMPLETED: 'DELIVERED',
  CANCELLED: 'NOT_REQUIRED',
  CLOSED: 'UNKNOWN',
  UNKNOWN: 'UNKNOWN',
};

/** What is neither number nor text with something in it is no code. */
export const isCode = (value: unknown): value is string | number =>
  typeof value === 'string' ? !isBlank(value) : typeof value === 'number';

/** The values at a path through a list; a value alone where there is no list. */
export const toValues = (values: unknown): readonly unknown[] => (Array.isArray(values) ? values : [values]);

/** Codes that are not empty, without repetitions. */
export const distinctCodes = (values: unknown): string[] => [...new Set(toValues(values).filter(isCode).map(String))];

/** The codes that decide a status: those of the first list that has any. */
export const decidingCodes = (...lists: readonly unknown[]): string | null => {
  for (const list of lists) {
    const codes = distinctCodes(list);
    if (codes.length > 0) return codes.join(',');
  }
  return null;
};
