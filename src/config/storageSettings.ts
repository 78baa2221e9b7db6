// The settings of what is kept: cached documents, and the order index.
import { IsOptional } from 'class-validator';
import { Flag, Integer, OneOf, Portion, Text } from './rules.js';
import { Secret } from './secret.js';

const isAesKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, 'base64').length === 32;

/** Base64 of the 32 bytes of an AES-256 key. */
const AesKey = () => Text('must be the base64 of 32 bytes, as openssl rand -base64 32 prints', isAesKey);

/** What is kept of the documents gateways sent, and for how long. */
export class CacheSettings {
  /** Bytes held in memory at most; default 67108864 (64 MiB), 0 holds nothing. */
  @Integer(0)
  readonly maxBytes: number = 64 * 1024 * 1024;

  /** Seconds an order that may still change stays fresh; default 30, 0 never. */
  @Integer(0)
  readonly openSeconds: number = 30;

  /** Seconds an order that is completed, cancelled or closed stays fresh; default 86400 (a day), 0 never. */
  @Integer(0)
  readonly finalSeconds: number = 86_400;

  /** Seconds for which a document answers in any case, also whoever asks for a newer one by maxAge; default 0. */
  @Integer(0)
  readonly minAgeSeconds: number = 0;

  /** Whether a document no longer fresh may answer while its gateways are down; default true. */
  @Flag()
  readonly serveStale: boolean = true;

  /** Base64 of the 32 bytes that encrypt what is cached outside the process; default none. */
  @Secret()
  @IsOptional()
  @AesKey()
  readonly encryptionKey?: string;

  /** Whether documents may stand as they are in a Redis beyond this machine; default false. */
  @IsOptional()
  @Flag()
  readonly allowUnencrypted?: boolean;
}

/** What the index stores of an order: all, nothing that only encryption protects, or nothing at all. */
const indexContents = ['full', 'axes', 'none'] as const;

/** What is kept of orders for lists, counts and the change feed. */
export class IndexSettings {
  /** The file, where there is no DATABASE_URL; default ordergraph-index.db beside the settings file. */
  @IsOptional()
  @Text()
  readonly path?: string;

  /** What is stored: all, nothing personal even encrypted, or nothing; default full. */
  @OneOf(indexContents)
  readonly store: (typeof indexContents)[number] = 'full';

  /** Base64 of the 32 bytes that encrypt documents, and make the tokens people are found by; default none of either. */
  @Secret()
  @IsOptional()
  @AesKey()
  readonly encryptionKey?: string;

  /** Days since an order was last heard of for which it is kept; default 180, 0 for ever. */
  @Integer(0)
  readonly keepDays: number = 180;

  /** Days for which a document is kept; default 30, 0 for ever. */
  @Integer(0)
  readonly documentDays: number = 30;

  /** Days for which a change is kept; default 14, 0 for ever. */
  @Integer(0)
  readonly changeDays: number = 14;

  /** Days for which the orders of a shop are kept that the settings name no longer; default 7. */
  @Integer(0)
  readonly graceDays: number = 7;

  /** Whether receivers may be found by the last four digits of their telephone; default false. */
  @Flag()
  readonly phoneSuffix: boolean = false;

  /** The part of requestsPerSecond that may be used in the background; default 0.3. */
  @Portion()
  readonly share: number = 0.3;
}
