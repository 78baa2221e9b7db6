// How much of a gateway's JSON is looked at: so many members of a list, so many lists within each other, so many values.

/** How many lists and objects may lie within each other. */
export const MAX_DEPTH = 200;

/** Stands for what lies deeper, so that whoever reads it can tell: it is no value that a gateway sends. */
export const TOO_DEEP = '\u0000nested too deep';
const WRITTEN_TOO_DEEP = JSON.stringify(TOO_DEEP);

/** How many members of a list or object are read. One more is kept, so that the reader of a list can tell. */
export const MAX_MEMBERS = 10_000;

/** How many values all in all; no order has a tenth of it. */
const MAX_VALUES = 200_000;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
/** [ and {, and the same closed, differ from each other in one bit. */
const BRACE_BIT = 32;
const OPENING = 123;
const CLOSING = 125;

/**
 * The text without what is beyond bounds. To parse that would take far longer than to pass it over: each list within
 * another costs the parser a microsecond.
 * @throws RangeError for more values than an answer may have.
 */
export function withinBounds(text: string): string {
  const members = new Uint32Array(MAX_DEPTH + 1);
  let kept = '';
  let from = 0;
  let depth = 0;
  let values = 0;
  /** Where what is left out begins, and at which depth; -1 where nothing is. */
  let cut = -1;
  let cutDepth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfString(text, at);
    else if (character === COMMA) {
      if (cut >= 0) continue;
      values += 1;
      if (values > MAX_VALUES) throw new RangeError(`holds more than ${MAX_VALUES} values`);
      members[depth] = (members[depth] ?? 0) + 1;
      if ((members[depth] ?? 0) <= MAX_MEMBERS) continue;
      cut = at;
      cutDepth = depth;
    } else if ((character | BRACE_BIT) === OPENING) {
      depth += 1;
      if (depth <= MAX_DEPTH) members[depth] = 0;
      else if (cut < 0) {
        cut = at;
        cutDepth = depth;
      }
    } else if ((character | BRACE_BIT) === CLOSING) {
      if (cut >= 0 && depth === cutDepth) {
        const isDeep = depth > MAX_DEPTH;
        kept += text.slice(from, cut) + (isDeep ? WRITTEN_TOO_DEEP : '');
        from = isDeep ? at + 1 : at;
        cut = -1;
      }
      depth -= 1;
    }
  }
  return kept + text.slice(from, cut < 0 ? text.length : cut);
}

/** The place of a string's closing quote; the text's end where it has none. */
export function endOfString(text: string, opening: number): number {
  for (let end = text.indexOf('"', opening + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}
