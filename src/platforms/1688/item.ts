// A line of a 1688 order (productItems) read into ProductItem, and the promises on lines and orders.

import { type Codec, toText } from '../../mapping/codec.js';
import { absent, type Field, type Fields, firstOf, type Leaf, leaf, list, required } from '../../mapping/fieldTypes.js';
import { namedByPlace } from '../../mapping/ids.js';
import { code, decimal, fen, id, text, texts, time, yuan } from '../../mapping/leaves.js';
import type { GuaranteeTerm } from '../../order/guarantee.js';
import type { ProductItem } from '../../order/item.js';
import { REFUND_STATUS, SHIPPING_STATUS } from './codes.js';
import { itemFulfillment } from './fulfillment.js';
import { lineStatus } from './holds.js';

/** Some gateways round subItemID and leave out its string twin; the snapshot's address holds the exact id. */
const SNAPSHOT_ENTRY: Codec<string> = {
  unit: 'order_entry_id in the address',
  type: () => String,
  decode: (value) => /order_?entry_?id=(\d+)/i.exec(toText(value) ?? '')?.[1] ?? null,
};

const snapshotEntry: Field<string | null> & Leaf = leaf(SNAPSHOT_ENTRY, 'productSnapshotUrl');

/** The exact id of a line, as far as the line tells it. */
export const lineId: Field<string | null> & Leaf = firstOf(
  id('subItemIDString', 'ProductItem.itemId of the same line.'),
  snapshotEntry,
  id('subItemID'),
);

export const guarantee: Fields<GuaranteeTerm> = {
  description: text('assuranceInfo'),
  typeCode: text('assuranceType'),
  qualityType: text('qualityAssuranceType'),
  value: text('value'),
};

export const item: Fields<ProductItem> = {
  itemId: required(lineId, namedByPlace),
  productId: id('productID'),
  skuId: id('skuID'),
  name: text('name'),
  options: list('skuInfos', { name: text('name'), value: text('value') }),
  quantity: decimal('quantity'),
  unit: text('unit'),
  unitPrice: yuan('price'),
  total: yuan('itemAmount'),
  discount: yuan('itemDiscountFee'),
  adjustment: fen('entryDiscount'),
  tax: absent('1688 documents no tax on items'),
  refunded: yuan('refund'),
  status: lineStatus,
  statusCode: text('status'),
  statusText: text('statusStr'),
  refundStatus: code(REFUND_STATUS, 'refundStatus'),
  refundStatusCode: text('refundStatus'),
  shippingStatus: code(SHIPPING_STATUS, 'logisticsStatus'),
  shippingStatusCode: text('logisticsStatus'),
  fulfillment: itemFulfillment,
  refundId: id('refundId'),
  afterSaleRefundId: id('refundIdForAs'),
  productCode: text('productCargoNumber'),
  skuCode: text('cargoNumber'),
  barcode: text('barCode'),
  imageUrls: texts('productImgUrl'),
  snapshotUrl: text('productSnapshotUrl'),
  weight: decimal('weight'),
  weightUnit: text('weightUnit'),
  guarantees: list('guaranteesTerms', guarantee),
  closeReason: text('closeReason'),
  createdAt: time('gmtCreate'),
  modifiedAt: time('gmtModified'),
  shippedAt: absent('1688 dates shipping on shipments, not on items'),
  completedAt: time('gmtCompleted'),
  expiresAt: time('gmtPayExpireTime'),
};
