// The envelope that the 1688 gateways share: a result code, words, and the order as data.result, all in HTTP 200.

import { isObject, pick } from '../common/object.js';
import { errorMessage, faultFrom1688, type Meaning } from './faults1688.js';
import { asText, type HttpReply, isFalse, malformedReply, type OrderReply, parseBody } from './http.js';

/**
 * Opens a reply. What belongs to the envelope stands at the top or inside data, and goes by several names.
 * @param codes what the gateway's own codes mean, as far as it documents them
 */
export function parseEnvelope(reply: HttpReply, codes: { readonly [code: string]: Meaning }): OrderReply {
  const body = parseBody(reply);
  const data = isObject(body.data) ? body.data : {};
  const find = (...names: readonly string[]): unknown => pick(body, ...names) ?? pick(data, ...names);
  const code = asText(find('code', 'status'));
  const message = asText(find('msg', 'message')) ?? '';
  const success = pick(data, 'success') ?? pick(body, 'success');
  const requestId = asText(find('trace_id', 'traceId')) || undefined;
  if (code === undefined) throw malformedReply(reply, 'a code', requestId);
  const refused = code.trim() !== '0';
  if (refused || isFalse(success)) {
    // Beside code 0 the message speaks of success, whatever success says.
    const said = refused ? message : '';
    throw faultFrom1688({ code, message: errorMessage(data) || said, requestId }, codes, reply);
  }
  if (!isObject(data.result)) throw malformedReply(reply, 'an order', requestId);
  return {
    document: data.result,
    envelope: {
      code,
      message,
      success,
      returnCodes: find('ret_codes', 'retCodes'),
      cost: find('withholding_money', 'deduct_money'),
      elapsedMs: find('msec'),
      time: find('time'),
      requestId,
    },
  };
}
