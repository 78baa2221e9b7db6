// What a gateway's envelope says, in the schema's terms. What cannot be read is null: the order itself came through.
import { cutText } from '../common/cutText.js';
import { toInteger, toText, toTexts } from '../mapping/codec.js';
import { toWritten } from '../mapping/money.js';
import type { UpstreamReply } from '../order/upstream.js';
import { blotCode, blotWords } from '../privacy/gatewayWords.js';
import type { Envelope } from '../protocols/http.js';

/** Whether a return code is among those of the reply. */
export const hasReturnCode = ({ returnCodes }: Envelope, code: string | undefined): boolean =>
  code !== undefined && (toTexts(returnCodes)?.includes(code) ?? false);

/** What the call cost, in the gateway's points. */
export const costIn = ({ cost }: Envelope): string | null => toWritten(cost) ?? null;

/** @param isMasked whether personal data is hidden from the caller: words may hold any */
export function readEnvelope(envelope: Envelope, isMasked: boolean): UpstreamReply {
  const shown = (text: string | undefined, blot: (text: string) => string): string | null => {
    if (text === undefined) return null;
    const cut = cutText(text);
    return isMasked ? blot(cut) : cut;
  };
  return {
    code: shown(toText(envelope.code), blotCode),
    message: shown(toText(envelope.message), blotWords),
    success: shown(toText(envelope.success), blotCode),
    returnCodes: toTexts(envelope.returnCodes)?.map((code) => shown(code, blotCode) ?? '') ?? null,
    cost: costIn(envelope),
    elapsedMs: toInteger(envelope.elapsedMs) ?? null,
    repliedAt: fromUnixSeconds(toInteger(envelope.time)),
    requestId: shown(toText(envelope.requestId), blotCode),
  };
}

const fromUnixSeconds = (seconds: number | undefined): Date | null =>
  seconds === undefined ? null : new Date(seconds * 1000);
