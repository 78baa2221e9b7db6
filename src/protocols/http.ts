// What every protocol does: seal a call into an HTTP request, and open the reply. Both are pure; the clock is an argument.
import { Fault, type FaultCode } from '../common/fault.js';
import { parseJson } from '../common/json.js';
import { isObject, type JsonObject } from '../common/object.js';

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpReply {
  readonly status: number;
  /** The Retry-After header, as sent. */
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/** A reply, and when it came. */
export interface ReceivedReply extends HttpReply {
  readonly receivedAt: Date;
}

/** A reply that succeeded. */
export interface OrderReply {
  /** The gateway's document of the order. */
  readonly document: object;
  readonly envelope: Envelope;
}

/** A reply with one page of a list that succeeded. */
export interface PageReply {
  /** As the gateway sent them; not all of them need be documents. */
  readonly members: readonly unknown[];
  /** How many there are on all pages, and whether another page follows; undefined where the reply does not say. */
  readonly total?: number | undefined;
  readonly hasNext?: boolean | undefined;
}

/** What a reply says beside the document, each as the gateway sent it. */
export interface Envelope {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly success?: unknown;
  readonly returnCodes?: unknown;
  readonly cost?: unknown;
  readonly elapsedMs?: unknown;
  /** Unix seconds. */
  readonly time?: unknown;
  readonly requestId?: unknown;
}

export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** success as gateways write it: a boolean, or its name as a text. */
export const isFalse = (value: unknown): boolean => value === false || asText(value)?.trim().toLowerCase() === 'false';

/** A count as gateways write it: a number, or its digits. */
export function asCount(value: unknown): number | undefined {
  const text = asText(value)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

const LINK = /https?:\/\/[^\s"'<>(),;，。；（）]+/;

/** The first link in a text; JSON may write its slashes with a backslash before each. */
export const linkIn = (text: string): string | undefined => LINK.exec(text.replaceAll('\\/', '/'))?.[0];

/** The JSON object in a reply; HTTP's own failures are named unless the body names one itself. */
export function parseBody(reply: ReceivedReply): JsonObject {
  const body = tryJson(reply.text);
  if (isObject(body)) return body;
  if (reply.status >= 400) throw faultFromStatus(reply);
  throw new Fault('UPSTREAM_MALFORMED', 'The gateway answered something other than a JSON object.');
}

function tryJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

const STATUS_FAULTS: { readonly [status: number]: FaultCode } = {
  401: 'SHOP_NOT_AUTHORIZED',
  403: 'SHOP_NOT_AUTHORIZED',
  408: 'UPSTREAM_TIMEOUT',
  429: 'UPSTREAM_THROTTLED',
  504: 'UPSTREAM_TIMEOUT',
};

/** The fault of a reply that is JSON but not the gateway's own envelope. */
export const malformedReply = (reply: ReceivedReply, missing: string, requestId?: string): Fault =>
  reply.status >= 400
    ? faultFromStatus(reply).with({ requestId })
    : new Fault('UPSTREAM_MALFORMED', `The gateway answered without ${missing}.`, { requestId });

/** The fault that an HTTP status of 400 and above means. */
export function faultFromStatus({ status, retryAfter, receivedAt }: ReceivedReply): Fault {
  const code = STATUS_FAULTS[status] ?? (status >= 500 ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_BAD_REQUEST');
  return new Fault(code, `The gateway answered HTTP ${status}.`, {
    upstreamCode: String(status),
    retryAfterMs: retryAfterMs(retryAfter?.trim(), receivedAt),
  });
}

/** What is waited for is no longer than six digits of seconds; what says more is no wait but an end. */
const LONGEST_WAIT_MS = 999_999_000;

const HTTP_DATE = /^[A-Z][a-z]{2,8},? [\w: -]{8,40}$/;

/** Retry-After as milliseconds from now: it is a number of seconds, or a date of HTTP in one of its three forms. */
function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000;
  if (!HTTP_DATE.test(header)) return undefined;
  // The oldest form names no zone: it is GMT too.
  const time = Date.parse(header.endsWith('GMT') ? header : `${header} GMT`);
  return Number.isNaN(time) ? undefined : Math.min(Math.max(time - now.getTime(), 0), LONGEST_WAIT_MS);
}
