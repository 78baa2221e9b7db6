// The fault of a refusal, its meaning known or not.
import { Fault } from '../common/fault.js';
import { faultFromStatus, type ReceivedReply } from './http.js';
import { banMs, type Meaning } from './refusalWords.js';

interface NamedRefusal {
  readonly upstreamCode: string;
  readonly upstreamMessage: string;
  /** Undefined where neither tables nor words tell: then the status of HTTP may. */
  readonly meaning: Meaning | undefined;
  readonly authorizeUrl?: string | undefined;
  readonly requestId: string | undefined;
}

export function refusalFault({ meaning, ...said }: NamedRefusal, reply: ReceivedReply): Fault {
  const status = reply.status >= 400 ? faultFromStatus(reply) : undefined;
  const upstreamCode = said.upstreamCode || status?.details.upstreamCode;
  const { upstreamMessage, authorizeUrl, requestId } = said;
  return new Fault(meaning?.fault ?? status?.code ?? 'UPSTREAM_BAD_REQUEST', wording(upstreamCode, upstreamMessage), {
    upstreamCode,
    upstreamMessage,
    retryable: meaning?.retryable,
    retryAfterMs: banMs(upstreamMessage) ?? status?.details.retryAfterMs,
    authorizeUrl,
    requestId,
  });
}

function wording(code: string | undefined, message: string): string {
  if (message !== '') return `The gateway refused: ${message}`;
  return `The gateway refused${code === undefined ? '' : ` with code ${code}`} and gave no reason.`;
}
