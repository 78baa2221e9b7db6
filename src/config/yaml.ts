// Settings text to plain data. YAML's own error messages quote the text around them, which may be a secret, so ours
// say only where and what kind.
import { LineCounter, parseDocument, visit } from 'yaml';
import { ConfigError } from './configErrors.js';

const wordings: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'text that starts with * needs quotes',
  BAD_INDENT: 'wrong indentation',
  BAD_SCALAR_START: 'text that starts with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a key and its value must stand alone on a line; text with ": " in it needs quotes',
  DUPLICATE_KEY: 'this key stands here for the second time',
  MISSING_CHAR: 'a quote, comma, colon or bracket is missing',
  MULTIPLE_DOCS: 'the file must hold one document',
  TAB_AS_INDENT: 'indentation must be spaces, not tabs',
  TAG_RESOLVE_FAILED: 'text that starts with ! needs quotes',
};

/**
 * Reads YAML, of which JSON is a part. A whole number that would not come back as it was written (beyond 2^53, 0123,
 * 0x1F, 1e5) arrives as a bigint, every other number as a number.
 * @throws ConfigError naming line and column of the first fault of every faulty line.
 */
export function readYaml(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    intAsBigInt: true,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const faults = [...document.errors, ...document.warnings].map(({ pos, code }) => ({ at: pos[0], code: `${code}` }));
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined) faults.push({ at: alias.range?.[0] ?? 0, code: 'BAD_ALIAS' });
    },
    Scalar(_key, scalar) {
      const { value, source } = scalar;
      if (typeof value !== 'bigint' && !(typeof value === 'number' && Number.isInteger(value))) return;
      const exact = Number.isSafeInteger(Number(value)) && String(value) === source;
      scalar.value = exact ? Number(value) : BigInt(value);
    },
  });
  if (faults.length === 0) return document.toJS({ maxAliasCount: -1 });

  // One fault makes the rest of its line unreadable too: only the first is worth telling.
  const complaints = new Map<number, string>();
  for (const { at, code } of faults.sort((one, other) => one.at - other.at)) {
    const { line, col } = lines.linePos(at);
    if (!complaints.has(line))
      complaints.set(line, `line ${line}, column ${col}: not valid YAML: ${wording(code, text, at)}`);
  }
  throw new ConfigError([...complaints.values()]);
}

function wording(code: string, text: string, at: number): string {
  if (text.slice(at - 1, at + 1) === '${') return `between { } or [ ], \${NAME} needs quotes`;
  return wordings[code] ?? code.toLowerCase().replaceAll('_', ' ');
}
