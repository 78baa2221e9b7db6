// Places inside a JSON value, and the value with one of them changed.

export type Place = readonly (string | number)[];

/** Every place in a value, its own (the empty one) first. */
export function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [at, ...members.flatMap(([name, member]) => placesIn(member, [...at, name]))];
}

/** The value with something else at a place; undefined there leaves the member out of its JSON. */
export function replaced(value: unknown, [name, ...rest]: Place, by: unknown): unknown {
  if (name === undefined) return by;
  const inner = (value as Record<string | number, unknown> | undefined)?.[name];
  const next = replaced(inner, rest, by);
  if (Array.isArray(value)) return value.map((member: unknown, index) => (index === name ? next : member));
  return { ...(value as object), [name]: next };
}
