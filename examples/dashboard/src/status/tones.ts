// Which tone a status is shown in; the word beside it says the same.
import type { OrderStatus, PaymentStatus, RefundStatus, ShippingStatus } from '../gql/graphql.js';
import type { ShippingPermission, Urgency } from './shipping.js';

export type Tone = 'grey' | 'yellow' | 'blue' | 'violet' | 'green' | 'red' | 'orange';

export const orderTones: { readonly [status in OrderStatus]: Tone } = {
  AWAITING_PAYMENT: 'yellow',
  PAYMENT_PENDING: 'yellow',
  ON_HOLD: 'red',
  AWAITING_SHIPMENT: 'orange',
  PARTIALLY_SHIPPED: 'violet',
  SHIPPED: 'blue',
  DELIVERED: 'blue',
  COMPLETED: 'green',
  CANCELLED: 'grey',
  CLOSED: 'grey',
  UNKNOWN: 'red',
};

export const paymentTones: { readonly [status in PaymentStatus]: Tone } = {
  UNPAID: 'yellow',
  PENDING: 'yellow',
  PARTIALLY_PAID: 'orange',
  PAID: 'green',
  REFUNDED: 'violet',
  CANCELLED: 'grey',
  UNKNOWN: 'grey',
};

export const shippingTones: { readonly [status in ShippingStatus]: Tone } = {
  NOT_SHIPPED: 'yellow',
  PARTIALLY_SHIPPED: 'violet',
  SHIPPED: 'blue',
  DELIVERED: 'green',
  RETURNED: 'orange',
  NOT_REQUIRED: 'grey',
  UNKNOWN: 'grey',
};

export const refundTones: { readonly [status in RefundStatus]: Tone } = {
  NONE: 'grey',
  REQUESTED: 'red',
  AWAITING_RETURN: 'orange',
  RETURNED: 'orange',
  REFUNDED: 'violet',
  REFUSED: 'grey',
  CLOSED: 'grey',
  UNKNOWN: 'grey',
};

export const permissionTones: { readonly [permission in ShippingPermission]: Tone } = {
  SHIP: 'green',
  SHIP_PART: 'red',
  HELD: 'red',
  NOT_YET: 'yellow',
  EXTERNAL: 'violet',
  CANCELLED: 'grey',
  DONE: 'grey',
  UNSAID: 'grey',
};

export const urgencyTones: { readonly [urgency in Urgency]: Tone } = {
  PAST: 'red',
  PAST_OR_NEAR: 'red',
  NEAR: 'orange',
  FINE: 'green',
};
