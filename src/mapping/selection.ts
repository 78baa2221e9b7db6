// What a query selects of an object: field name → what it selects of that field's value.

export interface Selection {
  readonly [field: string]: Selection;
}

export const EMPTY_SELECTION: Selection = Object.freeze({});

/** Everything that is in either of two selections. */
export function mergeSelections(one: Selection, other: Selection): Selection {
  if (one === EMPTY_SELECTION) return other;
  const united: { [field: string]: Selection } = { ...one };
  for (const [name, inner] of Object.entries(other)) {
    const already = united[name];
    united[name] = already === undefined ? inner : mergeSelections(already, inner);
  }
  return united;
}
