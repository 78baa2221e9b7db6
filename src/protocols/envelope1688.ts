// The envelope that the 1688 gateways share: a result code, words, and the order as data.result, all in HTTP 200.

import { isObject, pick } from '../common/object.js';
import { type CodeTable, faultFrom1688 } from './faults1688.js';
import { asText, isFalse, malformedReply, type OrderReply, parseBody, type ReceivedReply } from './http.js';
import { findRefusal, isErrorCode } from './refusal.js';

/**
 * Parses a reply. What belongs to the envelope stands at the top or inside data, and goes by several names.
 * @param codes what the gateway's own codes mean, as far as it documents them
 */
export function parseEnvelope(reply: ReceivedReply, codes: CodeTable): OrderReply {
  const body = parseBody(reply);
  const data = isObject(body.data) ? body.data : {};
  const find = (...names: readonly string[]): unknown => pick(body, ...names) ?? pick(data, ...names);
  const code = asText(find('code', 'status'));
  const success = pick(data, 'success') ?? pick(body, 'success');
  const requestId = asText(find('trace_id', 'traceId', 'request_id')) || undefined;
  const isRefused = code === undefined || isErrorCode(code.trim()) || isFalse(success);
  if (isRefused || !isObject(data.result)) {
    const refusal = findRefusal(body);
    if (refusal) throw faultFrom1688(refusal, codes, requestId, reply);
    throw malformedReply(reply, code === undefined ? 'a code' : 'an order', requestId);
  }
  return {
    document: data.result,
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
