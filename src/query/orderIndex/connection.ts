// A page of orders from the index, as Relay has it, with how many there are and what the index covers.
import { Field, Int, ObjectType } from 'type-graphql';
import type { MaybePromise } from '../../common/maybePromise.js';
import { Nullable, Required, Resolved } from '../../order/decorators.js';
import { Order } from '../../order/order.js';
import { DateTime } from '../../order/scalars.js';
import { Shop } from '../../order/shop.js';
import { CountPrecision, OrderSource } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'Where a page stands among the others.' })
export class PageInfo {
  @Required(() => Boolean, 'Whether more follows the page.')
  hasNextPage!: boolean;

  @Required(() => Boolean, 'Whether something precedes the page.')
  hasPreviousPage!: boolean;

  @Nullable(() => String, 'The cursor of its first member; null where it is empty.')
  startCursor!: string | null;

  @Nullable(() => String, 'The cursor to go on from; null where there is none.')
  endCursor!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'How many orders there are.' })
export class Count {
  @Required(() => Int, 'How many were counted.')
  count!: number;

  @Required(() => CountPrecision, 'Whether these are all.')
  precision!: CountPrecision;
}

@ObjectType({ simpleResolvers: true, description: 'How much of a shop’s orders the index holds.' })
export class ShopCoverage {
  @Required(() => Shop, 'The shop.')
  shop!: Shop;

  @Nullable(() => DateTime, 'From when on every order of it is in the index; null where that is not known.')
  completeSince!: Date | null;

  @Nullable(() => DateTime, 'Up to when its gateway’s lists have been read; null where none are.')
  syncedUntil!: Date | null;

  @Required(() => [OrderSource], 'What has told the index of its orders so far.')
  sources!: readonly OrderSource[];

  @Nullable(() => String, 'The code of the fault for which its orders are not read at present.')
  fault!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An order in its place in a list.' })
export class OrderEdge {
  @Required(() => String, 'Where it stands: give it as after or before.')
  cursor!: string;

  @Nullable(() => Order, 'The order; null where it had to be fetched and failed, with an error at its path.')
  node!: Order | Error | null;

  @Required(() => DateTime, 'When its gateway sent what the index holds of it.')
  indexedAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'A page of orders.' })
export class OrderConnection {
  @Required(() => [OrderEdge], 'Its orders with their cursors.')
  edges!: readonly MaybePromise<OrderEdge>[];

  @Resolved(() => Order)
  @Field(() => [Order], {
    nullable: 'items',
    description: 'Its orders. One that had to be fetched and failed is null, with an error at its path.',
  })
  nodes!: readonly MaybePromise<Order | Error>[];

  @Required(() => PageInfo, 'Where it stands among the others.')
  pageInfo!: PageInfo;

  /** Counts the orders of all pages, up to a limit. Served by a resolver, since it has an argument. */
  countUpTo!: (limit: number) => Promise<Count>;

  /** Served by a resolver, since it is read only where it is selected. */
  readCoverage!: () => Promise<readonly ShopCoverage[]>;
}
