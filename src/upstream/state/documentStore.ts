// Where documents are kept: in the process, bounded in bytes, and behind it in Redis, shared and encrypted.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { MaybePromise } from '../../common/maybePromise.js';
import { isObject } from '../../common/object.js';
import type { CacheSettings } from '../../config/settings.js';
import type { Envelope } from '../../protocols/http.js';

export interface DocumentEntry {
  /** Of the replies that it came in. */
  readonly characters: number;
  readonly document: object;
  readonly envelope: Envelope;
  readonly subtrees: readonly string[];
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
}

export interface DocumentStore {
  readonly get: (key: string) => MaybePromise<DocumentEntry | undefined>;
  /** What is at hand, and so new that nobody else need be asked for a newer one. */
  readonly getFromMemory: (key: string) => DocumentEntry | undefined;
  readonly set: (key: string, entry: DocumentEntry) => void;
}

/** What a parsed document and its last reading take of memory for each character of its JSON, measured of every field. */
const BYTES_PER_CHARACTER = 3;

export function createMemoryStore(maxBytes: number): DocumentStore {
  if (maxBytes === 0) return { get: () => undefined, getFromMemory: () => undefined, set: () => {} };
  const entries = new LRUCache<string, DocumentEntry>({
    maxSize: maxBytes,
    sizeCalculation: ({ characters }) => characters * BYTES_PER_CHARACTER + 500,
  });
  return {
    get: (key) => entries.get(key),
    getFromMemory: (key) => entries.get(key),
    set: (key, entry) => {
      entries.set(key, entry);
    },
  };
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** A reply is 8 MiB at most; no entry is much more. */
const MAX_PLAIN_BYTES = 64 * 1024 * 1024;

export interface RedisStoreSettings {
  readonly lifeSeconds: number;
  /** 32 bytes; documents hold personal data. */
  readonly encryptionKey: Buffer | undefined;
}

/** A value that cannot be read, for whatever reason, is as good as none; so is a Redis that does not answer. */
export function createRedisStore(redis: Redis, { lifeSeconds, encryptionKey }: RedisStoreSettings): DocumentStore {
  const seal = (plain: Buffer, key: string): Buffer => (encryptionKey ? encrypt(plain, encryptionKey, key) : plain);
  const open = (sealed: Buffer, key: string): Buffer => (encryptionKey ? decrypt(sealed, encryptionKey, key) : sealed);
  return {
    async get(key) {
      try {
        const name = nameOf(key);
        const sealed = await redis.getBuffer(name);
        if (sealed === null) return undefined;
        const plain = await unzip(open(sealed, name), { maxOutputLength: MAX_PLAIN_BYTES });
        return asEntry(JSON.parse(plain.toString()));
      } catch {
        return undefined;
      }
    },
    getFromMemory: () => undefined,
    set(key, entry) {
      const write = async (): Promise<void> => {
        const name = nameOf(key);
        await redis.set(name, seal(await zip(JSON.stringify(entry)), name), 'EX', lifeSeconds);
      };
      write().catch(() => {});
    },
  };
}

/** What an entry is called in Redis: that tells nothing of the order. */
const nameOf = (key: string): string => `ordergraph:order:${createHash('sha256').update(key).digest('base64url')}`;

/** Anyone may write to Redis: what is no entry is none. */
function asEntry(value: unknown): DocumentEntry | undefined {
  const { document, envelope, subtrees, characters, fetchedAt } = (value ?? {}) as {
    readonly [name in keyof DocumentEntry]?: unknown;
  };
  const isEntry =
    isObject(document) &&
    isObject(envelope) &&
    Array.isArray(subtrees) &&
    Number.isSafeInteger(characters) &&
    Number(characters) >= 0 &&
    Number.isFinite(fetchedAt);
  return isEntry ? (value as DocumentEntry) : undefined;
}

/** The near store first; what has stood there for a while may have been replaced by another process, so both are asked. */
export function createTwoLevelStore(near: DocumentStore, far: DocumentStore, trustedMs: number): DocumentStore {
  const recall = (key: string): DocumentEntry | undefined => {
    const held = near.getFromMemory(key);
    return held && Date.now() - held.fetchedAt < trustedMs ? held : undefined;
  };
  return {
    getFromMemory: recall,
    async get(key) {
      const held = recall(key);
      if (held) return held;
      const fetched = await far.get(key);
      // An answer may have come in while the far one was asked.
      const newest = newerOf(near.getFromMemory(key), fetched);
      if (newest && newest === fetched) near.set(key, newest);
      return newest;
    },
    set(key, entry) {
      near.set(key, entry);
      far.set(key, entry);
    },
  };
}

const newerOf = (one: DocumentEntry | undefined, other: DocumentEntry | undefined): DocumentEntry | undefined =>
  one && other && other.fetchedAt > one.fetchedAt ? other : (one ?? other);

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The cache key is authenticated with the value: no entry can be passed off as another. */
export function encrypt(plain: Buffer, secret: Buffer, key: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, secret, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(key));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @throws when the value was sealed with another key, for another entry, or changed. */
export function decrypt(sealed: Buffer, secret: Buffer, key: string): Buffer {
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(CIPHER, secret, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(key));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

/** How long Redis keeps what may still be answered when it is no longer fresh. */
const KEPT_SECONDS = 86_400;

/** The store that the settings ask for. */
export function createDocumentStore(cache: CacheSettings, redis: Redis | undefined): DocumentStore {
  const near = createMemoryStore(cache.maxBytes);
  if (redis === undefined) return near;
  const encryptionKey = cache.encryptionKey ? Buffer.from(cache.encryptionKey, 'base64') : undefined;
  const lifeSeconds = Math.max(cache.finalSeconds, cache.openSeconds, KEPT_SECONDS);
  return createTwoLevelStore(near, createRedisStore(redis, { lifeSeconds, encryptionKey }), cache.openSeconds * 1000);
}
