// Which orders exist: the one of the documentation, and a million generated ones.

import { DOCUMENTED, type Order } from './answer.js';
import { sampleAnswer } from './documented/order.js';
import { indexOfOrderId, syntheticOrder } from './synthetic/order.js';

/** The id of the order that the documentation shows. */
export const SAMPLE_ORDER_ID = '82186657375804';

/** The documentation asks for this id and answers with the other; here it is the same order under the id asked. */
export const REQUEST_EXAMPLE_ORDER_ID = '1160045760122535';

export function findOrder(orderId: string): Order | undefined {
  if (orderId === SAMPLE_ORDER_ID) return { answer: sampleAnswer, style: DOCUMENTED };
  if (orderId === REQUEST_EXAMPLE_ORDER_ID) {
    const result = { ...sampleAnswer.result, id: Number(orderId) };
    return { answer: { ...sampleAnswer, result }, style: DOCUMENTED };
  }
  const index = indexOfOrderId(orderId);
  return index === undefined ? undefined : syntheticOrder(index);
}
