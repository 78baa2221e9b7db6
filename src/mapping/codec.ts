// Codecs: from wire values to those of the schema. What a codec cannot read becomes null, with a warning.
import { ID, Int } from 'type-graphql';
import { Money } from '../order/money.js';
import { CurrencyCode, DateTime, Decimal } from '../order/scalars.js';
import { LONGEST_TEXT, LONGEST_VALUE } from './bounds.js';
import { listed } from './lists.js';
import { toDecimal, toMoney, toWritten, writtenMoney } from './money.js';
import { toInstant, type Zone } from './time.js';

/** What a codec may know besides the value. */
export interface ReadContext {
  /** The order's currency, ISO 4217. */
  readonly currency: string;
  /** The zone of times that name none. */
  readonly zone: Zone;
  /** Place in the innermost list, from 1. */
  readonly place: number;
  /** Adds a warning that the value at hand could not be read as it should. */
  warn(message: string): void;
}

export interface Codec<out T> {
  /** The value's unit or form, for warnings and the coverage table. */
  readonly unit: string;
  /** The GraphQL type, for fields whose type is declared by the mapping. */
  readonly type: () => unknown;
  /** How many characters a value may have: LONGEST_TEXT where nothing is said. What is longer is not decoded. */
  readonly longest?: number;
  /** undefined: the value cannot be read. null: it is empty, as if it were not there. */
  readonly decode: (value: unknown, context: ReadContext) => T | null | undefined;
}

/** A wire value as text; undefined for what is neither text, number nor boolean. */
export const toText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

export const TEXT: Codec<string> = { unit: 'text', type: () => String, decode: toText };

/** An integer's digits; a number with a fraction, or one that goes on without end, is no id. */
function toDigits(number: number): string | undefined {
  const digits = Number.isInteger(number) ? toWritten(number) : undefined;
  return digits === undefined || digits.length > LONGEST_VALUE ? undefined : digits;
}

export const ID_TEXT: Codec<string> = {
  unit: 'id',
  type: () => ID,
  longest: LONGEST_VALUE,
  decode: (value) => {
    if (typeof value === 'number') return toDigits(value);
    const text = toText(value)?.trim();
    return text === '' ? null : text;
  },
};

export const BOOLEAN: Codec<boolean> = {
  unit: 'boolean',
  type: () => Boolean,
  longest: LONGEST_VALUE,
  decode: (value) => {
    if (typeof value === 'boolean') return value;
    const text = toText(value)?.trim().toLowerCase();
    if (text === 'true' || text === '1') return true;
    return text === 'false' || text === '0' ? false : undefined;
  },
};

const MAX_INT = 2 ** 31 - 1;

/** The integer that a wire value writes, as far as GraphQL's Int reaches; undefined where it writes none. */
export function toInteger(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : /^-?\d+$/.test(toText(value)?.trim() ?? '') ? Number(value) : Number.NaN;
  return Number.isInteger(number) && Math.abs(number) <= MAX_INT ? number : undefined;
}

export const INTEGER: Codec<number> = { unit: 'integer', type: () => Int, longest: LONGEST_VALUE, decode: toInteger };

export const DECIMAL: Codec<string> = {
  unit: 'number',
  type: () => Decimal,
  longest: LONGEST_VALUE,
  decode: toWritten,
};

/** An amount in main units of the order's currency. */
export const YUAN: Codec<Money> = {
  unit: 'yuan',
  type: () => Money,
  longest: LONGEST_VALUE,
  decode: (value, { currency }) => {
    const written = toWritten(value);
    return written === undefined ? undefined : writtenMoney(written, currency);
  },
};

/** An amount in hundredths of them. */
export const FEN: Codec<Money> = {
  unit: 'fen (1/100)',
  type: () => Money,
  longest: LONGEST_VALUE,
  // A product is exact where a quotient is cut.
  decode: (value, { currency }) => {
    const decimal = toDecimal(value);
    return decimal && toMoney(decimal.times('0.01'), currency);
  },
};

export const CURRENCY: Codec<string> = {
  unit: 'currency',
  type: () => CurrencyCode,
  longest: LONGEST_VALUE,
  decode: (value) => {
    const code = toText(value)?.trim().toUpperCase();
    if (code === 'RMB') return 'CNY';
    return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
  },
};

export const TIME: Codec<Date> = {
  unit: 'time',
  type: () => DateTime,
  longest: LONGEST_VALUE,
  decode: (value, { zone }) => toInstant(value, zone),
};

/** A time whose form is documented nowhere: null, without a warning, where it is none. The text stands beside it. */
export const TIME_OR_TEXT: Codec<Date> = {
  ...TIME,
  longest: LONGEST_TEXT,
  decode: (value, { zone }) => toInstant(value, zone) ?? null,
};

/** The texts of a list, without what is none; a lone text is a list of one. undefined for what is neither. */
export function toTexts(value: unknown): readonly string[] | undefined {
  const lone = toText(value);
  if (lone !== undefined) return [lone];
  return listed(value)?.flatMap((member) => {
    const text = toText(member);
    return text === undefined || text.length > LONGEST_TEXT ? [] : text;
  });
}

export const TEXTS: Codec<readonly string[]> = { unit: 'list of texts', type: () => [String], decode: toTexts };

/** Ids in one string, separated by commas and stray white space. */
export const ID_LIST: Codec<readonly string[]> = {
  unit: 'ids, comma-separated',
  type: () => [ID],
  decode: (value) => {
    const ids = toText(value)
      ?.split(/[\s,]+/)
      .filter((id) => id !== '');
    return ids?.every(({ length }) => length <= LONGEST_VALUE) ? ids : undefined;
  },
};

/** What a gateway's codes mean: code → [value of the schema, the documentation's own words]. */
export interface CodeTable<Value extends string> {
  readonly codes: { readonly [code: string]: readonly [Value, string] };
  /** Codes are compared in this form; gateways of one platform write one code in several ways. */
  readonly fold?: (code: string) => string;
}

/** Reads a code by its table. One that the table lacks is UNKNOWN; the raw code stays readable in a field beside it. */
export const lookUp = <Value extends string>(table: CodeTable<Value>, code: unknown): Value | 'UNKNOWN' => {
  const text = toText(code)?.trim() ?? '';
  const key = table.fold ? table.fold(text) : text;
  return Object.hasOwn(table.codes, key) ? (table.codes[key]?.[0] ?? 'UNKNOWN') : 'UNKNOWN';
};

export const codeOf = <Value extends string>(table: CodeTable<Value>): Codec<Value | 'UNKNOWN'> => ({
  unit: 'code',
  type: () => String,
  decode: (value) => (toText(value) === undefined ? undefined : lookUp(table, value)),
});
