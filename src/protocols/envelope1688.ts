// The envelope that the 1688 gateways share: a result code, words, and the order as data.result, all in HTTP 200.

import { isObject, type JsonObject, pick } from '../common/object.js';
import { type CodeTable, faultFrom1688 } from './faults1688.js';
import {
  asCount,
  asText,
  isFalse,
  malformedReply,
  type OrderReply,
  type PageReply,
  parseBody,
  type ReceivedReply,
} from './http.js';
import { findRefusal, isErrorCode } from './refusal.js';

/**
 * Parses a reply. What belongs to the envelope stands at the top or inside data, and goes by several names.
 * @param codes what the gateway's own codes mean, as far as it documents them
 */
export function parseEnvelope(reply: ReceivedReply, codes: CodeTable): OrderReply {
  const { data, find, code, success, requestId } = openEnvelope(reply, codes, 'an order', ({ result }) =>
    isObject(result),
  );
  return {
    document: data.result as JsonObject,
    envelope: {
      code,
      message: asText(find('msg', 'message')) ?? '',
      success,
      returnCodes: find('ret_codes', 'retCodes'),
      cost: find('withholding_money', 'deduct_money'),
      elapsedMs: find('msec'),
      time: find('time'),
      requestId,
    },
  };
}

/** Parses a page of a list, which stands where an order does, beside how many there are on all pages. */
export function parsePageEnvelope(reply: ReceivedReply, codes: CodeTable): PageReply {
  const { data } = openEnvelope(reply, codes, 'a list of orders', isPage);
  return { members: Array.isArray(data.result) ? data.result : [], total: totalOf(data) };
}

const totalOf = (data: JsonObject): number | undefined => asCount(pick(data, 'totalRecord', 'total_record'));

const isPage = (data: JsonObject): boolean => Array.isArray(data.result) || totalOf(data) !== undefined;

/**
 * @param what what data holds, in words
 * @param holdsIt whether data does
 * @throws Fault where the envelope refuses, or data does not hold it.
 */
function openEnvelope(reply: ReceivedReply, codes: CodeTable, what: string, holdsIt: (data: JsonObject) => boolean) {
  const body = parseBody(reply);
  const data = isObject(body.data) ? body.data : {};
  const find = (...names: readonly string[]): unknown => pick(body, ...names) ?? pick(data, ...names);
  const code = asText(find('code', 'status'));
  const success = pick(data, 'success') ?? pick(body, 'success');
  const requestId = asText(find('trace_id', 'traceId', 'request_id')) || undefined;
  const isRefused = code === undefined || isErrorCode(code.trim()) || isFalse(success);
  if (isRefused || !holdsIt(data)) {
    const refusal = findRefusal(body);
    if (refusal) throw faultFrom1688(refusal, codes, requestId, reply);
    throw malformedReply(reply, code === undefined ? 'a code' : what, requestId);
  }
  return { data, find, code, success, requestId };
}
