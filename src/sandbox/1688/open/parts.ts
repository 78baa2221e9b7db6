// The parts of a document that the open platform sends only on request, beyond those that every gateway to 1688 has.

import { type Document, without } from '../../document.js';
import type { OrderDocument } from '../document.js';
import { SUBTREES, type Subtree } from '../subtrees.js';

/** Each has a parameter of its own. */
export const FLAGS = ['needSendGoodsOverdueRisk', 'needDeliverGoodsOverdueRisk', 'needOutChannel'] as const;

export interface Parts {
  readonly subtrees: ReadonlySet<Subtree>;
  /** Names of includeFields and of flags. */
  readonly names: ReadonlySet<string>;
}

export function partsOf(names: readonly string[]): Parts {
  const requested = new Set(names);
  return { subtrees: new Set(SUBTREES.filter((subtree) => requested.has(subtree))), names: requested };
}

const OF_ORDER: Readonly<Record<string, readonly string[]>> = {
  needSendGoodsOverdueRisk: ['sendGoodsOverdueRisk'],
  needOutChannel: ['outChannel'],
  InvoicingSetting: ['invoicingSettingModel'],
};

const OF_LINES: Readonly<Record<string, readonly string[]>> = {
  CanSendCheck: ['canSendGoods', 'cantSendReason'],
  needDeliverGoodsOverdueRisk: ['deliverGoodsOverdueRisk'],
  OutSubOrderInfo: ['bizFenXiaoOutSubOrderInfoList'],
};

/** The document without what was not requested by name. */
export function keepParts(document: OrderDocument, { names }: Parts): OrderDocument {
  const left = (table: Readonly<Record<string, readonly string[]>>): readonly string[] =>
    Object.entries(table).flatMap(([name, members]) => (names.has(name) ? [] : members));
  const hidden = left(OF_LINES);
  return {
    ...(without(document as unknown as Document, left(OF_ORDER)) as unknown as OrderDocument),
    productItems: document.productItems.map((item) => without(item, hidden)),
  };
}
