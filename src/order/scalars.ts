// The scalars of the schema. Money and quantities travel as decimal strings: a float would lose cents.
import 'reflect-metadata';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';

const stringScalar = (name: string, description: string, pattern: RegExp): GraphQLScalarType<string, string> => {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new GraphQLError(`${name} cannot represent ${JSON.stringify(value)}.`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
};

export const Decimal = stringScalar(
  'Decimal',
  'An exact decimal number as a string, such as "6.15": digits, at most one point, no exponent.',
  /^-?\d+(\.\d+)?$/,
);

export const CurrencyCode = stringScalar(
  'CurrencyCode',
  'An ISO 4217 currency code, such as "CNY". Gateways that write RMB mean CNY.',
  /^[A-Z]{3}$/,
);

export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: 'An instant in ISO 8601, in UTC, such as "2021-10-21T10:20:12.000Z".',
});

/** Any JSON value: used for the gateway’s own document alone. */
export const Json = new GraphQLScalarType({ ...GraphQLJSON.toConfig(), description: 'Any JSON value.' });
