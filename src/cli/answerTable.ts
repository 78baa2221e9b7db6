// A query's answer as tables: a list as rows, an object as its fields.
import { isObject } from '../common/object.js';
import { printable, tableOf } from './terminal.js';

const NOTHING = '–';

/** The lines of a table for each field of the answer, under its name. */
export function answerTables(data: Readonly<Record<string, unknown>>, heading: (text: string) => string): string {
  const parts = Object.entries(data).map(([name, value]) => {
    const lines = linesOf(value);
    return [heading(printable(name)), ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return parts.join('\n\n');
}

function linesOf(value: unknown): readonly string[] {
  const rows = rowsIn(value);
  if (rows) return rows.length === 0 ? [NOTHING] : listTable(rows);
  if (isObject(value)) return tableOf([...cellsOf(value)]);
  return [textOf(value)];
}

/** The rows of a list, or of a connection's nodes or edges. */
function rowsIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  if (Array.isArray(value.nodes)) return value.nodes;
  if (Array.isArray(value.edges))
    return value.edges.map((edge) => (isObject(edge) && isObject(edge.node) ? edge.node : edge));
  return undefined;
}

function listTable(rows: readonly unknown[]): readonly string[] {
  const cells = rows.map((row) => (isObject(row) ? cellsOf(row) : new Map(row === null ? [] : [['', textOf(row)]])));
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  return tableOf([
    ...(columns.some((column) => column !== '') ? [columns] : []),
    ...cells.map((row) => (columns.length === 0 ? [NOTHING] : columns.map((column) => row.get(column) ?? NOTHING))),
  ]);
}

/** An object's values by their paths; an amount is one value with its currency. */
function cellsOf(object: Readonly<Record<string, unknown>>, path = ''): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(object)) {
    const at = printable(path === '' ? name : `${path}.${name}`);
    if (!isObject(value) || isAmount(value)) cells.set(at, textOf(value));
    else for (const [below, text] of cellsOf(value, at)) cells.set(below, text);
  }
  return cells;
}

const isAmount = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(value).length === 2 && typeof value.amount === 'string' && typeof value.currencyCode === 'string';

function textOf(value: unknown): string {
  if (value === null || value === undefined) return NOTHING;
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map(textOf).join(', ');
  if (!isObject(value)) return printable(String(value));
  if (isAmount(value)) return printable(`${value.amount} ${value.currencyCode}`);
  const members = [...cellsOf(value)].map(([name, text]) => `${name}: ${text}`);
  return `{ ${members.join(', ')} }`;
}
