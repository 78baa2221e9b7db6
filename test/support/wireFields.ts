// The fields that a gateway's own documentation lists, and those that occur in what a gateway has sent.

import { fixture } from './fixture.js';

export interface WireField {
  /** Where it stands on the wire, as documented: data.result.product_items[].name */
  readonly path: string;
  readonly type: string;
}

type Table = 'fields.tsv' | 'platform.tsv';

/** A table of fields beside a gateway's recorded request and reply: of its own pages, or of its platform's. */
export const documentedFields = (gateway: string, table: Table = 'fields.tsv'): readonly WireField[] =>
  fixture(gateway, table)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([path = '', type = '']) => ({ path: path.trim(), type: type.trim() }));

/** Those of them that hold a value of their own: no object, and no list of objects. */
export function documentedLeaves(gateway: string, table?: Table): readonly WireField[] {
  const fields = documentedFields(gateway, table);
  const isLeaf = ({ path, type }: WireField) =>
    type !== 'object' && !fields.some((other) => other.path.startsWith(`${path}.`));
  return fields.filter(isLeaf);
}

const folded = (path: string): string => path.replaceAll('_', '').toLowerCase();

/**
 * What 1688's own interfaces list of an order and another gateway to it does not, as that gateway writes it.
 * @param fields what that gateway lists
 */
export function platformLeaves(
  fields: readonly WireField[],
  below: string,
  spelling: (name: string) => string,
): readonly WireField[] {
  const own = new Set(fields.map(({ path }) => folded(path)));
  return documentedLeaves('ALIBABA_1688')
    .filter(({ path }) => path.startsWith('result.'))
    .map(({ path, type }) => ({ path: below + spelling(path.slice('result.'.length)), type }))
    .filter(({ path }) => !own.has(folded(path)));
}

/** Path → the types that it has been seen with. */
export type Seen = Map<string, Set<string>>;

/** Notes every path of a document and the type at it. Longs read as strings would hide their type: use JSON.parse. */
export function note(document: unknown, seen: Seen): void {
  walk(document, [], (path, type) => seen.set(path, (seen.get(path) ?? new Set()).add(type)));
}

function walk(value: unknown, path: readonly string[], visit: (path: string, type: string) => void): void {
  if (Array.isArray(value)) {
    const list = [...path.slice(0, -1), `${path.at(-1)}[]`];
    visit(list.join('.'), 'array');
    for (const member of value) if (typeof member === 'object') walk(member, list, visit);
  } else {
    if (path.length > 0 && !path.at(-1)?.endsWith('[]')) visit(path.join('.'), typeof value);
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) walk(member, [...path, name], visit);
  }
}
