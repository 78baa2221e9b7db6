// The domains of a 1688 document that a gateway sends only on request.

import { without } from '../document.js';
import type { OrderDocument } from './document.js';

export const SUBTREES = ['GuaranteesTerms', 'NativeLogistics', 'RateDetail', 'OrderInvoice'] as const;
export type Subtree = (typeof SUBTREES)[number];

const DEFAULTS: ReadonlySet<Subtree> = new Set<Subtree>(['GuaranteesTerms', 'NativeLogistics', 'OrderInvoice']);

const isSubtree = (name: string): name is Subtree => (SUBTREES as readonly string[]).includes(name);

/**
 * Reads an include_fields parameter; undefined when it names a domain that does not exist. Nothing documents what an
 * empty one means: here it is an absent one, so that leaning on it shows.
 */
export function readSubtrees(includeFields: string | undefined): ReadonlySet<Subtree> | undefined {
  if (!includeFields) return DEFAULTS;
  const names = includeFields.split(',');
  return names.every(isSubtree) ? new Set(names) : undefined;
}

/** The document with these subtrees only. */
export function keepSubtrees(document: OrderDocument, subtrees: ReadonlySet<Subtree>): OrderDocument {
  const { guaranteesTerms, nativeLogistics, orderInvoiceInfo, ...rest } = document;
  return {
    ...rest,
    ...(subtrees.has('GuaranteesTerms') && { guaranteesTerms }),
    ...(subtrees.has('NativeLogistics') && { nativeLogistics }),
    ...(subtrees.has('OrderInvoice') && { orderInvoiceInfo }),
    productItems: subtrees.has('GuaranteesTerms')
      ? document.productItems
      : document.productItems.map((item) => without(item, ['guaranteesTerms'])),
    // The two rate statuses are in every sample, though none was requested with RateDetail: only the lists come on request.
    orderRateInfo: subtrees.has('RateDetail')
      ? document.orderRateInfo
      : without(document.orderRateInfo, ['buyerRateList', 'sellerRateList']),
  };
}
