// JSON as gateways speak it: integers past 2^53 stay exact, and names may carry stray spaces.

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const LONG_NUMBER = /\d[\d.]{15}/;
const STRAY_SPACE_IN_NAME = /"(?:\s[^"\\]*|[^"\\]*\s)"\s*:/;

/**
 * Parses a gateway's JSON. A number of 16 digits or more would lose digits as a JavaScript number, so it arrives as the
 * string of its digits; every other value is what JSON.parse makes of it.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  const safe = LONG_NUMBER.test(text) ? text.replace(STRING_OR_NUMBER, quoteLongNumber) : text;
  const value: unknown = JSON.parse(safe);
  return STRAY_SPACE_IN_NAME.test(text) ? trimNames(value) : value;
}

const quoteLongNumber = (token: string): string =>
  token.length >= 16 && token[0] !== '"' && LONG_NUMBER.test(token) ? `"${token}"` : token;

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
