// How an application is given tokens, by OAuth 2.0's code and refresh token: what is common to all platforms.
import { Fault } from '../common/fault.js';
import { isObject, type JsonObject } from '../common/object.js';
import { asText, faultFromStatus, type HttpRequest, parseBody, type ReceivedReply } from './http.js';

/** What a platform gives. Durations are milliseconds from the reply on, instants milliseconds. */
export interface TokenGrant {
  readonly accessToken: string;
  /** Undefined: the one before it stays good, if there is one. Null: there is none from now on. */
  readonly refreshToken: string | null | undefined;
  readonly lifetimeMs: number | undefined;
  readonly refreshExpiresAt: number | undefined;
  /** The platform's id of the account that authorized the application. */
  readonly account: string | undefined;
}

/** What brings a platform's answer to a shop's owner back to us. */
export interface AuthorizationReply {
  readonly code: string;
  /** The address that the platform was told to send it to. */
  readonly redirectUri: string;
}

export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string;
}

/** An application at its platform. */
export interface Application {
  readonly appKey: string;
  readonly appSecret: string;
}

export const clientOf = ({ appKey, appSecret }: Application) => ({ client_id: appKey, client_secret: appSecret });

export const tokenRequest = (url: string, form: Readonly<Record<string, string>>): HttpRequest => ({
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
  body: new URLSearchParams(form).toString(),
});

/** An address with these parameters beside its own. */
export function addressWith(url: string, parameters: Readonly<Record<string, string>>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/**
 * The object that a grant is read from.
 * @throws Fault for a refusal: SHOP_NOT_AUTHORIZED where the platform will not take what was sent, however often.
 */
export function parseGrant(reply: ReceivedReply): JsonObject & { readonly access_token: string } {
  const body = parseBody(reply);
  const { access_token } = body;
  if (typeof access_token === 'string' && access_token !== '' && reply.status < 400) return { ...body, access_token };
  throw refusalOf(body, reply);
}

/** What OAuth 2.0 (RFC 6749, 5.2) says of a code or refresh token that is invalid, expired, revoked or another's. */
const INVALID_GRANT = /^(?:invalid_grant|401)$/;

/** The words of platforms for the same. */
const INVALID_WORDS =
  /(?:refresh.?token|authori[sz]\w* ?code|\bcode\b).{0,24}(?:expir|invalid|not exist|used)|invalid.{0,12}(?:refresh.?token|code\b)|need user authori[sz]ed/i;

/** What is wrong with the application rather than with the shop's authorization. */
const OF_APPLICATION = /^(?:invalid_client|unauthorized_client|invalid_request|unsupported_grant_type)$/;

function refusalOf(body: JsonObject, reply: ReceivedReply): Fault {
  const nested = isObject(body.error_response) ? body.error_response : body;
  const text = (...names: readonly string[]): string =>
    names.map((name) => asText(nested[name])?.trim()).find((found) => found !== undefined && found !== '') ?? '';
  const code = text('error', 'error_code', 'sub_code', 'code');
  const words = text('error_description', 'error_message', 'sub_msg', 'msg', 'message');
  const details = { upstreamCode: code || undefined, upstreamMessage: words };
  const message = `No token was given: ${words || code || 'no reason was said'}`;
  if (INVALID_GRANT.test(code) || INVALID_WORDS.test(`${code} ${words}`))
    return new Fault('SHOP_NOT_AUTHORIZED', message, details);
  if (OF_APPLICATION.test(code)) return new Fault('UPSTREAM_BAD_REQUEST', message, details);
  if (reply.status >= 400) return faultFrom(reply, message, details);
  return new Fault('UPSTREAM_MALFORMED', message, details);
}

/** A status alone says nothing of the authorization: 401 and 403 may be about the application. */
function faultFrom(reply: ReceivedReply, message: string, details: object): Fault {
  const { code, details: byStatus } = faultFromStatus(reply);
  const told = { ...byStatus, ...details, retryAfterMs: byStatus.retryAfterMs };
  return new Fault(code === 'SHOP_NOT_AUTHORIZED' ? 'UPSTREAM_BAD_REQUEST' : code, message, told);
}

const SECONDS = /^\d{1,10}$/;

/** Seconds, as a number or a text, in milliseconds. */
export function secondsIn(value: unknown): number | undefined {
  const text = asText(value)?.trim() ?? '';
  return SECONDS.test(text) ? Number(text) * 1000 : undefined;
}

/** A text that says something. */
export const filledText = (value: unknown): string | undefined => asText(value)?.trim() || undefined;
