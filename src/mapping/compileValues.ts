// Compiles fields that are values: one that is read from the wire by itself, and one that is computed from several.
import { memoize } from '../common/memoize.js';
import { LONGEST_TEXT } from './bounds.js';
import type { Codec } from './codec.js';
import type { Computed, Leaf } from './fieldTypes.js';
import { isEmptyList } from './lists.js';
import { getter, isMissing, isNothing, MISPLACED, parsePath, spelled, withoutListMarks } from './path.js';
import { type FieldReader, type GatewayDialect, type ReadState, warn } from './readContext.js';
import { collectorOfField } from './subtreeCollectors.js';

export function compileLeaf(field: Leaf, dialect: GatewayDialect, from: string): FieldReader {
  const { fallback } = field;
  const compiled = field.sources.map(({ path, codec }) => ({
    get: getter(path, dialect),
    wire: spelled(path, dialect),
    codec,
    longest: longestOf(codec),
  }));
  return {
    collectSubtrees: collectorOfField(field, from, dialect),
    has: () => (source) => compiled.some(({ get }) => !isNothing(get(source))),
    bind: () => (source, reading) => {
      for (const { get, wire, codec, longest } of compiled) {
        const value = get(source);
        if (isMissing(value)) continue;
        if (typeof value === 'string' && value.length > longest) {
          warn(reading, wire, tooLong(longest));
          continue;
        }
        reading.at = wire;
        const decoded = codec.decode(value, reading);
        if (decoded === null) continue;
        if (decoded !== undefined) return decoded;
        if (!isEmptyList(value)) warn(reading, wire, `cannot be read as ${codec.unit}`);
      }
      reading.at = '';
      return fallback(reading);
    },
  };
}

const longestOf = ({ longest = LONGEST_TEXT }: Codec<unknown>): number => longest;

const tooLong = (longest: number): string => `is longer than ${longest} characters`;

export function compileComputed(field: Computed, dialect: GatewayDialect, from: string): FieldReader {
  const { compute, codec } = field;
  const longest = longestOf(codec);
  const compiled = field.paths.map((marked) => {
    const { origin, path } = parsePath(marked);
    const get = getter(path, dialect);
    const wire = spelled(path, dialect);
    // Every member of a list may look at the same list of the root.
    const inRoot = memoize((root: object) => usableFrom(get(root), longest, () => {}));
    const isListOfRoot = origin === 'root' && path !== withoutListMarks(path);
    const find = (source: unknown, reading: ReadState): unknown => {
      if (isListOfRoot) return inRoot(reading.root);
      const value = get(origin === 'object' ? source : origin === 'root' ? reading.root : reading.group);
      return isUsable(value, longest) ? value : usableFrom(value, longest, () => warn(reading, wire, tooLong(longest)));
    };
    return { origin, get, find };
  });
  return {
    collectSubtrees: collectorOfField(field, from, dialect),
    has: () => (source) => compiled.some(({ origin, get }) => origin === 'object' && !isNothing(get(source))),
    bind: () => (source, reading) => {
      reading.at = '';
      return compute(
        compiled.map(({ find }) => find(source, reading)),
        reading,
      );
    },
  };
}

/** Whether a value is neither misplaced nor too long; lists are looked into. */
const isUsable = (value: unknown, longest: number): boolean =>
  typeof value === 'string' ? value.length <= longest : !Array.isArray(value) && value !== MISPLACED;

/** A value without what no computation can use; members of a list keep their places. */
function usableFrom(value: unknown, longest: number, warnOfLength: () => void): unknown {
  if (isUsable(value, longest)) return value;
  if (typeof value === 'string') warnOfLength();
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.map((member) => usableFrom(member, longest, warnOfLength));
}
