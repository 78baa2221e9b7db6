// Who read whose personal data: one line in the log for each order, with the fields' names and never their values.
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
