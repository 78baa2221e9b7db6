// Paths into a JSON value, and the value with another at one of them.

export type JsonPath = readonly (string | number)[];

/** Every path into a value, its own (the empty one) first. */
export function pathsIn(value: unknown, at: JsonPath = []): readonly JsonPath[] {
  if (typeof value !== 'object' || value === null) return [at];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [at, ...members.flatMap(([name, member]) => pathsIn(member, [...at, name]))];
}

/** The value with another at a path; undefined there leaves the member out of its JSON. */
export function replaceAt(value: unknown, [name, ...rest]: JsonPath, by: unknown): unknown {
  if (name === undefined) return by;
  const inner = (value as Record<string | number, unknown> | undefined)?.[name];
  const next = replaceAt(inner, rest, by);
  if (Array.isArray(value)) return value.map((member: unknown, index) => (index === name ? next : member));
  return { ...(value as object), [name]: next };
}
