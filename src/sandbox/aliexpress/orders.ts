// Which AliExpress orders exist: those that the documentation shows, those that show how to ship, and a million synthetic ones.

import type { Order } from './answer.js';
import { shippingOrder } from './shipping.js';
import { indexOfOrderId, syntheticOrder } from './synthetic/order.js';

export function findOrder(
  orderId: string,
  documented: Readonly<Record<string, Order>>,
  now: number,
): Order | undefined {
  const index = indexOfOrderId(orderId);
  if (index !== undefined) return syntheticOrder(index);
  return documented[orderId] ?? shippingOrder(orderId, now);
}
