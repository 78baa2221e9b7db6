// The schema, built from the model and the resolvers.
// First: fields stand in the schema in the order in which their resolvers are declared.
import './resolvers.js';
import { type GraphQLSchema, specifiedDirectives } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { personalDirective } from '../order/personal.js';
import { resolveDirectly } from './direct.js';
import { OrderIndexResolver } from './orderIndex/resolver.js';
import { ShopResolver } from './orderIndex/shopResolver.js';
import { OrderResolver } from './resolvers.js';
import { validateArguments } from './rules.js';

/** type-graphql asks for one wherever there is a subscription; ours follows the change feed and has no topics. */
const NO_TOPICS: PubSub = {
  publish: () => {},
  subscribe() {
    throw new Error('There are no topics.');
  },
};

// Checked synchronously, by our own function: type-graphql would import class-validator anew at each call, which would
// also scatter one request's loads over several ticks.
export const schema: GraphQLSchema = resolveDirectly(
  buildSchemaSync({
    resolvers: [OrderResolver, OrderIndexResolver, ShopResolver],
    directives: [...specifiedDirectives, personalDirective],
    validateFn: validateArguments,
    pubSub: NO_TOPICS,
  }),
);

/** The schema as it is served: alone, or as a subgraph. What only the latter needs is loaded only then. */
export const createServedSchema = async (federation: boolean): Promise<GraphQLSchema> =>
  federation ? (await import('./federation.js')).buildSubgraph(schema) : schema;
