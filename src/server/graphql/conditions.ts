// Decides the conditions of an operation, @skip and @include, before it is compiled: what they leave out is removed, and
// nothing conditional is left for the compiler to get wrong.
import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';
import type { JsonObject } from '../../common/object.js';
import type { Operation } from './operation.js';

/** A document's conditions, as far as variables decide them. */
export interface Conditions {
  /** The names of those variables. */
  readonly variables: readonly string[];
  /** Whether the document holds directives that are no conditions. */
  readonly hasOthers: boolean;
}

export function conditionsOf(document: DocumentNode): Conditions {
  const variables = new Set<string>();
  let hasOthers = false;
  visit(document, {
    [Kind.DIRECTIVE](directive: DirectiveNode) {
      if (!isCondition(directive)) hasOthers = true;
      for (const { value } of directive.arguments ?? [])
        if (value.kind === Kind.VARIABLE) variables.add(value.name.value);
    },
  });
  return { variables: [...variables], hasOthers };
}

const isCondition = ({ name }: DirectiveNode): boolean =>
  name.value === GraphQLSkipDirective.name || name.value === GraphQLIncludeDirective.name;

/** What the variables of conditions are, by name; undefined where one is neither given nor defaulted as a boolean. */
export type Decisions = ReadonlyMap<string, boolean>;

export function decisionsOf(
  { variables }: Conditions,
  { operation }: Operation,
  given: JsonObject,
): Decisions | undefined {
  const decisions = new Map<string, boolean>();
  for (const name of variables) {
    const value = Object.hasOwn(given, name) ? given[name] : defaultOf(operation, name);
    if (typeof value !== 'boolean') return undefined;
    decisions.set(name, value);
  }
  return decisions;
}

function defaultOf({ variableDefinitions = [] }: Operation['operation'], name: string): unknown {
  const value = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

/** The document with its conditions decided; no directive is left in it. */
export function decideConditions(document: DocumentNode, decisions: Decisions): DocumentNode {
  return visit(document, {
    enter(node) {
      const isSelection =
        node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_SPREAD || node.kind === Kind.INLINE_FRAGMENT;
      if (isSelection && !isIncluded(node, decisions)) return null;
      return node.kind === Kind.DIRECTIVE ? null : undefined;
    },
  });
}

const isIncluded = ({ directives = [] }: SelectionNode, decisions: Decisions): boolean =>
  directives.every(({ name, arguments: [condition] = [] }) => {
    const value = condition?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? decisions.get(value.name.value)
        : value?.kind === Kind.BOOLEAN
          ? value.value
          : undefined;
    return holds === (name.value === GraphQLIncludeDirective.name);
  });
