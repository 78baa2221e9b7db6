// The small language that documents are written in: a field of the schema, the platform's path, a codec between them.
// A document is data: the reader, the subtrees to request and the coverage table are all computed from it.
import type { Personal } from '../order/personal.js';
import { type Codec, type ReadContext, TEXT } from './codec.js';

declare const output: unique symbol;

/** The type that a field reads into; it exists for the compiler alone. */
interface TypeBrand<out T> {
  readonly [output]?: T;
}

interface Source {
  /** In the language of path.ts, without a mark of its origin. */
  readonly path: string;
  readonly codec: Codec<unknown>;
}

/** One value: the first source that is there is read. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly sources: readonly Source[];
  readonly fallback: (context: ReadContext) => unknown;
  readonly description: string;
  /** The mark of a platform’s own field; fields of the unified model are marked there. */
  readonly personal?: Personal | undefined;
}

/** A value made of several others. A path through a list gives the list of its values. */
export interface Computed {
  readonly kind: 'computed';
  readonly paths: readonly string[];
  readonly codec: Codec<unknown>;
  readonly compute: (values: readonly unknown[], context: ReadContext) => unknown;
  readonly description: string;
}

export interface ObjectField {
  readonly kind: 'object';
  /** The path that the fields' paths start from; empty for the object at hand. */
  readonly at: string;
  /** Whether the object is null where the document has none of what is selected of it. */
  readonly isSparse: boolean;
  readonly fields: AnyFields;
  readonly type: (() => new () => object) | undefined;
  readonly description: string;
  readonly personal?: Personal | undefined;
}

export interface ListField {
  readonly kind: 'list';
  readonly lists: readonly ListSource[];
  /** Whether the lists are joined, or the first that has members is taken. */
  readonly isJoined: boolean;
  readonly fallback: (context: ReadContext) => unknown;
  readonly type: (() => new () => object) | undefined;
  readonly description: string;
}

export interface ListShape {
  /** Members count only where one of these is there: a path with a value, or a field that is not null. */
  readonly having?: readonly (string | Computed)[];
  /** Members with the same value here are read as one; a computed field's path that starts with * sees them all. */
  readonly groupedBy?: string;
}

export interface ListSource extends ListShape {
  readonly at: string;
  readonly fields: AnyFields;
}

/** A field that the platform does not have: why, and its value. */
interface Absent {
  readonly kind: 'absent';
  readonly why: string;
  readonly value: unknown;
}

export type AnyField = Leaf | Computed | ObjectField | ListField | Absent;
export type Field<T> = AnyField & TypeBrand<T>;

export interface AnyFields {
  readonly [name: string]: AnyField;
}

/** A field for every member of T: leaving one out does not compile. */
export type Fields<T> = { readonly [Name in keyof T]-?: Field<T[Name]> };

const nothing = (): null => null;

export const leaf = <T>(
  codec: Codec<T>,
  paths: string | readonly string[],
  description = '',
  personal?: Personal,
): Field<T | null> & Leaf => ({
  kind: 'leaf',
  sources: (typeof paths === 'string' ? [paths] : paths).map((path) => ({ path, codec })),
  fallback: nothing,
  description,
  personal,
});

/** The first of several leaves that is there; for one fact that a document may hold in several forms. */
export const firstOf = <T>(...leaves: readonly (Field<T> & Leaf)[]): Field<T> & Leaf => ({
  kind: 'leaf',
  sources: leaves.flatMap(({ sources }) => sources),
  fallback: nothing,
  description: leaves[0]?.description ?? '',
});

/** The same field with a fallback where the document has no value. */
export function required<T>(
  field: Field<T | null> & (Leaf | ListField),
  fallback: (context: ReadContext) => T,
): Field<T> {
  const declared: Leaf | ListField = field;
  return { ...declared, fallback };
}

export const computed = <T>(
  paths: readonly string[],
  compute: (values: readonly unknown[], context: ReadContext) => T,
  codec: Codec<unknown> = TEXT,
  description = '',
): Field<T> & Computed => ({ kind: 'computed', paths, codec, compute, description });

const objectField = <T>(at: string, isSparse: boolean, fields: Fields<T>): ObjectField & Field<T> => ({
  kind: 'object',
  at,
  isSparse,
  fields,
  type: undefined,
  description: '',
});

/** The object at a path; null where there is none. */
export const object = <T>(at: string, fields: Fields<T>): Field<T | null> => objectField(at, false, fields);

/** An object over fields that lie apart in the document; null where nothing of what is selected is there. */
export const sparse = <T>(fields: Fields<T>): Field<T | null> => objectField('', true, fields);

/** An object over fields that lie apart in the document; always there. */
export const group = <T>(fields: Fields<T>): Field<T> => objectField('', false, fields);

/** The list at a path; a lone object counts as a list of one. */
export const list = <T>(
  at: string,
  fields: Fields<T>,
  shape: ListShape = {},
): Field<readonly T[] | null> & ListField => ({
  kind: 'list',
  lists: [{ at, fields, ...shape }],
  isJoined: true,
  fallback: nothing,
  type: undefined,
  description: '',
});

type Lists<T> = readonly (Field<readonly T[] | null> & ListField)[];

const listsField = <T>(isJoined: boolean, fields: Lists<T>): Field<readonly T[] | null> & ListField => ({
  kind: 'list',
  lists: fields.flatMap((field) => field.lists),
  isJoined,
  fallback: nothing,
  type: undefined,
  description: '',
});

/** Several lists as one, in this order. */
export const concat = <T>(...fields: Lists<T>) => listsField(true, fields);

/** The first of several lists that has members. */
export const firstListOf = <T>(...fields: Lists<T>) => listsField(false, fields);

export const absent = (why: string): Field<null> => ({ kind: 'absent', why, value: null });

/** An axis that the platform does not have. */
export const unknown = (why: string): Field<'UNKNOWN'> => ({ kind: 'absent', why, value: 'UNKNOWN' });
