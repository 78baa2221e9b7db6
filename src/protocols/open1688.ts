// The protocol of 1688's open platform: a signed form, posted to an address that names protocol, version, namespace,
// interface and application. Source: its pages of the signature (sysSignature) and of each interface.
import { createHmac } from 'node:crypto';
import { isObject, type JsonObject } from '../common/object.js';
import { faultFrom1688 } from './faults1688.js';
import {
  asCount,
  asText,
  type HttpRequest,
  isFalse,
  malformedReply,
  type OrderReply,
  type PageReply,
  parseBody,
  type ReceivedReply,
} from './http.js';
import { findRefusal, isErrorCode, isErrorMessage, type Refusal } from './refusal.js';

type Parameters = Readonly<Record<string, string>>;

interface Open1688Call {
  /** Where all interfaces stand, such as https://gw.open.1688.com/openapi. */
  readonly url: string;
  /** Such as com.alibaba.trade. */
  readonly namespace: string;
  readonly name: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  /** What the interface takes; texts that are empty are left out. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

export function buildRequest(
  { url, namespace, name, appKey, appSecret, accessToken, parameters }: Open1688Call,
  clock: Date,
): HttpRequest {
  const path = ['param2', '1', namespace, name, appKey].map(encodeURIComponent).join('/');
  const form = withoutEmpty({ ...parameters, access_token: accessToken, _aop_timestamp: String(clock.getTime()) });
  const signed = { ...form, _aop_signature: sign(path, form, appSecret) };
  return {
    url: `${url.replace(/\/+$/, '')}/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: new URLSearchParams(signed).toString(),
  };
}

const withoutEmpty = (parameters: Readonly<Record<string, string | undefined>>): Parameters =>
  Object.fromEntries(
    Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );

/**
 * Signs a call: HMAC-SHA1 over the path from the protocol on and all parameters, each its name and value run together,
 * sorted as such texts and not by their names; uppercase hex.
 */
export function sign(path: string, parameters: Parameters, appSecret: string): string {
  const pairs = Object.entries(parameters)
    .filter(([name]) => name !== '_aop_signature')
    .map(([name, value]) => name + value)
    .sort();
  return createHmac('sha1', appSecret)
    .update(path + pairs.join(''))
    .digest('hex')
    .toUpperCase();
}

/**
 * Parses a reply. What the platform's gateway refuses has an error_code, what the interface refuses an errorCode beside
 * success; an order stands in result. The first of these that is there decides, and an empty code is none.
 */
export function parseReply(reply: ReceivedReply): OrderReply {
  const body = parseBody(reply);
  const refusal = refusalIn(body, isObject(body.result));
  if (refusal) throw faultFrom1688(refusal, {}, undefined, reply);
  const { result, errorCode, success, retCodes } = body;
  if (!isObject(result)) throw malformedReply(reply, 'an order');
  const message = messageIn(body, ['errorMessage', 'extErrorMessage', 'error_message']);
  return { document: result, envelope: { code: errorCode, message, success, returnCodes: retCodes } };
}

/** Parses a page of a list, which stands in result, beside how many there are on all pages. */
export function parsePage(reply: ReceivedReply): PageReply {
  const body = parseBody(reply);
  const total = asCount(body.totalRecord);
  const isPage = Array.isArray(body.result) || total !== undefined;
  const refusal = refusalIn(body, isPage);
  if (refusal) throw faultFrom1688(refusal, {}, undefined, reply);
  if (!isPage) throw malformedReply(reply, 'a list of orders');
  return { members: Array.isArray(body.result) ? body.result : [], total };
}

/** The messages of a page of them; none in the reply to what only says that it was done. */
export function parseMessages(reply: ReceivedReply): readonly unknown[] {
  const body = parseBody(reply);
  const refusal = refusalIn(body, true);
  if (refusal) throw faultFrom1688(refusal, {}, undefined, reply);
  const holders = [body, body.result].filter(isObject);
  const page = holders.map(({ pushMessagePage }) => pushMessagePage).find(isObject);
  return Array.isArray(page?.datas) ? page.datas : [];
}

/** @param isAnswered whether what was asked for is there */
function refusalIn(body: JsonObject, isAnswered: boolean): Refusal | undefined {
  const { error_code, errorCode, success } = body;
  const [byGateway, byInterface] = [codeOf(error_code), codeOf(errorCode)];
  if (isErrorCode(byGateway)) return refusal(byGateway, messageIn(body, ['error_message', ...INTERFACE_MESSAGES]));
  if (isFalse(success) || (isErrorCode(byInterface) && !isAnswered)) {
    return refusal(byInterface, messageIn(body, [...INTERFACE_MESSAGES, 'error_message']));
  }
  // Whatever else says no in its own way, such as a proxy, stands in the place of an order.
  return isAnswered ? undefined : findRefusal(body);
}

/** extErrorMessage is read by 1688's older clients; its pages leave it out. */
const INTERFACE_MESSAGES = ['errorMessage', 'extErrorMessage'];

const codeOf = (code: unknown): string => asText(code)?.trim() ?? '';

const refusal = (code: string, message: string): Refusal => ({
  ...{ code, subCode: '', message, subMessage: '', type: '' },
  isExplicit: true,
});

/** All that a reply says in words, each once. */
const messageIn = (body: JsonObject, names: readonly string[]): string =>
  [...new Set(names.map((name) => asText(body[name])?.trim() ?? '').filter(isErrorMessage))].join('; ');
