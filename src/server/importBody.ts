// The body of an import, read as it comes in: CSV with a header, or a JSON object on each line. Every mistake names its line.
import { pipeline, type Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import split from 'split2';
import { isObject } from '../common/object.js';
import { parseStrictJson } from '../common/strictJson.js';
import type { ImportRef } from '../orderIndex/import/types.js';
import { RequestError } from './requestError.js';

/** Characters of a line; an order is named in less than 200. */
export const MAX_LINE_LENGTH = 1024;

const COLUMNS = ['shop', 'orderId', 'outOrderId'] as const;
const REQUIRED = COLUMNS.slice(0, 2);

const isColumn = (name: string): boolean => (COLUMNS as readonly string[]).includes(name);

export type ImportFormat = 'CSV' | 'NDJSON';

/** @throws RequestError for a mistake, and for more bytes than are taken. */
export function readImport(body: Readable, format: ImportFormat, maxBytes: number): AsyncGenerator<ImportRef> {
  const text = textOf(body, maxBytes);
  return format === 'CSV' ? readCsv(text) : readNdjson(text);
}

const mistakeAt = (line: number, message: string): RequestError => new RequestError(400, `Line ${line}: ${message}`);

const TOO_LONG = `it is longer than ${MAX_LINE_LENGTH} characters.`;
const tooLong = (line: number): RequestError => mistakeAt(line, TOO_LONG);

/**
 * The text of the body, which is left open: an answer is still to be sent on its connection.
 * @throws RequestError for more bytes than are taken, and for bytes that are no UTF-8
 */
async function* textOf(body: Readable, maxBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBytes) throw new RequestError(413, `An import has at most ${maxBytes} bytes.`);
    yield decoded(() => decoder.decode(chunk as Buffer, { stream: true }));
  }
  yield decoded(() => decoder.decode());
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new RequestError(400, 'The body is not UTF-8.');
  }
}

async function* readCsv(body: AsyncIterable<string>): AsyncGenerator<ImportRef> {
  const parser = parse({
    bom: true,
    columns: checkHeader,
    info: true,
    max_record_size: MAX_LINE_LENGTH,
    skip_empty_lines: true,
    trim: true,
  });
  pipeline(body, parser, () => {
    // Whoever reads the records meets the error.
  });
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      const { shop = '', orderId = '', outOrderId } = record;
      yield { position: info.lines, shop, orderId, outOrderId: outOrderId || undefined };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw mistakeAt(Number(error.lines ?? 1), wordsFor(error));
  }
}

interface CsvRecord {
  readonly record: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;
  readonly info: { readonly lines: number };
}

function checkHeader(names: readonly string[]): string[] {
  const unknown = names.find((name) => !isColumn(name));
  const missing = REQUIRED.find((name) => !names.includes(name));
  if (unknown !== undefined || missing !== undefined || new Set(names).size < names.length)
    throw mistakeAt(1, 'the header must be shop,orderId or shop,orderId,outOrderId.');
  return [...names];
}

/** Its own words repeat what they are about, and are meant for whoever wrote the call. */
const CSV_MISTAKES: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'it has not as many values as the header has names.',
  CSV_MAX_RECORD_SIZE: TOO_LONG,
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed.',
};

const wordsFor = ({ code }: CsvError): string => CSV_MISTAKES[code] ?? 'it is not CSV.';

async function* readNdjson(body: AsyncIterable<string>): AsyncGenerator<ImportRef> {
  // It bounds what it holds of a line that has not ended, and no line that came in one piece.
  const lines = split({ maxLength: MAX_LINE_LENGTH });
  pipeline(body, lines, () => {
    // Whoever reads the lines meets the error.
  });
  let position = 0;
  try {
    for await (const line of lines as AsyncIterable<string>) {
      position += 1;
      if (line.length > MAX_LINE_LENGTH) throw tooLong(position);
      const text = position === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (text.trim() !== '') yield { position, ...refIn(text, position) };
    }
  } catch (error) {
    if (error instanceof RequestError || (error as Error).message !== 'maximum buffer reached') throw error;
    throw tooLong(position + 1);
  }
}

function refIn(text: string, line: number): ImportRef {
  const value = parseStrictJson(text);
  if (!isObject(value)) throw mistakeAt(line, 'it is not a JSON object.');
  const unknown = Object.keys(value).find((name) => !isColumn(name));
  if (unknown !== undefined) throw mistakeAt(line, 'its members must be shop, orderId and, if need be, outOrderId.');
  const missing = REQUIRED.find((name) => value[name] === undefined);
  if (missing !== undefined) throw mistakeAt(line, `${missing} is missing.`);
  const { shop, orderId, outOrderId } = value;
  const broken = COLUMNS.find((name) => value[name] !== undefined && value[name] !== null && !isName(value[name]));
  if (broken !== undefined) throw mistakeAt(line, `${broken} must be a string.`);
  return {
    shop: String(shop),
    orderId: String(orderId),
    outOrderId: outOrderId === undefined || outOrderId === null ? undefined : String(outOrderId),
  };
}

/** A number is taken by its digits, as variables of a query are. */
const isName = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
