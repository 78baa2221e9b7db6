// How much of a document validation compares with one another: by GraphQL's rules every two fields of one name that may
// be merged, every two fragments spread side by side, and each fragment for each operation. All of it grows by the square.
import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, type ValueNode } from 'graphql';
import { memoize } from '../../common/memoize.js';
import { fragmentsOf } from '../graphql/fragments.js';

/** Fields looked at to count the comparisons; fragments inside one another can write out any number of them. */
const MAX_STEPS = 200_000;

/** What a selection set selects by itself, inline fragments included. */
interface Source {
  readonly number: number;
  readonly fields: readonly FieldNode[];
  /** The names of the fragments that it spreads. */
  readonly spreads: ReadonlySet<string>;
}

/** An estimate from above; what is more than the limit is not counted to the end. */
export function comparisonsIn(document: DocumentNode, limit: number): number {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  let comparisons = operations.length * fragments.size;
  let steps = 0;
  let sources = 0;
  const sourceOf = memoize((set: SelectionSetNode): Source => ({ number: ++sources, ...selectedBy(set) }));
  // What is selected together at several places is compared once.
  const compared = new Set<string>();
  const waiting: (readonly SelectionSetNode[])[] = [];
  for (const definition of document.definitions)
    if ('selectionSet' in definition) waiting.push([definition.selectionSet]);

  while (comparisons <= limit && steps <= MAX_STEPS) {
    const sets = waiting.pop();
    if (sets === undefined) return comparisons;
    compare(sets);
  }
  return Math.max(comparisons, limit + 1);

  /** Compares what selection sets select together at one place of the answer. */
  function compare(sets: readonly SelectionSetNode[]): void {
    const merged = mergedSources(sets);
    const spreads = merged.reduce((sum, source) => sum + source.spreads.size, 0);
    comparisons += (spreads * (spreads - 1)) / 2 + spreads * sets.length;
    const numbers = merged.filter(({ fields }) => fields.length > 0).map(({ number }) => number);
    const key = numbers.sort((one, other) => one - other).join();
    if (compared.has(key)) return;
    compared.add(key);
    for (const fields of byResponseName(merged)) {
      steps += fields.length;
      if (fields.length > 1)
        comparisons += ((fields.length - 1) * fields.reduce((sum, field) => sum + lengthOf(field), 0)) / 2;
      const inner = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length > 0) waiting.push(inner);
    }
  }

  /** The sets and the fragments that they spread, each once. */
  function mergedSources(sets: readonly SelectionSetNode[]): readonly Source[] {
    const merged = new Set(sets.map(sourceOf));
    // A set grows while it is gone through.
    for (const { spreads } of merged) {
      steps += spreads.size;
      for (const name of spreads) {
        const fragment = fragments.get(name);
        if (fragment) merged.add(sourceOf(fragment.selectionSet));
      }
    }
    return [...merged];
  }
}

function selectedBy(set: SelectionSetNode): Pick<Source, 'fields' | 'spreads'> {
  const fields: FieldNode[] = [];
  const spreads = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) fields.push(node);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
      else spreads.add(node.name.value);
    }
  };
  collect(set);
  return { fields, spreads };
}

function byResponseName(sources: readonly Source[]): Iterable<readonly FieldNode[]> {
  const groups = new Map<string, FieldNode[]>();
  for (const { fields } of sources) {
    for (const field of fields) {
      const name = (field.alias ?? field.name).value;
      const group = groups.get(name);
      if (group) group.push(field);
      else groups.set(name, [field]);
    }
  }
  return groups.values();
}

/** What it takes to compare a field with another: its arguments are printed. */
const lengthOf = ({ arguments: given = [] }: FieldNode): number =>
  given.reduce((sum, { value }) => sum + valuesIn(value), 1);

function valuesIn(value: ValueNode): number {
  if (value.kind === Kind.LIST) return value.values.reduce((sum, member) => sum + valuesIn(member), 1);
  if (value.kind === Kind.OBJECT) return value.fields.reduce((sum, field) => sum + valuesIn(field.value), 1);
  return 1;
}
