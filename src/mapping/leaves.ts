// The builders of leaves that documents are written with: one for each codec.

import type { Money } from '../order/money.js';
import type { Personal } from '../order/personal.js';
import {
  BOOLEAN,
  type CodeTable,
  codeOf,
  DECIMAL,
  FEN,
  ID_LIST,
  ID_TEXT,
  INTEGER,
  lookUp,
  TEXT,
  TEXTS,
  TIME,
  YUAN,
} from './codec.js';
import { type Field, type Leaf, leaf, required } from './fieldTypes.js';

type Paths = string | readonly string[];

export const text = (paths: Paths, description?: string, personal?: Personal): Field<string | null> & Leaf =>
  leaf(TEXT, paths, description, personal);
export const texts = (paths: Paths, description?: string): Field<readonly string[] | null> & Leaf =>
  leaf(TEXTS, paths, description);
export const id = (paths: Paths, description?: string, personal?: Personal): Field<string | null> & Leaf =>
  leaf(ID_TEXT, paths, description, personal);
export const idList = (paths: Paths, description?: string): Field<readonly string[] | null> & Leaf =>
  leaf(ID_LIST, paths, description);
export const bool = (paths: Paths, description?: string): Field<boolean | null> & Leaf =>
  leaf(BOOLEAN, paths, description);
export const int = (paths: Paths, description?: string): Field<number | null> & Leaf =>
  leaf(INTEGER, paths, description);
export const decimal = (paths: Paths, description?: string): Field<string | null> & Leaf =>
  leaf(DECIMAL, paths, description);
export const yuan = (paths: Paths, description?: string): Field<Money | null> & Leaf => leaf(YUAN, paths, description);
export const fen = (paths: Paths, description?: string): Field<Money | null> & Leaf => leaf(FEN, paths, description);
export const time = (paths: Paths, description?: string): Field<Date | null> & Leaf => leaf(TIME, paths, description);

/** A code read by its table; where the document has none, the value that the table gives to no code at all. */
export const code = <Value extends string>(table: CodeTable<Value>, paths: Paths): Field<Value | 'UNKNOWN'> =>
  required<Value | 'UNKNOWN'>(leaf(codeOf(table), paths), () => lookUp(table, ''));
