// JSON as gateways speak it: integers past 2^53 stay exact, and names may carry stray spaces.

/** From so many digits on, a JavaScript number may lose some. */
const LONG = 16;
const LONG_NUMBER = /^-?\d[\d.]{15}/;
const LONG_VALUE = /(?<=^|[\s:,[])-?\d[\d.]{15}[\d.eE+-]*(?=[\s,\]}]|$)/y;
// A string that never ends matches too: were it passed over, each quote inside it would be tried as a beginning.
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*"?|-?\d[\d.eE+-]*/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u001f]/g;

/**
 * Parses a gateway's JSON. A number of 16 digits or more would lose digits as a JavaScript number, so it arrives as the
 * string of its digits; every other value is what JSON.parse makes of it.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  const value = parseExactly(text);
  return hasStraySpace(value) ? trimNames(value) : value;
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
    quoted += `${text.slice(from, before + 1)}"${text.slice(before + 1, at)}"`;
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
const mend = (text: string): string =>
  text.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"')) return token.replace(CONTROL, escapeControl);
    return LONG_NUMBER.test(token) ? `"${token}"` : token;
  });

/** Quotes the long numbers of what is JSON, where quoteLongNumbers mistook a part of a string for one. */
export const quoteEachLongNumber = (json: string): string =>
  json.replace(STRING_OR_NUMBER, (token) => (LONG_NUMBER.test(token) ? `"${token}"` : token));

const escapeControl = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Whether a name begins or ends with white space. To search the text for it takes twice the time. */
function hasStraySpace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasStraySpace);
  for (const name in value) {
    if (name !== name.trim() || hasStraySpace(value[name as keyof typeof value])) return true;
  }
  return false;
}

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
