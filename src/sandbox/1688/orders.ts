// Which 1688 orders exist: those that the gateways' documentation shows, those that show how to ship, and a million synthetic
// ones.

import type { Order } from './document.js';
import { shippingOrder } from './shipping.js';
import { indexOfOrderId, syntheticOrder } from './synthetic/order.js';
import type { View } from './view.js';

/** Who asks, and when. */
export interface Look {
  readonly view: View;
  readonly now: number;
}

export function findOrder(
  orderId: string,
  documented: Readonly<Record<string, Order>>,
  { view, now }: Look,
): Order | undefined {
  const index = indexOfOrderId(orderId);
  if (index !== undefined) return syntheticOrder(index);
  return documented[orderId] ?? shippingOrder(orderId, view, now);
}
