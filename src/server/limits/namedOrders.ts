// The orders that an operation names in its arguments, and the attribute keys that it asks for of each.
import { type DocumentNode, type FieldNode, type GraphQLObjectType, getArgumentValues, Kind, visit } from 'graphql';
import { nameFromId, orderName } from '../../order/globalId.js';
import type { Variables } from '../graphql/variables.js';

type Arguments = Readonly<Record<string, unknown>>;

/** The orders that a field of Query names, as texts that differ where orders do. */
const ORDERS_OF: Readonly<Record<string, (given: Arguments) => readonly string[]>> = {
  order: (given) => [nameGiven(given)],
  orders: ({ refs }) => (refs as readonly Arguments[]).map(nameGiven),
  node: ({ id }) => [nameFromId(String(id))],
  nodes: ({ ids }) => (ids as readonly unknown[]).map((id) => nameFromId(String(id))),
  _entities: ({ representations }) => (representations as readonly unknown[]).map(nameRepresented),
};

const nameGiven = ({ shop, orderId, outOrderId }: Arguments): string =>
  orderName({ shop: String(shop), orderId: String(orderId), outOrderId: outOrderId ? String(outOrderId) : undefined });

/** A representation is whatever JSON the caller writes; one that names no order costs as much as one that does. */
const nameRepresented = (representation: unknown): string => {
  const { id } = Object(representation) as Arguments;
  return typeof id === 'string' ? nameFromId(id) : '';
};

/** Reads the names of a field's orders; undefined for a field of Query that names none. */
export function orderNamesOf(
  node: FieldNode,
  query: GraphQLObjectType | undefined,
): ((variables: Variables) => readonly string[]) | undefined {
  const ordersOf = Object.hasOwn(ORDERS_OF, node.name.value) ? ORDERS_OF[node.name.value] : undefined;
  const definition = query?.getFields()[node.name.value];
  if (ordersOf === undefined || definition === undefined) return undefined;
  const given = variablesAlone(node);
  return (variables) => {
    try {
      return ordersOf(given?.(variables) ?? getArgumentValues(definition, node, variables));
    } catch {
      return []; // null where none may be: the field fails before anything is fetched
    }
  };
}

/** Counts the attribute keys in a document, written in it or in its variables; undefined where it gives none. */
export function attributeKeysIn(document: DocumentNode): ((variables: Variables) => number) | undefined {
  const written = new Set<string>();
  const names = new Set<string>();
  visit(document, {
    [Kind.ARGUMENT]({ name, value }) {
      if (name.value !== 'keys') return;
      if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      const members = value.kind === Kind.LIST ? value.values : [value];
      for (const member of members) {
        if (member.kind === Kind.VARIABLE) names.add(member.name.value);
        if (member.kind === Kind.STRING) written.add(member.value);
      }
    },
  });
  if (written.size + names.size === 0) return undefined;
  return (variables) => {
    let count = written.size;
    for (const name of names) count += [variables[name] ?? []].flat().length;
    return count;
  };
}

/** Takes a field's arguments where each is a variable that has a value, as it stands in most operations. */
function variablesAlone({
  arguments: nodes = [],
}: FieldNode): ((variables: Variables) => Arguments | undefined) | undefined {
  const taken: (readonly [argument: string, variable: string])[] = [];
  for (const { name, value } of nodes) {
    if (value.kind !== Kind.VARIABLE) return undefined;
    taken.push([name.value, value.name.value]);
  }
  return (variables) => {
    const given: Record<string, unknown> = {};
    for (const [argument, variable] of taken) {
      const value = variables[variable];
      if (value === undefined || value === null) return undefined;
      given[argument] = value;
    }
    return given;
  };
}
