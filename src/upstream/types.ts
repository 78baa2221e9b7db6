// What travels through the layers between the loader and the wire.

import type { Fault } from '../common/fault.js';
import type { OrderKey } from '../order/globalId.js';
import type { OrderQuery } from '../platforms/gateway.js';
import type { OrderReply } from '../protocols/http.js';
import type { RequestScope } from './requestScope.js';
import type { ShopGateway, UpstreamShop } from './shops.js';
import type { OnSent } from './state/rateLimiter.js';
import type { Trace } from './trace.js';

/** What is asked of one order. */
export interface OrderRequest {
  readonly upstreamShop: UpstreamShop;
  readonly key: OrderKey;
  /** The subtrees that the selection needs, in one order. */
  readonly needed: readonly string[];
  readonly attributeKeys: readonly string[];
  /** Gateways in the order they are to be tried. */
  readonly gateways: readonly [ShopGateway, ...ShopGateway[]];
  /** Those of them that do not document all that is selected, while others do: what is kept of them is not enough. */
  readonly incomplete: ReadonlySet<ShopGateway>;
  /** How old the answer may be, in milliseconds; undefined: as old as the settings allow. */
  readonly maxAgeMs: number | undefined;
  readonly trace: Trace;
}

/** A reply that succeeded, and how long it was. */
export interface GatewayReply extends OrderReply {
  readonly characters: number;
}

/** A document, and what is known of it. */
export interface UpstreamDocument extends GatewayReply {
  readonly shopGateway: ShopGateway;
  /** The subtrees it covers. */
  readonly subtrees: readonly string[];
  readonly fetchedAt: Date;
  /** Why it is older than it should be. */
  readonly staleBecause?: Fault | undefined;
}

export type FetchOrder = (question: OrderRequest, scope: RequestScope) => Promise<UpstreamDocument>;

/** What is in memory and answers a question as it is: nobody is asked, and nobody waits. */
export type FindInMemory = (question: OrderRequest) => UpstreamDocument | undefined;

/** One gateway, asked one question. */
export interface GatewayCall {
  readonly shopGateway: ShopGateway;
  /** Whether another gateway is tried when this one fails. */
  readonly hasFallback: boolean;
  readonly query: OrderQuery;
  readonly scope: RequestScope;
  readonly trace: Trace;
  /** Told when the call has gone out, where a pace counts that. */
  readonly onSent?: OnSent;
}

export type CallGateway = (call: GatewayCall) => Promise<GatewayReply>;

export const covers = (held: readonly string[], needed: readonly string[]): boolean =>
  needed.every((subtree) => held.includes(subtree));

/**
 * Names an order as one account of one gateway answers it. No id of ours has spaces; what a caller may write freely
 * stands in JSON.
 */
export function documentKey(
  { upstreamShop: { shop }, key, attributeKeys }: OrderRequest,
  { credential }: ShopGateway,
): string {
  const name = `${shop.id} ${credential} ${key.orderId}`;
  const isPlain = key.outOrderId === undefined && attributeKeys.length === 0;
  return isPlain ? name : `${name} ${JSON.stringify([key.outOrderId ?? null, attributeKeys])}`;
}
