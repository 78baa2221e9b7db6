// The AliExpress document: it always comes whole.
import type { Document } from '../../mapping/document.js';
import { firstOf } from '../../mapping/fieldTypes.js';
import { id } from '../../mapping/leaves.js';
import { zoneOf } from '../../mapping/time.js';
import { order } from './order.js';
import { AliExpressOrder } from './platformOrder.js';

export const document: Document = {
  platform: 'ALIEXPRESS',
  order,
  platformOrder: AliExpressOrder,
  orderId: firstOf(id('id')),
  currency: { path: 'order_amount.currency_code', otherwise: 'USD' },
  subtrees: { of: () => undefined, least: [] },
  zone: zoneOf('America/Los_Angeles'),
};
