// Operations that come again and again run as compiled functions. One that comes for the first times runs interpreted:
// to compile takes a millisecond, so that queries which never come back would be an attack.
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Pricing } from '../access/cost.js';
import type { Context } from '../query/context.js';

/** Operations remembered, compiled or not. */
const REMEMBERED = 500;

/** Fields of what is compiled: a fragment is written out wherever it is spread, and a short text may spread it often. */
const MOST_FIELDS = 2_000;

export interface CompiledSettings {
  readonly schema: GraphQLSchema;
  readonly size: Pricing['size'];
  /** How often an operation runs before it is compiled. */
  readonly compileAfter: number;
  /** Hears of errors, and words them for the caller. */
  readonly tell: (errors: readonly GraphQLError[], context: Context) => readonly GraphQLFormattedError[];
}

interface Remembered {
  runs: number;
  /** null: it cannot be compiled. */
  compiled?: CompiledQuery | null;
}

export function compileOperations({ schema, size, compileAfter, tell }: CompiledSettings): ApolloServerPlugin<Context> {
  // Apollo keeps the parsed document of a text, so that the same text is the same operation.
  const operations = new LRUCache<OperationDefinitionNode, Remembered>({ max: REMEMBERED });
  return {
    requestDidStart: async () => ({
      async responseForOperation({ document, operation, request: { operationName, variables }, contextValue }) {
        const remembered = operations.get(operation) ?? { runs: 0 };
        if (remembered.runs++ === 0) operations.set(operation, remembered);
        if (remembered.runs <= compileAfter) return null;
        if (remembered.compiled === undefined) {
          const isSmall = size(document, operation) <= MOST_FIELDS;
          const compiled = isSmall ? compileQuery(schema, document, operationName) : undefined;
          remembered.compiled = compiled && isCompiledQuery(compiled) ? compiled : null;
        }
        if (remembered.compiled === null) return null;
        const { data, errors } = await remembered.compiled.query(undefined, contextValue, variables ?? {});
        const singleResult = errors ? { data, errors: tell(errors, contextValue) } : { data };
        return { http: { status: undefined, headers: NONE }, body: { kind: 'single', singleResult } };
      },
    }),
  };
}

const NONE = new HeaderMap();
