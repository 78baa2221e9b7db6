// Compiles a document's fields for one gateway: into what reads the selected fields, and what collects the subtrees that
// a selection needs. Names are spelled once, here, and a selection is bound to its fields once: to read is to look up
// keys and nothing else.
import { MAX_MEMBERS } from '../common/jsonBounds.js';
import { isObject } from '../common/object.js';
import { compileComputed, compileLeaf } from './compileValues.js';
import type { AnyField, AnyFields, Computed, ListField, ListSource, ObjectField } from './fieldTypes.js';
import { toMembers } from './lists.js';
import { type Getter, getter, isMissing, isNothing, pathBelow, spelled } from './path.js';
import {
  type FieldReader,
  type GatewayDialect,
  type ObjectReader,
  type Read,
  type ReadState,
  warn,
} from './readContext.js';
import { EMPTY_SELECTION, type Selection } from './selection.js';
import { collectorOf, collectorOfField, innerOrPresence } from './subtreeCollectors.js';
import { type FieldsPlace, fieldsInList, fieldsInObject, selectAll } from './walk.js';

/** Compiles all fields of a document. */
export const compileDocument = (fields: AnyFields, dialect: GatewayDialect): ObjectReader =>
  compileFields({ fields, from: '' }, dialect);

function compileFields({ fields, from }: FieldsPlace, dialect: GatewayDialect, type?: new () => object): ObjectReader {
  const readers = new Map(
    Object.entries(fields).map(([name, field]) => [name, compileField(field, dialect, from)] as const),
  );
  const selected = function* (selection: Selection): Generator<readonly [string, FieldReader, Selection]> {
    for (const [name, inner] of Object.entries(selection)) {
      const reader = readers.get(name);
      if (reader) yield [name, reader, inner];
    }
  };
  return {
    bind(selection) {
      const members = [...selected(selection)].map(([name, reader, inner]) => ({ name, read: reader.bind(inner) }));
      return (source, reading) => {
        reading.limitRead(members.length);
        const object: Record<string, unknown> = type ? (new type() as Record<string, unknown>) : {};
        for (const { name, read } of members) object[name] = read(source, reading);
        return object;
      };
    },
    has(selection) {
      const members = [...selected(selection)].map(([, reader, inner]) => reader.has(inner));
      return (source) => members.some((has) => has(source));
    },
    collectSubtrees(selection, subtrees) {
      for (const [, reader, inner] of selected(selection)) reader.collectSubtrees(inner, subtrees);
    },
  };
}

function compileField(field: AnyField, dialect: GatewayDialect, from: string): FieldReader {
  switch (field.kind) {
    case 'leaf':
      return compileLeaf(field, dialect, from);
    case 'computed':
      return compileComputed(field, dialect, from);
    case 'object':
      return compileObject(field, dialect, from);
    case 'list':
      return compileList(field, dialect, from);
    case 'absent':
      return { bind: () => () => field.value, has: () => () => false, collectSubtrees: () => {} };
  }
}

function compileObject(field: ObjectField, dialect: GatewayDialect, from: string): FieldReader {
  const { at, isSparse, type } = field;
  const inner = compileFields(fieldsInObject(field, from), dialect, type?.());
  const all = selectAll(field.fields);
  const get = getter(at, dialect);
  const wire = spelled(at, dialect);
  const collect =
    at === '' ? inner.collectSubtrees : innerOrPresence(inner.collectSubtrees, collectorOfField(field, from, dialect));
  /** Where nothing is selected but __typename, any field makes the object present. */
  const counted = (selection: Selection): Selection => (isSparse && isEmpty(selection) ? all : selection);
  return {
    collectSubtrees: (selection, subtrees) => collect(counted(selection), subtrees),
    has(selection) {
      const has = inner.has(selection);
      return (source) => has(get(source));
    },
    bind(selection) {
      const read = inner.bind(selection);
      const has = isSparse ? inner.has(counted(selection)) : undefined;
      return (source, reading) => {
        const value = get(source);
        if (isNothing(value) || has?.(value) === false) return null;
        if (typeof value !== 'object' || Array.isArray(value)) {
          warn(reading, wire, 'is not an object');
          return null;
        }
        if (at !== '') reading.trail.push(wire);
        const object = read(value, reading);
        if (at !== '') reading.trail.pop();
        return object;
      };
    },
  };
}

function compileList(field: ListField, dialect: GatewayDialect, from: string): FieldReader {
  const { isJoined, fallback, type } = field;
  const compiled = field.lists.map((list) => compileListSource(list, dialect, from, type?.()));
  return {
    collectSubtrees(selection, subtrees) {
      for (const list of compiled) list.collectSubtrees(selection, subtrees);
    },
    has: () => (source) => compiled.some(({ get }) => !isMissing(get(source))),
    bind(selection) {
      const bound = compiled.map((list) => list.bind(selection));
      return (source, reading) => {
        let found: readonly object[] | undefined;
        for (const readList of bound) {
          const read = readList(source, reading);
          if (read === null) continue;
          if (!isJoined && read.length > 0) return read;
          found = found === undefined ? read : [...found, ...read];
        }
        return found ?? fallback(reading);
      };
    },
  };
}

function compileListSource(list: ListSource, dialect: GatewayDialect, from: string, type?: new () => object) {
  const { at, having, groupedBy } = list;
  const place = fieldsInList(list, from);
  const inner = compileFields(place, dialect, type);
  const get = getter(at, dialect);
  const wire = spelled(at, dialect);
  const collectInner = innerOrPresence(inner.collectSubtrees, collectorOf([place.from], dialect));
  const shapedBy = (having ?? []).flatMap((presence) => (typeof presence === 'string' ? presence : presence.paths));
  const collectShape = collectorOf(
    [...shapedBy, ...(groupedBy ? [groupedBy] : [])].map((path) => pathBelow(place.from, path)),
    dialect,
  );
  const presences = having?.map((presence) => compilePresence(presence, dialect, place.from));
  const counts = (member: object, reading: ReadState): boolean =>
    presences?.some((isThere) => isThere(member, reading)) ?? true;
  const groupOf = groupedBy === undefined ? undefined : getter(groupedBy, dialect);
  return {
    get,
    collectSubtrees(selection: Selection, subtrees: Set<string>): void {
      collectInner(selection, subtrees);
      collectShape(selection, subtrees);
    },
    bind(selection: Selection): Read<readonly object[] | null> {
      const readMember = inner.bind(selection);
      return (source, reading) => {
        const value = get(source);
        if (isMissing(value)) return null;
        const members = toMembers(value);
        if (members === undefined) {
          warn(reading, wire, 'is not a list');
          return null;
        }
        if (members.length > MAX_MEMBERS) warn(reading, wire, `has more than ${MAX_MEMBERS} members`);
        const counted: { index: number; member: object }[] = [];
        members.forEach((member, index) => {
          if (isNothing(member) || index >= MAX_MEMBERS) return;
          if (!isObject(member)) warn(reading, `${wire}[${index}]`, 'is not an object');
          else if (counts(member, reading)) counted.push({ index, member });
        });
        const outer = { place: reading.place, group: reading.group };
        const read = grouped(counted, groupOf).map((group) => {
          const [{ index, member }] = group;
          reading.trail.push(at === '' ? '' : `${wire}[${index}]`);
          reading.place = index + 1;
          reading.group = group.map((one) => one.member);
          const object = readMember(member, reading);
          reading.trail.pop();
          return object;
        });
        reading.place = outer.place;
        reading.group = outer.group;
        return read;
      };
    },
  };
}

function compilePresence(presence: string | Computed, dialect: GatewayDialect, from: string): Read<boolean> {
  if (typeof presence !== 'string') {
    const read = compileComputed(presence, dialect, from).bind(EMPTY_SELECTION);
    return (member, reading) => read(member, reading) !== null;
  }
  const get = getter(presence, dialect);
  return (member) => !isNothing(get(member));
}

/** Members with the same value, in the order of their first; each alone where nothing groups them. */
function grouped<M extends { readonly member: object }>(
  members: readonly M[],
  groupOf: Getter | undefined,
): readonly [M, ...M[]][] {
  if (groupOf === undefined) return members.map((one) => [one]);
  const groups = new Map<unknown, [M, ...M[]]>();
  for (const one of members) {
    const key = groupOf(one.member) ?? one;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

const isEmpty = (selection: Selection): boolean => {
  for (const _name in selection) return false;
  return true;
};
