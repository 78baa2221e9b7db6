// The protocol of vv-tool and damaijia168: JSON posted with an access token, results and refusals both in HTTP 200.
import { CODES, errorMessage, faultOf1688 } from './faults1688.js';
import { writeJson } from './json.js';
import {
  asText,
  faultOfForeign,
  type HttpReply,
  type HttpRequest,
  isFalse,
  isObject,
  type Opened,
  openBody,
  pick,
} from './protocol.js';

/** A bigint among the parameters travels as an exact JSON integer. */
export const seal = (
  url: string,
  authorization: string,
  parameters: Readonly<Record<string, unknown>>,
): HttpRequest => ({
  url,
  headers: { authorization, 'content-type': 'application/json' },
  body: writeJson(parameters),
});

/** The code stands at the top or inside data, and is called code or status. */
export function open(reply: HttpReply): Opened {
  const body = openBody(reply);
  const data = isObject(body.data) ? body.data : {};
  const code = asText(pick(body, 'code', 'status') ?? pick(data, 'code', 'status'));
  const message = asText(pick(body, 'msg', 'message') ?? pick(data, 'msg', 'message')) ?? '';
  const success = pick(data, 'success') ?? pick(body, 'success');
  if (code === undefined) throw faultOfForeign(reply, 'a code');
  const refused = code.trim() !== '0';
  // Beside code 0 the message speaks of success, whatever success says.
  if (refused) throw faultOf1688({ code, message: errorMessage(data) || message }, CODES, reply);
  if (isFalse(success)) throw faultOf1688({ code, message: errorMessage(data) }, CODES, reply);
  if (!isObject(data.result)) throw faultOfForeign(reply, 'an order');
  return {
    document: data.result,
    envelope: {
      code,
      message,
      success,
      returnCodes: pick(data, 'ret_codes', 'retCodes'),
      cost: pick(data, 'withholding_money', 'deduct_money') ?? pick(body, 'withholding_money', 'deduct_money'),
      elapsedMs: pick(body, 'msec'),
      time: pick(body, 'time'),
    },
  };
}
