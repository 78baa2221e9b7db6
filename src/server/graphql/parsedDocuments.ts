// Remembers the documents that Apollo has parsed and found valid, within what they take of memory.
import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = Exclude<ApolloServerOptions<never>['documentStore'], null | undefined>;

/** Of memory, for all documents that are remembered. */
export const MAX_REMEMBERED_BYTES = 32 * 1024 * 1024;

/** A token, its place and the node made of it, where nearly every token is a field. */
const BYTES_PER_TOKEN = 500;
const BYTES_PER_CHARACTER = 2;

/** What a document takes of memory at most, with its text: that goes by its tokens far more than by its length. */
export function bytesOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken.next; token; token = token.next) tokens += 1;
  return tokens * BYTES_PER_TOKEN + (loc?.source.body.length ?? 0) * BYTES_PER_CHARACTER;
}

export function createParsedDocuments(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_REMEMBERED_BYTES,
    // Keys are hashes, all of one length.
    sizeCalculation: bytesOf,
  });
  return {
    get: async (key) => documents.get(key),
    async set(key, document) {
      documents.set(key, document);
    },
    delete: async (key) => documents.delete(key),
  };
}
