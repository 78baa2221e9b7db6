// What only AliExpress says of a child order, and of its product.
import { type Codec, type ReadContext, TEXT } from '../../../mapping/codec.js';
import { leaf } from '../../../mapping/fieldTypes.js';
import { decimal, id, int, text } from '../../../mapping/leaves.js';
import { part, parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { CHILD_ORDERS } from '../childOrders.js';
import { money, skuEntries, TEXT_LIST } from '../codecs.js';
import { PRODUCTS } from '../item.js';
import { EXTENSION } from './extension.js';
import { AliExpressLoan, AliExpressMoney, AliExpressRefund } from './money.js';

const PROPERTY_PATHS = {
  name: text('pName', 'Its name, such as Color: ItemOption.name.'),
  value: text('pValue', 'AliExpress’s own name of the chosen value, such as White.'),
  customValue: text('selfDefineValue', 'The seller’s name of the chosen value, where there is one.'),
  nameId: id('pId', 'Id of the attribute.'),
  valueId: id('pValueId', 'Id of the chosen value.'),
  imageUrl: text('skuImg', 'Picture of the chosen value: URL.'),
  displayType: text('showType', 'How the attribute is shown to buyers, such as colour_atla or none.'),
  sort: text('order', 'Place of the attribute among others.'),
};

const SkuProperty = platformType(
  'AliExpressSkuProperty',
  'An attribute that makes up the variant, from the JSON that AliExpress writes it in.',
  PROPERTY_PATHS,
);

function propertyOf(entry: Readonly<Record<string, unknown>>, reading: ReadContext): object {
  const property: Record<string, unknown> = new SkuProperty.type() as Record<string, unknown>;
  for (const [name, { sources }] of Object.entries(PROPERTY_PATHS)) {
    property[name] = TEXT.decode(entry[sources[0]?.path ?? name], reading) || null;
  }
  return property;
}

const SKU_PROPERTIES: Codec<readonly object[]> = {
  unit: 'JSON: sku[]',
  type: () => [SkuProperty.type],
  decode: (value, reading) => skuEntries(value)?.map((entry) => propertyOf(entry, reading)),
};

const Item = platformType('AliExpressItem', 'What only AliExpress says of a child order.', {
  childOrderId: id('child_order_id', 'The child order’s id as text: ProductItem.itemId.'),
  numericId: id('id', 'The child order’s id as a number; ProductItem.itemId where there is no text.'),
  sort: int('order_sort_id', 'Place of the product in the order.'),
  fundStatusCode: text(
    'fund_status',
    'Its payment: NOT_PAY, PAY_SUCCESS, WAIT_SELLER_CHECK (seller checks the money).',
  ),
  issueStatusCode: text('issue_status', 'Whether it is disputed: NO_ISSUE, IN_ISSUE, END_ISSUE.'),
  frozenStatusCode: text('frozen_status', 'Whether AliExpress has frozen it: NO_FROZEN, IN_FROZEN.'),
  unitPrice: part('product_price', AliExpressMoney, 'ProductItem.unitPrice as sent.'),
  total: part('init_order_amt', AliExpressMoney, 'ProductItem.total as sent: the original amount of the child order.'),
  productStandard: text('product_standard', 'The product’s specification.'),
  lotSize: int('lot_num', 'How many products one unit (piece or lot) holds.'),
  skuProperties: leaf(SKU_PROPERTIES, 'product_attributes', 'The attributes that make up the variant.'),
  skuPropertiesJson: text('product_attributes', 'The same as sent: JSON {"sku":[…]}.'),
  logisticsTypeCode: text('logistics_type', 'Code of the way of shipping the buyer chose, such as EMS_ZX_ZX_US.'),
  logisticsServiceName: text('logistics_service_name', 'Name of that way of shipping, such as EMS.'),
  shipperCode: text(
    'send_goods_operator',
    'Who ships: SELLER_SEND_GOODS the seller, WAREHOUSE_SEND_GOODS a warehouse.',
  ),
  warehouseTypeCode: text(
    'logistics_warehouse_type',
    'cainiaoInternationalWarehouse: Cainiao ships it from its warehouse abroad, and the seller must not. Otherwise null.',
  ),
  preparationDays: int('goods_prepare_time', 'Time to prepare the goods; unit undocumented, believed days.'),
  taxCode: text('already_taxed', 'Tax already paid: U_TAXED from a warehouse abroad, I_TAXED across the border.'),
  commissionRate: decimal('escrow_fee_rate', 'AliExpress’s commission as a share of the price: 0.08 is 8 %.'),
  affiliateRate: decimal('afflicate_fee_rate', 'The affiliates’ commission as a share of the price: 0.03 is 3 %.'),
  buyerMemo: text('buyer_memo', 'What the buyer wrote on this child order.', personal('TEXT')),
  snapshotId: id('snapshot_id', 'Id of the product’s snapshot.'),
  snapshotImagePath: text('snapshot_small_photo_path', 'Path of the snapshot’s small picture.'),
  loan: part('loan_info', AliExpressLoan, 'What was released to the seller for it.'),
  refund: part('refund_info', AliExpressRefund, 'The amounts of its refund as sent; Order.refunds tells the rest.'),
  tags: leaf(TEXT_LIST, 'tags[string]', 'Tags of the child order.'),
  freight: money('logistics_amount', 'Its freight.'),
  freightParts: part('logistics_amount', AliExpressMoney, 'The same as sent, with all its parts.'),
  ...EXTENSION,
});

const Product = platformType('AliExpressProduct', 'A product of the order, as AliExpress describes it apart.', {
  productId: id('product_id', 'Its id: ProductItem.productId.'),
  name: text('product_name', 'Its name.'),
  unitPrice: part('unit_price', AliExpressMoney, 'Its price.'),
  skuId: id('sku_id', 'The variant: ProductItem.skuId.'),
  categoryId: id('category_id', 'The product’s category.'),
  quantity: decimal('quantity', 'How many were bought.'),
  skuProperties: leaf(SKU_PROPERTIES, 'sku', 'The attributes that make up the variant.'),
  skuPropertiesJson: text('sku', 'The same as sent: JSON {"sku":[…]}.'),
});

export const items = parts(CHILD_ORDERS, Item, 'What only AliExpress says of the child orders, in their order.');

export const products = parts(PRODUCTS, Product, 'The products as AliExpress describes them apart.');
