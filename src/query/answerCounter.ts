// Counts what an answer holds, in values and bytes, from the objects that it is completed from and before it is: what
// is too much is never built, let alone written.
import { Fault } from '../common/fault.js';
import { jsonBytesOf } from '../common/jsonBytes.js';
import { memoize } from '../common/memoize.js';
import type { JsonObject } from '../common/object.js';
import type { AnswerField } from './answerFields.js';

export interface AnswerLimits {
  /** Fields and members of lists, those of JSON values too. */
  readonly maxAnswerValues: number;
  /** Of the data as JSON in UTF-8. */
  readonly maxAnswerBytes: number;
}

export interface AnswerCounter {
  /**
   * Counts an object of which these fields are answered, and says how many values that are.
   * @throws Fault COST_LIMIT once the answer holds too much; so does whatever is counted after that
   */
  readonly count: (object: object, fields: readonly AnswerField[]) => number;
  /**
   * Adds up what is read of one object, of which all is answered.
   * @throws Fault COST_LIMIT once that alone would be too much for an answer
   */
  readonly createReadLimit: () => (values: number) => void;
  /** @throws Fault COST_LIMIT where the answer holds too much already: nothing more need be made for it */
  readonly check: () => void;
  /** Bytes of what was counted. */
  readonly bytes: () => number;
}

interface Size {
  readonly values: number;
  readonly bytes: number;
}

/** A size that grows up to a limit. */
interface Tally {
  values: number;
  bytes: number;
  readonly maxValues: number;
  readonly maxBytes: number;
}

/** The counter of one request. */
export function createAnswerCounter({ maxAnswerValues, maxAnswerBytes }: AnswerLimits): AnswerCounter {
  let values = maxAnswerValues;
  let bytes = maxAnswerBytes;

  function check(): void {
    if (values < 0) throw tooLarge(maxAnswerValues, 'values');
    if (bytes < 0) throw tooLarge(maxAnswerBytes, 'bytes');
  }

  return {
    count(object, fields) {
      check();
      const size = sizeOf(object, fields, values, bytes);
      values -= size.values;
      bytes -= size.bytes;
      check();
      return size.values;
    },
    createReadLimit() {
      let left = maxAnswerValues;
      return (read) => {
        left -= read;
        if (left < 0) throw tooLarge(maxAnswerValues, 'values');
      };
    },
    check,
    bytes: () => maxAnswerBytes - bytes,
  };
}

const tooLarge = (limit: number, unit: string): Fault =>
  new Fault('COST_LIMIT', `The answer would hold more than ${limit} ${unit}; ask for less at once.`);

/** The sizes of objects by the fields that are answered of them. Both are mostly those of an answer before. */
const knownSizes = memoize((_fields: readonly AnswerField[]) => new WeakMap<object, Size>());

/** The size of an object; of one beyond the limits, some size beyond them. */
function sizeOf(object: object, fields: readonly AnswerField[], maxValues: number, maxBytes: number): Size {
  const sizes = knownSizes(fields);
  const known = sizes.get(object);
  if (known) return known;
  const tally: Tally = { values: 1, bytes: 0, maxValues, maxBytes };
  addObject(tally, object, fields);
  if (isWithin(tally)) sizes.set(object, tally);
  return tally;
}

const isWithin = ({ values, bytes, maxValues, maxBytes }: Tally): boolean => values <= maxValues && bytes <= maxBytes;

function addObject(tally: Tally, object: object, fields: readonly AnswerField[]): void {
  tally.bytes += BRACKETS;
  for (const field of fields) {
    tally.values += field.values;
    tally.bytes += field.bytes;
    addValue(tally, (object as Readonly<Record<string, unknown>>)[field.name], field.fields);
    if (!isWithin(tally)) return;
  }
}

function addValue(tally: Tally, value: unknown, fields: readonly AnswerField[]): void {
  if (Array.isArray(value)) addList(tally, value, fields);
  else if (fields.length > 0 && isPresent(value)) addObject(tally, value as object, fields);
  else if (typeof value === 'string') tally.bytes += bytesOfText(value, tally.maxBytes);
  else if (typeof value !== 'object' || value === null) tally.bytes += String(value).length;
  else if (value instanceof Date) tally.bytes += BYTES_OF_TIME;
  else {
    const size = sizeOfJson(value);
    tally.values += size.values;
    tally.bytes += size.bytes;
  }
}

function addList(tally: Tally, list: readonly unknown[], fields: readonly AnswerField[]): void {
  tally.bytes += BRACKETS;
  for (const member of list) {
    tally.values += 1;
    tally.bytes += COMMA;
    addValue(tally, member, fields);
    if (!isWithin(tally)) return;
  }
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

const BRACKETS = 2;
const COMMA = 1;
const COLON_AND_COMMA = 2;
/** "2021-10-21T10:20:12.000Z" */
const BYTES_OF_TIME = 26;

/** The size of a JSON value: a gateway's reply, which is bounded. It may be answered under many names. */
const sizeOfJson: (value: object) => Size = memoize((value) => {
  let values = 0;
  let bytes = BRACKETS;
  const pending: object[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const isList = Array.isArray(next);
    for (const name in next) {
      const member = (next as JsonObject)[name];
      values += 1;
      bytes += isList ? COMMA : bytesOfText(name) + COLON_AND_COMMA;
      if (typeof member === 'string') bytes += bytesOfText(member);
      else if (typeof member !== 'object' || member === null) bytes += String(member).length;
      else {
        bytes += BRACKETS;
        pending.push(member);
      }
    }
  }
  return { values, bytes };
});

/** The bytes of a text as JSON writes it; of one that is longer than enough, that it is. */
const bytesOfText = (text: string, enough = Number.POSITIVE_INFINITY): number =>
  text.length > enough ? text.length : jsonBytesOf(text);
