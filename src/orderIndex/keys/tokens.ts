// Blind tokens: what equal persons and parcels have in common, and nothing of either.
import { createHmac, hkdfSync } from 'node:crypto';

/** What orders are found by without its being stored. The list only grows at its end: tokens hold positions in it. */
export const TERM_FIELDS = ['COUNTERPART', 'RECEIVER_NAME', 'PHONE', 'PHONE_LAST_4', 'TRACKING_NUMBER'] as const;
export type TermField = (typeof TERM_FIELDS)[number];

const TOKEN_BYTES = 8;
const KEY_BYTES = 32;

/** Makes the tokens of one shop. */
export type Tokenizer = (field: TermField, value: string) => Buffer | undefined;

/**
 * @param shopKey the shop's data key; each field has a key of its own, so that the same text in two fields is not seen to
 * be one.
 */
export function createTokenizer(shopKey: Buffer): Tokenizer {
  const keys = TERM_FIELDS.map((field) => Buffer.from(hkdfSync('sha256', shopKey, '', `term ${field}`, KEY_BYTES)));
  return (field, value) => {
    const normal = NORMALIZE[field](value);
    if (normal === undefined) return undefined;
    const position = TERM_FIELDS.indexOf(field);
    const hash = createHmac('sha256', keys[position] as Buffer)
      .update(normal)
      .digest();
    // The field stands first, so that a reply which does not tell of one leaves its tokens as they are.
    return Buffer.concat([Buffer.of(position), hash.subarray(0, TOKEN_BYTES)]);
  };
}

/** The field that a token is of. */
export const fieldOfToken = (token: Uint8Array): TermField | undefined => TERM_FIELDS[token[0] ?? -1];

/** What is written in several ways becomes one; undefined where nothing is left. */
const NORMALIZE: { readonly [field in TermField]: (value: string) => string | undefined } = {
  COUNTERPART: foldedText,
  RECEIVER_NAME: foldedText,
  PHONE: (value) => atLeast(6, withoutCountry(digitsIn(value))),
  PHONE_LAST_4: (value) => lastDigits(value, 4),
  TRACKING_NUMBER: (value) => value.normalize('NFKC').replace(/\s+/g, '').toUpperCase() || undefined,
};

/** A name of which only a part is shown names nobody. */
function foldedText(value: string): string | undefined {
  const text = value.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return text === '' || text.includes('*') ? undefined : text;
}

const atLeast = (count: number, text: string): string | undefined => (text.length < count ? undefined : text);

/** A masked number is not one. */
const digitsIn = (value: string): string => {
  const text = value.normalize('NFKC');
  return text.includes('*') ? '' : text.replace(/\D+/g, '');
};

/** +86 138…, 0086 138… and 138… are one. */
const withoutCountry = (digits: string): string => digits.replace(/^(?:00)?86(?=1\d{10}$)/, '');

/** Also of a masked number, 180****8789, as long as its end is not masked. */
const lastDigits = (value: string, count: number): string | undefined => {
  const end = value
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .slice(-count);
  return end.length === count && /^\d+$/.test(end) ? end : undefined;
};
