// Operations that came before, compiled. One that comes for the first times is interpreted by Apollo: to compile takes a
// millisecond, so that queries which never come back would be an attack.
import type { GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { JsonObject } from '../../common/object.js';
import type { Pricing } from '../limits/price.js';
import { type Conditions, conditionsOf, type Decisions, decideConditions, decisionsOf } from './conditions.js';
import type { Operation } from './pipeline.js';

/** Operations remembered, compiled or not, and the characters of their texts. */
const CACHE_LIMITS = { max: 500, maxSize: 4_000_000 } as const;

/** Fields of what is compiled: a fragment is written out wherever it is spread, and a short text may spread it often. */
const MAX_FIELDS = 2_000;

/** Forms of one operation that are compiled, one for each way in which its conditions are decided. */
const MAX_FORMS = 8;

/** An operation that Apollo has parsed and found valid. */
export interface CompiledOperation extends Operation {
  readonly execute: CompiledQuery['query'];
}

interface CacheEntry {
  readonly operation: Operation;
  readonly conditions: Conditions;
  /** By how its conditions are decided. */
  readonly forms: Map<string, Form>;
}

interface Form {
  runs: number;
  compiled?: CompiledOperation | undefined;
}

/** The operations of a text, by name. */
type Operations = Map<string | undefined, CacheEntry>;

export interface CompiledOperations {
  /** The operation of a text, once it has run often enough with its conditions decided as these variables do. */
  readonly find: (
    text: string,
    operationName: string | undefined,
    variables: JsonObject | undefined,
  ) => CompiledOperation | undefined;
  /** Counts a run of an interpreted operation, and compiles it when it is due. */
  readonly countRun: (
    text: string,
    operationName: string | undefined,
    variables: JsonObject | undefined,
    operation: Operation,
  ) => void;
}

export function createCompiledOperations(
  schema: GraphQLSchema,
  size: Pricing['size'],
  compileAfter: number,
): CompiledOperations {
  const cache = new LRUCache<string, Operations>({ ...CACHE_LIMITS, sizeCalculation: (_, text) => text.length || 1 });

  // graphql-jit answers some conditions wrongly from the third run on, so that none is left to it.
  function compile({ document, operation }: Operation, decisions: Decisions): CompiledOperation | undefined {
    if (size(document, operation) > MAX_FIELDS) return undefined;
    const compiled = compileQuery(schema, decideConditions(document, decisions), operation.name?.value);
    return isCompiledQuery(compiled) ? { document, operation, execute: compiled.query } : undefined;
  }

  function entryOf(text: string, operationName: string | undefined, operation: Operation): CacheEntry {
    const operations: Operations = cache.get(text) ?? new Map();
    const entry = operations.get(operationName) ?? {
      operation,
      conditions: conditionsOf(operation.document),
      forms: new Map(),
    };
    cache.set(text, operations.set(operationName, entry));
    return entry;
  }

  return {
    find(text, operationName, variables = {}) {
      const entry = cache.get(text)?.get(operationName);
      const decisions = entry && decisionsOf(entry.conditions, entry.operation, variables);
      return decisions && entry.forms.get(nameOf(decisions))?.compiled;
    },
    countRun(text, operationName, variables = {}, operation) {
      const { conditions, forms } = entryOf(text, operationName, operation);
      const decisions = conditions.hasOthers ? undefined : decisionsOf(conditions, operation, variables);
      if (decisions === undefined) return;
      const name = nameOf(decisions);
      const form = forms.get(name) ?? { runs: 0 };
      if (forms.size < MAX_FORMS) forms.set(name, form);
      form.runs += 1;
      if (form.runs === compileAfter && forms.has(name)) form.compiled = compile(operation, decisions);
    },
  };
}

const nameOf = (decisions: Decisions): string => (decisions.size === 0 ? '' : [...decisions.values()].join());
