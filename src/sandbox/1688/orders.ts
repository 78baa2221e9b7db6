// Which 1688 orders exist: those that the gateways' documentation shows, and a million synthetic ones.

import type { Order } from './document.js';
import { indexOfOrderId, syntheticOrder } from './synthetic/order.js';

export function findOrder(orderId: string, documented: Readonly<Record<string, Order>>): Order | undefined {
  const index = indexOfOrderId(orderId);
  return index === undefined ? documented[orderId] : syntheticOrder(index);
}
