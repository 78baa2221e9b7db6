// The refunds of a trade, told by its lines.
import { absent, type Fields, list } from '../../mapping/fieldTypes.js';
import { code, text } from '../../mapping/leaves.js';
import type { Refund } from '../../order/afterSales.js';
import { REFUND_STATUS } from './codes.js';
import { oid, refundId } from './item.js';

const refund: Fields<Refund> = {
  id: refundId,
  itemId: oid,
  status: code(REFUND_STATUS, 'refund_status'),
  statusCode: text('refund_status'),
  amount: absent('Taobao gives what was refunded on the refund itself, by another API'),
  couponAmount: absent('Taobao gives what was refunded on the refund itself, by another API'),
  reason: absent('Taobao gives the reason on the refund itself, by another API'),
  typeCode: absent('Taobao gives the kind on the refund itself, by another API'),
  refundedAt: absent('Taobao dates the refund itself, by another API'),
};

export const refunds = list('orders[order]', refund, { having: [refundId] });
