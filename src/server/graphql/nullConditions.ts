// Refuses null for the condition of a @skip or @include before anything is paid for. Validation lets a variable that has a
// default stand there, and the caller may give null for it all the same.
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import { isIncluded } from '../../query/selection.js';
import { fragmentsOf } from './fragments.js';
import type { Gate } from './pipeline.js';
import { isNullInPlaceOfDefault } from './variables.js';

/** The gate: BAD_USER_INPUT for the first condition that is null. */
export const refuseNullConditions: Gate = ({ document, operation }, variables) => {
  if (!isNullInPlaceOfDefault(operation, variables)) return;
  const fragments = fragmentsOf(document);
  const entered = new Set<string>();
  try {
    enter(operation.selectionSet);
  } catch (error) {
    throw error instanceof GraphQLError ? asMistake(error) : error;
  }

  function enter({ selections }: SelectionSetNode): void {
    for (const node of selections) {
      // What another condition leaves out is not looked at by whatever executes it.
      if (!isIncluded(node, variables)) continue;
      if (node.kind !== Kind.FRAGMENT_SPREAD) {
        if (node.selectionSet) enter(node.selectionSet);
      } else if (!entered.has(node.name.value)) {
        entered.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment) enter(fragment.selectionSet);
      }
    }
  }
};

function asMistake({ message, nodes }: GraphQLError): GraphQLError {
  const [value] = nodes ?? [];
  const words =
    value?.kind === Kind.VARIABLE
      ? `Variable "$${value.name.value}" decides a condition and must not be null.`
      : message;
  return new GraphQLError(words, {
    nodes,
    extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, http: { status: 400 } },
  });
}
