// The schema, built from the model and the resolvers.
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { validateArguments } from './arguments.js';
import { OrderResolver } from './resolvers.js';

// Checked synchronously, by our own function: type-graphql would import class-validator anew at each call, which would
// also scatter one request's loads over several ticks.
export const schema: GraphQLSchema = buildSchemaSync({ resolvers: [OrderResolver], validateFn: validateArguments });
