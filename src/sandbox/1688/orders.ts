// Which orders exist: the three of the gateways' documentation, and a million generated ones.

import type { Order } from './document.js';
import { damaijia168Sample } from './documented/damaijia168.js';
import { fw199Sample } from './documented/fw199.js';
import { vvToolSample } from './documented/vvTool.js';
import { indexOfOrderId, syntheticOrder } from './synthetic/order.js';

const SAMPLES: Readonly<Record<string, Order>> = {
  '2198111437768747370': { document: vvToolSample, retCodes: ['BUYER_ENCRYPT'] },
  '4355875836205969811': { document: fw199Sample, retCodes: [] },
  '58218860983545941': { document: damaijia168Sample, retCodes: [] },
};

/** The ids of the orders that the gateways' documentation shows, by gateway. */
export const SAMPLE_ORDER_IDS = {
  VV_TOOL: '2198111437768747370',
  FW199: '4355875836205969811',
  DAMAIJIA168: '58218860983545941',
} as const;

export function findOrder(orderId: string): Order | undefined {
  const index = indexOfOrderId(orderId);
  return index === undefined ? SAMPLES[orderId] : syntheticOrder(index);
}
