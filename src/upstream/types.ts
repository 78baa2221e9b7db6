// What travels through the layers between the loader and the wire.
import type { OrderKey } from '../order/globalId.js';
import type { Question } from '../platforms/gateway.js';
import type { Fault } from '../common/fault.js';
import type { Opened } from '../protocols/http.js';
import type { Scope } from './requestScope.js';
import type { Entrance, OpenShop } from './shops.js';
import type { Trace } from './trace.js';

/** What is asked of one order. */
export interface OrderQuestion {
  readonly openShop: OpenShop;
  readonly key: OrderKey;
  /** The subtrees that the selection needs, in one order. */
  readonly needed: readonly string[];
  readonly attributeKeys: readonly string[];
  /** Gateways in the order they are to be tried. */
  readonly entrances: readonly [Entrance, ...Entrance[]];
  /** Those of them that do not document all that is selected, while others do: what is kept of them is not enough. */
  readonly lacking: ReadonlySet<Entrance>;
  /** How old the answer may be, in milliseconds; undefined: as old as the settings allow. */
  readonly maxAgeMs: number | undefined;
  readonly trace: Trace;
}

/** A reply that succeeded, and how long it was. */
export interface Received extends Opened {
  readonly characters: number;
}

/** A document, and what is known of it. */
export interface Held extends Received {
  readonly entrance: Entrance;
  /** The subtrees it covers. */
  readonly subtrees: readonly string[];
  readonly fetchedAt: Date;
  /** Why it is older than it should be. */
  readonly staleBecause?: Fault | undefined;
}

export type AskOrder = (question: OrderQuestion, scope: Scope) => Promise<Held>;

/** What is in memory and answers a question as it is: nobody is asked, and nobody waits. */
export type RecallOrder = (question: OrderQuestion) => Held | undefined;

/** One gateway, asked one question. */
export interface EntranceCall {
  readonly entrance: Entrance;
  /** Whether another gateway is tried when this one fails. */
  readonly hasStandIn: boolean;
  readonly question: Question;
  readonly scope: Scope;
  readonly trace: Trace;
}

export type AskEntrance = (call: EntranceCall) => Promise<Received>;

export const covers = (held: readonly string[], needed: readonly string[]): boolean =>
  needed.every((subtree) => held.includes(subtree));

/**
 * Names an order as one account of one gateway answers it. No id of ours has spaces; what a caller may write freely
 * stands in JSON.
 */
export function callName({ openShop: { shop }, key, attributeKeys }: OrderQuestion, { credential }: Entrance): string {
  const name = `${shop.id} ${credential} ${key.orderId}`;
  const isPlain = key.outOrderId === undefined && attributeKeys.length === 0;
  return isPlain ? name : `${name} ${JSON.stringify([key.outOrderId ?? null, attributeKeys])}`;
}
