// Operations that came before, compiled. One that comes for the first times is interpreted by Apollo: to compile takes a
// millisecond, so that queries which never come back would be an attack.
import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../query/context.js';
import type { Pricing } from '../limits/price.js';

/** Operations remembered, compiled or not, and the characters of their texts. */
const MOST = { max: 500, maxSize: 4_000_000 } as const;

/** Fields of what is compiled: a fragment is written out wherever it is spread, and a short text may spread it often. */
const MOST_FIELDS = 2_000;

/** An operation that Apollo has parsed and found valid. */
export interface CompiledOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly query: CompiledQuery['query'];
}

interface OperationEntry {
  runs: number;
  compiled?: CompiledOperation | undefined;
}

/** The operations of a text, by name. */
type Operations = Map<string | undefined, OperationEntry>;

export interface CompiledOperations {
  /** The operation of a text, once it has come often enough. */
  readonly find: (text: string, operationName: string | undefined) => CompiledOperation | undefined;
  /** Watches what comes. */
  readonly plugin: ApolloServerPlugin<Context>;
}

export function createCompiledOperations(
  schema: GraphQLSchema,
  size: Pricing['size'],
  compileAfter: number,
): CompiledOperations {
  const known = new LRUCache<string, Operations>({ ...MOST, sizeCalculation: (_, text) => text.length || 1 });

  function compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation | undefined {
    if (size(document, operation) > MOST_FIELDS) return undefined;
    const compiled = compileQuery(schema, document, operation.name?.value);
    return isCompiledQuery(compiled) ? { document, operation, query: compiled.query } : undefined;
  }

  function rememberedOf(text: string, operationName: string | undefined): OperationEntry {
    const operations: Operations = known.get(text) ?? new Map();
    const remembered = operations.get(operationName) ?? { runs: 0 };
    known.set(text, operations.set(operationName, remembered));
    return remembered;
  }

  return {
    find: (text, operationName) => known.get(text)?.get(operationName)?.compiled,
    plugin: {
      requestDidStart: async () => ({
        async didResolveOperation({ document, operation, source, request: { operationName } }) {
          if (!operation) return;
          const remembered = rememberedOf(source, operationName);
          remembered.runs += 1;
          if (remembered.runs === compileAfter) remembered.compiled = compile(document, operation);
        },
      }),
    },
  };
}
