// The walk over a document's fields: which paths a field reads, and which fields stand in it. Reading, masking, the
// coverage table and the selection of everything all walk this way, so that they agree on where a field stands.
import type { Codec } from './codec.js';
import type { AnyField, AnyFields, ListSource, ObjectField } from './fieldTypes.js';
import { markedAsList, pathBelow } from './path.js';
import { EMPTY_SELECTION, mergeSelections, type Selection } from './selection.js';

/** Fields, and the path that theirs start from, with every list in it marked. */
export interface FieldsPlace {
  readonly fields: AnyFields;
  readonly from: string;
}

/** A value of the document that a field is read from. */
interface FieldSource {
  /** From the document's root. */
  readonly path: string;
  /** The unit or form of the value. */
  readonly unit: string;
  /** What reads the value; undefined where it is no value by itself, or is read together with others. */
  readonly codec: Codec<unknown> | undefined;
}

/** What a field below a path is read from; an object that only gathers fields has no source of its own. */
export function sourcesOf(field: AnyField, from: string): readonly FieldSource[] {
  switch (field.kind) {
    case 'leaf':
      return field.sources.map(({ path, codec }) => ({ path: pathBelow(from, path), unit: codec.unit, codec }));
    case 'computed': {
      const { unit } = field.codec;
      return field.paths.map((path) => ({ path: pathBelow(from, path), unit, codec: undefined }));
    }
    case 'object':
      return partsAt([field.at], from, 'object');
    case 'list':
      return partsAt(
        field.lists.map(({ at }) => at),
        from,
        'list',
      );
    case 'absent':
      return [];
  }
}

const partsAt = (paths: readonly string[], from: string, unit: string): readonly FieldSource[] =>
  paths.filter((at) => at !== '').map((at) => ({ path: pathBelow(from, at), unit, codec: undefined }));

export const fieldsInObject = ({ at, fields }: ObjectField, from: string): FieldsPlace => ({
  fields,
  from: pathBelow(from, at),
});

export const fieldsInList = ({ at, fields }: ListSource, from: string): FieldsPlace => ({
  fields,
  from: pathBelow(from, markedAsList(at)),
});

/** The fields inside a field below a path: once for each source of a list, and none inside a value. */
export function fieldsInside(field: AnyField, from: string): readonly FieldsPlace[] {
  if (field.kind === 'object') return [fieldsInObject(field, from)];
  return field.kind === 'list' ? field.lists.map((list) => fieldsInList(list, from)) : [];
}

/** The selection of every field there is. */
export const selectAll = (fields: AnyFields): Selection =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      fieldsInside(field, '')
        .map((inner) => selectAll(inner.fields))
        .reduce(mergeSelections, EMPTY_SELECTION),
    ]),
  );
