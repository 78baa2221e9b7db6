// Which fields of a trade are requested. The documentation allows all that its sample shows, and so does the sandbox; what
// only the sister interface lists is known here too, as TOP takes any name and leaves out what it does not know.

import type { Document } from '../document.js';
import { invalidArgument, type Refusal } from '../top/refusal.js';
import { sampleOrder } from './documented/order.js';
import { sampleTrade } from './documented/trade.js';
import { NEWER_FIELDS, NEWER_OF_ORDERS } from './newerFields.js';

export type Fields = ReadonlySet<string>;

const OF_ORDERS = 'orders.';
/** All that may be requested. */
export const EVERY_FIELD: Fields = new Set([
  ...Object.keys(sampleTrade),
  ...Object.keys(sampleOrder).map((name) => `${OF_ORDERS}${name}`),
  ...NEWER_FIELDS,
]);

/** Reads `fields`: names of the trade's members, and orders.title for only some members of each order. */
export function readFields(text: string): Fields | Refusal {
  const names = text.split(',');
  const unknown = names.find((name) => !EVERY_FIELD.has(name));
  return unknown === undefined ? new Set(names) : invalidArgument('fields', `invalid field: ${unknown}`);
}

/**
 * The trade with these fields only. Other lists than orders come whole or not at all; orders come with what the documentation's
 * sample shows, and with more where that is named.
 */
export function keepFields(trade: Document, fields: Fields): Document {
  const membersOfOrders = [...fields].filter((name) => name.startsWith(OF_ORDERS));
  const kept = Object.entries(trade).filter(([name]) => fields.has(name));
  const hasWhole = fields.has('orders');
  if (!hasWhole && membersOfOrders.length === 0) return Object.fromEntries(kept);
  const isKept = (name: string): boolean =>
    fields.has(`${OF_ORDERS}${name}`) || (hasWhole && !NEWER_OF_ORDERS.has(name));
  const orders = (trade.orders as readonly Document[]).map((order) =>
    Object.fromEntries(Object.entries(order).filter(([name]) => isKept(name))),
  );
  return { ...Object.fromEntries(kept), orders };
}
