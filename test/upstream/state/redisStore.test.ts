// Tests what the document store makes of a Redis that does not answer, or answers something else than documents.
import { gzipSync } from 'node:zlib';
import { expect, jest, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { createRedisStore, type DocumentEntry } from '../../../src/upstream/state/documentStore.js';

const PERSON = 'Sentinel Person';
const ENTRY: DocumentEntry = {
  document: { name: PERSON },
  envelope: {},
  subtrees: [],
  characters: 20,
  fetchedAt: 1,
};

function storeOver(redis: Partial<Record<'getBuffer' | 'set', () => Promise<unknown>>>) {
  const warn = jest.fn<(details: object | string, message?: string) => void>();
  const log = { info: () => {}, warn };
  const run = <Reply>(command: (client: Redis) => Promise<Reply>): Promise<Reply> => command(redis as unknown as Redis);
  const store = createRedisStore({ run }, { lifeSeconds: 60, encryptionKey: undefined, log });
  return { store, logged: () => warn.mock.calls };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

test('a Redis that fails at every command counts as empty, and is left for its connection to tell', async () => {
  const fail = async () => {
    throw new Error('Command timed out');
  };
  const { store, logged } = storeOver({ getBuffer: fail, set: fail });
  for (const key of ['one', 'two', 'three']) {
    expect(await store.get(key)).toBeUndefined();
    store.set(key, ENTRY);
  }
  await settle();
  expect(logged()).toEqual([]);
});

test.each([
  ['is not compressed', Buffer.from(PERSON)],
  ['is no JSON', gzipSync(`{"document":{"name":"${PERSON}"`)],
  ['is JSON of another kind', gzipSync(JSON.stringify({ name: PERSON }))],
])('an entry that %s is logged without its content', async (_what, stored) => {
  const { store, logged } = storeOver({ getBuffer: async () => stored });
  for (const key of ['one', 'two']) expect(await store.get(key)).toBeUndefined();
  expect(logged()).toEqual([[{ reason: expect.any(String) }, expect.stringContaining('none of ours')]]);
  expect(JSON.stringify(logged())).not.toContain('Sentinel');
});

test('an entry that was written is read again, and nothing is logged', async () => {
  let stored: unknown = null;
  const set = async (_key?: string, value?: Buffer) => {
    stored = value;
  };
  const { store, logged } = storeOver({ getBuffer: async () => stored, set });
  expect(await store.get('one')).toBeUndefined();
  store.set('one', ENTRY);
  await settle();
  expect(await store.get('one')).toEqual(ENTRY);
  expect(logged()).toEqual([]);
});
