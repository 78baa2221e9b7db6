// A row of the index, as the order that it tells of.

import type { Gateway, Platform } from '../../order/enums.js';
import {
  ANSWERS,
  FULFILLMENT_STATUSES,
  OVERDUE_RISKS,
  PAYMENT_STATUSES,
  REFUND_STATUSES,
  SHIPPING_STATUSES,
  STATUSES,
  VIEWS,
} from '../codes.js';
import { moneyOf } from '../orderState.js';
import { MISSING, type OrderRow } from '../schema/tables.js';
import type { IndexedOrder } from '../types.js';
import { codeAt } from './columns.js';

/** What is read of a row. */
export const ROW_COLUMNS = [
  ...(['shop', 'order_id', 'out_order_id', 'platform', 'gateway', 'view'] as const),
  ...(['status', 'payment', 'shipping', 'refund'] as const),
  ...(['status_code', 'payment_code', 'shipping_code', 'refund_code'] as const),
  ...(['created_at', 'modified_at', 'paid_at', 'shipped_at', 'completed_at', 'expires_at'] as const),
  ...(['ship_by', 'fulfillment', 'overdue_risk', 'may_ship'] as const),
  ...(['currency', 'total', 'amount', 'known', 'seen_at'] as const),
] as const satisfies readonly (keyof OrderRow)[];

export type ListedRow = Pick<OrderRow, (typeof ROW_COLUMNS)[number]>;

export const toIndexedOrder = (row: ListedRow): IndexedOrder => ({
  shop: row.shop,
  orderId: row.order_id,
  outOrderId: row.out_order_id,
  platform: row.platform as Platform,
  gateway: row.gateway as Gateway,
  view: codeAt(VIEWS, row.view),
  status: codeAt(STATUSES, row.status),
  statusCode: row.status_code,
  paymentStatus: codeAt(PAYMENT_STATUSES, row.payment),
  paymentStatusCode: row.payment_code,
  shippingStatus: codeAt(SHIPPING_STATUSES, row.shipping),
  shippingStatusCode: row.shipping_code,
  refundStatus: codeAt(REFUND_STATUSES, row.refund),
  refundStatusCode: row.refund_code,
  createdAt: instantOf(row.created_at),
  modifiedAt: instantOf(row.modified_at),
  paidAt: instantOf(row.paid_at),
  shippedAt: instantOf(row.shipped_at),
  completedAt: instantOf(row.completed_at),
  expiresAt: instantOf(row.expires_at),
  shipBy: instantOf(row.ship_by),
  fulfillmentStatus: codeAt(FULFILLMENT_STATUSES, row.fulfillment),
  overdueRisk: codeAt(OVERDUE_RISKS, row.overdue_risk),
  mayShip: codeAt(ANSWERS, row.may_ship),
  total: moneyOf(row.currency, row.amount),
  seenAt: new Date(row.seen_at),
  known: row.known,
});

const instantOf = (milliseconds: number): Date | null => (milliseconds === MISSING ? null : new Date(milliseconds));
