// Who looks at an order: the seller's memo is not for the buyer's eyes, nor the buyer's for the seller's.

import { without } from '../document.js';
import type { OrderDocument } from './document.js';

export type View = 'seller' | 'buyer';

const HIDDEN: Record<View, readonly string[]> = {
  seller: ['buyerMemo', 'buyerRemarkIcon'],
  buyer: ['sellerMemo', 'sellerRemarkIcon', 'ccid', 'caid'],
};

export const seenBy = (view: View, document: OrderDocument): OrderDocument => ({
  ...document,
  baseInfo: without(document.baseInfo, HIDDEN[view]),
  nativeLogistics: document.nativeLogistics && without(document.nativeLogistics, HIDDEN[view]),
});
