// The values of an operation's variables, as its schema wants them.
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql';
import { memoize } from '../../common/memoize.js';

export type Variables = Readonly<Record<string, unknown>>;

/** The names of an operation's variables where all are texts, as most are: such values need no coercion. */
const textVariablesOf = memoize(({ variableDefinitions = [] }: OperationDefinitionNode) => {
  const areTexts = variableDefinitions.every(({ type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && (named.name.value === 'ID' || named.name.value === 'String');
  });
  return areTexts ? variableDefinitions.map(({ variable }) => variable.name.value) : undefined;
});

const defaultedVariablesOf = memoize(({ variableDefinitions = [] }: OperationDefinitionNode) =>
  variableDefinitions.filter(({ defaultValue }) => defaultValue).map(({ variable }) => variable.name.value),
);

/** Whether null is given for a variable with a default: validation lets such a one stand where null may not be. */
export const isNullInPlaceOfDefault = (operation: OperationDefinitionNode, given: Variables): boolean =>
  defaultedVariablesOf(operation).some((name) => given[name] === null);

/** @throws GraphQLError that names what is wrong first: the words repeat the value, and there can be thousands of both. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
): Variables {
  if (textVariablesOf(operation)?.every((name) => typeof given[name] === 'string')) return given;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (coerced) return coerced;
  const [{ message, nodes }] = errors as readonly [GraphQLError];
  throw new GraphQLError(message, {
    nodes,
    extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, http: { status: 400 } },
  });
}
