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

/** Writes to the log, which dates each line. */
export const createAuditLog =
  (log: Pick<FastifyBaseLogger, 'info'>): Audit =>
  (disclosure) =>
    log.info({ audit: AUDIT, ...disclosure }, AUDIT);
