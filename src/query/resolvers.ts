// The resolvers of Query and of the fields of Order that need one. Each hands its arguments to the loader and no more.
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { requireScope } from '../auth/caller.js';
import { Fault } from '../common/fault.js';
import { OrderAttribute } from '../order/extras.js';
import { fromGlobalId, type OrderKey } from '../order/globalId.js';
import { Node } from '../order/node.js';
import { Order } from '../order/order.js';
import { Json } from '../order/scalars.js';
import { Shop } from '../order/shop.js';
import { PlatformOrder } from '../platforms/index.js';
import {
  AttributesArguments,
  isOrderRef,
  NodeArguments,
  NodesArguments,
  OrderArguments,
  type OrderRef,
  OrdersArguments,
} from './arguments.js';
import type { Context } from './context.js';
import type { OrderKeyOrFault } from './orderLoader.js';
import { requestedFieldsOf } from './selection.js';

@Resolver(() => Order)
export class OrderResolver {
  @Query(() => Order, { nullable: true, description: 'One order.' })
  order(@Args(() => OrderArguments) ref: OrderArguments, @Ctx() { orders }: Context, @Info() info: GraphQLResolveInfo) {
    return orders.load(keyOf(ref), info, ref.maxAge);
  }

  @Query(() => [Order], {
    nullable: 'items',
    description:
      'Many orders, in the order asked for. One that fails is null, with an error at its path; the rest stand.',
  })
  orders(
    @Args(() => OrdersArguments) { refs, maxAge }: OrdersArguments,
    @Ctx() { orders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return orders.loadMany(refs.map(keyOf), info, maxAge);
  }

  @Query(() => Node, { nullable: true, description: 'The order with this global id.' })
  node(@Args(() => NodeArguments) { id }: NodeArguments, @Ctx() { orders }: Context, @Info() info: GraphQLResolveInfo) {
    return orders.load(keyFromId(id, 'id'), info);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The orders with these global ids, in this order. One that fails is null, with an error at its path.',
  })
  nodes(
    @Args(() => NodesArguments) { ids }: NodesArguments,
    @Ctx() { orders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return orders.loadMany(
      ids.map((id, index) => keyFromId(id, `ids[${index}]`)),
      info,
    );
  }

  @Query(() => [Shop], { description: 'The shops that can be asked.' })
  shops(@Ctx() { shops, answer }: Context, @Info() info: GraphQLResolveInfo) {
    const { answered } = requestedFieldsOf(info, '');
    const found = shops();
    for (const shop of found) answer.count(shop, answered);
    return found;
  }

  @FieldResolver(() => [OrderAttribute], {
    nullable: true,
    description: 'Extended attributes that the platform keeps on the order.',
  })
  attributes(
    @Root() { attributes }: Order,
    @Args(() => AttributesArguments) { keys }: AttributesArguments,
    @Ctx() { orders }: Context,
  ) {
    const wanted: ReadonlySet<string | null> | null | undefined = keys && new Set(keys);
    const found = wanted ? attributes?.filter(({ key }) => wanted.has(key)) : attributes;
    return found && orders.inSlices(found);
  }

  @FieldResolver(() => PlatformOrder, { nullable: true, description: 'What only the order’s platform documents.' })
  platformOrder(@Root() { platformOrder }: Order) {
    return platformOrder;
  }

  @FieldResolver(() => Json, {
    nullable: true,
    description:
      'The gateway’s own document, in its own spelling; integers of 16 digits and more are strings. Without the scope pii:read, personal data in it is masked and what its documentation lacks is hidden.',
  })
  raw(@Root() { shop, orderId, raw }: Order, @Ctx() { caller }: Context) {
    requireScope(caller, 'orders:raw', { shop: shop.id, orderId });
    return raw;
  }
}

const keyOf = ({ shop, orderId, outOrderId }: OrderRef): OrderKey => ({
  shop,
  orderId,
  outOrderId: outOrderId ?? undefined,
});

/** The key inside an id, or the fault of the argument it was given as. */
export function keyFromId(id: string, argument: string): OrderKeyOrFault {
  const key = fromGlobalId(id);
  // Anyone can write an id, so what stands in it meets the rules of arguments.
  return key !== undefined && isOrderRef(key)
    ? key
    : new Fault('BAD_USER_INPUT', `${argument}: is not the id of an order`);
}
