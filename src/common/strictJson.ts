// JSON as callers have to write it, by RFC 8259 to the letter; integers past 2^53 stay exact.
import { quoteEachLongNumber, quoteLongNumbers } from './json.js';

/**
 * Parses a caller's JSON, with long numbers as parseJson has them. Of a name that is repeated the last value counts, as
 * with JSON.parse: the RFC permits both.
 * @returns undefined when the text is not JSON
 */
export function parseStrictJson(text: string): unknown {
  try {
    // What quotes make JSON of need not have been any: the text itself is parsed first.
    const value: unknown = JSON.parse(text);
    const quoted = quoteLongNumbers(text);
    return quoted === text ? value : parseQuoted(quoted, text);
  } catch {
    return undefined; // The caller's mistake, and the words of JSON.parse would repeat it.
  }
}

function parseQuoted(quoted: string, text: string): unknown {
  try {
    return JSON.parse(quoted);
  } catch {
    return JSON.parse(quoteEachLongNumber(text));
  }
}
