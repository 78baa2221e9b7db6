// Taobao TOP and Qimen cloud: signed forms. Public parameters go in the query, business ones in the body.

import { isObject, type JsonObject } from '../common/object.js';
import { asText, type HttpRequest, malformedReply, type OrderReply, parseBody, type ReceivedReply } from './http.js';
import { findRefusal } from './refusal.js';
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
export function parseReply(reply: ReceivedReply, name: string): OrderReply {
  const body = parseBody(reply);
  const root = withinRoot(body, name);
  const requestId = requestIdIn(body, root);
  return { document: documentIn(body, root[name], requestId, reply), envelope: { requestId } };
}

/**
 * A Qimen reply: bare, or inside one root member. result_success decides, even beside a filled error_code: that is no
 * failure beside an order, as the documentation's own example of a success has one.
 */
export function parseQimenReply(reply: ReceivedReply): OrderReply {
  const body = parseBody(reply);
  const root = withinRoot(body, 'result');
  const { result, result_success: success, error_code: code, error_message: message, request_id, ...rest } = root;
  const requestId = requestIdIn(body, root);
  const document = documentIn(body, result, requestId, reply);
  return { document: { ...rest, ...document }, envelope: { code, message, success, requestId } };
}

/** The document, unless the reply says that it failed. */
function documentIn(
  body: JsonObject,
  document: unknown,
  requestId: string | undefined,
  reply: ReceivedReply,
): JsonObject {
  const refusal = findRefusal(body);
  if (isObject(document) && !refusal?.isExplicit) return document;
  throw refusal ? faultFromTop(refusal, requestId, reply) : malformedReply(reply, 'an order', requestId);
}

/** In a failure's envelope, in the answer's, or beside them. */
function requestIdIn(body: JsonObject, root: JsonObject): string | undefined {
  const members = [body.error_response, body.response, root, body].filter(isObject);
  return members.map(({ request_id }) => asText(request_id)).find((id) => id);
}

/** The object that holds a member of this name: the body itself, or its only member. */
function withinRoot(body: JsonObject, name: string): JsonObject {
  if (name in body) return body;
  const [root, ...others] = Object.values(body);
  return others.length === 0 && isObject(root) ? root : body;
}
