// Orders counted and summed by what they have in common.
import { Int, ObjectType } from 'type-graphql';
import { Nullable, Required } from '../../order/decorators.js';
import { OrderStatus, PaymentStatus, Platform, RefundStatus, ShippingStatus } from '../../order/enums.js';
import { Money } from '../../order/money.js';
import { DateTime } from '../../order/scalars.js';
import { Shop } from '../../order/shop.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A group of orders: what it is grouped by, and null for what it is not.',
})
export class OrderStatistic {
  @Nullable(() => Shop, 'Their shop.')
  shop!: Shop | null;

  @Nullable(() => Platform, 'Their platform.')
  platform!: Platform | null;

  @Nullable(() => OrderStatus, 'Where they stand as a whole.')
  status!: OrderStatus | null;

  @Nullable(() => PaymentStatus, 'Where their payment stands.')
  paymentStatus!: PaymentStatus | null;

  @Nullable(() => ShippingStatus, 'Where their goods are.')
  shippingStatus!: ShippingStatus | null;

  @Nullable(() => RefundStatus, 'Where their refund stands.')
  refundStatus!: RefundStatus | null;

  @Nullable(() => DateTime, 'When their hour, day or month begins; null for orders without the instant, too.')
  from!: Date | null;

  @Required(() => Int, 'How many there are.')
  count!: number;

  @Required(() => [Money], 'What they cost in all: one amount a currency, never added across currencies.')
  totals!: readonly Money[];
}
