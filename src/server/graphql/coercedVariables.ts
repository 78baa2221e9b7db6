// Variables of compiled operations: the pipeline has coerced them, and graphql-jit takes them as they are. What it compiles
// of a variable's own type is written out level by level, and would never end for OrderWhere, whose `not` is one too.
import { type DocumentNode, GraphQLScalarType, GraphQLSchema, Kind, visit } from 'graphql';

const COERCED = new GraphQLScalarType({ name: 'CoercedVariable' });

/** The same schema, for documents whose variables hold coerced values. */
export function withCoercedVariables(schema: GraphQLSchema): GraphQLSchema {
  const { types, ...config } = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...types, COERCED], assumeValid: true });
}

/** The document with variables that take any value; defaults have been put in their place. */
export const takeCoercedVariables = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: {
      leave: ({ kind, variable }) => ({
        ...{ kind, variable },
        type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED.name } },
      }),
    },
  });
