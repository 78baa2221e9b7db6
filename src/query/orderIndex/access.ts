// What resolvers are given of the order index.
import type { Clock } from '../../common/clock.js';
import { Fault } from '../../common/fault.js';
import type { OrderImports } from '../../orderIndex/import/types.js';
import type { IndexReader } from '../../orderIndex/types.js';
import type { AuditSearch } from '../../privacy/auditLog.js';

export interface IndexAccess {
  /** Undefined where the settings turn the index off. */
  readonly reader: IndexReader | undefined;
  readonly imports: OrderImports | undefined;
  /** Whether the settings keep what telephones are found by their last digits by. */
  readonly hasPhoneSuffix: boolean;
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
