// What a process remembers of its gateways and their documents, whatever becomes of its settings.
import { createMemoryStore as createTokenMemory } from '../../credentials/memoryStore.js';
import type { TokenStore } from '../../credentials/types.js';
import type { Backoff } from './backoff.js';
import type { CircuitBreaker } from './circuit.js';
import { createMemoryStore, type DocumentStore } from './documentStore.js';
import type { FairQueue } from './fairQueue.js';
import type { HealthRecord } from './health.js';
import type { RetryBudget } from './retryBudget.js';

/** How one gateway of a shop fares. */
export interface GatewayMemory {
  readonly health: HealthRecord;
  readonly circuit: CircuitBreaker;
  readonly retryBudget: RetryBudget;
  readonly backoff: Backoff;
}

/** The queue of an account, and what it was made to keep to. */
export interface QueueMemory {
  readonly limits: string;
  readonly queue: FairQueue;
}

export interface UpstreamMemory {
  /** By shop and credential. */
  readonly gateways: Map<string, GatewayMemory>;
  /** By account. */
  readonly queues: Map<string, QueueMemory>;
  /** Renewed tokens, where nothing stores them. */
  readonly tokens: TokenStore;
  /** Documents in so many bytes: the ones that are there where that did not change. */
  readonly documents: (maxBytes: number) => DocumentStore;
}

export function createUpstreamMemory(): UpstreamMemory {
  let documents: DocumentStore | undefined;
  let bytes: number | undefined;
  return {
    gateways: new Map(),
    queues: new Map(),
    tokens: createTokenMemory(),
    documents(maxBytes) {
      if (documents === undefined || bytes !== maxBytes) {
        documents = createMemoryStore(maxBytes);
        bytes = maxBytes;
      }
      return documents;
    },
  };
}
