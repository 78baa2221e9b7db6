// What a query asks of an object: field name → what it asks of that field's value.

export interface Selection {
  readonly [field: string]: Selection;
}

export const EMPTY_SELECTION: Selection = Object.freeze({});

/** Everything that either of two selections asks. */
export function mergeSelections(one: Selection, other: Selection): Selection {
  const united: { [field: string]: Selection } = { ...one };
  for (const [name, inner] of Object.entries(other)) {
    const already = united[name];
    united[name] = already === undefined ? inner : mergeSelections(already, inner);
  }
  return united;
}
