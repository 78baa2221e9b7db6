// The fields that a gateway's own documentation lists, and those that occur in what a gateway has sent.

import { readFileSync } from 'node:fs';

export type Field = { readonly path: string; readonly type: string };

/** The fields of a table in fixtures/wire, where they stand on the wire: data.items[].name */
export const documentedFields = (table: string): readonly Field[] =>
  readFileSync(new URL(`../fixtures/wire/${table}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [path = '', type = ''] = line.split('\t');
      return { path, type };
    });

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
