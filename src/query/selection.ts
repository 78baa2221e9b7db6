// From a GraphQL field to what it selects of an order: fragments and aliases flattened, @skip and @include applied.
import {
  type ASTNode,
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Selection } from '../mapping/selection.js';
import { type AnswerField, createAnswerFieldsBuilder } from './answerFields.js';
import { AttributesArguments, checkAttributeKeys } from './arguments.js';
import { validateArguments } from './rules.js';

export interface RequestedFields {
  readonly selection: Selection;
  /** Keys given to the attributes field. */
  readonly attributeKeys: readonly string[];
  /** What is answered of each order: every alias of a field by itself. */
  readonly answered: readonly AnswerField[];
}

type SelectionBuilder = { [field: string]: SelectionBuilder };

interface FieldCache {
  /** Variables that decide what is selected: those of conditions and of keys. */
  readonly variables: readonly string[];
  /** By the union's member and the variables' values. */
  readonly requested: LRUCache<string, RequestedFields>;
}

/** Results cached for one field: enough for two conditions. */
const CACHE_SIZE = 4;

/** Characters of values, and fields answered, that are still worth a place in the cache. */
const MAX_KEY_LENGTH = 1_000;
const MAX_CACHED_FIELDS = 2_000;

const caches = new WeakMap<FieldNode, FieldCache>();

/** What the field being resolved selects of its objects; of the union of platforms’ types, of this member alone. */
export function requestedFieldsOf(info: GraphQLResolveInfo, unionMember: string): RequestedFields {
  const [node, ...more] = info.fieldNodes as readonly [FieldNode, ...FieldNode[]];
  if (more.length > 0) return collectFields(info, unionMember).requested;
  const { variables, requested } = cacheOf(node, info);
  const values = variables.length === 0 ? '' : JSON.stringify(variables.map((name) => info.variableValues[name]));
  const key = unionMember + values;
  const already = requested.get(key);
  if (already) return already;
  const collected = collectFields(info, unionMember);
  if (values.length <= MAX_KEY_LENGTH && collected.count <= MAX_CACHED_FIELDS) requested.set(key, collected.requested);
  return collected.requested;
}

function cacheOf(node: FieldNode, { fragments }: GraphQLResolveInfo): FieldCache {
  let cache = caches.get(node);
  if (cache === undefined) {
    cache = { variables: [...variablesIn(node, fragments)], requested: new LRUCache({ max: CACHE_SIZE }) };
    caches.set(node, cache);
  }
  return cache;
}

/** The names of the variables inside a field's selection, fragments included. */
function variablesIn({ selectionSet }: FieldNode, fragments: GraphQLResolveInfo['fragments']): ReadonlySet<string> {
  const variables = new Set<string>();
  const visited = new Set<ASTNode>();
  const collect = (root: ASTNode): void => {
    visit(root, {
      enter(node) {
        if (node.kind === Kind.VARIABLE) variables.add(node.name.value);
        if (node.kind !== Kind.FRAGMENT_SPREAD) return;
        const fragment = fragments[node.name.value];
        if (fragment === undefined || visited.has(fragment)) return;
        visited.add(fragment);
        collect(fragment);
      },
    });
  };
  if (selectionSet) collect(selectionSet);
  return variables;
}

interface CollectedFields {
  readonly requested: RequestedFields;
  /** Of the fields answered. */
  readonly count: number;
}

function collectFields(info: GraphQLResolveInfo, unionMember: string): CollectedFields {
  const selection: SelectionBuilder = {};
  const attributeKeys = new Set<string>();
  const { root, add, count } = createAnswerFieldsBuilder();
  const returned = getNamedType(info.returnType);
  // Node and _Entity are orders.
  const type = isObjectType(returned) ? returned : (info.schema.getType('Order') as GraphQLCompositeType);
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) collect(selectionSet, type, selection, root);
  checkAttributeKeys(attributeKeys.size);
  return {
    requested: { selection, attributeKeys: [...attributeKeys].sort(), answered: root.fields },
    count: count(),
  };

  function collect(
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    into: SelectionBuilder,
    answered: AnswerField,
  ): void {
    for (const node of set.selections) {
      if (!isIncluded(node, info.variableValues)) continue;
      if (node.kind === Kind.FIELD) collectField(node, parent, into, add(node, answered));
      else {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? info.fragments[node.name.value] : node;
        const condition = fragment?.typeCondition && info.schema.getType(fragment.typeCondition.name.value);
        const narrowed = narrow(parent, isCompositeType(condition) ? condition : parent, unionMember);
        if (fragment && narrowed) collect(fragment.selectionSet, narrowed, into, answered);
      }
    }
  }

  function collectField(
    node: FieldNode,
    parent: GraphQLCompositeType,
    into: SelectionBuilder,
    answered: AnswerField,
  ): void {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    if (definition === undefined) return; // __typename
    if (definition.args.some(({ name }) => name === 'keys')) {
      const given = Object.assign(new AttributesArguments(), getArgumentValues(definition, node, info.variableValues));
      // The gateway is called before the field's own resolver would check them.
      validateArguments(given);
      for (const key of given.keys ?? []) attributeKeys.add(key);
    }
    into[node.name.value] ??= {};
    const inner = into[node.name.value] as SelectionBuilder;
    const fieldType = getNamedType(definition.type);
    if (node.selectionSet && isCompositeType(fieldType)) collect(node.selectionSet, fieldType, inner, answered);
  }
}

/** The type that a fragment sees, or undefined when it does not apply. */
function narrow(
  parent: GraphQLCompositeType,
  condition: GraphQLCompositeType,
  unionMember: string,
): GraphQLCompositeType | undefined {
  if (!isObjectType(condition)) return parent;
  return isUnionType(parent) && condition.name !== unionMember ? undefined : condition;
}

/**
 * Whether the conditions of a selection hold.
 * @throws GraphQLError for one that is null; its first node is the value
 */
export function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
  );
}
