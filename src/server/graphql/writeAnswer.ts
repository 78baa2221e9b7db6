// Writes long answers piece by piece, over several turns of the event loop: what JSON.stringify and Buffer.from would do
// in one.
import { endOfTurn } from '../../common/eventLoop.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import type { JsonObject } from '../../common/object.js';

/** What is written of an answer; undefined is left out. */
interface Written {
  readonly errors?: unknown;
  readonly data?: unknown;
  readonly extensions?: unknown;
}

/** Values that are written at once; some characters of a text count as one. */
const VALUES_OF_PIECE = 1_000;
const CHARACTERS_PER_VALUE = 100;

/** Characters that are written, or encoded, in one turn. */
const CHARACTERS_OF_TURN = 1024 * 1024;

const longData = new WeakSet<object>();

/** Has data be written in turns where it is long. */
export function markLong(data: object, bytes: number): void {
  if (bytes > CHARACTERS_OF_TURN) longData.add(data);
}

/** Writes what is answered, in this order of its members. */
export function writeAnswer({ errors, data, extensions }: Written): MaybePromise<string> {
  const answer = { errors, data, extensions };
  if (longData.has(Object(data))) return writeInTurns(answer).then((text) => `${text}\n`);
  return `${JSON.stringify(answer)}\n`;
}

/** The same text as JSON.stringify makes of it. */
async function writeInTurns(value: unknown): Promise<string> {
  const pieces: string[] = [];
  let written = 0;
  for (const piece of piecesOf(value)) {
    pieces.push(piece);
    written += piece.length;
    if (written < CHARACTERS_OF_TURN) continue;
    await endOfTurn();
    written = 0;
  }
  return pieces.join('');
}

function* piecesOf(value: unknown): Generator<string> {
  if (valuesIn(value, VALUES_OF_PIECE) < VALUES_OF_PIECE || typeof value === 'string') yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* piecesOfList(value);
  else yield* piecesOfObject(value as JsonObject);
}

function* piecesOfList(list: readonly unknown[]): Generator<string> {
  let separator = '';
  yield '[';
  for (const member of list) {
    yield separator;
    yield* piecesOf(member ?? null);
    separator = ',';
  }
  yield ']';
}

function* piecesOfObject(object: JsonObject): Generator<string> {
  let separator = '';
  yield '{';
  for (const [name, member] of Object.entries(object)) {
    if (member === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* piecesOf(member);
    separator = ',';
  }
  yield '}';
}

/** Counts values up to what is enough. */
function valuesIn(value: unknown, enough: number): number {
  if (typeof value === 'string') return 1 + value.length / CHARACTERS_PER_VALUE;
  if (typeof value !== 'object' || value === null) return 1;
  let values = 1;
  for (const name in value) {
    values += valuesIn((value as JsonObject)[name], enough - values);
    if (values >= enough) break;
  }
  return values;
}

/** The text in UTF-8; a long one after some turns. */
export const encode = (text: string): MaybePromise<Buffer> =>
  text.length > CHARACTERS_OF_TURN ? encodeInTurns(text) : Buffer.from(text);

async function encodeInTurns(text: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + CHARACTERS_OF_TURN;
    // A character of two halves stays whole.
    const to = isHighSurrogate(text.charCodeAt(end - 1)) ? end + 1 : end;
    parts.push(Buffer.from(text.slice(from, to)));
    from = to;
    await endOfTurn();
  }
  return Buffer.concat(parts);
}

const isHighSurrogate = (character: number): boolean => character >= 0xd800 && character <= 0xdbff;
