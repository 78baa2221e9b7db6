// What the index writes as small integers. The lists only ever grow at their ends, as rows of older versions hold
// positions in them.
import type {
  FulfillmentStatus,
  OrderStatus,
  OrderView,
  OverdueRisk,
  PaymentStatus,
  RefundStatus,
  ShippingStatus,
} from '../order/enums.js';

export const STATUSES = [
  'UNKNOWN',
  'AWAITING_PAYMENT',
  'PAYMENT_PENDING',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
  'CLOSED',
] as const satisfies readonly OrderStatus[];

export const PAYMENT_STATUSES = [
  'UNKNOWN',
  'UNPAID',
  'PENDING',
  'PARTIALLY_PAID',
  'PAID',
  'REFUNDED',
  'CANCELLED',
] as const satisfies readonly PaymentStatus[];

export const SHIPPING_STATUSES = [
  'UNKNOWN',
  'NOT_SHIPPED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
  'RETURNED',
  'NOT_REQUIRED',
] as const satisfies readonly ShippingStatus[];

export const REFUND_STATUSES = [
  'UNKNOWN',
  'NONE',
  'REQUESTED',
  'AWAITING_RETURN',
  'RETURNED',
  'REFUNDED',
  'REFUSED',
  'CLOSED',
] as const satisfies readonly RefundStatus[];

export const FULFILLMENT_STATUSES = [
  'UNKNOWN',
  'NOT_READY',
  'OPEN',
  'IN_PROGRESS',
  'ON_HOLD',
  'EXTERNAL',
  'CLOSED',
  'CANCELLED',
] as const satisfies readonly FulfillmentStatus[];

export const OVERDUE_RISKS = ['UNKNOWN', 'NONE', 'NEAR', 'OVERDUE'] as const satisfies readonly OverdueRisk[];

/** What is true, false, or not said. */
export const ANSWERS = [null, false, true] as const;

export const VIEWS = ['SELLER', 'BUYER'] as const satisfies readonly OrderView[];

/** How much a source of rows knows of an order: a weaker one never overwrites what a stronger one said. */
export const SOURCES = ['IMPORT', 'PUSH', 'LIST', 'DETAIL'] as const;
export type Source = (typeof SOURCES)[number];

export const CHANGE_KINDS = ['CREATED', 'UPDATED', 'DELETED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const ASPECTS = ['STATUS', 'PAYMENT', 'SHIPPING', 'REFUND', 'TOTAL', 'TIMES', 'OTHER'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** All time, days of Beijing, hours. Days of other zones are made of hours. */
export const GRAINS = ['ALL', 'DAY', 'HOUR'] as const;
export type Grain = (typeof GRAINS)[number];

/** Which instant of an order counts. */
export const BASES = ['CREATED', 'PAID'] as const;
export type Basis = (typeof BASES)[number];

export const ITEM_STATES = ['PENDING', 'DONE', 'FAILED'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Why an order is to be fetched by itself; the first goes first. */
export const DUE_REASONS = ['MESSAGE', 'ROW', 'POLL'] as const;
export type DueReason = (typeof DUE_REASONS)[number];

/** Marks of a row that are either there or not. */
export const MARKS = ['ON_HOLD', 'BUYER_MESSAGE', 'SELLER_MEMO'] as const;
export type Mark = (typeof MARKS)[number];

/** Groups of a row's fields that a reply covers or does not. */
export const FIELD_GROUPS = [
  'outOrderId',
  'status',
  'paymentStatus',
  'shippingStatus',
  'refundStatus',
  'createdAt',
  'modifiedAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'expiresAt',
  'total',
  'items',
  'holdReasons',
  'notes',
  'shipBy',
  'fulfillment',
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** The bits of members of a list. */
export const bitsOf = <Member>(list: readonly Member[], members: Iterable<Member>): number => {
  let bits = 0;
  for (const member of members) bits |= 1 << list.indexOf(member);
  return bits;
};

export const hasBit = <Member>(list: readonly Member[], bits: number, member: Member): boolean =>
  (bits & (1 << list.indexOf(member))) !== 0;

/** Whether an order's row knows a field. */
export const knows = ({ known }: { readonly known: number }, field: FieldGroup): boolean =>
  hasBit(FIELD_GROUPS, known, field);
