// Global object identification: an opaque id that names an order across all shops.
import { ID, InterfaceType } from 'type-graphql';
import { Required } from './field.js';

@InterfaceType({ description: 'Anything that can be fetched again by its id alone.' })
export abstract class Node {
  @Required(() => ID, 'An opaque id, unique over all shops.')
  id!: string;
}

/** What names one order: the shop that is asked, its order id, and the caller’s own id where the gateway knows one. */
export interface OrderKey {
  readonly shop: string;
  readonly orderId: string;
  readonly outOrderId?: string | undefined;
}

const PREFIX = 'Order';

/** Order.id: base64url of the key, so that ids are safe in addresses. */
export const toGlobalId = ({ shop, orderId, outOrderId }: OrderKey): string =>
  Buffer.from([PREFIX, shop, orderId, ...(outOrderId === undefined ? [] : [outOrderId])].join('\n')).toString(
    'base64url',
  );

/** The key inside an Order.id, or undefined when it is none. */
export function fromGlobalId(id: string): OrderKey | undefined {
  const [prefix, shop, orderId, outOrderId, ...rest] = Buffer.from(id, 'base64url').toString().split('\n');
  if (prefix !== PREFIX || !shop || !orderId || rest.length > 0) return undefined;
  const key: OrderKey = outOrderId === undefined ? { shop, orderId } : { shop, orderId, outOrderId };
  return toGlobalId(key) === id ? key : undefined;
}
