// Taobao TOP and Qimen cloud: signed forms. Public parameters go in the query, business ones in the body.

import { isObject, type JsonObject, pick } from '../common/object.js';
import {
  asText,
  type HttpReply,
  type HttpRequest,
  isFalse,
  malformedReply,
  type OrderReply,
  parseBody,
} from './http.js';
import { faultFromTop } from './topFaults.js';
import { type Parameters, type SignMethod, sign, timestamp } from './topSignature.js';

interface TopCall {
  readonly url: string;
  readonly method: string;
  readonly appSecret: string;
  readonly signMethod: SignMethod;
  /** Public parameters beside those that every call has; empty ones are left out. */
  readonly common: Parameters;
  readonly business: Parameters;
}

export function buildRequest(
  { url, method, appSecret, signMethod, common, business }: TopCall,
  clock: Date,
): HttpRequest {
  const query = withoutEmpty({
    method,
    ...common,
    timestamp: timestamp(clock),
    format: 'json',
    v: '2.0',
    sign_method: signMethod,
  });
  const form = withoutEmpty(business);
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  address.searchParams.set('sign', sign({ ...query, ...form }, appSecret, signMethod));
  return {
    url: address.href,
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: new URLSearchParams(form).toString(),
  };
}

const withoutEmpty = (parameters: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));

/** A TOP reply: the document stands under its name, inside one root member or, simplified, without. */
export function parseReply(reply: HttpReply, name: string): OrderReply {
  const body = parseBody(reply);
  if (isObject(body.error_response)) throw faultFromTop(body.error_response, reply);
  const root = withinRoot(body, name);
  const requestId = asText(root.request_id);
  const document = root[name];
  if (!isObject(document)) throw malformedReply(reply, 'an order', requestId);
  return { document, envelope: { requestId } };
}

/** A Qimen reply: bare, or inside one root member. result_success decides, even beside a filled error_code. */
export function parseQimenReply(reply: HttpReply): OrderReply {
  const body = parseBody(reply);
  const failure = [body.error_response, body.response].find((member) => isObject(member) && isFailure(member));
  if (isObject(failure)) throw faultFromTop(failure, reply);
  const root = withinRoot(body, 'result');
  const { result, result_success: success, error_code: code, error_message: message, request_id, ...rest } = root;
  const requestId = asText(request_id);
  // A code is no failure beside an order: the documentation's own example of a success has one.
  if (isFalse(success) || (asText(code) && !isObject(result)))
    throw faultFromTop({ code: code ?? 'failure', msg: message, request_id }, reply);
  if (!isObject(result)) throw malformedReply(reply, 'an order', requestId);
  return { document: { ...rest, ...result }, envelope: { code, message, success, requestId } };
}

const isFailure = (member: JsonObject): boolean =>
  member.flag === 'failure' || pick(member, 'msg', 'sub_code') !== undefined;

/** The object that holds a member of this name: the body itself, or its only member. */
function withinRoot(body: JsonObject, name: string): JsonObject {
  if (name in body) return body;
  const [root, ...others] = Object.values(body);
  return others.length === 0 && isObject(root) ? root : body;
}
