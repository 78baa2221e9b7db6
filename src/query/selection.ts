// From a GraphQL query to what it asks of an order: fragments and aliases flattened, @skip and @include obeyed.
import {
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
} from 'graphql';
import type { Selection } from '../mapping/selection.js';
import { AttributesArguments, validateArguments } from './arguments.js';

export interface Asked {
  readonly selection: Selection;
  /** Keys given to the attributes field. */
  readonly attributeKeys: readonly string[];
}

type Building = { [field: string]: Building };

/** What the field being resolved asks of its objects; of the union of platforms’ types, as this member of it. */
export function askedOf(info: GraphQLResolveInfo, unionMember: string): Asked {
  const selection: Building = {};
  const attributeKeys = new Set<string>();
  const type = getNamedType(info.returnType) as GraphQLCompositeType;
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) collect(selectionSet, type, selection);
  return { selection, attributeKeys: [...attributeKeys].sort() };

  function collect(set: SelectionSetNode, parent: GraphQLCompositeType, into: Building): void {
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

  function collectField(node: FieldNode, parent: GraphQLCompositeType, into: Building): void {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    if (definition === undefined) return; // __typename
    if (definition.args.some(({ name }) => name === 'keys')) {
      const given = Object.assign(new AttributesArguments(), getArgumentValues(definition, node, info.variableValues));
      // The gateway is asked before the field's own resolver would check them.
      validateArguments(given);
      for (const key of given.keys ?? []) attributeKeys.add(key);
    }
    into[node.name.value] ??= {};
    const inner = into[node.name.value] as Building;
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
