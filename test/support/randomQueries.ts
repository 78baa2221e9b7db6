// Random queries that are valid in a schema: fragments on objects, interfaces and unions, aliases, conditions, variables
// with and without defaults, several operations in one document.
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Part } from './json.js';

export interface RandomQuery {
  readonly query: string;
  readonly operationName: string | undefined;
  /** Draws values for the variables of the operation. */
  readonly variables: () => Part;
}

/** Names of variables that conditions use, and how they are declared. */
const CONDITIONS: Readonly<Record<string, string>> = {
  yes: 'Boolean!',
  no: 'Boolean!',
  on: 'Boolean! = true',
  off: 'Boolean! = false',
};

export interface Names {
  /** The root fields that may be drawn, each with its arguments: `order(shop: "mill", orderId: "1")`. */
  readonly roots: readonly string[];
  /** How many of them an operation may have; 2 unless it is said. */
  readonly maxRoots?: number;
  /** Values for variables that the root fields use, by name, and their types. */
  readonly variables: Readonly<Record<string, { readonly type: string; readonly values: readonly unknown[] }>>;
}

export function createRandomQueries(
  schema: GraphQLSchema,
  { roots, maxRoots = 2, variables }: Names,
  random: () => number,
) {
  const chance = (probability: number): boolean => random() < probability;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const queryType = schema.getQueryType() as GraphQLCompositeType;

  function condition(): string {
    if (!chance(0.25)) return '';
    if (chance(0.15)) return ` @skip(if: ${pick(['$yes', '$no'])}) @include(if: ${pick(['$on', '$off'])})`;
    return ` @${pick(['skip', 'include'])}(if: ${pick(['$yes', '$no', '$on', '$off', 'true', 'false'])})`;
  }

  const fieldsOf = (type: GraphQLCompositeType): readonly GraphQLField<unknown, unknown>[] =>
    isUnionType(type) ? [] : Object.values(type.getFields());

  /** Types that a fragment inside this one may name. */
  const narrower = (type: GraphQLCompositeType): readonly GraphQLCompositeType[] => [
    type,
    ...(isUnionType(type) || 'getInterfaces' in type ? possible(type) : []),
  ];
  const possible = (type: GraphQLCompositeType): readonly GraphQLCompositeType[] =>
    schema.isSubType(type as never, type as never) || isUnionType(type) || type.name === 'Node'
      ? schema.getPossibleTypes(type as never)
      : [];

  /** An alias always stands for one field, so that selections of the same object can be merged. */
  const named = (name: string): string => (chance(0.15) ? `${pick(['a', 'b'])}_${name}: ${name}` : name);

  function one(): RandomQuery {
    const fragments: string[] = [];

    function spread(type: GraphQLCompositeType, depth: number): string {
      const name = `F${fragments.length}`;
      fragments.push('');
      const index = fragments.length - 1;
      fragments[index] = `fragment ${name} on ${type.name} ${selection(type, depth - 1)}`;
      const use = `...${name}${condition()}`;
      return chance(0.3) ? `${use} ...${name}${condition()}` : use;
    }

    function selection(type: GraphQLCompositeType, depth: number): string {
      const fields = fieldsOf(type).filter(
        ({ args, type: of }) => !args.some(isRequiredArgument) && (depth > 0 || isLeafType(getNamedType(of))),
      );
      const parts: string[] = [];
      const count = 1 + Math.floor(random() * 4);
      for (let index = 0; index < count; index++) {
        const field = fields.length > 0 && chance(0.8) ? pick(fields) : undefined;
        if (field) parts.push(fieldText(field, depth));
        else if (depth > 0 && chance(0.5)) {
          const inner = pick(narrower(type));
          parts.push(
            chance(0.5)
              ? `...${chance(0.3) && inner === type ? '' : ` on ${inner.name}`}${condition()} ${selection(inner, depth - 1)}`
              : spread(inner, depth),
          );
        } else parts.push(`__typename${condition()}`);
      }
      return `{ ${parts.join(' ')} }`;
    }

    function fieldText({ name, type }: GraphQLField<unknown, unknown>, depth: number): string {
      const inner: GraphQLNamedType = getNamedType(type);
      const text = `${named(name)}${condition()}`;
      return isCompositeType(inner) ? `${text} ${selection(inner, depth - 1)}` : text;
    }

    function root(index: number): string {
      const call = pick(roots);
      const [called] = call.split('(');
      const { type } = fieldsOf(queryType).find(({ name }) => name === called) as GraphQLField<unknown, unknown>;
      const inner = getNamedType(type) as GraphQLCompositeType;
      return `r${index}: ${call}${condition()} ${selection(inner, 4)}`;
    }

    function operation(name: string): string {
      const body = Array.from({ length: 1 + Math.floor(random() * maxRoots) }, (_nothing, index) => root(index)).join(
        ' ',
      );
      const text = `${body} ${fragments.join(' ')}`;
      const declared = [
        ...Object.entries(CONDITIONS),
        ...Object.entries(variables).map(([variable, { type }]) => [variable, type]),
      ].filter(([variable]) => text.includes(`$${variable}`));
      const list = declared.map(([variable, type]) => `$${variable}: ${type}`).join(', ');
      return `query ${name}${list ? `(${list})` : ''} { ${body} }`;
    }

    const first = operation('One');
    const second = chance(0.1) ? operation('Two') : '';
    return {
      query: [first, second, ...fragments].filter(Boolean).join('\n'),
      operationName: second ? pick(['One', 'Two']) : undefined,
      variables: () => ({
        yes: chance(0.7),
        no: chance(0.3),
        ...(chance(0.3) ? { on: chance(0.5) } : {}),
        ...(chance(0.3) ? { off: chance(0.5) } : {}),
        ...Object.fromEntries(Object.entries(variables).map(([name, { values }]) => [name, pick(values)])),
      }),
    };
  }

  /** The next query that is valid. */
  return (): RandomQuery => {
    for (;;) {
      const drawn = one();
      if (validate(schema, parse(drawn.query)).length === 0) return drawn;
    }
  };
}
