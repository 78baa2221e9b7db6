// JSON as gateways speak it: integers past 2^53 stay exact, and names may carry stray spaces.

// A string that never ends matches too: were it passed over, each quote inside it would be tried as a beginning.
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*"?|-?\d[\d.eE+-]*/g;
const STRING = /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*"?/g;
const LONG_NUMBER = /\d[\d.]{15}/;
const STRAY_SPACE_IN_NAME = /"(?:\s[^"\\]*|[^"\\]*\s)"\s*:/;

/**
 * Parses a gateway's JSON. A number of 16 digits or more would lose digits as a JavaScript number, so it arrives as the
 * string of its digits; every other value is what JSON.parse makes of it.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  const safe = LONG_NUMBER.test(text) ? text.replace(STRING_OR_NUMBER, quoteLongNumber) : text;
  const value: unknown = parseLeniently(safe);
  return STRAY_SPACE_IN_NAME.test(text) ? trimNames(value) : value;
}

const quoteLongNumber = (token: string): string =>
  token.length >= 16 && token[0] !== '"' && LONG_NUMBER.test(token) ? `"${token}"` : token;

/** One gateway's own sample breaks a line inside a string, which JSON forbids: alone no reason to refuse the reply. */
function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const escaped = text.replace(STRING, (string) => string.replace(CONTROL, escapeControl));
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

const LONG_MARK = '\u0001long:';
const MARKED_LONG = new RegExp(`"${JSON.stringify(LONG_MARK).slice(1, -1).replace('\\', '\\\\')}(-?\\d+)"`, 'g');

/** Writes JSON in which a bigint stands as its exact, unquoted digits. */
export function writeJson(value: unknown): string {
  const marked = JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'bigint' ? `${LONG_MARK}${member}` : member,
  );
  return marked.replace(MARKED_LONG, '$1');
}
