// From a GraphQL query to what it asks of an order: fragments and aliases flattened, @skip and @include obeyed.
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
import { AttributesArguments, validateArguments } from './arguments.js';

export interface RequestedFields {
  readonly selection: Selection;
  /** Keys given to the attributes field. */
  readonly attributeKeys: readonly string[];
}

type SelectionBuilder = { [field: string]: SelectionBuilder };

interface FieldCache {
  /** Variables that have a say in what is asked: those of conditions and of keys. */
  readonly variables: readonly string[];
  /** By the union's member and the variables' values. */
  readonly asked: LRUCache<string, RequestedFields>;
}

/** Answers that are remembered of one field: enough for two conditions. */
const REMEMBERED = 4;

/** Characters of values that are still worth remembering. */
const MOST_CHARACTERS = 1_000;

const known = new WeakMap<FieldNode, FieldCache>();

/** What the field being resolved asks of its orders; of the union of platforms’ types, as this member of it. */
export function requestedFieldsOf(info: GraphQLResolveInfo, unionMember: string): RequestedFields {
  const [node, ...more] = info.fieldNodes as readonly [FieldNode, ...FieldNode[]];
  if (more.length > 0) return collectAsked(info, unionMember);
  const { variables, asked } = fieldCacheOf(node, info);
  const values = variables.length === 0 ? '' : JSON.stringify(variables.map((name) => info.variableValues[name]));
  const key = unionMember + values;
  const already = asked.get(key);
  if (already) return already;
  const collected = collectAsked(info, unionMember);
  if (values.length <= MOST_CHARACTERS) asked.set(key, collected);
  return collected;
}

function fieldCacheOf(node: FieldNode, { fragments }: GraphQLResolveInfo): FieldCache {
  let found = known.get(node);
  if (found === undefined) {
    const variables = new Set<string>();
    const visited = new Set<ASTNode>();
    const look = (at: ASTNode): void => {
      visit(at, {
        enter(inner) {
          if (inner.kind === Kind.VARIABLE) variables.add(inner.name.value);
          if (inner.kind !== Kind.FRAGMENT_SPREAD) return;
          const fragment = fragments[inner.name.value];
          if (fragment === undefined || visited.has(fragment)) return;
          visited.add(fragment);
          look(fragment);
        },
      });
    };
    if (node.selectionSet) look(node.selectionSet);
    found = { variables: [...variables], asked: new LRUCache({ max: REMEMBERED }) };
    known.set(node, found);
  }
  return found;
}

function collectAsked(info: GraphQLResolveInfo, unionMember: string): RequestedFields {
  const selection: SelectionBuilder = {};
  const attributeKeys = new Set<string>();
  // Whether the field says so itself or returns Node or _Entity.
  const type = info.schema.getType('Order') as GraphQLCompositeType;
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) collect(selectionSet, type, selection);
  return { selection, attributeKeys: [...attributeKeys].sort() };

  function collect(set: SelectionSetNode, parent: GraphQLCompositeType, into: SelectionBuilder): void {
    for (const node of set.selections) {
      if (!isIncluded(node, info.variableValues)) continue;
      if (node.kind === Kind.FIELD) collectField(node, parent, into);
      else {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? info.fragments[node.name.value] : node;
        const condition = fragment?.typeCondition && info.schema.getType(fragment.typeCondition.name.value);
        const narrowed = narrow(parent, isCompositeType(condition) ? condition : parent, unionMember);
        if (fragment && narrowed) collect(fragment.selectionSet, narrowed, into);
      }
    }
  }

  function collectField(node: FieldNode, parent: GraphQLCompositeType, into: SelectionBuilder): void {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    if (definition === undefined) return; // __typename
    if (definition.args.some(({ name }) => name === 'keys')) {
      const given = Object.assign(new AttributesArguments(), getArgumentValues(definition, node, info.variableValues));
      // The gateway is asked before the field's own resolver would check them.
      validateArguments(given);
      for (const key of given.keys ?? []) attributeKeys.add(key);
    }
    into[node.name.value] ??= {};
    const inner = into[node.name.value] as SelectionBuilder;
    const type = getNamedType(definition.type);
    if (node.selectionSet && isCompositeType(type)) collect(node.selectionSet, type, inner);
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

function isIncluded(node: SelectionNode, variables: Record<string, unknown>): boolean {
  if (!node.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
  );
}
