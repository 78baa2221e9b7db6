// The AliExpress document: it always comes whole.
import type { Document } from '../../mapping/document.js';
import { firstOf } from '../../mapping/fieldTypes.js';
import { id } from '../../mapping/leaves.js';
import { zoneOf } from '../../mapping/time.js';
import { isCiphertext } from '../ciphertext.js';
import { order } from './order.js';
import { AliExpressOrder } from './platformOrder.js';

export const document: Document = {
  platform: 'ALIEXPRESS',
  order,
  platformOrder: AliExpressOrder,
  orderId: firstOf(id('id')),
  currency: { path: 'order_amount.currency_code', fallback: 'USD' },
  subtrees: { of: () => undefined, least: [] },
  zone: zoneOf('America/Los_Angeles'),
  // id, product_id
  isIdName: (name) => /id$/i.test(name),
  encryption: { isCiphertext },
};
