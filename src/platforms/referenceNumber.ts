// Numbers that something is looked up by elsewhere: a carrier's tracking number, a transaction of the payment service.
// Where there is none yet, Alibaba's platforms write a word, or an id that the order itself goes by.
import { memoize } from '../common/memoize.js';
import { type Codec, TEXT, toText } from '../mapping/codec.js';
import { type Computed, computed, type Field } from '../mapping/fieldTypes.js';

/** The words for none, folded: UNCREATED and 不需要物流 are in 1688's own samples, the others mean the same. */
const NONE: ReadonlySet<string> = new Set([
  ...['UNCREATED', 'UNCREAT'],
  ...['不需要物流', '无需物流', '无需快递', '无'],
  ...['NULL', 'UNDEFINED', 'NONE', '0', '-'],
]);

const isNone = (text: string): boolean => NONE.has(text.trim().toUpperCase());

/** A text, unless it is a word for none. */
export const NAMED: Codec<string> = {
  ...TEXT,
  decode: (value, reading) => {
    const text = TEXT.decode(value, reading);
    return typeof text === 'string' && isNone(text) ? null : text;
  },
};

/** The number at a path: null where it is a word for none, or repeats one of the order's own ids. */
export const referenceNumber = (
  path: string,
  ownIds: readonly string[],
  description?: string,
): Field<string | null> & Computed =>
  computed([path, ...ownIds], ([number, ...own]) => referenceIn(number, own), TEXT, description);

function referenceIn(number: unknown, own: readonly unknown[]): string | null {
  const text = toText(number)?.trim() ?? '';
  if (text === '' || isNone(text)) return null;
  return own.some((ids) => (Array.isArray(ids) ? textsOf(ids).has(text) : trimmed(ids) === text)) ? null : text;
}

const trimmed = (id: unknown): string | undefined => toText(id)?.trim();

/** Every parcel is compared with the same list of ids. */
const textsOf = memoize((ids: readonly unknown[]): ReadonlySet<string | undefined> => new Set(ids.map(trimmed)));
