// Operations that came before, compiled. One that comes for the first times is interpreted by Apollo: to compile takes a
// millisecond, so that queries which never come back would be an attack.
import { type DocumentNode, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { JsonObject } from '../../common/object.js';
import type { Pricing } from '../limits/price.js';
import { takeCoercedVariables, withCoercedVariables } from './coercedVariables.js';
import { type Conditions, conditionsOf, type Decisions, decideConditions, decisionsOf } from './conditions.js';
import type { Operation } from './operation.js';
import { bytesOf, MAX_REMEMBERED_BYTES } from './parsedDocuments.js';
import { isNullInPlaceOfDefault } from './variables.js';

/** Texts remembered, whether or not operations of theirs are compiled. */
const MAX_TEXTS = 500;

/** Operations of one text that are remembered. */
const MAX_OPERATIONS = 20;

/** Forms of one operation that are compiled, one for each way in which its conditions are decided. */
const MAX_FORMS = 8;

/** Fields of one form: a fragment is written out wherever it is spread, and a short text may spread it often. */
const MAX_FIELDS = 1_000;

/** Fields of all forms that are compiled. Each takes some 2 KB. */
const MAX_COMPILED_FIELDS = 20_000;

/** An operation that Apollo has parsed and found valid. It is executed with variables that have been coerced. */
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
}

interface RememberedText {
  readonly bytes: number;
  /** By name. */
  readonly operations: Map<string | undefined, CacheEntry>;
}

export interface CompiledOperations {
  /** The operation of a text, once it has run often enough with its conditions decided as these variables do. */
  readonly find: (
    text: string,
    operationName: string | undefined,
    variables: JsonObject | undefined,
  ) => CompiledOperation | undefined;
  /** How many are held compiled. */
  readonly count: () => number;
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
  const compiled = new LRUCache<Form, CompiledOperation>({
    maxSize: MAX_COMPILED_FIELDS,
    sizeCalculation: ({ document, operation }) => size(document, operation),
    // It may come again, and is compiled when it has come as often as a new one.
    dispose: (_operation, form) => {
      form.runs = 0;
    },
  });
  const texts = new LRUCache<string, RememberedText>({
    max: MAX_TEXTS,
    maxSize: MAX_REMEMBERED_BYTES,
    sizeCalculation: ({ bytes }) => bytes,
    dispose({ operations }) {
      for (const { forms } of operations.values()) for (const form of forms.values()) compiled.delete(form);
    },
  });

  const compiledSchema = withCoercedVariables(schema);

  // graphql-jit answers some conditions wrongly from the third run on, so that none is left to it.
  function compile({ document, operation }: Operation, decisions: Decisions): CompiledOperation | undefined {
    if (size(document, operation) > MAX_FIELDS) return undefined;
    const form = takeCoercedVariables(decideConditions(document, decisions));
    const query = compileQuery(compiledSchema, form, operation.name?.value);
    return isCompiledQuery(query) ? { document, operation, execute: query.query } : undefined;
  }

  function remember(text: string, operationName: string | undefined, operation: Operation): CacheEntry | undefined {
    const { operations } = texts.get(text) ?? rememberText(text, operation.document);
    const already = operations.get(operationName);
    if (already || operations.size >= MAX_OPERATIONS) return already;
    const entry = { operation, conditions: conditionsOf(operation.document), forms: new Map() };
    operations.set(operationName, entry);
    return entry;
  }

  function rememberText(text: string, document: DocumentNode): RememberedText {
    const remembered = { operations: new Map(), bytes: bytesOf(document) };
    texts.set(text, remembered);
    return remembered;
  }

  return {
    find(text, operationName, variables = {}) {
      const entry = texts.get(text)?.operations.get(operationName);
      // The compiler has other errors, or none, for null where it may not be.
      if (entry === undefined || isNullInPlaceOfDefault(entry.operation.operation, variables)) return undefined;
      const decisions = decisionsOf(entry.conditions, entry.operation, variables);
      const form = decisions && entry.forms.get(nameOf(decisions));
      return form && compiled.get(form);
    },
    count: () => compiled.size,
    countRun(text, operationName, variables = {}, operation) {
      // What changes something is rare, and waits for more than for its execution.
      if (operation.operation.operation !== OperationTypeNode.QUERY) return;
      const entry = remember(text, operationName, operation);
      if (entry === undefined || entry.conditions.hasOthers) return;
      const { conditions, forms } = entry;
      const decisions = decisionsOf(conditions, operation, variables);
      if (decisions === undefined) return;
      const name = nameOf(decisions);
      const form = forms.get(name) ?? { runs: 0 };
      if (forms.size < MAX_FORMS) forms.set(name, form);
      form.runs += 1;
      if (form.runs !== compileAfter || !forms.has(name)) return;
      const operationCompiled = compile(operation, decisions);
      if (operationCompiled) compiled.set(form, operationCompiled);
    },
  };
}

const nameOf = (decisions: Decisions): string => (decisions.size === 0 ? '' : [...decisions.values()].join());
