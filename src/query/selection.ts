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

/** What fields ask that ask the same at each run of their operation, by the union's member. */
const settled = new WeakMap<FieldNode, Map<string, Asked>>();

/** What the field being resolved asks of its orders; of the union of platforms’ types, as this member of it. */
export function askedOf(info: GraphQLResolveInfo, unionMember: string): Asked {
  const [node, ...more] = info.fieldNodes as readonly [FieldNode, ...FieldNode[]];
  const known = more.length === 0 ? settled.get(node)?.get(unionMember) : undefined;
  if (known) return known;
  const { asked, isSettled } = collectAsked(info, unionMember);
  if (isSettled && more.length === 0) settled.set(node, (settled.get(node) ?? new Map()).set(unionMember, asked));
  return asked;
}

function collectAsked(info: GraphQLResolveInfo, unionMember: string): { asked: Asked; isSettled: boolean } {
  const selection: Building = {};
  const attributeKeys = new Set<string>();
  /** Whether no variable has a say in it. */
  let isSettled = true;
  // Whether the field says so itself or returns Node or _Entity.
  const type = info.schema.getType('Order') as GraphQLCompositeType;
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) collect(selectionSet, type, selection);
  return { asked: { selection, attributeKeys: [...attributeKeys].sort() }, isSettled };

  function collect(set: SelectionSetNode, parent: GraphQLCompositeType, into: Building): void {
    for (const node of set.selections) {
      if (node.directives?.length) isSettled = false;
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
      isSettled = false;
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
