// What becomes of a request before its query is parsed: its trusted document is looked up, any other refused, and the
// bounds on query texts are kept.
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../../common/fault.js';
import { type MaybePromise, whenResolved } from '../../common/maybePromise.js';
import type { Deposits } from '../limits/deposit.js';
import { isAddressed, type OperationRequest, operationRequestOf } from './request.js';
import type { TrustedDocuments } from './trustedDocuments.js';

// The words that persisted-query links of clients wait for; they then send the text.
const NOT_FOUND = {
  errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
};

/** What a request is answered that goes no further, and is no failure. */
export type DocumentNotFound = typeof NOT_FOUND;

/**
 * Looks at a request; undefined where it goes further.
 * @throws Fault FORBIDDEN for a text that is not trusted, COST_LIMIT for one out of bounds, RATE_LIMITED for one that is
 * not paid for, BAD_USER_INPUT without host.
 */
export type Screen = (request: FastifyRequest) => MaybePromise<DocumentNotFound | undefined>;

interface ScreenOptions {
  readonly documents: TrustedDocuments | undefined;
  readonly checkBounds: (text: string) => MaybePromise<void>;
  /** Undefined where callers have no budget. */
  readonly deposits: Deposits | undefined;
}

export const createScreen =
  ({ documents, checkBounds, deposits }: ScreenOptions): Screen =>
  (request) => {
    if (!isAddressed(request)) throw new Fault('BAD_USER_INPUT', 'The header Host is not the name of a host.');
    const operation = operationRequestOf(request);
    const text = documents === undefined ? operation.query : trustedText(documents, operation, request);
    if (text !== undefined) {
      return whenResolved(deposits?.pay(text, request), () => whenResolved(checkBounds(text), () => undefined));
    }
    return documents === undefined || operation.documentId === undefined ? undefined : NOT_FOUND;
  };

function trustedText(
  documents: TrustedDocuments,
  { query, documentId, setQuery }: OperationRequest,
  request: FastifyRequest,
): string | undefined {
  // A text beside a name is what is run; the name alone stands for the text in the manifest.
  const text = query ?? (documentId === undefined ? undefined : documents.textOf(documentId));
  if (text === undefined) return undefined;
  if (!documents.has(text)) {
    if (documents.mode === 'enforce')
      throw new Fault('FORBIDDEN', 'Only trusted documents are answered here, and this query is none of them.');
    const documentSha256 = createHash('sha256').update(text).digest('hex');
    request.log.warn({ documentSha256, caller: request.caller.name, requestId: request.id }, 'not a trusted document');
  }
  if (documentId !== undefined) setQuery(text);
  return text;
}
