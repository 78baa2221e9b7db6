// The protocol of fw199: a signed form. MD5 over secret, every field sorted by key, secret; lowercase hex.
import { createHash } from 'node:crypto';
import { errorMessage, faultOf1688 } from './faults1688.js';
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

/** Signs every field; the fields are signed in the order of their keys and sent without empty values. */
export const sign = (fields: Readonly<Record<string, string>>, secret: string): string => {
  const signed = Object.keys(fields)
    .sort()
    .map((key) => key + fields[key])
    .join('');
  return createHash('md5')
    .update(secret + signed + secret)
    .digest('hex');
};

export function seal(
  url: string,
  appSecret: string,
  parameters: Readonly<Record<string, string | undefined>>,
  clock: Date,
): HttpRequest {
  const fields: Record<string, string> = { timestamp: String(Math.floor(clock.getTime() / 1000)) };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== '') fields[name] = value;
  return {
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: new URLSearchParams({ ...fields, sign: sign(fields, appSecret) }).toString(),
  };
}

/** Its codes are not documented beyond 0, so a refusal is named by its words. */
export function open(reply: HttpReply): Opened {
  const body = openBody(reply);
  const data = isObject(body.data) ? body.data : {};
  const code = asText(body.code);
  const success = pick(data, 'success') ?? pick(body, 'success');
  const requestId = asText(pick(body, 'trace_id', 'traceId')) || undefined;
  if (code === undefined) throw faultOfForeign(reply, 'a code', requestId);
  const refused = code.trim() !== '0';
  if (refused || isFalse(success)) {
    // Beside code 0 the message speaks of success, whatever success says.
    const said = refused ? asText(pick(body, 'message', 'msg')) : '';
    throw faultOf1688({ code, message: errorMessage(data) || said || '', requestId }, {}, reply);
  }
  if (!isObject(data.result)) throw faultOfForeign(reply, 'an order', requestId);
  return {
    document: data.result,
    envelope: {
      code,
      message: pick(body, 'message', 'msg'),
      success,
      returnCodes: pick(data, 'retCodes', 'ret_codes'),
      requestId,
    },
  };
}
