// Global object identification: an opaque id that names an order across all shops.
import { ID, InterfaceType } from 'type-graphql';
import { Required } from './decorators.js';

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

/** What stands in an Order.id; it differs where orders do. */
export const orderName = ({ shop, orderId, outOrderId }: OrderKey): string =>
  outOrderId === undefined ? `${PREFIX}\n${shop}\n${orderId}` : `${PREFIX}\n${shop}\n${orderId}\n${outOrderId}`;

/** Order.id: base64url, so that ids are safe in addresses. */
export const toGlobalId = (key: OrderKey): string => Buffer.from(orderName(key)).toString('base64url');

/** What stands in an id; one that names no order stands for itself. */
export function nameFromId(id: string): string {
  const name = Buffer.from(id, 'base64url').toString();
  return name.startsWith(`${PREFIX}\n`) ? name : id;
}

/** The key inside an Order.id, or undefined when it is none. */
export function fromGlobalId(id: string): OrderKey | undefined {
  const [prefix, shop, orderId, outOrderId, ...rest] = nameFromId(id).split('\n');
  if (prefix !== PREFIX || !shop || !orderId || rest.length > 0) return undefined;
  const key: OrderKey = outOrderId === undefined ? { shop, orderId } : { shop, orderId, outOrderId };
  return toGlobalId(key) === id ? key : undefined;
}
