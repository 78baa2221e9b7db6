// Plain JSON objects: what is one, and the ways to look into it.

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with named members: neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of several members that is there; gateways call one thing by several names. */
export function pick(from: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = from[name];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** A table's row, and nothing that the table only inherits. */
export const own = <Row>(table: { readonly [name: string]: Row }, key: string): Row | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
