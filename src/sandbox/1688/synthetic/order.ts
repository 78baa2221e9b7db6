// Invents any of a million orders from its index: the same index, the same order, on every machine and every day.

import { orderIds } from '../../invented/ids.js';
import { peopleOf } from '../../invented/people.js';
import type { Order } from '../document.js';
import { type Amounts, baseOf, totalOf } from './base.js';
import { attributesOf, businessOf } from './business.js';
import { GUARANTEES } from './catalogue.js';
import { invoiceOf } from './invoice.js';
import { itemsOf } from './items.js';
import { logisticsOf } from './logistics.js';
import { tradeTermsOf } from './payments.js';
import { ratingsOf } from './ratings.js';
import { storyOf, sum } from './story.js';

/** Order 0's id, and how far apart orders are. */
const IDS = orderIds(3_100_000_000_000_747_370n, 10_000_000n);

export const syntheticId = IDS.idAt;

/** The reverse of syntheticId; undefined for an id that no synthetic order has. */
export const indexOfOrderId = IDS.indexOf;

/** Order 0…999999. Its index decides everything: status by tens, traits by smaller primes. */
export function syntheticOrder(index: number): Order {
  const story = storyOf(index, BigInt(syntheticId(index)));
  const people = peopleOf(story);
  const items = itemsOf(story);
  const amounts: Amounts = {
    items: sum(items.map(({ amount }) => amount)),
    shipping: story.every(3, 0) ? 0 : story.faker.number.int({ min: 5, max: 60 }) * 100,
    coupon: story.every(7, 6) ? 200 : 0,
  };
  return {
    retCodes: story.encrypted ? ['BUYER_ENCRYPT'] : [],
    document: {
      baseInfo: baseOf(story, people, items, amounts),
      productItems: items.map(({ document }) => document),
      nativeLogistics: logisticsOf(story, people, items),
      orderRateInfo: ratingsOf(story, people),
      orderInvoiceInfo: invoiceOf(story, people),
      guaranteesTerms: story.every(3, 1) ? GUARANTEES[0] : undefined,
      tradeTerms: tradeTermsOf(story, totalOf(amounts)),
      extAttributes: attributesOf(story),
      ...businessOf(story, people, items, totalOf(amounts)),
    },
  };
}
