// The forms that gateways write lists in: PHP makes an object of a list with gaps, and an empty list of an empty object.

const DIGITS = /^\d+$/;

/** The members of a list, which may be an object whose names are all numbers; undefined for what is none. */
export function listed(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const name in value) if (!DIGITS.test(name)) return undefined;
  return Object.values(value);
}

/** The same, with a lone object as a list of one. */
export const toMembers = (value: unknown): readonly unknown[] | undefined =>
  listed(value) ?? (typeof value === 'object' && value !== null ? [value] : undefined);

/** What an empty object or value comes as. */
export const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
