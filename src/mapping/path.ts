// Finds values in a document by path, under every spelling that is known for a gateway.
import type { Spelling } from './spelling.js';

export type Getter = (source: unknown) => unknown;

/** Which names a gateway gives: its own spelling first. */
export interface Spellings {
  readonly spellings: readonly Spelling[];
}

/** Whether a wire value says nothing. */
export const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A list in a path: orders[] stands as it is, orders[order] may be wrapped in an object under that name. */
export const LIST_MARK = /\[(\w*)\]/g;

/** A path in the gateway's own spelling. */
export const spelled = (path: string, { spellings: [own = (name: string) => name] }: Spellings): string =>
  path.replace(LIST_MARK, '').split('.').map(own).join('.');

/** Finds the value at a path under any spelling known for the gateway; a list in the middle gives the list of values. */
export function getter(path: string, { spellings }: Spellings): Getter {
  const steps = path === '' ? [] : path.split('.').map((segment) => step(segment, spellings));
  return (source) => {
    let value = source;
    for (const take of steps) value = Array.isArray(value) ? value.map(take) : take(value);
    return value;
  };
}

/** Stands for a value whose parent is no object, so that no codec can read it and a warning is given. */
export const MISPLACED = Symbol('misplaced');

function step(segment: string, spellings: readonly Spelling[]): Getter {
  const [name = '', wrapper] = segment.split(/[[\]]/);
  const take = member(name, spellings);
  if (!wrapper) return take;
  const unwrap = member(wrapper, spellings);
  const spelledKeys = spellings.map((spelling) => spelling(wrapper));
  return (source) => {
    const list = take(source);
    if (Array.isArray(list)) return list;
    const wrapped = unwrap(list);
    if (wrapped !== undefined && wrapped !== MISPLACED) return wrapped;
    return isObject(list) && spelledKeys.some((key) => key in list) ? [] : list;
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function member(name: string, spellings: readonly Spelling[]): Getter {
  const keys = [...new Set(spellings.map((spelling) => spelling(name)))];
  return (source) => {
    if (isMissing(source)) return undefined;
    if (typeof source !== 'object') return MISPLACED;
    for (const key of keys) {
      const value = (source as Readonly<Record<string, unknown>>)[key];
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };
}
