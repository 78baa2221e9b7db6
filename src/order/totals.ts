// What an order costs.
import { ObjectType } from 'type-graphql';
import { Nullable } from './decorators.js';
import { Money } from './money.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'What an order costs. Platforms count differently, so sums need not close: no amount here is derived from others.',
})
export class OrderTotals {
  @Nullable(() => Money, 'What the buyer owes in all, shipping and discounts included.')
  total!: Money | null;

  @Nullable(() => Money, 'The goods alone.')
  items!: Money | null;

  @Nullable(() => Money, 'Shipping.')
  shipping!: Money | null;

  @Nullable(() => Money, 'The discount on the whole order, signed as the gateway signs it.')
  discount!: Money | null;

  @Nullable(() => Money, 'Paid with coupons or red packets.')
  coupon!: Money | null;

  @Nullable(() => Money, 'The seller’s change of the price by hand; negative is cheaper.')
  adjustment!: Money | null;

  @Nullable(() => Money, 'Taxes and duties.')
  tax!: Money | null;

  @Nullable(() => Money, 'The platform’s commission, paid by the seller.')
  commission!: Money | null;

  @Nullable(() => Money, 'Received by the seller so far.')
  received!: Money | null;

  @Nullable(() => Money, 'Given back to the buyer.')
  refunded!: Money | null;
}
