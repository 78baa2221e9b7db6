// Who read whose personal data, and who looked for people: a line in the log for each order and for each search, with the
// names of fields and never their values.
import type { FastifyBaseLogger } from 'fastify';

interface Disclosure {
  readonly caller: string;
  readonly shop: string;
  readonly orderId: string;
  /** Paths in the schema, such as receiver.name. */
  readonly fields: readonly string[];
  readonly requestId: string;
}

export type Audit = (disclosure: Disclosure) => void;

const AUDIT = 'personal data read';

/** Writes to where the log goes, whatever its level: to ask for less of a log is not to ask for no audit. */
export function createAuditLog(log: FastifyBaseLogger): Audit {
  const lines = log.child({}, { level: 'info' });
  return (disclosure) => lines.info({ audit: AUDIT, ...disclosure }, AUDIT);
}

interface PersonSearch {
  readonly caller: string;
  /** The shops that were looked in. */
  readonly shops: readonly string[];
  /** By which arguments, as paths such as where.receiver.phone. */
  readonly arguments: readonly string[];
  readonly requestId: string;
}

export type AuditSearch = (search: PersonSearch) => void;

const SEARCH_AUDIT = 'people searched for';

/** The same for searches by person. */
export function createSearchAuditLog(log: FastifyBaseLogger): AuditSearch {
  const lines = log.child({}, { level: 'info' });
  return (search) => lines.info({ audit: SEARCH_AUDIT, ...search }, SEARCH_AUDIT);
}
