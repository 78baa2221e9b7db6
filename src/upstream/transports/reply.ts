// The reply that bytes are: what its headers say of them is undone, first the compression, then the charset.
import { isAscii, transcode } from 'node:buffer';
import { promisify, TextDecoder } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import type { MaybePromise } from '../../common/maybePromise.js';
import type { HttpReply } from '../../protocols/http.js';
import { MAX_REPLY_BYTES, TransportError } from './transport.js';

/** What is known of a reply before its bytes. */
export interface ReplyHead {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
}

/** Sent with every call: a server that is told nothing may choose what nobody reads. */
export const ACCEPTED = { 'accept-encoding': 'gzip, deflate, br' } as const;

/** @throws TransportError where the bytes are not what the head says, or too many. */
export function replyOf(head: ReplyHead, bytes: Buffer): MaybePromise<HttpReply> {
  try {
    const plain = decompressed(bytes, head.contentEncoding);
    if (Buffer.isBuffer(plain)) return readReply(head, plain);
    return plain.then((whole) => readReply(head, whole)).catch((error: unknown) => unread(head, error));
  } catch (error) {
    return unread(head, error);
  }
}

const readReply = ({ status, retryAfter, contentType }: ReplyHead, bytes: Buffer): HttpReply => ({
  status,
  retryAfter,
  text: decoded(bytes, contentType),
});

/** The status of a failure says what it is without its page. */
function unread({ status, retryAfter }: ReplyHead, error: unknown): HttpReply {
  if (status >= 400) return { status, retryAfter, text: '' };
  throw error;
}

type Decompress = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

const GUNZIP: Decompress = promisify(gunzip);
const INFLATE: Decompress = promisify(inflate);
const INFLATE_RAW: Decompress = promisify(inflateRaw);
const BROTLI = promisify(brotliDecompress);

/** The compression method of a zlib header, which some servers leave out. */
const DEFLATE = 8;

const DECOMPRESS: { readonly [coding: string]: Decompress } = {
  gzip: GUNZIP,
  'x-gzip': GUNZIP,
  deflate: (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === DEFLATE ? INFLATE : INFLATE_RAW)(bytes, options),
  br: (bytes, { maxOutputLength = MAX_REPLY_BYTES }) => BROTLI(bytes, { maxOutputLength }),
};

/** A body that ends too early is read as far as it goes. */
const OPTIONS: ZlibOptions = { maxOutputLength: MAX_REPLY_BYTES, finishFlush: constants.Z_SYNC_FLUSH };

function decompressed(bytes: Buffer, contentEncoding: string | undefined): MaybePromise<Buffer> {
  const coding = contentEncoding?.trim().toLowerCase() ?? '';
  if (coding === '' || coding === 'identity' || bytes.length === 0) return bytes;
  const decompress = Object.hasOwn(DECOMPRESS, coding) ? DECOMPRESS[coding] : undefined;
  if (decompress === undefined) throw new TransportError('UNREADABLE');
  return decompress(bytes, OPTIONS).catch((cause: NodeJS.ErrnoException) => {
    throw new TransportError(cause.code === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_LONG' : 'UNREADABLE', cause);
  });
}

const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i;

/** UTF-8 and UTF-16 may begin with it; JSON knows none. */
const BYTE_ORDER_MARK = '\ufeff';
const MARK_OF_UTF8 = Buffer.from(BYTE_ORDER_MARK);

/** The text of bytes in the charset that is named for them; in UTF-8 where none is, or none that exists. */
function decoded(bytes: Buffer, contentType: string | undefined): string {
  const charset = contentType === undefined ? undefined : CHARSET.exec(contentType)?.[1];
  const decoder = charset === undefined || isOfUtf8(charset) || startsWithMark(bytes) ? undefined : decoderOf(charset);
  try {
    const text = decoder ? decoder.decode(bytes) : fromUtf8(bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  } catch (error) {
    throw new TransportError('UNREADABLE', error);
  }
}

const isOfUtf8 = (charset: string): boolean => /^utf-?8$/i.test(charset);

const startsWithMark = (bytes: Buffer): boolean => bytes.subarray(0, MARK_OF_UTF8.length).equals(MARK_OF_UTF8);

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}

/** Beyond ASCII the way by UTF-16 takes less than half the time, and refuses what is not UTF-8. */
const fromUtf8 = (bytes: Buffer): string =>
  isAscii(bytes) ? bytes.toString('latin1') : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
