// Operations that came before, compiled. One that comes for the first times is interpreted by Apollo: to compile takes a
// millisecond, so that queries which never come back would be an attack.
import { type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Pricing } from '../limits/price.js';
import type { Operation } from './pipeline.js';

/** Operations remembered, compiled or not, and the characters of their texts. */
const CACHE_LIMITS = { max: 500, maxSize: 4_000_000 } as const;

/** Fields of what is compiled: a fragment is written out wherever it is spread, and a short text may spread it often. */
const MAX_FIELDS = 2_000;

/** An operation that Apollo has parsed and found valid. */
export interface CompiledOperation extends Operation {
  readonly execute: CompiledQuery['query'];
}

interface CacheEntry {
  runs: number;
  compiled?: CompiledOperation | undefined;
}

/** The operations of a text, by name. */
type Operations = Map<string | undefined, CacheEntry>;

export interface CompiledOperations {
  /** The operation of a text, once it has run often enough. */
  readonly find: (text: string, operationName: string | undefined) => CompiledOperation | undefined;
  /** Counts a run of an interpreted operation, and compiles it when it is due. */
  readonly countRun: (text: string, operationName: string | undefined, operation: Operation) => void;
}

export function createCompiledOperations(
  schema: GraphQLSchema,
  size: Pricing['size'],
  compileAfter: number,
): CompiledOperations {
  const cache = new LRUCache<string, Operations>({ ...CACHE_LIMITS, sizeCalculation: (_, text) => text.length || 1 });

  function compile({ document, operation }: Operation): CompiledOperation | undefined {
    // graphql-jit answers some conditions wrongly from the third run on: fields go missing, or are null.
    if (hasDirective(document) || size(document, operation) > MAX_FIELDS) return undefined;
    const compiled = compileQuery(schema, document, operation.name?.value);
    return isCompiledQuery(compiled) ? { document, operation, execute: compiled.query } : undefined;
  }

  function entryOf(text: string, operationName: string | undefined): CacheEntry {
    const operations: Operations = cache.get(text) ?? new Map();
    const entry = operations.get(operationName) ?? { runs: 0 };
    cache.set(text, operations.set(operationName, entry));
    return entry;
  }

  return {
    find: (text, operationName) => cache.get(text)?.get(operationName)?.compiled,
    countRun(text, operationName, operation) {
      const entry = entryOf(text, operationName);
      entry.runs += 1;
      if (entry.runs === compileAfter) entry.compiled = compile(operation);
    },
  };
}

function hasDirective(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.DIRECTIVE]: () => {
      found = true;
    },
  });
  return found;
}
