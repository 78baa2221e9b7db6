// JSON as gateways speak it: integers past 2^53 stay exact, and names may carry stray spaces.
import { exactNumber, LONG } from './exactNumber.js';
import { endOfString, MAX_DEPTH, MAX_MEMBERS, TOO_DEEP, withinBounds } from './jsonBounds.js';

/** A shorter text is parsed in no time, whatever it holds, and looked at afterwards. */
const SHORT_TEXT = 16 * 1024;
const LONG_VALUE = /(?<=^|[\s:,[])-?\d[\d.]{15}[\d.eE+-]*(?=[\s,\]}]|$)/y;
const LONG_NUMBER = /-?\d[\d.]{15}[\d.eE+-]*/g;
const CONTROL = /\p{Cc}/gu;

/**
 * Parses a gateway's JSON. A number of 16 digits or more would lose digits as a JavaScript number, so it arrives as the
 * string of its digits; every other value is what JSON.parse makes of it. In place of what lies too deep stands TOO_DEEP,
 * and of what is too long the beginning is there.
 * @throws SyntaxError when the text is not JSON, RangeError when it holds too much.
 */
export function parseJson(text: string): unknown {
  const value = parseExactly(text.length > SHORT_TEXT ? withinBounds(text) : text);
  return isToTidy(value) ? tidy(value) : value;
}

function parseExactly(text: string): unknown {
  try {
    return JSON.parse(quoteLongNumbers(text));
  } catch {
    return JSON.parse(mend(text));
  }
}

/**
 * Looks at every sixteenth character alone, as no long number lies between two of them. What it takes for one may stand
 * inside a string: that string then ends too early, and the text is no JSON any more.
 */
export function quoteLongNumbers(text: string): string {
  let quoted = '';
  let from = 0;
  for (let at = LONG - 1; at < text.length; at += LONG) {
    let before = at;
    // What reaches back to the place before was looked at there.
    while (before > at - LONG && isOfNumber(text.charCodeAt(before))) before -= 1;
    if (before === at) continue;
    LONG_VALUE.lastIndex = before + 1;
    if (!LONG_VALUE.test(text)) continue;
    at = LONG_VALUE.lastIndex;
    quoted += text.slice(from, before + 1) + exactNumber(text.slice(before + 1, at));
    from = at;
  }
  return quoted + text.slice(from);
}

/** A digit, a point or a minus. */
const isOfNumber = (character: number): boolean => character >= 45 && character <= 57 && character !== 47;

/**
 * Reads strings as strings, which takes its time: for texts that only look as if they held long numbers, and for a line
 * broken inside a string, as in one gateway's own sample. JSON forbids that, but it is no reason to refuse a reply.
 */
const mend = (text: string): string => quoteOutsideStrings(text, (string) => string.replace(CONTROL, escapeControl));

/** Quotes the long numbers of what is JSON, where quoteLongNumbers mistook a part of a string for one. */
export const quoteEachLongNumber = (json: string): string => quoteOutsideStrings(json, (string) => string);

function quoteOutsideStrings(text: string, rewrite: (string: string) => string): string {
  let quoted = '';
  let from = 0;
  for (let opening = text.indexOf('"'); opening >= 0; opening = text.indexOf('"', from)) {
    const end = endOfString(text, opening) + 1;
    quoted += text.slice(from, opening).replace(LONG_NUMBER, exactNumber) + rewrite(text.slice(opening, end));
    from = end;
  }
  return quoted + text.slice(from).replace(LONG_NUMBER, exactNumber);
}

const escapeControl = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Whether a name begins or ends with white space, or something is beyond bounds. To search the text for such names takes
 * twice the time.
 */
function isToTidy(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === MAX_DEPTH) return true;
  if (Array.isArray(value))
    return value.length > MAX_MEMBERS + 1 || value.some((member) => isToTidy(member, depth + 1));
  for (const name in value) {
    if (name !== name.trim() || isToTidy(value[name as keyof typeof value], depth + 1)) return true;
  }
  return false;
}

function tidy(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return TOO_DEEP;
  if (Array.isArray(value)) return value.slice(0, MAX_MEMBERS + 1).map((member) => tidy(member, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.trim(), tidy(member, depth + 1)]));
}

/** Writes JSON in which a bigint stands as its exact, unquoted digits. */
export function writeJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map((member) => writeJson(member ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return JSON.stringify(value);
  const members: string[] = [];
  for (const [name, member] of Object.entries(value))
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${writeJson(member)}`);
  return `{${members.join(',')}}`;
}
