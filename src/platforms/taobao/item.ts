// A line of a trade (orders.order) read into ProductItem.

import { ID_TEXT } from '../../mapping/codec.js';
import { absent, computed, type Field, type Fields, leaf } from '../../mapping/fieldTypes.js';
import { exactId, namedByPlace } from '../../mapping/ids.js';
import { code, decimal, id, text, time, yuan } from '../../mapping/leaves.js';
import { isBlank } from '../../mapping/path.js';
import type { ProductItem } from '../../order/item.js';
import { referenceNumber } from '../referenceNumber.js';
import { OPTIONS } from './codecs.js';
import { REFUND_STATUS, shippingOf, TRADE_STATUS } from './codes.js';
import { lineFulfillment } from './fulfillment.js';

const OID_PATHS = ['oid_str', 'oid'];

/** The documentation's own sample writes 123 in the string form of every id: then the number, which is exact, counts. */
export const oid: Field<string | null> = computed(OID_PATHS, ([twin, number]) => exactId(twin, number), ID_TEXT);

export const refundId = referenceNumber('refund_id', []);

export const item: Fields<ProductItem> = {
  itemId: computed(OID_PATHS, ([twin, number], reading) => exactId(twin, number) ?? namedByPlace(reading), ID_TEXT),
  productId: id('num_iid'),
  skuId: id('sku_id'),
  name: text('title'),
  options: leaf(OPTIONS, 'sku_properties_name'),
  quantity: decimal('num'),
  unit: absent('Taobao counts pieces and names no unit'),
  unitPrice: yuan('price'),
  total: yuan('payment'),
  discount: yuan('discount_fee'),
  adjustment: yuan('adjust_fee'),
  tax: yuan('sub_order_tax_fee'),
  refunded: absent('Taobao gives what was refunded on the refund itself, by another API'),
  status: code(TRADE_STATUS, 'status'),
  statusCode: text('status'),
  statusText: absent('Taobao gives codes only'),
  refundStatus: code(REFUND_STATUS, 'refund_status'),
  refundStatusCode: text('refund_status'),
  shippingStatus: computed(['status'], ([status]) => shippingOf(status)),
  shippingStatusCode: text('status'),
  fulfillment: lineFulfillment,
  refundId,
  afterSaleRefundId: absent('Taobao has one refund id for both'),
  productCode: text('outer_iid'),
  skuCode: text('outer_sku_id'),
  barcode: absent('Taobao documents no barcode'),
  imageUrls: computed(['pic_path'], ([path]) => (typeof path === 'string' && !isBlank(path) ? [path] : null)),
  snapshotUrl: text('snapshot_url'),
  weight: absent('Taobao documents no weight'),
  weightUnit: absent('Taobao documents no weight'),
  guarantees: absent('Taobao documents no guarantees'),
  closeReason: absent('Taobao does not say why'),
  createdAt: absent('Taobao dates the trade, not its lines'),
  modifiedAt: absent('Taobao dates the trade, not its lines'),
  shippedAt: time('consign_time'),
  completedAt: time('end_time'),
  expiresAt: time('timeout_action_time'),
};
