// Merges two documents of one order that were fetched with different subtrees.
import { isObject } from '../common/object.js';

/** Whether a member's name is that of an id. */
type IsIdName = (name: string) => boolean;

/** The newer, completed by the older; undefined where their lists cannot be matched. */
export function merge(older: unknown, newer: unknown, isIdName: IsIdName): unknown {
  if (Array.isArray(older) && Array.isArray(newer)) {
    if (older.length !== newer.length) return undefined;
    const merged = newer.map((member: unknown, index) =>
      isSame(older[index], member, isIdName) ? merge(older[index], member, isIdName) : undefined,
    );
    return merged.includes(undefined) ? undefined : merged;
  }
  if (!isObject(older) || !isObject(newer)) return newer ?? older;
  const merged = new Map(Object.entries(older));
  for (const [name, member] of Object.entries(newer)) {
    const value = merged.has(name) ? merge(merged.get(name), member, isIdName) : member;
    if (value === undefined) return undefined;
    merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/** Whether two members of a list can be one: no id that both have differs. */
const isSame = (older: unknown, newer: unknown, isIdName: IsIdName): boolean =>
  !isObject(older) ||
  !isObject(newer) ||
  Object.entries(newer).every(([name, id]) => !isIdName(name) || older[name] === undefined || older[name] === id);
