// What was bought.
import { ID, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { OrderStatus, RefundStatus, ShippingStatus } from './enums.js';
import { Fulfillment } from './fulfillment.js';
import { GuaranteeTerm } from './guarantee.js';
import { Money } from './money.js';
import { DateTime, Decimal } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One chosen option of a product, such as colour: pink.' })
export class ItemOption {
  @Nullable(() => String, 'The option’s name.')
  name!: string | null;

  @Nullable(() => String, 'The chosen value.')
  value!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One line of an order: a product, in a quantity.' })
export class ProductItem {
  @Required(
    () => ID,
    'The platform’s id of this line: 1688 subItemID, Taobao oid, AliExpress child order id. A line that came without any id is called #1, #2 … by its place, with a warning.',
  )
  itemId!: string;

  @Nullable(() => ID, 'The product.')
  productId!: string | null;

  @Nullable(() => ID, 'The variant of the product.')
  skuId!: string | null;

  @Nullable(() => String, 'The product’s name.')
  name!: string | null;

  @Nullable(() => [ItemOption], 'The chosen options, such as colour and size.')
  options!: readonly ItemOption[] | null;

  @Nullable(() => Decimal, 'How many, in units of unit.')
  quantity!: string | null;

  @Nullable(() => String, 'The sales unit: 件, 箱, piece …')
  unit!: string | null;

  @Nullable(() => Money, 'Price of one unit before discounts.')
  unitPrice!: Money | null;

  @Nullable(() => Money, 'Paid for the line.')
  total!: Money | null;

  @Nullable(() => Money, 'Discount on the line.')
  discount!: Money | null;

  @Nullable(() => Money, 'The seller’s change of the price by hand; negative is cheaper.')
  adjustment!: Money | null;

  @Nullable(() => Money, 'Tax on the line.')
  tax!: Money | null;

  @Nullable(() => Money, 'Given back for the line.')
  refunded!: Money | null;

  @Required(() => OrderStatus, 'Where the line stands.')
  status!: OrderStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  statusCode!: string | null;

  @Nullable(() => String, 'The status in the gateway’s words.')
  statusText!: string | null;

  @Required(() => RefundStatus, 'Where its refund stands.')
  refundStatus!: RefundStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  refundStatusCode!: string | null;

  @Required(() => ShippingStatus, 'Where its goods are.')
  shippingStatus!: ShippingStatus;

  @Nullable(() => String, 'The gateway’s own code of that.')
  shippingStatusCode!: string | null;

  @Nullable(() => Fulfillment, 'Whether it may be shipped, by when, by whom and how.')
  fulfillment!: Fulfillment | null;

  @Nullable(() => ID, 'The refund asked for while the trade is open.')
  refundId!: string | null;

  @Nullable(() => ID, 'The refund asked for after the trade is completed.')
  afterSaleRefundId!: string | null;

  @Nullable(() => String, 'The seller’s own code of the product.')
  productCode!: string | null;

  @Nullable(() => String, 'The seller’s own code of the variant.')
  skuCode!: string | null;

  @Nullable(() => String, 'Barcode.')
  barcode!: string | null;

  @Nullable(() => [String], 'Pictures: URLs.')
  imageUrls!: readonly string[] | null;

  @Nullable(() => String, 'The product as it was when ordered: URL or key of the snapshot.')
  snapshotUrl!: string | null;

  @Nullable(() => Decimal, 'Weight, in weightUnit.')
  weight!: string | null;

  @Nullable(() => String, 'Unit of the weight: g, kg, t.')
  weightUnit!: string | null;

  @Nullable(() => [GuaranteeTerm], 'What the seller promises for this line.')
  guarantees!: readonly GuaranteeTerm[] | null;

  @Nullable(() => String, 'Why the line was closed.')
  closeReason!: string | null;

  @Nullable(() => DateTime, 'When the line was created.')
  createdAt!: Date | null;

  @Nullable(() => DateTime, 'When it last changed.')
  modifiedAt!: Date | null;

  @Nullable(() => DateTime, 'When it was shipped.')
  shippedAt!: Date | null;

  @Nullable(() => DateTime, 'When it ended.')
  completedAt!: Date | null;

  @Nullable(() => DateTime, 'When its present state times out (1688: when unpaid stock is released).')
  expiresAt!: Date | null;
}
