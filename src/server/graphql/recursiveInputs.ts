// Which operations have variables of an input type that leads back to itself, as OrderWhere does by its `not`: graphql-jit
// writes the reading of a variable out level by level, and for such a type it never ends.
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { memoize } from '../../common/memoize.js';

export function createRecursiveInputs(schema: GraphQLSchema): (operation: OperationDefinitionNode) => boolean {
  const isRecursive = memoize((type: GraphQLInputType): boolean => leadsBack(type, new Set()));
  return ({ variableDefinitions = [] }) =>
    variableDefinitions.some(({ type }) => {
      const known = typeFromAST(schema, type);
      return isInputType(known) && isRecursive(getNamedType(known));
    });
}

function leadsBack(type: GraphQLInputType, above: ReadonlySet<unknown>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  if (above.has(named)) return true;
  return Object.values(named.getFields()).some((field) => leadsBack(field.type, new Set([...above, named])));
}
