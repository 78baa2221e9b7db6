// A line of a trade (orders.order) read into ProductItem, Refund and Shipment.

import { ID_TEXT } from '../../mapping/codec.js';
import { absent, computed, type Field, type Fields, leaf, unknown } from '../../mapping/fieldTypes.js';
import { exactId, namedByPlace } from '../../mapping/ids.js';
import { code, decimal, id, text, time, yuan } from '../../mapping/leaves.js';
import type { Refund } from '../../order/afterSales.js';
import type { ProductItem } from '../../order/item.js';
import type { Shipment } from '../../order/logistics.js';
import { OPTIONS } from './codecs.js';
import { REFUND_STATUS, shippingOf, TRADE_STATUS } from './codes.js';

const OID_PATHS = ['oid_str', 'oid'];

/** The documentation's own sample writes 123 in the string form of every id: then the number, which is exact, counts. */
const oid: Field<string | null> = computed(OID_PATHS, ([twin, number]) => exactId(twin, number), ID_TEXT);

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
  refundId: id('refund_id'),
  afterSaleRefundId: absent('Taobao has one refund id for both'),
  productCode: text('outer_iid'),
  skuCode: text('outer_sku_id'),
  barcode: absent('Taobao documents no barcode'),
  imageUrls: computed(['pic_path'], ([path]) => (typeof path === 'string' && path !== '' ? [path] : null)),
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

export const refund: Fields<Refund> = {
  id: id('refund_id'),
  itemId: oid,
  status: code(REFUND_STATUS, 'refund_status'),
  statusCode: text('refund_status'),
  amount: absent('Taobao gives what was refunded on the refund itself, by another API'),
  couponAmount: absent('Taobao gives what was refunded on the refund itself, by another API'),
  reason: absent('Taobao gives the reason on the refund itself, by another API'),
  typeCode: absent('Taobao gives the kind on the refund itself, by another API'),
  refundedAt: absent('Taobao dates the refund itself, by another API'),
};

const noDetails = {
  id: absent('Taobao gives parcels no id'),
  logisticsCode: absent('Taobao gives parcels no logistics number'),
  carrierCode: absent('Taobao names the carrier in words'),
  carrierId: absent('Taobao names the carrier in words'),
  method: unknown('Taobao says how goods are shipped in methodCode'),
  statusCode: absent('Taobao gives parcels no status'),
  deliveredAt: absent('Taobao does not date arrivals'),
  expectedAt: absent('Taobao does not foretell arrivals'),
  createdAt: absent('Taobao dates parcels by shippedAt'),
  modifiedAt: absent('Taobao dates parcels by shippedAt'),
  fee: absent('Taobao charges shipping on the trade'),
  from: absent('Taobao names no origin'),
  to: absent('Taobao delivers to Order.receiver'),
};

/** Lines with one tracking number lie in one parcel. */
export const parcel: Fields<Shipment> = {
  ...noDetails,
  trackingNumber: text('invoice_no'),
  carrierName: text('logistics_company'),
  methodCode: text('shipping_type'),
  shippedAt: time('consign_time'),
  itemIds: computed(['*oid_str', '*oid'], ([twins, numbers]) => {
    const [texts, digits] = [twins, numbers].map((list) => (Array.isArray(list) ? (list as unknown[]) : []));
    return (digits ?? []).flatMap((number, index) => exactId(texts?.[index], number) ?? []);
  }),
};

/** A trade shipped at once tells its parcel itself. */
export const wholeParcel: Fields<Shipment> = {
  ...noDetails,
  trackingNumber: text('sid'),
  carrierName: absent('the trade itself names no carrier; its lines do'),
  methodCode: text('shipping_type'),
  shippedAt: time('consign_time'),
  itemIds: absent('all items'),
};
