// How lists travel: TOP wraps each in a member named after what it lists, orders → orders.order[], or leaves it bare.

import type { Document, Value } from '../document.js';

export type ListStyle = {
  readonly lists: 'wrapped' | 'bare';
  /** An empty list: nothing at all, or what is left when there is nothing to wrap. */
  readonly empty: 'absent' | 'shown';
};

/** The document with its lists as they travel; memberNames: name of a list → name of what it lists. */
export function toWire(
  document: Document,
  memberNames: Readonly<Record<string, string>>,
  { lists, empty }: ListStyle,
): Document {
  const wrapped = lists === 'wrapped';
  const listOf = (name: string, members: readonly Value[]): Value => {
    if (members.length === 0) return empty === 'absent' ? undefined : wrapped ? {} : [];
    const written = members.map(asSent);
    return wrapped ? { [memberNames[name] ?? name]: written } : written;
  };
  const asSent = (value: Value): Value =>
    typeof value === 'object' && !Array.isArray(value) ? allSent(value as Document) : value;
  const allSent = (members: Document): Document =>
    Object.fromEntries(
      Object.entries(members).map(([name, value]) => [
        name,
        Array.isArray(value) ? listOf(name, value) : asSent(value),
      ]),
    );
  return allSent(document);
}
