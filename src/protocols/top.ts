// Taobao TOP and Qimen cloud: signed forms. Public parameters go in the query, business ones in the body.

import { isObject, type JsonObject } from '../common/object.js';
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
 * A page of a TOP list: it stands under its name, in a member named after what it lists or bare; a list that is empty is
 * left out.
 */
export function parsePage(reply: ReceivedReply, name: string, member: string): PageReply {
  const body = parseBody(reply);
  const root = pageRoot(body, [name, 'total_results', 'has_next']);
  const refusal = findRefusal(body);
  if (root === undefined || refusal?.isExplicit) {
    const requestId = requestIdIn(body, root ?? body);
    throw refusal ? faultFromTop(refusal, requestId, reply) : malformedReply(reply, 'a list of orders', requestId);
  }
  const { has_next: hasNext } = root;
  return {
    members: membersOf(root[name], member),
    total: asCount(root.total_results),
    hasNext: asText(hasNext) === undefined && typeof hasNext !== 'boolean' ? undefined : !isFalse(hasNext),
  };
}

/** A page of a Qimen list. */
export function parseQimenPage(reply: ReceivedReply, name: string, member: string): PageReply {
  const { document } = parseQimenReply(reply);
  const result = document as JsonObject;
  return { members: membersOf(result[name], member), total: asCount(result.total_item) };
}

/** The members of a list, which may be wrapped; one alone may stand for a list of one. */
function membersOf(list: unknown, member: string): readonly unknown[] {
  const unwrapped = isObject(list) && member in list ? list[member] : list;
  if (Array.isArray(unwrapped)) return unwrapped;
  return isObject(unwrapped) && Object.keys(unwrapped).length > 0 ? [unwrapped] : [];
}

/** The object that holds a page; a page of nothing is known by its root's name alone. */
function pageRoot(body: JsonObject, names: readonly string[]): JsonObject | undefined {
  const holdsPage = (place: JsonObject): boolean => names.some((name) => name in place);
  if (holdsPage(body)) return body;
  const [[rootName, root] = ['', undefined], ...others] = Object.entries(body);
  if (others.length > 0 || !isObject(root)) return undefined;
  return holdsPage(root) || (rootName.endsWith('_response') && rootName !== 'error_response') ? root : undefined;
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
