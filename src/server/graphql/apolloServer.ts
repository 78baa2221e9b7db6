// Apollo Server as this server runs it: without what it does by default and others do here.
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { LimitSettings } from '../../config/settings.js';
import type { OperationContext } from './context.js';
import { createParsedDocuments } from './parsedDocuments.js';
import { writeAnswer } from './writeAnswer.js';

const MAX_ERRORS = 20;

interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  readonly limits: LimitSettings;
  readonly plugins: readonly ApolloServerPlugin<OperationContext>[];
}

export async function startApollo({
  schema,
  introspection,
  limits,
  plugins,
}: ApolloOptions): Promise<ApolloServer<OperationContext>> {
  const apollo = new ApolloServer<OperationContext>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    // By default it hears signals itself, and cuts off what has not ended ten seconds later.
    stopOnTerminationSignals: false,
    persistedQueries: false,
    documentStore: createParsedDocuments(),
    parseOptions: { maxTokens: limits.maxTokens },
    stringifyResult: writeAnswer,
    // Each can take a while to word; nobody reads a hundred.
    validationOptions: { maxErrors: MAX_ERRORS },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // On by default, and they wrap the resolver of every field; the second only that of a subgraph.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ...plugins,
    ],
  });
  await apollo.start();
  return apollo;
}
