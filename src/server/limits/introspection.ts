// How long the lists of introspection are, as they lead to one another: without bounds on them a short query could ask for
// millions of fields.
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Points for a field of introspection: each has a resolver, which takes several times what a field of an order does. */
export const POINTS_OF_INTROSPECTION = 5;

export const isIntrospection = (type: GraphQLNamedType | undefined): boolean => type?.name.startsWith('__') ?? false;

/** Fields of introspection that hold all there are in the schema. */
export const OF_ALL: ReadonlySet<string> = new Set(['types', 'directives']);
/** Fields that hold a part of each: together, all parts that there are. */
export const OF_EACH: ReadonlySet<string> = new Set(['fields', 'args', 'inputFields', 'enumValues']);

interface IntrospectionLengths {
  /** Where every type comes once. */
  readonly average: ReadonlyMap<string, number>;
  /** Where a query chooses: it may choose the longest, and from there the longest again. */
  readonly greatest: ReadonlyMap<string, number>;
}

/** How many items the lists of introspection hold, by the field's name. */
export function lengthsOfIntrospection(schema: GraphQLSchema): IntrospectionLengths {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const ofTypes = (lengthOf: (type: GraphQLNamedType) => number): readonly number[] => types.map(lengthOf);
  const counts: readonly (readonly [field: string, counts: readonly number[]])[] = [
    ['types', [types.length]],
    ['directives', [directives.length]],
    [
      'fields',
      ofTypes((type) => (isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).length : 0)),
    ],
    ['args', [...fields, ...directives].map(({ args }) => args.length)],
    ['inputFields', ofTypes((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))],
    ['enumValues', ofTypes((type) => (isEnumType(type) ? type.getValues().length : 0))],
    ['interfaces', ofTypes((type) => (isObjectType(type) ? type.getInterfaces().length : 0))],
    ['possibleTypes', ofTypes((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0))],
  ];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, count) => total + count, 0);
  return {
    average: new Map(counts.map(([field, lengths]) => [field, sum(lengths) / lengths.length])),
    greatest: new Map(counts.map(([field, lengths]) => [field, Math.max(...lengths)])),
  };
}
