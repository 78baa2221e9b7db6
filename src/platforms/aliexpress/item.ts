// A child order is an item of ours: one line of the order.

import { memoize } from '../../common/memoize.js';
import { type Codec, ID_TEXT, type ReadContext, toText } from '../../mapping/codec.js';
import { absent, computed, type Field, type Fields, firstOf, leaf, required } from '../../mapping/fieldTypes.js';
import { namedByPlace } from '../../mapping/ids.js';
import { decimal, id, text } from '../../mapping/leaves.js';
import { decidingCodes, distinctCodes, isCode } from '../../mapping/statusFallbacks.js';
import { ItemOption, type ProductItem } from '../../order/item.js';
import { CHILD_ORDERS } from './childOrders.js';
import { LONE_TEXT, money, skuEntries } from './codecs.js';
import { goodsAreTogether, itemShippingOf, refundOf, statusOf } from './codes.js';
import { itemFulfillment } from './fulfillment.js';
import { itemState } from './state.js';

export const PRODUCTS = 'child_order_ext_info_list[tp_open_order_product_info_dto]';

/** The text is exact whatever the number's length. */
export const itemId: Field<string> = required(firstOf(id('child_order_id'), id('id')), namedByPlace);

const REFUND_PATHS = ['refund_info.refund_status', 'child_issue_info.issue_status', 'issue_status'];
const OPTION_PATHS = [
  'product_attributes',
  'product_id',
  `/${CHILD_ORDERS}.product_id`,
  `/${PRODUCTS}.product_id`,
  `/${PRODUCTS}.sku`,
];

const SKU_PATHS = ['product_id', `/${CHILD_ORDERS}.product_id`, `/${PRODUCTS}.product_id`, `/${PRODUCTS}.sku_id`];

const OPTIONS: Codec<readonly ItemOption[]> = {
  unit: 'JSON: sku[].pName and pValue',
  type: () => [ItemOption],
  decode: () => undefined,
};

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Ids by their places, and the place of each. */
interface Places {
  readonly ids: readonly (string | undefined)[];
  /** The first place of an id, and whether it is the only one. */
  readonly of: ReadonlyMap<string, { readonly first: number; readonly isOnly: boolean }>;
}

/** Worked out once for a list, as every child order asks for the same. */
const placesIn: (values: readonly unknown[]) => Places = memoize((values) => {
  const ids = values.map((value) => toText(value)?.trim() || undefined);
  const of = new Map<string, { first: number; isOnly: boolean }>();
  for (const [place, named] of ids.entries()) {
    if (named !== undefined) of.set(named, { first: of.get(named)?.first ?? place, isOnly: !of.has(named) });
  }
  return { ids, of };
});

/**
 * Which of the products described apart a child order is about. They come in the order of the child orders, but only a
 * product's id makes that certain; an id that no child order has, as in the documentation's own example, is taken for
 * the one at its place if there are as many products as child orders.
 */
function indexOfProduct(
  productId: unknown,
  place: number,
  childOrders: unknown,
  products: unknown,
): number | undefined {
  const own = toText(productId)?.trim() || undefined;
  const ordered = placesIn(toList(childOrders));
  const described = placesIn(toList(products));
  if (own !== undefined && described.ids[place] === own) return place;
  const match = own === undefined ? undefined : described.of.get(own);
  // The variants of one product are told apart by their places alone.
  if (own !== undefined && match)
    return match.isOnly && ordered.of.get(own)?.isOnly !== false ? match.first : undefined;
  const atPlace = described.ids[place];
  const isAnothers = atPlace !== undefined && ordered.of.has(atPlace);
  return described.ids.length === ordered.ids.length && !isAnothers ? place : undefined;
}

/** The chosen attributes from the child order itself, else from its product. */
function optionsOf(
  [attributes, productId, childOrders, products, skus]: readonly unknown[],
  reading: ReadContext,
): readonly ItemOption[] | null {
  const own = options(attributes, 'product_attributes', reading);
  if (own !== null && own.length > 0) return own;
  const index = indexOfProduct(productId, reading.place - 1, childOrders, products);
  const joined =
    index === undefined ? null : options(toList(skus)[index], `child_order_ext_info_list[${index}].sku`, reading);
  return joined ?? own;
}

/** The variant that its product, described apart, names. */
function skuIdOf([productId, childOrders, products, skuIds]: readonly unknown[], reading: ReadContext): string | null {
  const index = indexOfProduct(productId, reading.place - 1, childOrders, products);
  const named = index === undefined ? undefined : ID_TEXT.decode(toList(skuIds)[index], reading);
  return named ?? null;
}

function options(value: unknown, name: string, reading: ReadContext): readonly ItemOption[] | null {
  if (distinctCodes(value).length === 0) return null;
  const entries = skuEntries(value);
  if (entries === undefined) reading.warn(`${name} cannot be read as JSON of attributes`);
  return (
    entries?.map(({ pName, pValue, selfDefineValue }) => ({
      name: textOf(pName),
      value: textOf(pValue) ?? textOf(selfDefineValue),
    })) ?? null
  );
}

const textOf = (value: unknown): string | null => (isCode(value) ? String(value) : null);

export const item: Fields<ProductItem> = {
  itemId,
  productId: id('product_id'),
  skuId: computed(SKU_PATHS, skuIdOf, ID_TEXT),
  name: text('product_name'),
  options: computed(OPTION_PATHS, optionsOf, OPTIONS),
  quantity: decimal('product_count'),
  unit: text('product_unit'),
  unitPrice: money('product_price'),
  total: money('init_order_amt'),
  discount: absent('AliExpress documents no discount on items'),
  adjustment: absent('AliExpress documents no change of price by hand'),
  tax: absent('AliExpress says only whether tax is paid: platformOrder.items.taxCode'),
  refunded: money('refund_info.refund_cash_amt'),
  status: itemState(statusOf),
  statusCode: text('order_status'),
  statusText: absent('AliExpress gives codes only'),
  refundStatus: computed(REFUND_PATHS, ([refund, ...issues]) => refundOf([refund], issues)),
  refundStatusCode: computed(REFUND_PATHS, (codes) => decidingCodes(...codes)),
  shippingStatus: itemState(itemShippingOf),
  shippingStatusCode: computed(['/logistics_status', 'order_status'], ([logistics, child]) =>
    decidingCodes(goodsAreTogether(logistics) ? logistics : child),
  ),
  fulfillment: itemFulfillment,
  refundId: absent('AliExpress documents no ids of refunds'),
  afterSaleRefundId: absent('AliExpress documents no ids of refunds'),
  productCode: absent('AliExpress documents the seller’s code of the variant only'),
  skuCode: text('sku_code'),
  barcode: absent('AliExpress documents no barcode'),
  imageUrls: leaf(LONE_TEXT, 'product_img_url'),
  snapshotUrl: text('product_snap_url'),
  weight: absent('AliExpress documents no weight'),
  weightUnit: absent('AliExpress documents no weight'),
  guarantees: absent('AliExpress documents no guarantees'),
  closeReason: absent('AliExpress says why the whole order ended, not its items'),
  createdAt: absent('AliExpress dates the order, not its items'),
  modifiedAt: absent('AliExpress dates the order, not its items'),
  shippedAt: absent('AliExpress dates shipping on shipments, not on items'),
  completedAt: absent('AliExpress dates the order, not its items'),
  expiresAt: absent('AliExpress dates the order, not its items'),
};
