// What resolvers are given of the order index.
import type { Clock } from '../../common/clock.js';
import { Fault } from '../../common/fault.js';
import type { Settings } from '../../config/index.js';
import type { OrderImports } from '../../orderIndex/import/types.js';
import type { SyncStore } from '../../orderIndex/sync/types.js';
import type { IndexReader } from '../../orderIndex/types.js';
import type { AuditSearch } from '../../privacy/auditLog.js';

/** Why nothing is found by what is stored as tokens, in words of the settings; undefined: it is found. */
export interface UnfindableBy {
  readonly token: string | undefined;
  readonly phoneSuffix: string | undefined;
}

export function unfindableBy(index: Settings['index']): UnfindableBy {
  if (index === false) return { token: undefined, phoneSuffix: undefined };
  const { store, encryptionKey, phoneSuffix } = index;
  const token =
    store === 'full' ? (encryptionKey ? undefined : 'index.encryptionKey is not set') : `index.store is ${store}`;
  return { token, phoneSuffix: token ?? (phoneSuffix ? undefined : 'index.phoneSuffix is off') };
}

export interface IndexAccess {
  /** Undefined where the settings turn the index off. */
  readonly reader: IndexReader | undefined;
  readonly imports: OrderImports | undefined;
  /** How shops' orders come into it by themselves; undefined where none do. */
  readonly sync: Pick<SyncStore, 'status'> | undefined;
  /** Orders of one shop that may be fetched by themselves in a day. */
  readonly maxCallsPerDay: number;
  readonly unfindable: UnfindableBy;
  readonly now: Clock;
  /** Records searches by person. */
  readonly auditSearch: AuditSearch;
}

/** @throws Fault INDEX_UNAVAILABLE where the index is turned off: to try again is then of no use. */
export function required<Part>(part: Part | undefined): Part {
  if (part !== undefined) return part;
  throw new Fault('INDEX_UNAVAILABLE', 'The order index is turned off in the settings of this server.', {
    retryable: false,
  });
}
