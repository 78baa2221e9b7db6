// Stores documents: in the process, bounded in bytes, and behind it in Redis, shared and encrypted.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../common/clock.js';
import { decrypt, encrypt, keyFrom } from '../../common/encryption.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import { isObject } from '../../common/object.js';
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import type { CacheSettings } from '../../config/storageSettings.js';
import type { Envelope } from '../../protocols/http.js';
import { countLookup, type UpstreamCounts } from '../counts.js';
import { archivedNameIn, type DocumentArchive } from '../types.js';
import type { UpstreamLog } from './outageLog.js';
import type { RedisConnection } from './redis.js';

export interface DocumentEntry {
  /** Of the replies that it came in. */
  readonly characters: number;
  readonly document: object;
  readonly envelope: Envelope;
  readonly subtrees: readonly string[];
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
}

/** How far the clocks of processes that share a store may differ. */
const CLOCK_DIFFERENCE_MS = 2_000;

/** Milliseconds since it was fetched. What comes from the future can have come at any time: it is older than all. */
export function ageOf({ fetchedAt }: DocumentEntry, now: Clock): number {
  const age = now().getTime() - fetchedAt;
  return age < -CLOCK_DIFFERENCE_MS ? Number.POSITIVE_INFINITY : Math.max(0, age);
}

export interface DocumentStore {
  readonly get: (key: string) => MaybePromise<DocumentEntry | undefined>;
  /** What is in memory, and so new that no other process need have a newer one. */
  readonly getFromMemory: (key: string) => DocumentEntry | undefined;
  readonly set: (key: string, entry: DocumentEntry) => void;
}

/** What a parsed document and its last reading take of memory for each character of its JSON, measured of every field. */
const BYTES_PER_CHARACTER = 3;

export function createMemoryStore(maxBytes: number): DocumentStore {
  if (maxBytes === 0) return { get: () => undefined, getFromMemory: () => undefined, set: () => {} };
  const entries = new LRUCache<string, DocumentEntry>({
    maxSize: maxBytes,
    sizeCalculation: ({ characters }, key) => (characters + key.length) * BYTES_PER_CHARACTER + 500,
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

interface RedisStoreOptions {
  readonly lifeSeconds: number;
  /** 32 bytes; documents hold personal data. */
  readonly encryptionKey: Buffer | undefined;
  readonly log: UpstreamLog;
}

/** A value that cannot be read, for whatever reason, is as good as none; so is a Redis that does not answer. */
export function createRedisStore(
  redis: Pick<RedisConnection, 'run'>,
  { lifeSeconds, encryptionKey, log }: RedisStoreOptions,
): DocumentStore {
  // By its name alone: the message of a JSON error repeats a part of the document.
  const logUnreadable = throttle(LOG_EVERY_MS, (error: unknown) =>
    log.warn(
      { reason: (error as Error).name },
      'An entry of Redis is none of ours, or written with another encryptionKey',
    ),
  );
  const wrap = (plain: Buffer, key: string): Buffer => (encryptionKey ? encrypt(plain, encryptionKey, key) : plain);
  const unwrap = (stored: Buffer, key: string): Buffer =>
    encryptionKey ? decrypt(stored, encryptionKey, key) : stored;
  return {
    async get(key) {
      const name = nameOf(key);
      const stored = await redis.run((client) => client.getBuffer(name)).catch(() => undefined);
      if (!stored) return undefined;
      try {
        const plain = await unzip(unwrap(stored, name), { maxOutputLength: MAX_PLAIN_BYTES });
        return asEntry(JSON.parse(plain.toString()));
      } catch (error) {
        logUnreadable(error);
        return undefined;
      }
    },
    getFromMemory: () => undefined,
    set(key, entry) {
      const write = async (): Promise<void> => {
        const name = nameOf(key);
        const value = wrap(await zip(JSON.stringify(entry)), name);
        await redis.run((client) => client.set(name, value, 'EX', lifeSeconds));
      };
      write().catch(() => {});
    },
  };
}

/** The key of an entry in Redis, which reveals nothing of the order. */
const nameOf = (key: string): string => `ordergraph:order:${createHash('sha256').update(key).digest('base64url')}`;

/** @throws TypeError for what is no entry: anyone may write to Redis. */
function asEntry(value: unknown): DocumentEntry {
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
  if (!isEntry) throw new TypeError('This is no entry.');
  return value as DocumentEntry;
}

const createCountedStore = (memory: DocumentStore, { lookups }: DocumentStoreOptions['counts']): DocumentStore => ({
  ...memory,
  get(key) {
    const entry = memory.getFromMemory(key);
    countLookup(lookups.memory, entry !== undefined);
    return entry;
  },
});

/** The near store first; what has stood there for a while may have been replaced by another process, so both are read. */
function createTwoLevelStore(
  near: DocumentStore,
  far: DocumentStore,
  trustedMs: number,
  { now, counts: { lookups } }: Pick<DocumentStoreOptions, 'now' | 'counts'>,
): DocumentStore {
  const getFromMemory = (key: string): DocumentEntry | undefined => {
    const entry = near.getFromMemory(key);
    return entry && ageOf(entry, now) < trustedMs ? entry : undefined;
  };
  return {
    getFromMemory,
    async get(key) {
      const entry = getFromMemory(key);
      countLookup(lookups.memory, entry !== undefined);
      if (entry) return entry;
      const fetched = await far.get(key);
      countLookup(lookups.redis, fetched !== undefined);
      // A newer one may have come in while the far store answered.
      const newest = newerOf(near.getFromMemory(key), fetched, now);
      if (newest && newest === fetched) near.set(key, newest);
      return newest;
    },
    set(key, entry) {
      near.set(key, entry);
      far.set(key, entry);
    },
  };
}

function newerOf(
  one: DocumentEntry | undefined,
  other: DocumentEntry | undefined,
  now: Clock,
): DocumentEntry | undefined {
  return one && other && ageOf(other, now) < ageOf(one, now) ? other : (one ?? other);
}

/** What an archive knows, where the store knows nothing. It is written elsewhere: from the replies themselves. */
function createArchivedStore(
  store: DocumentStore,
  archive: DocumentArchive,
  { lookups }: DocumentStoreOptions['counts'],
): DocumentStore {
  const findIn = async (key: string): Promise<DocumentEntry | undefined> => {
    const name = archivedNameIn(key);
    if (name === undefined) return undefined;
    const entry = await archive.find(name);
    countLookup(lookups.index, entry !== undefined);
    if (entry) store.set(key, entry);
    return entry;
  };
  return {
    ...store,
    get(key) {
      const found = store.get(key);
      if (found instanceof Promise) return found.then((entry) => entry ?? findIn(key));
      return found ?? findIn(key);
    },
  };
}

/** How long Redis keeps what may still be answered when it is no longer fresh. */
const STALE_SECONDS = 86_400;

interface DocumentStoreOptions {
  readonly redis: RedisConnection | undefined;
  readonly log: UpstreamLog;
  readonly now: Clock;
  /** The last that is asked. */
  readonly archive?: DocumentArchive | undefined;
  readonly counts: Pick<UpstreamCounts, 'lookups'>;
  /** The nearest; by default one of its own. */
  readonly memory?: DocumentStore;
}

/** The store that the settings describe. */
export function createDocumentStore(cache: CacheSettings, options: DocumentStoreOptions): DocumentStore {
  const store = createSharedStore(cache, options);
  return options.archive ? createArchivedStore(store, options.archive, options.counts) : store;
}

function createSharedStore(
  cache: CacheSettings,
  { redis, log, now, counts, memory }: DocumentStoreOptions,
): DocumentStore {
  const near = memory ?? createMemoryStore(cache.maxBytes);
  if (redis === undefined) return createCountedStore(near, counts);
  const encryptionKey = cache.encryptionKey ? keyFrom(cache.encryptionKey) : undefined;
  const lifeSeconds = Math.max(cache.finalSeconds, cache.openSeconds, STALE_SECONDS);
  const far = createRedisStore(redis, { lifeSeconds, encryptionKey, log });
  return createTwoLevelStore(near, far, cache.openSeconds * 1000, { now, counts });
}
