// Operations that came before, compiled. One that comes for the first times is interpreted by Apollo: to compile takes a
// millisecond, so that queries which never come back would be an attack.
import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Pricing } from '../access/cost.js';
import type { Context } from '../query/context.js';

/** Operations remembered, compiled or not, and the characters of their texts. */
const MOST = { max: 500, maxSize: 4_000_000 } as const;

/** Fields of what is compiled: a fragment is written out wherever it is spread, and a short text may spread it often. */
const MOST_FIELDS = 2_000;

/** An operation that Apollo has parsed and found valid. */
export interface Compiled {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly query: CompiledQuery['query'];
}

interface Remembered {
  runs: number;
  compiled?: Compiled;
}

export interface CompiledOperations {
  /** The operation of a text, once it has come often enough. */
  readonly find: (text: string, operationName: string | undefined) => Compiled | undefined;
  /** Watches what comes. */
  readonly plugin: ApolloServerPlugin<Context>;
}

export function compiledOperations(
  schema: GraphQLSchema,
  size: Pricing['size'],
  compileAfter: number,
): CompiledOperations {
  const known = new LRUCache<string, Remembered>({ ...MOST, sizeCalculation: (_, name) => name.length });

  function compile(document: DocumentNode, operation: OperationDefinitionNode): Compiled | undefined {
    if (size(document, operation) > MOST_FIELDS) return undefined;
    const compiled = compileQuery(schema, document, operation.name?.value);
    return isCompiledQuery(compiled) ? { document, operation, query: compiled.query } : undefined;
  }

  const note = (name: string, document: DocumentNode, operation: OperationDefinitionNode): void => {
    const remembered = known.get(name) ?? { runs: 0 };
    remembered.runs += 1;
    if (remembered.runs === 1) known.set(name, remembered);
    if (remembered.runs !== compileAfter) return;
    const compiled = compile(document, operation);
    if (compiled) remembered.compiled = compiled;
  };

  return {
    find: (text, operationName) => known.get(nameOf(text, operationName))?.compiled,
    plugin: {
      requestDidStart: async () => ({
        async didResolveOperation({ document, operation, source, request: { operationName } }) {
          if (operation) note(nameOf(source, operationName), document, operation);
        },
      }),
    },
  };
}

const nameOf = (text: string, operationName = ''): string => `${operationName}\n${text}`;
