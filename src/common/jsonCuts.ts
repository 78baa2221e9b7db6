// What was cut from a gateway's JSON, as it holds more than is looked at: where that was, and the JSON without the marks
// of it.
import { cutText } from './cutText.js';
import { MAX_DEPTH, MAX_MEMBERS, TOO_DEEP } from './jsonBounds.js';

/** A place where something is missing, and why. */
interface JsonCut {
  readonly path: string;
  readonly message: string;
}

/** How long a path is written out; at the bound on depth it has some hundred names. */
const LONGEST_PATH = 300;

/**
 * Every place where something was cut, in the order of the document.
 * @param shown a name as it may be shown in a path: nobody knows what stands in those of a deep object
 */
export function* cutsIn(value: unknown, shown: (name: string) => string, path = ''): Generator<JsonCut> {
  if (value === TOO_DEEP) yield cutAt(path, `is nested deeper than ${MAX_DEPTH} lists and objects`);
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  let count = 0;
  for (const name in value) {
    count += 1;
    if (count > MAX_MEMBERS) {
      yield cutAt(path, `has more than ${MAX_MEMBERS} members`);
      return;
    }
    const member: unknown = value[name as keyof typeof value];
    if (member === TOO_DEEP || (typeof member === 'object' && member !== null))
      yield* cutsIn(member, shown, isList ? `${path}[${name}]` : pathBelow(path, shown(name)));
  }
}

const pathBelow = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const cutAt = (path: string, message: string): JsonCut => ({ path: cutText(path, LONGEST_PATH), message });

/** The same with null in place of what lay too deep. */
export function withoutMarks(value: unknown): unknown {
  if (value === TOO_DEEP) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutMarks);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutMarks(member)]));
}
