// The path language of documents, and how the value at a path is found under every spelling known for a gateway.
//
// A path is names of the reference spelling, joined by dots: baseInfo.status. A list is marked orders[], or
// orders[order] where it may be wrapped in an object under that name. In front, / starts at the document's root, and *
// takes the path of every member of a group.
import { isObject } from '../common/object.js';
import { isEmptyList, listed } from './lists.js';
import { reference, type Spelling } from './spelling.js';

export type Getter = (source: unknown) => unknown;

/** How a gateway writes names: its own spelling first, then others that have been seen of it. */
export interface Spellings {
  readonly spellings: readonly Spelling[];
}

/** Where a path starts: at the object at hand, at the document's root, or at each member of a group. */
type PathOrigin = 'object' | 'root' | 'group';

const ORIGIN_MARKS: { readonly [mark: string]: PathOrigin } = { '/': 'root', '*': 'group' };

interface ParsedPath {
  readonly origin: PathOrigin;
  /** The path without the mark of its origin. */
  readonly path: string;
}

export function parsePath(path: string): ParsedPath {
  const origin = ORIGIN_MARKS[path.charAt(0)];
  return origin === undefined ? { origin: 'object', path } : { origin, path: path.slice(1) };
}

/** The whole path of what stands at a path of an object that itself stands at another. */
export function pathBelow(outer: string, inner: string): string {
  const { origin, path } = parsePath(inner);
  if (origin === 'root') return path;
  return outer && path ? `${outer}.${path}` : outer || path;
}

/** A list's path, marked as one; an empty path is the object at hand, which counts as a list of one. */
export const markedAsList = (path: string): string => (path === '' || path.endsWith(']') ? path : `${path}[]`);

/** The path that a gateway's subtrees and documentation name: without the marks of lists. */
export const withoutListMarks = (path: string): string => path.replace(/\[\w*\]/g, '');

/** Whether a path is another, or lies below it. */
export const isWithin = (path: string, outer: string): boolean => `${path}.`.startsWith(`${outer}.`);

interface ParsedSegment {
  readonly name: string;
  readonly isList: boolean;
  /** The name of the object that the list may be wrapped in. */
  readonly wrapper: string | undefined;
}

export function parseSegment(segment: string): ParsedSegment {
  const [name = '', wrapper] = segment.split(/[[\]]/);
  return { name, isList: wrapper !== undefined, wrapper: wrapper || undefined };
}

/** Whether a wire value is empty: not there, or text with nothing in it. */
export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value));

/** Every value is asked: one that begins with visible ASCII or with Chinese needs no second look. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  const isVisible = (first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xa000);
  return !isVisible && text.trim() === '';
}

/** The same where no list is read: there an empty one is an empty object or text. */
export const isNothing = (value: unknown): boolean => isMissing(value) || isEmptyList(value);

const ownSpelling = ({ spellings: [own = reference] }: Spellings): Spelling => own;

/** A path in the gateway's own spelling. */
export const spelled = (path: string, spellings: Spellings): string =>
  withoutListMarks(path).split('.').map(ownSpelling(spellings)).join('.');

/** The same with every list marked: orders[order] is orders.order[] on the wire. */
export const spelledWithLists = (path: string, spellings: Spellings): string =>
  path.replace(/\[(\w+)\]/g, '.$1[]').replace(/[^.[\]]+/g, ownSpelling(spellings));

/** Finds the value at a path under any spelling known for the gateway; a list in the middle gives the list of values. */
export function getter(path: string, { spellings }: Spellings): Getter {
  const steps = path === '' ? [] : path.split('.').map((segment) => step(segment, spellings));
  return (source) => {
    let value = source;
    for (const take of steps) value = takenFrom(value, take);
    return value;
  };
}

/** Of lists within a list, that of each member of each. */
const takenFrom = (value: unknown, take: Getter): unknown =>
  Array.isArray(value) ? value.map((one) => takenFrom(one, take)) : take(value);

/** Stands for a value whose parent is no object, so that no codec can read it and a warning is given. */
export const MISPLACED = Symbol('misplaced');

function step(segment: string, spellings: readonly Spelling[]): Getter {
  const { name, isList, wrapper } = parseSegment(segment);
  const take = member(name, spellings);
  if (!isList) return take;
  const unwrap = wrapper === undefined ? undefined : unwrapper(wrapper, spellings);
  return (source) => {
    const list = take(source);
    if (Array.isArray(list)) return list;
    const unwrapped = unwrap ? unwrap(list) : list;
    return listed(unwrapped) ?? unwrapped;
  };
}

/** What is inside a wrapper; what has none is given back. */
function unwrapper(wrapper: string, spellings: readonly Spelling[]): Getter {
  const unwrap = member(wrapper, spellings);
  const keys = spellings.map((spelling) => spelling(wrapper));
  return (list) => {
    const wrapped = unwrap(list);
    if (wrapped !== undefined && wrapped !== MISPLACED) return wrapped;
    return isObject(list) && keys.some((key) => key in list) ? [] : list;
  };
}

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
