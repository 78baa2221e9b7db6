// What a gateway's envelope says, in the schema's terms. What cannot be read is null: the order itself came through.
import { toInteger, toText, toTexts } from '../mapping/codec.js';
import { toWritten } from '../mapping/money.js';
import type { UpstreamReply } from '../order/upstream.js';
import type { Envelope } from '../protocols/http.js';

/** Whether a return code is among those of the reply. */
export const hasReturnCode = ({ returnCodes }: Envelope, code: string | undefined): boolean =>
  code !== undefined && (toTexts(returnCodes)?.includes(code) ?? false);

/** What the call cost, in the gateway's points. */
export const costIn = ({ cost }: Envelope): string | null => toWritten(cost) ?? null;

export const readEnvelope = (envelope: Envelope): UpstreamReply => ({
  code: toText(envelope.code) ?? null,
  message: toText(envelope.message) ?? null,
  success: toText(envelope.success) ?? null,
  returnCodes: toTexts(envelope.returnCodes) ?? null,
  cost: costIn(envelope),
  elapsedMs: toInteger(envelope.elapsedMs) ?? null,
  repliedAt: fromUnixSeconds(toInteger(envelope.time)),
  requestId: toText(envelope.requestId) ?? null,
});

const fromUnixSeconds = (seconds: number | undefined): Date | null =>
  seconds === undefined ? null : new Date(seconds * 1000);
