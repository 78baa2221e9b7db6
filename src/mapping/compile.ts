// Turns a document's fields into functions for one gateway: one that reads what a selection asks, and one that tells
// which subtrees it needs. Names are spelled once, here, and a selection is bound to its fields once: reading looks up
// keys and nothing else.
import type { AnyField, AnyFields, Computed, Leaf, ListField, ListSource, ObjectField } from './fieldTypes.js';
import { type Getter, getter, isMissing, LIST_MARK, MISPLACED, spelled } from './path.js';
import { type FieldReader, type GatewayDialect, type ObjectReader, type Read, warn } from './readContext.js';
import { EMPTY_SELECTION, mergeSelections, type Selection } from './selection.js';

/** Compiles the fields of an object whose paths start at prefix. */
export function compileFields(
  fields: AnyFields,
  meeting: GatewayDialect,
  prefix = '',
  type?: new () => object,
): ObjectReader {
  const readers = new Map(
    Object.entries(fields).map(([name, field]) => [name, compileField(field, meeting, prefix)] as const),
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
        const object: Record<string, unknown> = type ? (new type() as Record<string, unknown>) : {};
        for (const { name, read } of members) object[name] = read(source, reading);
        return object;
      };
    },
    has(selection) {
      const members = [...selected(selection)].map(([, reader, inner]) => reader.has(inner));
      return (source) => members.some((has) => has(source));
    },
    need(selection, subtrees) {
      for (const [, reader, inner] of selected(selection)) reader.need(inner, subtrees);
    },
  };
}

/** The selection of every field there is. */
export function selectAll(fields: AnyFields): Selection {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, inside(field)]));
}

function inside(field: AnyField): Selection {
  if (field.kind === 'object') return selectAll(field.fields);
  return field.kind === 'list'
    ? field.lists.map(({ fields }) => selectAll(fields)).reduce(mergeSelections)
    : EMPTY_SELECTION;
}

function compileField(field: AnyField, meeting: GatewayDialect, prefix: string): FieldReader {
  switch (field.kind) {
    case 'leaf':
      return compileLeaf(field, meeting, prefix);
    case 'computed':
      return compileComputed(field, meeting, prefix);
    case 'object':
      return compileObject(field, meeting, prefix);
    case 'list':
      return compileList(field, meeting, prefix);
    case 'absent':
      return { bind: () => () => field.value, has: () => () => false, need: () => {} };
  }
}

function compileLeaf({ sources, otherwise }: Leaf, meeting: GatewayDialect, prefix: string): FieldReader {
  const compiled = sources.map(({ path, codec }) => ({
    get: getter(path, meeting),
    wire: spelled(path, meeting),
    codec,
  }));
  return {
    need: needOf(
      sources.map(({ path }) => join(prefix, path)),
      meeting,
    ),
    has: () => (source) => compiled.some(({ get }) => !isMissing(get(source))),
    bind: () => (source, reading) => {
      for (const { get, wire, codec } of compiled) {
        const value = get(source);
        if (isMissing(value)) continue;
        reading.at = wire;
        const decoded = codec.decode(value, reading);
        if (decoded === null) continue;
        if (decoded !== undefined) return decoded;
        warn(reading, wire, `cannot be read as ${codec.unit}`);
      }
      reading.at = '';
      return otherwise(reading);
    },
  };
}

function compileComputed({ paths, compute }: Computed, meeting: GatewayDialect, prefix: string): FieldReader {
  const places = paths.map((path) => {
    const mark = /^[/*]/.exec(path)?.[0];
    const plain = mark === undefined ? path : path.slice(1);
    return { mark, path: mark === '/' ? plain : join(prefix, plain), get: getter(plain, meeting) };
  });
  return {
    need: needOf(
      places.map(({ path }) => path),
      meeting,
    ),
    has: () => (source) => places.some(({ mark, get }) => mark === undefined && !isMissing(get(source))),
    bind: () => (source, reading) => {
      reading.at = '';
      return compute(
        places.map(({ mark, get }) =>
          withoutMisplaced(get(mark === '/' ? reading.root : mark === '*' ? reading.group : source)),
        ),
        reading,
      );
    },
  };
}

function withoutMisplaced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMisplaced);
  return value === MISPLACED ? undefined : value;
}

function compileObject(
  { at, isSparse, fields, type }: ObjectField,
  meeting: GatewayDialect,
  prefix: string,
): FieldReader {
  const inner = compileFields(fields, meeting, join(prefix, at), type?.());
  const all = selectAll(fields);
  const get = getter(at, meeting);
  const wire = spelled(at, meeting);
  const need = at === '' ? inner.need : innerOrPresence(inner.need, needOf([join(prefix, at)], meeting));
  /** Of __typename alone nothing is selected: then anything counts. */
  const counted = (selection: Selection): Selection => (isSparse && isEmpty(selection) ? all : selection);
  return {
    need: (selection, subtrees) => need(counted(selection), subtrees),
    has(selection) {
      const has = inner.has(selection);
      return (source) => has(get(source));
    },
    bind(selection) {
      const read = inner.bind(selection);
      const has = isSparse ? inner.has(counted(selection)) : undefined;
      return (source, reading) => {
        const value = get(source);
        if (isMissing(value) || has?.(value) === false) return null;
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

function compileList(
  { lists, isJoined, otherwise, type }: ListField,
  meeting: GatewayDialect,
  prefix: string,
): FieldReader {
  const compiled = lists.map((list) => compileListSource(list, meeting, prefix, type?.()));
  return {
    need(selection, subtrees) {
      for (const list of compiled) list.need(selection, subtrees);
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
        return found ?? otherwise(reading);
      };
    },
  };
}

function compileListSource(
  { at, having, groupedBy, fields }: ListSource,
  meeting: GatewayDialect,
  prefix: string,
  type?: new () => object,
) {
  const path = join(prefix, at);
  const inner = compileFields(fields, meeting, path, type);
  const get = getter(at, meeting);
  const wire = spelled(at, meeting);
  const innerNeed = innerOrPresence(inner.need, needOf([path], meeting));
  const shapeNeed = needOf(
    [...(having ?? []), ...(groupedBy ? [groupedBy] : [])].map((mark) => join(path, mark)),
    meeting,
  );
  const marks = having?.map((mark) => getter(mark, meeting));
  const counts = (member: object): boolean => marks?.some((find) => !isMissing(find(member))) ?? true;
  const groupOf = groupedBy === undefined ? undefined : getter(groupedBy, meeting);
  return {
    get,
    need(selection: Selection, subtrees: Set<string>): void {
      innerNeed(selection, subtrees);
      shapeNeed(selection, subtrees);
    },
    bind(selection: Selection): Read<readonly object[] | null> {
      const readMember = inner.bind(selection);
      return (source, reading) => {
        const value = get(source);
        if (isMissing(value)) return null;
        const members = toList(value);
        if (members === undefined) {
          warn(reading, wire, 'is not a list');
          return null;
        }
        const counted: { index: number; member: object }[] = [];
        members.forEach((member, index) => {
          if (isMissing(member)) return;
          if (typeof member !== 'object' || member === null) warn(reading, `${wire}[${index}]`, 'is not an object');
          else if (counts(member)) counted.push({ index, member });
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

/** Some lists are documented as one object, and TOP leaves empty ones as {}. */
function toList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.keys(value).length === 0 ? [] : [value];
}

/** What is selected inside tells what to ask for; where that is nothing (__typename alone), whether there is an object. */
const innerOrPresence =
  (inner: FieldReader['need'], presence: FieldReader['need']): FieldReader['need'] =>
  (selection, subtrees) => {
    const needed = new Set<string>();
    inner(selection, needed);
    if (needed.size === 0) presence(selection, needed);
    for (const subtree of needed) subtrees.add(subtree);
  };

const isEmpty = (selection: Selection): boolean => {
  for (const _name in selection) return false;
  return true;
};

const join = (prefix: string, path: string): string => (prefix && path ? `${prefix}.${path}` : prefix || path);

function needOf(paths: readonly string[], { subtreeOf }: GatewayDialect): FieldReader['need'] {
  const needed = [...new Set(paths.flatMap((path) => subtreeOf(path.replace(LIST_MARK, '')) ?? []))];
  return (_selection, subtrees) => {
    for (const subtree of needed) subtrees.add(subtree);
  };
}
