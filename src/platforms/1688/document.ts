// The 1688 document: one for all its gateways.
import type { Document, Subtrees } from '../../mapping/document.js';
import { firstOf } from '../../mapping/fieldTypes.js';
import { id } from '../../mapping/leaves.js';
import { BEIJING } from '../../mapping/time.js';
import { isCiphertext } from '../ciphertext.js';
import { order } from './order.js';
import { Alibaba1688Order } from './platformOrder.js';

/** includeFields: the domains, and the paths that arrive only with them. */
export const DOMAIN_OF: { readonly [path: string]: string } = {
  guaranteesTerms: 'GuaranteesTerms',
  'productItems.guaranteesTerms': 'GuaranteesTerms',
  nativeLogistics: 'NativeLogistics',
  'orderRateInfo.buyerRateList': 'RateDetail',
  'orderRateInfo.sellerRateList': 'RateDetail',
  sellerRateList: 'RateDetail',
  orderInvoiceInfo: 'OrderInvoice',
};

/** @param domainOf what has to be requested for a path and all below it */
export const subtreesBy = (domainOf: { readonly [path: string]: string }): Subtrees => ({
  of(path) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const domain = domainOf[path.slice(0, end)];
      if (domain !== undefined) return domain;
    }
    return undefined;
  },
  // An absent includeFields means three domains, and what an empty one means is not documented: so one is always
  // named. Guarantees are short standing texts and hold nothing personal.
  least: ['GuaranteesTerms'],
});

export const document: Document = {
  platform: 'ALIBABA_1688',
  order,
  platformOrder: Alibaba1688Order,
  orderId: firstOf(id('baseInfo.idOfStr'), id('baseInfo.id')),
  currency: { path: 'baseInfo.currency', fallback: 'CNY' },
  subtrees: subtreesBy(DOMAIN_OF),
  zone: BEIJING,
  // id, orderId, product_id, skuID, product_i_d
  isIdName: (name) => /i_?d$/i.test(name),
  encryption: { isCiphertext, returnCode: 'BUYER_ENCRYPT' },
};
