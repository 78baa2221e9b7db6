// The change feed: what became of orders, in the order in which the index learned of it.
import { ID, ObjectType } from 'type-graphql';
import type { MaybePromise } from '../../common/maybePromise.js';
import { Nullable, Required } from '../../order/decorators.js';
import { OrderStatus, PaymentStatus, RefundStatus, ShippingStatus } from '../../order/enums.js';
import { Money } from '../../order/money.js';
import { Order } from '../../order/order.js';
import { DateTime } from '../../order/scalars.js';
import { PageInfo } from './connection.js';
import { OrderAspect, OrderChangeKind } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'What of an order a change compares.' })
export class OrderState {
  @Required(() => OrderStatus, 'Where the order stood as a whole.')
  status!: OrderStatus;

  @Required(() => PaymentStatus, 'Where its payment stood.')
  paymentStatus!: PaymentStatus;

  @Required(() => ShippingStatus, 'Where its goods were.')
  shippingStatus!: ShippingStatus;

  @Required(() => RefundStatus, 'Where its refund stood.')
  refundStatus!: RefundStatus;

  @Nullable(() => Money, 'What it cost in all.')
  total!: Money | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something that became of an order. It may come more than once.' })
export class OrderChange {
  @Required(() => String, 'Its place in the feed: give it as after to go on behind it.')
  cursor!: string;

  @Required(() => DateTime, 'When the index learned of it.')
  at!: Date;

  @Required(() => OrderChangeKind, 'What became of the order.')
  kind!: OrderChangeKind;

  @Required(() => ID, 'The order’s shop.')
  shop!: string;

  @Required(() => ID, 'The platform’s order id.')
  orderId!: string;

  @Required(() => [OrderAspect], 'What changed.')
  changed!: readonly OrderAspect[];

  @Nullable(() => OrderState, 'How it stood before; null for one that came into the index.')
  before!: OrderState | null;

  @Nullable(() => OrderState, 'How it stood after; null for one that left the index.')
  after!: OrderState | null;

  @Nullable(() => Order, 'The order as it is now; null where it has left the index.')
  order!: Order | Error | null;
}

@ObjectType({ simpleResolvers: true, description: 'A change in its place in the feed.' })
export class OrderChangeEdge {
  @Required(() => String, 'Its place in the feed: give it as after to go on behind it.')
  cursor!: string;

  @Required(() => OrderChange, 'The change.')
  node!: OrderChange;
}

@ObjectType({ simpleResolvers: true, description: 'A page of the change feed.' })
export class OrderChangeConnection {
  @Required(() => [OrderChangeEdge], 'Its changes with their cursors, the oldest first.')
  edges!: readonly MaybePromise<OrderChangeEdge>[];

  @Required(() => [OrderChange], 'Its changes, the oldest first.')
  nodes!: readonly MaybePromise<OrderChange>[];

  @Required(
    () => PageInfo,
    'Where it stands in the feed. Its endCursor is there even where nothing was found: from there one goes on.',
  )
  pageInfo!: PageInfo;
}
