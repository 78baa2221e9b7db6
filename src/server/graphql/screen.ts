// What becomes of a query before Apollo sees it: its trusted text is looked up, any other refused, and bounds are held.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../common/fault.js';
import { type Asked, answerTypeFor, askedBy, isAddressed } from './request.js';
import type { TrustedDocuments } from './trustedDocuments.js';

// The words that persisted-query links of clients wait for; they then send the text.
const NOT_FOUND = {
  errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
};

/** @throws Fault FORBIDDEN for a text that is not trusted, COST_LIMIT for one out of bounds, BAD_USER_INPUT without host. */
export const createScreen =
  (documents: TrustedDocuments | undefined, bound: (text: string) => void) =>
  (request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined => {
    if (!isAddressed(request)) throw new Fault('BAD_USER_INPUT', 'The header Host is not the name of a host.');
    const asked = askedBy(request);
    const text = documents === undefined ? asked.text : trustedText(documents, asked, request);
    if (text !== undefined) bound(text);
    if (text !== undefined || documents === undefined || asked.documentId === undefined) return undefined;
    return reply.type(answerTypeFor(request)).send(JSON.stringify(NOT_FOUND));
  };

function trustedText(documents: TrustedDocuments, asked: Asked, request: FastifyRequest): string | undefined {
  // A text beside a name is what is asked; the name alone stands for the text in the manifest.
  const text = asked.text ?? (asked.documentId === undefined ? undefined : documents.textOf(asked.documentId));
  if (text === undefined) return undefined;
  if (!documents.has(text)) {
    if (documents.mode === 'enforce')
      throw new Fault('FORBIDDEN', 'Only trusted documents are answered here, and this query is none of them.');
    const sha256 = createHash('sha256').update(text).digest('hex');
    request.log.warn({ sha256, caller: request.caller.name, requestId: request.id }, 'not a trusted document');
  }
  if (asked.documentId !== undefined) asked.become(text);
  return text;
}
