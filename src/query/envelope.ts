// What a gateway's envelope says, in the schema's terms. What cannot be read is null: the order itself came through.
import { DECIMAL, INTEGER, type ReadContext, TEXT, TEXTS } from '../mapping/codec.js';
import { BEIJING } from '../mapping/time.js';
import type { UpstreamReply } from '../order/upstream.js';
import type { Envelope } from '../protocols/http.js';

const CONTEXT: ReadContext = { currency: 'CNY', zone: BEIJING, place: 0, warn: () => {} };

/** 1688 says beside the document whether its personal data is encrypted. */
export const saysEncrypted = ({ returnCodes }: Envelope): boolean =>
  TEXTS.decode(returnCodes, CONTEXT)?.includes('BUYER_ENCRYPT') ?? false;

/** What the call cost, in the gateway's points. */
export const costIn = ({ cost }: Envelope): string | null => DECIMAL.decode(cost, CONTEXT) ?? null;

export const readEnvelope = (envelope: Envelope): UpstreamReply => ({
  code: TEXT.decode(envelope.code, CONTEXT) ?? null,
  message: TEXT.decode(envelope.message, CONTEXT) ?? null,
  success: TEXT.decode(envelope.success, CONTEXT) ?? null,
  returnCodes: TEXTS.decode(envelope.returnCodes, CONTEXT) ?? null,
  cost: costIn(envelope),
  elapsedMs: INTEGER.decode(envelope.elapsedMs, CONTEXT) ?? null,
  repliedAt: fromUnixSeconds(INTEGER.decode(envelope.time, CONTEXT)),
  requestId: TEXT.decode(envelope.requestId, CONTEXT) ?? null,
});

const fromUnixSeconds = (seconds: number | null | undefined): Date | null =>
  seconds === null || seconds === undefined ? null : new Date(seconds * 1000);
