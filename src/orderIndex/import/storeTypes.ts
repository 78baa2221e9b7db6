// What the store of imports holds, and what is asked of it.
import type { FaultCode } from '../../common/fault.js';
import type { RefusedRef } from './types.js';

export interface OrderName {
  readonly shop: string;
  readonly orderId: string;
}

export interface NewItem extends OrderName {
  readonly position: number;
  readonly outOrderId: string | null;
}

export interface NewImport {
  readonly id: string;
  readonly caller: string;
  readonly createdAt: number;
  readonly maxAgeMs: number | null;
}

/** What is known of an import once all its references are in. */
export interface ImportSummary {
  readonly refused: readonly RefusedRef[];
  readonly shops: readonly string[];
  readonly itemMs: number;
}

export interface StoredImport extends NewImport, ImportSummary {
  readonly accepted: number;
  readonly done: number;
  readonly failed: number;
  /** Until when its shops wait, all of them that have one to wait for; 0: some go on. */
  readonly pausedUntil: number;
}

/** An order that may be fetched now. */
export interface DueItem extends NewItem {
  readonly importId: string;
  readonly maxAgeMs: number | null;
  readonly attempts: number;
}

/** What came of fetching one. */
export type Outcome = { readonly item: DueItem } & (
  | { readonly state: 'DONE' }
  | { readonly state: 'FAILED'; readonly fault: FaultCode | 'INTERNAL_SERVER_ERROR' }
  | { readonly state: 'PENDING'; readonly fault: FaultCode; readonly notBefore: number; readonly attempts: number }
);

export interface ImportStore {
  readonly find: (id: string, now: number) => Promise<StoredImport | undefined>;
  /** Orders of a caller's imports that are still to be fetched. */
  readonly countPending: (caller: string) => Promise<number>;
  readonly create: (created: NewImport) => Promise<void>;
  readonly addItems: (importId: string, items: readonly NewItem[]) => Promise<void>;
  readonly complete: (importId: string, summary: ImportSummary) => Promise<void>;
  readonly remove: (importId: string) => Promise<void>;
  /** What failed is to be fetched again. */
  readonly retryFailed: (importId: string) => Promise<void>;
  readonly hasPending: () => Promise<boolean>;
  /** Whether an order is in the index. */
  readonly isIndexed: (shop: string, orderId: string) => Promise<boolean>;
  /** Orders still to be fetched of any other shops than these. */
  readonly pendingElsewhere: (shops: readonly string[], limit: number) => Promise<readonly DueItem[]>;
  readonly due: (shop: string, now: number, limit: number) => Promise<readonly DueItem[]>;
  readonly settle: (outcomes: readonly Outcome[]) => Promise<void>;
  readonly pause: (shop: string, until: number, fault: FaultCode) => Promise<void>;
  readonly pausedUntil: (shop: string) => Promise<number>;
  /** Imports that were done before. */
  readonly outdated: (before: number) => Promise<readonly string[]>;
  /** Takes or keeps the lease of running imports; false while another process has it. */
  readonly lease: (owner: string, now: number, ms: number) => Promise<boolean>;
  /** Of each of those orders, whether its platform has put it away for good. */
  readonly buried: (keys: readonly OrderName[]) => Promise<readonly boolean[]>;
}
