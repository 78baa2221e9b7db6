// Documents and gateways' tokens as the index stores them: encrypted with keys of their shop's own.
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { decrypt, encrypt } from '../../common/encryption.js';
import { isObject, type JsonObject } from '../../common/object.js';
import type { Tokens, TokensVersion } from '../../credentials/types.js';
import type { Envelope } from '../../protocols/http.js';

/** What is sealed; the rest stands in columns. */
export interface SealedDocument {
  readonly document: object;
  readonly envelope: Envelope;
  readonly characters: number;
}

/** What a document belongs to: it cannot be passed off as another order's, or another account's. */
export interface DocumentName {
  readonly shop: string;
  readonly order_id: string;
  readonly credential: string;
}

export interface Seal {
  readonly close: (name: DocumentName, document: SealedDocument) => Buffer;
  /** @throws Error when it is another's, or changed. */
  readonly open: (name: DocumentName, sealed: Uint8Array) => SealedDocument;
}

/** A reply is 8 MiB at most, and a document is made of a few. */
const MAX_PLAIN_BYTES = 64 * 1024 * 1024;

export const createSeal = (key: Buffer): Seal => ({
  close(name, { document, envelope, characters }) {
    const plain = JSON.stringify({ document, envelope, characters });
    return encrypt(gzipSync(plain, { level: constants.Z_BEST_SPEED }), key, textOf(name));
  },
  open(name, sealed) {
    const plain = gunzipSync(decrypt(sealed, key, textOf(name)), { maxOutputLength: MAX_PLAIN_BYTES });
    const value: unknown = JSON.parse(plain.toString());
    if (!isObject(value) || !isObject(value.document) || !isObject(value.envelope)) throw new Error('No document.');
    const { document, envelope, characters } = value;
    return { document, envelope, characters: Number(characters) };
  },
});

const textOf = ({ shop, order_id, credential }: DocumentName): string => `document ${shop} ${credential} ${order_id}`;

/** What was sealed with another key, or changed, is as good as none. */
export function openSealed(
  { open }: Seal,
  { shop, order_id, credential }: DocumentName,
  sealed: Uint8Array,
): SealedDocument | undefined {
  try {
    return open({ shop, order_id, credential }, sealed);
  } catch {
    return undefined;
  }
}

export interface TokenSeal {
  readonly close: (name: TokensVersion, tokens: Tokens) => Buffer;
  /** @throws Error when they are another's, of another version, or changed. */
  readonly open: (name: TokensVersion, sealed: Uint8Array) => Tokens;
}

const textOfTokens = ({ shop, name, version }: TokensVersion): string => `tokens ${shop} ${name} ${version}`;

export const createTokenSeal = (key: Buffer): TokenSeal => ({
  close: (name, tokens) => encrypt(Buffer.from(JSON.stringify(tokens)), key, textOfTokens(name)),
  open(name, sealed) {
    const value: unknown = JSON.parse(decrypt(sealed, key, textOfTokens(name)).toString());
    if (!isObject(value)) throw new Error('No tokens.');
    return {
      accessToken: textIn(value, 'accessToken'),
      refreshToken: textIn(value, 'refreshToken'),
      expiresAt: numberIn(value, 'expiresAt'),
      refreshExpiresAt: numberIn(value, 'refreshExpiresAt'),
      renewedAt: numberIn(value, 'renewedAt'),
      account: textIn(value, 'account'),
      isRevoked: value.isRevoked === true,
    };
  },
});

const textIn = (value: JsonObject, name: string): string | undefined =>
  typeof value[name] === 'string' ? value[name] : undefined;

const numberIn = (value: JsonObject, name: string): number | undefined =>
  typeof value[name] === 'number' ? value[name] : undefined;
