// The price of an operation, known before it runs: points for each order, since calls to gateways are scarce, and for
// each field, those of a list as often as it is long.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { memoize } from '../../common/memoize.js';
import { Json } from '../../order/scalars.js';
import { fragmentsOf } from '../graphql/fragments.js';
import type { Variables } from '../graphql/variables.js';
import { isIntrospection, lengthsOfIntrospection, OF_ALL, OF_EACH, POINTS_OF_INTROSPECTION } from './introspection.js';
import { attributeKeysIn, orderNamesOf } from './namedOrders.js';

/** Points for one order, whatever is selected of it: as if nothing of it were cached. */
export const ORDER_POINTS = 100;

/** Members that a list of an order counts for. How many there are is known when its answer is counted. */
const LIST_LENGTH = 3;

/** Fields that a value of JSON counts for: the gateway's whole document. */
const FIELDS_OF_JSON = 100;

interface Cost {
  /** Distinct orders; none where arguments are wrong: such a field fails before anything is fetched. */
  readonly orders: number;
  /**
   * Fields of the answer: those of an order once for each order named, those of a list by its length, fragments expanded,
   * conditions ignored. Attribute keys count as fields of each order.
   */
  readonly fields: number;
  readonly total: number;
  /** The field that names most orders, repeated ones too. */
  readonly longest: OrderCount | undefined;
}

interface OrderCount {
  readonly node: FieldNode;
  readonly count: number;
}

export interface Pricing {
  readonly price: (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => Cost;
  /** The fields of an operation for one order, fragments expanded: what it takes to write the operation out. */
  readonly size: (document: DocumentNode, operation: OperationDefinitionNode) => number;
}

/** A field of Query as it stands in an operation, and what one order's worth of it weighs. */
interface RootField {
  readonly node: FieldNode;
  readonly weight: number;
  /** The names of its orders; undefined for a field that names none. */
  readonly names: ((variables: Variables) => readonly string[]) | undefined;
}

/** An operation as it stands in a document. */
interface WeighedOperation {
  readonly roots: readonly RootField[];
  /** How many attribute keys it gives; undefined where it gives none. */
  readonly keys: ((variables: Variables) => number) | undefined;
}

/** A field, and where it stands. */
interface Place {
  readonly field: string;
  readonly parent: GraphQLNamedType | undefined;
  /** Whether what it stands in comes once for each there is in the schema, as the members of `__schema.types` do. */
  readonly isOfAll: boolean;
}

/** What fields are weighed by. */
interface Scale {
  /** What a field counts, whatever is in it. */
  readonly field: (parent: GraphQLNamedType | undefined) => number;
  /** How often the fields inside a field count. */
  readonly lengthOf: (place: Place) => number;
  /** What a field without fields counts beside itself. */
  readonly leaf: (field: string, parent: GraphQLNamedType | undefined) => number;
}

/** Every field once, however long lists are. */
const WRITTEN_OUT: Scale = { field: () => 1, lengthOf: () => 1, leaf: () => 0 };

/** Prices operations that are valid in this schema, given what their variables are coerced to. */
export function createPricing(schema: GraphQLSchema): Pricing {
  const lengths = lengthsOfIntrospection(schema);
  const query = schema.getQueryType() ?? undefined;
  const priced: Scale = {
    field: (parent) => (isIntrospection(parent) ? POINTS_OF_INTROSPECTION : 1),
    lengthOf({ field, parent, isOfAll }) {
      if (isIntrospection(parent)) return lengths[isOfAll ? 'average' : 'greatest'].get(field) ?? 1;
      return isListType(getNullableType(definitionOf(field, parent)?.type)) ? LIST_LENGTH : 1;
    },
    leaf: (field, parent) => (typeOfField(field, parent)?.name === Json.name ? FIELDS_OF_JSON : 0),
  };
  // Fields weigh the same at each run; only how many orders and keys the arguments name may differ.
  const weighed = memoize((document: DocumentNode) =>
    memoize(
      (operation: OperationDefinitionNode): WeighedOperation => ({
        roots: weigh(document, operation, priced),
        keys: attributeKeysIn(document),
      }),
    ),
  );

  return {
    price(document, operation, variables) {
      const distinct = new Set<string>();
      let longest: OrderCount | undefined;
      let sum = 0;
      const { roots, keys } = weighed(document)(operation);
      const keyCount = keys?.(variables) ?? 0;
      for (const { node, weight, names: namesIn } of roots) {
        const names = namesIn?.(variables);
        for (const name of names ?? []) distinct.add(name);
        if (names && names.length > (longest?.count ?? 0)) longest = { node, count: names.length };
        sum += 1 + (names?.length ?? 1) * weight + (names?.length ?? 0) * keyCount;
      }
      const fields = Math.min(Math.ceil(sum), Number.MAX_SAFE_INTEGER);
      return { orders: distinct.size, fields, total: ORDER_POINTS * distinct.size + fields, longest };
    },
    size: (document, operation) =>
      weigh(document, operation, WRITTEN_OUT).reduce((sum, { weight }) => sum + 1 + weight, 0),
  };

  function weigh(document: DocumentNode, operation: OperationDefinitionNode, scale: Scale): readonly RootField[] {
    const fragments = fragmentsOf(document);
    // Each fragment is weighed once, however often it is spread: what doubles at every level costs no more to price.
    const weights = new Map<string, number>();
    return [...rootFields(operation.selectionSet, new Set())];

    function* rootFields(set: SelectionSetNode, visited: Set<string>): Generator<RootField> {
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD)
          yield { node, weight: weightWithin(node, query, false), names: orderNamesOf(node, query) };
        else if (node.kind === Kind.INLINE_FRAGMENT) yield* rootFields(node.selectionSet, visited);
        else if (!visited.has(node.name.value)) {
          visited.add(node.name.value);
          const fragment = fragments.get(node.name.value);
          if (fragment) yield* rootFields(fragment.selectionSet, visited);
        }
      }
    }

    function weightOf(set: SelectionSetNode, parent: GraphQLNamedType | undefined, isOfAll: boolean): number {
      let sum = 0;
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD) sum += scale.field(parent) + weightBelow(node, parent, isOfAll);
        else if (node.kind === Kind.INLINE_FRAGMENT)
          sum += weightOf(node.selectionSet, typeNamed(node.typeCondition?.name.value) ?? parent, isOfAll);
        else sum += weightOfFragment(node.name.value, isOfAll);
      }
      return sum;
    }

    function weightOfFragment(name: string, isOfAll: boolean): number {
      const fragment = fragments.get(name);
      if (fragment === undefined) return 0;
      const key = `${name} ${isOfAll}`;
      const type = typeNamed(fragment.typeCondition.name.value);
      const weight = weights.get(key) ?? weightOf(fragment.selectionSet, type, isOfAll);
      weights.set(key, weight);
      return weight;
    }

    function weightBelow(node: FieldNode, parent: GraphQLNamedType | undefined, isOfAll: boolean): number {
      const { value: field } = node.name;
      if (node.selectionSet === undefined) return scale.leaf(field, parent);
      const isInnerOfAll = OF_ALL.has(field) || (isOfAll && OF_EACH.has(field));
      return scale.lengthOf({ field, parent, isOfAll }) * weightWithin(node, parent, isInnerOfAll);
    }

    /** What is selected of one member, where the field is a list. */
    function weightWithin(
      { selectionSet, name }: FieldNode,
      parent: GraphQLNamedType | undefined,
      isOfAll: boolean,
    ): number {
      return selectionSet === undefined ? 0 : weightOf(selectionSet, typeOfField(name.value, parent), isOfAll);
    }
  }

  function definitionOf(
    field: string,
    parent: GraphQLNamedType | undefined,
  ): GraphQLField<unknown, unknown> | undefined {
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field] : undefined;
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }

  function typeOfField(name: string, parent: GraphQLNamedType | undefined): GraphQLNamedType | undefined {
    if (name === '__schema') return schema.getType('__Schema');
    if (name === '__type') return schema.getType('__Type');
    return getNamedType(definitionOf(name, parent)?.type);
  }
}
