// The smaller parts of an order: attributes, promotions, quotes, the pre-order it came from, its history.
import { ID, ObjectType } from 'type-graphql';
import { Nullable } from './decorators.js';
import { Money } from './money.js';
import { personal } from './personal.js';
import { DateTime, Decimal } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'An extended attribute that the platform keeps on an order.' })
export class OrderAttribute {
  @Nullable(() => String, 'Its key.')
  key!: string | null;

  @Nullable(() => String, 'Its value.', personal('TEXT'))
  value!: string | null;

  @Nullable(() => String, 'What it means, in the platform’s words.', personal('TEXT'))
  description!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A promotion that an order or one of its items took part in.' })
export class Promotion {
  @Nullable(() => String, 'The promotion’s id.')
  id!: string | null;

  @Nullable(() => ID, 'The order or item (ProductItem.itemId) it applies to.')
  targetId!: string | null;

  @Nullable(() => String, 'Its name.')
  name!: string | null;

  @Nullable(() => String, 'Its description.')
  description!: string | null;

  @Nullable(() => Money, 'What it takes off.')
  discount!: Money | null;

  @Nullable(() => ID, 'The product given as a gift.')
  giftProductId!: string | null;

  @Nullable(() => String, 'Name of the gift.')
  giftName!: string | null;

  @Nullable(() => Decimal, 'How many gifts.')
  giftQuantity!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One line of a purchase request that an enterprise buyer’s order came from.',
})
export class Quote {
  @Nullable(() => String, 'What is supplied.')
  name!: string | null;

  @Nullable(() => Money, 'Price of one.')
  price!: Money | null;

  @Nullable(() => Decimal, 'How many.')
  quantity!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The pre-order that an order came from.' })
export class PreOrder {
  @Nullable(() => ID, 'The pre-order’s id.')
  id!: string | null;

  @Nullable(() => String, 'The market named when the pre-order was made.')
  marketName!: string | null;

  @Nullable(() => Boolean, 'Whether the application that asks now made it.')
  createdByThisApp!: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something that happened to an order.' })
export class OrderEvent {
  @Nullable(() => ID, 'The event’s id.')
  id!: string | null;

  @Nullable(() => String, 'The gateway’s own code of what happened.')
  actionCode!: string | null;

  @Nullable(() => String, 'Who did it.', personal('ACCOUNT'))
  operator!: string | null;

  @Nullable(() => String, 'A note on it.', personal('TEXT'))
  memo!: string | null;

  @Nullable(() => ID, 'The item it happened to (ProductItem.itemId).')
  itemId!: string | null;

  @Nullable(() => DateTime, 'When it happened.')
  createdAt!: Date | null;

  @Nullable(() => DateTime, 'When its record last changed.')
  modifiedAt!: Date | null;
}
