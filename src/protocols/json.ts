// JSON as gateways speak it: integers past 2^53 stay exact, and names may carry stray spaces.

// A string that never ends matches too: were it passed over, each quote inside it would be tried as a beginning.
const STRING = /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*"?/;
const SHORT_NUMBER = /\d[\d.]{0,14}(?![\d.])(?:[eE][+-]?\d+)?/;

/** All that may stand as it is. One match takes a thousand pieces at most, since an engine remembers each. */
const SAFE = new RegExp(`(?:[^"\\d]+|${STRING.source}|${SHORT_NUMBER.source}){1,1000}`, 'y');
const NUMBER = /-?\d[\d.eE+-]*/y;
const STRINGS = new RegExp(STRING, 'g');
const LONG_NUMBER = /\d[\d.]{15}/;
/** Where one may stand: most long runs of digits stand inside strings. */
const LONG_VALUE = /(?:^|[\s:,[])-?\d[\d.]{15}/;
// Looked for from its quotes on, and back from there: white space is what most of a text may be.
const STRAY_SPACE_IN_NAME = /"(?:(?<=\s")\s*:|\s(?<=[{,]\s*"\s))/;

/**
 * Parses a gateway's JSON. A number of 16 digits or more would lose digits as a JavaScript number, so it arrives as the
 * string of its digits; every other value is what JSON.parse makes of it.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  const value = parseLeniently(LONG_VALUE.test(text) ? quoteLongNumbers(text) : text);
  return STRAY_SPACE_IN_NAME.test(text) ? trimNames(value) : value;
}

/** To step over all else in one match is three times as fast as to look at each character, or at each string. */
function quoteLongNumbers(text: string): string {
  let quoted = '';
  let from = 0;
  let at = 0;
  while (at < text.length) {
    at = endOf(SAFE, text, at) ?? at;
    if (at === text.length || !LONG_NUMBER.test(text.slice(at, at + 16))) continue;
    const start = text[at - 1] === '-' ? at - 1 : at;
    at = endOf(NUMBER, text, start) as number;
    quoted += `${text.slice(from, start)}"${text.slice(start, at)}"`;
    from = at;
  }
  return quoted + text.slice(from);
}

/** Where the match that starts here ends. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** One gateway's own sample breaks a line inside a string, which JSON forbids: alone no reason to refuse the reply. */
function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const escaped = text.replace(STRINGS, (string) => string.replace(CONTROL, escapeControl));
    if (escaped === text) throw error;
    return JSON.parse(escaped);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u001f]/g;
const escapeControl = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function trimNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trimNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.trim(), trimNames(member)]));
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
