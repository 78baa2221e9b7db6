// Turns a document's fields into functions for one gateway: one that reads what a selection asks, and one that tells
// which subtrees it needs. Names are spelled once, here; reading looks up keys and nothing else.
import type { ReadContext } from './codec.js';
import type { AnyField, AnyFields, Computed, Leaf, ListField, ListSource, ObjectField } from './field.js';
import type { Selection } from './selection.js';
import type { Spelling } from './spelling.js';

/** Notes of the reading under way: where it stands, and what could not be read. */
export interface Reading extends ReadContext {
  place: number;
  readonly trail: (string | number)[];
  readonly warnings: { path: string; message: string }[];
}

/** How a document is met at one gateway. */
export interface Meeting {
  /** The gateway's spellings, its own first; every one that is known for it is accepted. */
  readonly spellings: readonly Spelling[];
  /** The subtree that a path of the document arrives in, or undefined when it always arrives. */
  readonly subtreeOf: (path: string) => string | undefined;
}

export interface ObjectReader {
  readonly read: (source: unknown, selection: Selection, reading: Reading) => object;
  /** Adds the subtrees that a selection needs. */
  readonly need: (selection: Selection, subtrees: Set<string>) => void;
}

interface FieldReader {
  readonly read: (source: unknown, selection: Selection, reading: Reading) => unknown;
  readonly need: (selection: Selection, subtrees: Set<string>) => void;
}

type Getter = (source: unknown) => unknown;

/** Compiles the fields of an object whose paths start at prefix. */
export function compileFields(fields: AnyFields, meeting: Meeting, prefix = '', type?: new () => object): ObjectReader {
  const readers = new Map(
    Object.entries(fields).map(([name, field]) => [name, compileField(field, meeting, prefix)] as const),
  );
  return {
    read(source, selection, reading) {
      const read: Record<string, unknown> = type ? (new type() as Record<string, unknown>) : {};
      for (const name in selection) {
        const reader = readers.get(name);
        if (reader) read[name] = reader.read(source, selection[name] as Selection, reading);
      }
      return read;
    },
    need(selection, subtrees) {
      for (const name in selection) readers.get(name)?.need(selection[name] as Selection, subtrees);
    },
  };
}

function compileField(field: AnyField, meeting: Meeting, prefix: string): FieldReader {
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
      return { read: () => field.value, need: () => {} };
  }
}

function compileLeaf({ sources, otherwise }: Leaf, meeting: Meeting, prefix: string): FieldReader {
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
    read(source, _selection, reading) {
      for (const { get, wire, codec } of compiled) {
        const value = get(source);
        if (isMissing(value)) continue;
        const decoded = codec.decode(value, reading);
        if (decoded === null) continue;
        if (decoded !== undefined) return decoded;
        warn(reading, wire, `cannot be read as ${codec.unit}`);
      }
      return otherwise(reading);
    },
  };
}

function compileComputed({ paths, compute }: Computed, meeting: Meeting, prefix: string): FieldReader {
  const getters = paths.map((path) => getter(path, meeting));
  return {
    need: needOf(
      paths.map((path) => join(prefix, path)),
      meeting,
    ),
    read: (source, _selection, reading) =>
      compute(
        getters.map((get) => get(source)),
        reading,
      ),
  };
}

function compileObject({ at, presence, fields, type }: ObjectField, meeting: Meeting, prefix: string): FieldReader {
  const inner = compileFields(fields, meeting, join(prefix, at), type?.());
  const get = getter(at, meeting);
  const wire = spelled(at, meeting);
  const present = presence.map((path) => getter(path, meeting));
  const presenceNeed = needOf(
    presence.map((path) => join(prefix, path)),
    meeting,
  );
  return {
    need: innerOrPresence(inner.need, presenceNeed),
    read(source, selection, reading) {
      if (present.length > 0 && present.every((find) => isMissing(find(source)))) return null;
      const value = get(source);
      if (typeof value !== 'object' || value === null) {
        warn(reading, wire, 'is not an object');
        return null;
      }
      if (at !== '') reading.trail.push(wire);
      const read = inner.read(value, selection, reading);
      if (at !== '') reading.trail.pop();
      return read;
    },
  };
}

function compileList({ lists, otherwise, type }: ListField, meeting: Meeting, prefix: string): FieldReader {
  const compiled = lists.map((list) => compileListSource(list, meeting, prefix, type?.()));
  return {
    need(selection, subtrees) {
      for (const list of compiled) list.need(selection, subtrees);
    },
    read(source, selection, reading) {
      const read = compiled.map((list) => list.read(source, selection, reading)).filter((list) => list !== null);
      return read.length === 0 ? otherwise(reading) : read.flat();
    },
  };
}

function compileListSource(
  { at, wrapper, having, fields }: ListSource,
  meeting: Meeting,
  prefix: string,
  type?: new () => object,
) {
  const inner = compileFields(fields, meeting, join(prefix, at), type);
  const get = getter(at, meeting);
  const unwrap = wrapper === undefined ? undefined : getter(wrapper, meeting);
  const wire = spelled(at, meeting);
  const presenceNeed = needOf([join(prefix, at)], meeting);
  const marks = having?.map((path) => getter(path, meeting));
  const counts = (member: object): boolean => marks?.some((find) => !isMissing(find(member))) ?? true;
  return {
    need: innerOrPresence(inner.need, presenceNeed),
    read(source: unknown, selection: Selection, reading: Reading): unknown[] | null {
      const value = get(source);
      if (isMissing(value)) return null;
      const members = toList(value, unwrap);
      if (members === undefined) {
        warn(reading, wire, 'is not a list');
        return null;
      }
      const outerPlace = reading.place;
      const read: object[] = [];
      members.forEach((member, index) => {
        const at = `${wire}[${index}]`;
        if (isMissing(member)) return;
        if (typeof member !== 'object' || member === null) warn(reading, at, 'is not an object');
        else if (counts(member)) {
          reading.trail.push(at);
          reading.place = index + 1;
          read.push(inner.read(member, selection, reading));
          reading.trail.pop();
        }
      });
      reading.place = outerPlace;
      return read;
    },
  };
}

/** TOP wraps lists in an object and leaves empty ones as {}; 1688 documents some lists as one object. */
function toList(value: unknown, unwrap: Getter | undefined): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const list: unknown = Array.isArray(value) ? value : (unwrap?.(value) ?? value);
  if (Array.isArray(list)) return list;
  return isMissing(list) || Object.keys(list as object).length === 0 ? [] : [list];
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

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

const join = (prefix: string, path: string): string => (prefix && path ? `${prefix}.${path}` : prefix || path);

const warn = (reading: Reading, wire: string, message: string): void => {
  reading.warnings.push({ path: [...reading.trail, wire].join('.'), message });
};

function needOf(paths: readonly string[], { subtreeOf }: Meeting): FieldReader['need'] {
  const needed = [...new Set(paths.flatMap((path) => subtreeOf(path.replaceAll('[]', '')) ?? []))];
  return (_selection, subtrees) => {
    for (const subtree of needed) subtrees.add(subtree);
  };
}

/** A path in the gateway's own spelling. */
export const spelled = (
  path: string,
  { spellings: [own = (name: string) => name] }: Pick<Meeting, 'spellings'>,
): string => path.split('.').map(own).join('.');

/** Finds the value at a path under any spelling known for the gateway; [] maps over a list. */
export function getter(path: string, { spellings }: Pick<Meeting, 'spellings'>): Getter {
  const steps = path === '' ? [] : path.split('.').map((segment) => step(segment, spellings));
  return (source) => {
    let value = source;
    for (const take of steps) value = take(value);
    return value;
  };
}

function step(segment: string, spellings: readonly Spelling[]): Getter {
  const isList = segment.endsWith('[]');
  const name = isList ? segment.slice(0, -2) : segment;
  const keys = [...new Set(spellings.map((spelling) => spelling(name)))];
  const take: Getter = (source) => {
    if (typeof source !== 'object' || source === null) return undefined;
    for (const key of keys) {
      const value = (source as Record<string, unknown>)[key];
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };
  const mapped: Getter = (source) => (Array.isArray(source) ? source.map(take) : take(source));
  return mapped;
}
