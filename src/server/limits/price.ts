// The price of an operation, known before it runs: points for each order, since calls to gateways are scarce, and for
// each field and row of the index, those of a list as often as it is long.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
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
import { COVERED_TYPES, isCovered } from '../../query/orderIndex/rowOrder.js';
import { PAGE_SIZE } from '../../query/orderLoader.js';
import { fragmentsOf } from '../graphql/fragments.js';
import type { Variables } from '../graphql/variables.js';
import { isIntrospection, lengthsOfIntrospection, OF_ALL, OF_EACH, POINTS_OF_INTROSPECTION } from './introspection.js';
import { attributeKeysIn, orderNamesOf } from './namedOrders.js';
import { isListOfPage, type Page, pageOf, pointsOfReading } from './pages.js';

/** Points for one order, whatever is selected of it: as if nothing of it were cached. */
export const ORDER_POINTS = 100;

/** Members that a list of an order counts for. How many there are is known when its answer is counted. */
const LIST_LENGTH = 3;

/** Fields that a value of JSON counts for: the gateway's whole document. */
const FIELDS_OF_JSON = 100;

interface Cost {
  /**
   * Distinct orders that are named, and those of pages that are fetched; none where arguments are wrong: such a field fails
   * before anything is fetched.
   */
  readonly orders: number;
  /**
   * Fields of the answer: those of an order once for each order named, those of a list by its length, fragments expanded,
   * conditions ignored. Attribute keys count as fields of each order, rows of the index and what it takes to count and to
   * group its orders as fields as well.
   */
  readonly fields: number;
  readonly total: number;
  /** The field that names most orders, repeated ones too. */
  readonly longest: OrderCount | undefined;
}

interface OrderCount {
  readonly node: FieldNode;
  readonly count: number;
  /** The argument that says so; undefined: the references. */
  readonly argument?: string | undefined;
}

export interface Pricing {
  readonly price: (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => Cost;
  /** The fields of an operation for one order, fragments expanded: what it takes to write the operation out. */
  readonly size: (document: DocumentNode, operation: OperationDefinitionNode) => number;
}

/** A root field as it stands in an operation, and what one order's worth of it weighs. */
interface RootField {
  readonly node: FieldNode;
  /** What it counts itself, whatever is in it. */
  readonly own: number;
  readonly weight: number;
  /** The names of its orders; undefined for a field that names none. */
  readonly names: ((variables: Variables) => readonly string[]) | undefined;
  /** Its rows of the index; undefined for a field that has none. */
  readonly page: RootPage | undefined;
}

interface RootPage {
  readonly pageIn: (variables: Variables) => Page;
  /** What one row's worth of it weighs; the field's own weight is what comes once. */
  readonly weightOfRow: number;
  /** Whether anything is selected of orders that rows do not cover. */
  readonly isUncovered: boolean;
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
  readonly field: (field: string, parent: GraphQLNamedType | undefined) => number;
  /** How often the fields inside a field count. */
  readonly lengthOf: (place: Place) => number;
  /** What a field without fields counts beside itself. */
  readonly leaf: (field: string, parent: GraphQLNamedType | undefined) => number;
}

/** Every field once, however long lists are. */
const WRITTEN_OUT: Scale = { field: () => 1, lengthOf: () => 1, leaf: () => 0 };

/** The fields of orders alone, that rows of the index do not cover. */
const UNCOVERED: Scale = {
  field: (field, parent) =>
    parent !== undefined && COVERED_TYPES.has(parent.name) && !isCovered(field, parent.name) ? 1 : 0,
  lengthOf: () => 1,
  leaf: () => 0,
};

/** Prices operations that are valid in this schema, given what their variables are coerced to. */
export function createPricing(schema: GraphQLSchema): Pricing {
  const lengths = lengthsOfIntrospection(schema);
  const priced: Scale = {
    field: (field, parent) =>
      isIntrospection(parent) ? POINTS_OF_INTROSPECTION : 1 + pointsOfReading(field, parent?.name),
    lengthOf({ field, parent, isOfAll }) {
      if (isListOfPage(field, parent?.name)) return 1;
      if (isIntrospection(parent)) return lengths[isOfAll ? 'average' : 'greatest'].get(field) ?? 1;
      return isListType(getNullableType(definitionOf(field, parent)?.type)) ? LIST_LENGTH : 1;
    },
    leaf: (field, parent) => (typeOfField(field, parent)?.name === Json.name ? FIELDS_OF_JSON : 0),
  };
  const withoutRows: Scale = {
    ...priced,
    lengthOf: (place) => (isListOfPage(place.field, place.parent?.name) ? 0 : priced.lengthOf(place)),
  };
  // Fields weigh the same at each run; only how many orders and keys the arguments name may differ.
  const weighed = memoize((document: DocumentNode) =>
    memoize(
      (operation: OperationDefinitionNode): WeighedOperation => ({
        roots: weighRoots(document, operation),
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
      let listed = 0;
      const addOrders = (more: OrderCount): void => {
        if (more.count > (longest?.count ?? 0)) longest = more;
        sum += more.count * keyCount;
      };
      for (const { node, own, weight, names: namesIn, page } of roots) {
        const names = namesIn?.(variables);
        for (const name of names ?? []) distinct.add(name);
        addOrders({ node, count: names?.length ?? 0 });
        sum += own + (names?.length ?? 1) * weight;
        if (page === undefined) continue;
        const { rows, fetches } = page.pageIn(variables);
        sum += rows * (1 + page.weightOfRow);
        if (fetches === 'NEVER' || (fetches === 'UNCOVERED' && !page.isUncovered)) continue;
        addOrders({ node, count: rows, argument: PAGE_SIZE });
        listed += rows;
      }
      const fields = Math.min(Math.ceil(sum), Number.MAX_SAFE_INTEGER);
      const orders = distinct.size + listed;
      return { orders, fields, total: ORDER_POINTS * orders + fields, longest };
    },
    size: (document, operation) =>
      weigh(document, operation, WRITTEN_OUT).reduce((sum, { own, weight }) => sum + own + weight, 0),
  };

  function weighRoots(document: DocumentNode, operation: OperationDefinitionNode): readonly RootField[] {
    const root = schema.getRootType(operation.operation) ?? undefined;
    const once = weigh(document, operation, withoutRows);
    return weigh(document, operation, priced).map(({ node, own, weight }, position) => {
      const names = orderNamesOf(node, root);
      const pageIn = pageOf(node, root);
      if (pageIn === undefined) return { node, own, weight, names, page: undefined };
      const weightOnce = once[position]?.weight ?? 0;
      const isUncovered = weighUncovered(document, node, root) > 0;
      return { node, own, weight: weightOnce, names, page: { pageIn, weightOfRow: weight - weightOnce, isUncovered } };
    });
  }

  /** How many fields a field selects of orders that rows of the index do not cover. */
  function weighUncovered(document: DocumentNode, node: FieldNode, root: GraphQLObjectType | undefined): number {
    return weigherOf(document, UNCOVERED).weightWithin(node, root, false);
  }

  function weigh(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    scale: Scale,
  ): readonly Pick<RootField, 'node' | 'own' | 'weight'>[] {
    const { weightWithin, fragments } = weigherOf(document, scale);
    const root = schema.getRootType(operation.operation) ?? undefined;
    return [...rootFields(operation.selectionSet, new Set())];

    function* rootFields(
      set: SelectionSetNode,
      visited: Set<string>,
    ): Generator<Pick<RootField, 'node' | 'own' | 'weight'>> {
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD)
          yield { node, own: scale.field(node.name.value, root), weight: weightWithin(node, root, false) };
        else if (node.kind === Kind.INLINE_FRAGMENT) yield* rootFields(node.selectionSet, visited);
        else if (!visited.has(node.name.value)) {
          visited.add(node.name.value);
          const fragment = fragments.get(node.name.value);
          if (fragment) yield* rootFields(fragment.selectionSet, visited);
        }
      }
    }
  }

  function weigherOf(document: DocumentNode, scale: Scale) {
    const fragments = fragmentsOf(document);
    // Each fragment is weighed once, however often it is spread: what doubles at every level costs no more to price.
    const weights = new Map<string, number>();
    return { fragments, weightWithin };

    function weightOf(set: SelectionSetNode, parent: GraphQLNamedType | undefined, isOfAll: boolean): number {
      let sum = 0;
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD) sum += scale.field(node.name.value, parent) + weightBelow(node, parent, isOfAll);
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
