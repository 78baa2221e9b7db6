// Refuses null for the condition of a @skip or @include before anything is paid for. Validation lets a variable that has a
// default stand there, and the caller may give null for it all the same.
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, Kind, type SelectionNode, type SelectionSetNode, type VariableNode } from 'graphql';
import { fragmentsOf } from '../limits/price.js';
import type { Gate } from './pipeline.js';
import { isNullInPlaceOfDefault, type Variables } from './variables.js';

/** The gate: BAD_USER_INPUT for the first condition that is null. */
export const refuseNullConditions: Gate = ({ document, operation }, variables) => {
  if (!isNullInPlaceOfDefault(operation, variables)) return;
  const fragments = fragmentsOf(document);
  const entered = new Set<string>();
  enter(operation.selectionSet);

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

/** In the order in which GraphQL looks at them: @skip decides alone where it holds. */
function isIncluded({ directives = [] }: SelectionNode, variables: Variables): boolean {
  const conditionOf = (name: string): boolean | undefined => {
    const value = directives.find((directive) => directive.name.value === name)?.arguments?.[0]?.value;
    if (value?.kind === Kind.BOOLEAN) return value.value;
    return value?.kind === Kind.VARIABLE ? booleanOf(value, variables) : undefined;
  };
  return conditionOf('skip') !== true && conditionOf('include') !== false;
}

function booleanOf(node: VariableNode, variables: Variables): boolean {
  const value = variables[node.name.value];
  if (value !== null) return Boolean(value);
  throw new GraphQLError(`Variable "$${node.name.value}" decides a condition and must not be null.`, {
    nodes: node,
    extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, http: { status: 400 } },
  });
}
