// The schema, built from the model and the resolvers.
import { type GraphQLSchema, specifiedDirectives } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { personalDirective } from '../order/personal.js';
import { validateArguments } from './arguments.js';
import { OrderResolver, resolveDirectly } from './resolvers.js';

// Checked synchronously, by our own function: type-graphql would import class-validator anew at each call, which would
// also scatter one request's loads over several ticks.
export const schema: GraphQLSchema = resolveDirectly(
  buildSchemaSync({
    resolvers: [OrderResolver],
    directives: [...specifiedDirectives, personalDirective],
    validateFn: validateArguments,
  }),
);

/** The schema as it is served: alone, or as a subgraph. What only the latter needs is loaded only then. */
export const createServedSchema = async (federation: boolean): Promise<GraphQLSchema> =>
  federation ? (await import('./federation.js')).buildSubgraph(schema) : schema;
