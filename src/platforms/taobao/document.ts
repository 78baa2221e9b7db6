// The Taobao document: one trade. TOP sends exactly the fields that are named.
import type { Document } from '../../mapping/document.js';
import { firstOf } from '../../mapping/fieldTypes.js';
import { id } from '../../mapping/leaves.js';
import { BEIJING } from '../../mapping/time.js';
import { isCiphertext } from '../ciphertext.js';
import { order } from './order.js';
import { TaobaoTrade } from './platformOrder.js';

/** Requested with every call, so that the reply of another trade is recognised. */
const TID = 'tid';

/** TOP makes the oaid of these, and sends none unless they are asked for too. */
const OAID_PARTS = ['receiver_name', 'receiver_address', 'created', 'receiver_mobile', 'receiver_phone'];

/** Members of orders are named one by one, as orders.title; other lists and objects can only be requested whole. */
function topFieldOf(path: string): string {
  const [name = '', member] = path.split('.');
  if (name !== 'orders') return name;
  return `orders.${member ?? 'oid'}`;
}

export const document: Document = {
  platform: 'TAOBAO',
  order,
  platformOrder: TaobaoTrade,
  orderId: firstOf(id('tid'), id('tid_str')),
  currency: { fallback: 'CNY' },
  subtrees: { of: topFieldOf, always: [TID], least: [TID], beside: { oaid: OAID_PARTS } },
  zone: BEIJING,
  // tid, oid, sku_id
  isIdName: (name) => /id$/i.test(name),
  encryption: { isCiphertext },
};
