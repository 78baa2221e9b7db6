// What a gateway to 1688 replies with: the order as its view sees it, in its spelling and its envelope.

import type { Spelling } from '../../mapping/spelling.js';
import type { Document } from '../document.js';
import type { Order, OrderDocument } from './document.js';
import type { OrderQuery } from './request.js';
import { keepSubtrees, SUBTREES, type Subtree } from './subtrees.js';
import { syntheticOrder } from './synthetic/order.js';
import { seenBy, type View } from './view.js';
import { type Longs, toWire } from './wire.js';

/** What an envelope holds. A gateway says success as the string "true", and on a bad day "false" beside code 0. */
export interface Answer {
  readonly result: Document | null;
  readonly retCodes: readonly string[];
  readonly success: 'true' | 'false';
}

export type Envelope = Readonly<Record<string, unknown>>;

/** How one gateway writes replies. */
export interface ReplyProtocol {
  readonly view: View;
  readonly spelling: Spelling;
  readonly longs: Longs;
  readonly buildReply: (answer: Answer) => Envelope;
}

/** What a query wants of an order beside its subtrees. */
type Wishes = Pick<OrderQuery, 'attributeKeys' | 'outOrderId'>;

export const replyWith = (
  protocol: ReplyProtocol,
  { document, retCodes }: Order,
  wishes: Wishes,
  subtrees: ReadonlySet<Subtree>,
): Envelope =>
  protocol.buildReply({ result: resultOf(protocol, document, wishes, subtrees), retCodes, success: 'true' });

const EVERYTHING: ReadonlySet<Subtree> = new Set(SUBTREES);

export const wholeReplyOf =
  (protocol: ReplyProtocol) =>
  (index: number): Envelope =>
    replyWith(protocol, syntheticOrder(index), {}, EVERYTHING);

function resultOf(
  { view, spelling, longs }: ReplyProtocol,
  whole: OrderDocument,
  { attributeKeys, outOrderId }: Wishes,
  subtrees: ReadonlySet<Subtree>,
): Document {
  const document = seenBy(view, keepSubtrees(whole, subtrees));
  const answered: OrderDocument = {
    ...document,
    baseInfo: outOrderId ? { ...document.baseInfo, outOrderId } : document.baseInfo,
    // The documentation's own example of the keys is an empty list, so an empty one keeps every attribute.
    extAttributes: attributeKeys?.length
      ? document.extAttributes.filter(({ key }) => attributeKeys.includes(String(key)))
      : document.extAttributes,
  };
  return toWire(answered, spelling, longs);
}
