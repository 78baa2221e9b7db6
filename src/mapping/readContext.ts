// The state of reading one document, and what a field is compiled into.
import { MAX_WARNINGS } from './bounds.js';
import type { ReadContext } from './codec.js';
import type { Spellings } from './path.js';
import type { Selection } from './selection.js';

/** Where in the document the reader is, and what it could not read. */
export interface ReadState extends ReadContext {
  currency: string;
  place: number;
  readonly root: object;
  /** The members that are being read as one. */
  group: readonly unknown[];
  readonly trail: string[];
  /** The value being decoded, below the trail. */
  at: string;
  readonly warnings: { path: string; message: string }[];
  /** Called with the number of fields of each object before they are read. */
  readonly limitRead: (values: number) => void;
}

/** How one gateway writes a document, and in which parts it sends it. */
export interface GatewayDialect extends Spellings {
  /** The subtree that a path of the document arrives in, or undefined when it always arrives. */
  readonly subtreeOf: (path: string) => string | undefined;
}

/** Reads one value of a document. */
export type Read<Value = unknown> = (source: unknown, reading: ReadState) => Value;

/** Whether an object of the document has anything of a selection. */
type Has = (source: unknown) => boolean;

/** Adds the subtrees that a selection needs. */
export type SubtreeCollector = (selection: Selection, subtrees: Set<string>) => void;

export interface FieldReader<Value = unknown> {
  /** Prepares to read a selection, from one document after the other. */
  readonly bind: (selection: Selection) => Read<Value>;
  readonly has: (selection: Selection) => Has;
  readonly collectSubtrees: SubtreeCollector;
}

export type ObjectReader = FieldReader<object>;

export function warn({ trail, warnings }: ReadState, wire: string, message: string): void {
  if (warnings.length > MAX_WARNINGS) return;
  const isLast = warnings.length === MAX_WARNINGS;
  const path = isLast ? '' : [...trail, wire].filter((name) => name !== '').join('.');
  warnings.push({ path, message: isLast ? `gave more than ${MAX_WARNINGS} warnings` : message });
}
