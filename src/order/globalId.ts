// Global ids: opaque, and each names one order across all shops.

/** What names one order: its shop, its id there, and the caller’s own id of it where the gateway takes one. */
export interface OrderKey {
  readonly shop: string;
  readonly orderId: string;
  readonly outOrderId?: string | undefined;
}

const PREFIX = 'Order';

/** The text that an Order.id encodes; it differs where orders do. */
export const orderName = ({ shop, orderId, outOrderId }: OrderKey): string =>
  outOrderId === undefined ? `${PREFIX}\n${shop}\n${orderId}` : `${PREFIX}\n${shop}\n${orderId}\n${outOrderId}`;

/** Order.id: base64url, so that ids are safe in addresses. */
export const toGlobalId = (key: OrderKey): string => Buffer.from(orderName(key)).toString('base64url');

/** The text that an id encodes; the id itself where it names no order. */
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
