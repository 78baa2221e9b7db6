// How fields with resolvers of their own are called: directly, without what type-graphql puts between.
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Shop } from '../order/shop.js';
import { NodeArguments, NodesArguments, OrderArguments, OrdersArguments } from './arguments.js';
import type { Context } from './context.js';
import {
  CountArguments,
  OrderChangesArguments,
  OrderCountArguments,
  OrderImportArguments,
  OrderSearchArguments,
  OrderStatisticsArguments,
} from './orderIndex/arguments.js';
import type { OrderConnection } from './orderIndex/connection.js';
import { OrderIndexResolver } from './orderIndex/resolver.js';
import { shopSyncOf } from './orderIndex/shopSync.js';
import { OrderResolver } from './resolvers.js';
import { toArguments, type Values } from './rules.js';

const { prototype: resolver } = OrderResolver;
const { prototype: ofIndex } = OrderIndexResolver;

type Resolve<Source> = GraphQLFieldResolver<Source, Context, never>;
type Resolvers<Source> = Readonly<Record<string, Resolve<Source>>>;

const OF_QUERY: Resolvers<unknown> = {
  order: (_root, values: Values, context, info) => resolver.order(toArguments(OrderArguments, values), context, info),
  orders: (_root, values: Values, context, info) =>
    resolver.orders(toArguments(OrdersArguments, values), context, info),
  node: (_root, values: Values, context, info) => resolver.node(toArguments(NodeArguments, values), context, info),
  nodes: (_root, values: Values, context, info) => resolver.nodes(toArguments(NodesArguments, values), context, info),
  shops: (_root, _values, context, info) => resolver.shops(context, info),
  orderSearch: (_root, values: Values, context, info) =>
    ofIndex.orderSearch(toArguments(OrderSearchArguments, values), context, info),
  orderCount: (_root, values: Values, context) => ofIndex.orderCount(toArguments(OrderCountArguments, values), context),
  orderStatistics: (_root, values: Values, context, info) =>
    ofIndex.orderStatistics(toArguments(OrderStatisticsArguments, values), context, info),
  orderChanges: (_root, values: Values, context, info) =>
    ofIndex.orderChanges(toArguments(OrderChangesArguments, values), context, info),
  orderImport: (_root, values: Values, context) =>
    ofIndex.orderImport(toArguments(OrderImportArguments, values), context),
};

const OF_CONNECTION: Resolvers<OrderConnection> = {
  count: (connection, values: Values) => ofIndex.count(connection, toArguments(CountArguments, values)),
  coverage: (connection, _values, context, info) => ofIndex.coverage(connection, context, info),
};

const OF_SHOP: Resolvers<Shop> = {
  sync: (shop, _values, context) => shopSyncOf(shop.id, context),
};

/**
 * Has the fields of Query and of lists call the methods above directly. type-graphql's own way looks up metadata and waits
 * for four promises at each call, so that nothing could be answered without waiting.
 */
export function resolveDirectly(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    const resolve = OF_QUERY[name];
    if (resolve === undefined) throw new Error(`Nothing resolves Query.${name}.`);
    field.resolve = resolve as GraphQLFieldResolver<unknown, Context>;
  }
  for (const [typeName, resolvers] of Object.entries({ OrderConnection: OF_CONNECTION, Shop: OF_SHOP })) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`There is no type ${typeName}.`);
    for (const [name, resolve] of Object.entries(resolvers)) {
      const field = type.getFields()[name];
      if (field === undefined) throw new Error(`There is no field ${typeName}.${name}.`);
      field.resolve = resolve as GraphQLFieldResolver<unknown, Context>;
    }
  }
  return schema;
}
