// What a reading of a document knows on its way, and what reads and tells of a field.
import type { ReadContext } from './codec.js';
import type { Spellings } from './path.js';
import type { Selection } from './selection.js';

/** Notes of the reading under way: where it stands, and what could not be read. */
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
}

/** How a document is met at one gateway. */
export interface GatewayDialect extends Spellings {
  /** The subtree that a path of the document arrives in, or undefined when it always arrives. */
  readonly subtreeOf: (path: string) => string | undefined;
}

/** Reads one value of a document. */
export type Read<Value = unknown> = (source: unknown, reading: ReadState) => Value;

/** Whether a document has anything of what was asked. */
type Has = (source: unknown) => boolean;

export interface FieldReader<Value = unknown> {
  /** What reads a selection, from one document after the other. */
  readonly bind: (selection: Selection) => Read<Value>;
  readonly has: (selection: Selection) => Has;
  /** Adds the subtrees that a selection needs. */
  readonly need: (selection: Selection, subtrees: Set<string>) => void;
}

export type ObjectReader = FieldReader<object>;

export const warn = (reading: ReadState, wire: string, message: string): void => {
  reading.warnings.push({ path: [...reading.trail, wire].filter((name) => name !== '').join('.'), message });
};
