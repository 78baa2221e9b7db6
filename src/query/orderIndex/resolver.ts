// The resolvers of what the order index answers, and how the schema calls them.
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { requireScope } from '../../auth/caller.js';
import type { Change } from '../../orderIndex/types.js';
import type { Context } from '../context.js';
import { requestedFieldsOf } from '../selection.js';
import { required } from './access.js';
import {
  CountArguments,
  ImportArguments,
  MAX_COUNT,
  OrderChangedArguments,
  OrderChangesArguments,
  OrderCountArguments,
  OrderImportArguments,
  OrderSearchArguments,
  OrderStatisticsArguments,
} from './arguments.js';
import { OrderChange, OrderChangeConnection } from './change.js';
import { changeOf, changesOf } from './changes.js';
import { Count, OrderConnection, ShopCoverage } from './connection.js';
import { followChanges } from './follow.js';
import { OrderImport } from './import.js';
import { orderScopeOf } from './scope.js';
import { searchOrders } from './search.js';
import { OrderStatistic } from './statistic.js';
import { statisticsOf } from './statistics.js';

@Resolver(() => OrderConnection)
export class OrderIndexResolver {
  @Query(() => OrderConnection, {
    description:
      'Orders from the index, page by page. What it holds of an order costs no call to a gateway; anything else of it is fetched, one call for each order.',
  })
  orderSearch(
    @Args(() => OrderSearchArguments) given: OrderSearchArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return searchOrders(given, context, info);
  }

  @Query(() => Count, { description: 'How many orders there are in the index.' })
  orderCount(@Args(() => OrderCountArguments) { where, search, limit }: OrderCountArguments, @Ctx() context: Context) {
    const scope = orderScopeOf({ where, search }, context);
    return required(context.index.reader).count({ ...scope, limit: limit ?? MAX_COUNT });
  }

  @Query(() => [OrderStatistic], { description: 'Orders of the index, counted and summed by groups.' })
  orderStatistics(
    @Args(() => OrderStatisticsArguments) given: OrderStatisticsArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return statisticsOf(given, context, info);
  }

  @Query(() => OrderChangeConnection, {
    description:
      'What became of orders since a cursor, the oldest first. The same as the subscription orderChanged, page by page.',
  })
  orderChanges(
    @Args(() => OrderChangesArguments) given: OrderChangesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changesOf(given, context, info);
  }

  @Query(() => OrderImport, {
    nullable: true,
    description: 'An import that the caller has started; null where there is none. Needs the scope orders:import.',
  })
  async orderImport(@Args(() => OrderImportArguments) { id }: OrderImportArguments, @Ctx() { caller, index }: Context) {
    requireScope(caller, 'orders:import');
    return (await required(index.imports).find(caller, id)) ?? null;
  }

  @Mutation(() => OrderImport, {
    description:
      'Fetches orders in the background, into the index. One that cannot be fetched is refused by itself. Needs the scope orders:import.',
  })
  importOrders(@Args(() => ImportArguments) { refs }: ImportArguments, @Ctx() { caller, index }: Context) {
    requireScope(caller, 'orders:import');
    return required(index.imports).start(caller, refs);
  }

  @Mutation(() => OrderImport, {
    description: 'The same, and asks the gateways anew, however fresh what is held of the orders.',
  })
  refreshOrders(@Args(() => ImportArguments) { refs }: ImportArguments, @Ctx() { caller, index }: Context) {
    requireScope(caller, 'orders:import');
    return required(index.imports).start(caller, refs, { isRefresh: true });
  }

  @Subscription(() => OrderChange, {
    description:
      'What becomes of orders: first what has since a cursor, then each change as it comes, at least once. Answered at POST /graphql/stream.',
    // A promise of an iterable will do for graphql-js, which its type does not know.
    subscribe: ({ args, context: given }) => followChanges(args, given as Context) as unknown as AsyncIterable<Change>,
  })
  orderChanged(
    @Root() change: Change,
    @Args(() => OrderChangedArguments) _given: OrderChangedArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changeOf(change, context, info);
  }

  @FieldResolver(() => Count, { description: 'How many orders there are on all pages.' })
  count(@Root() { countUpTo }: OrderConnection, @Args(() => CountArguments) { limit }: CountArguments) {
    return countUpTo(limit ?? MAX_COUNT);
  }

  @FieldResolver(() => [ShopCoverage], { description: 'How much of the orders of each shop the index holds.' })
  async coverage(
    @Root() { readCoverage }: OrderConnection,
    @Ctx() { answer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const coverage = await readCoverage();
    const { answered } = requestedFieldsOf(info, '');
    for (const each of coverage) answer.count(each, answered);
    return coverage;
  }
}
