// The protocol of fw199: a signed form. MD5 over secret, every field sorted by key, secret; lowercase hex.
import { createHash } from 'node:crypto';
import { parseEnvelope, parsePageEnvelope } from './envelope1688.js';
import type { HttpRequest, OrderReply, PageReply, ReceivedReply } from './http.js';

/** Signs every field; the fields are signed in the order of their keys and sent without empty values. */
const sign = (fields: Readonly<Record<string, string>>, secret: string): string => {
  const signed = Object.keys(fields)
    .sort()
    .map((key) => key + fields[key])
    .join('');
  return createHash('md5')
    .update(secret + signed + secret)
    .digest('hex');
};

export function buildRequest(
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
export const parseReply = (reply: ReceivedReply): OrderReply => parseEnvelope(reply, {});

export const parsePage = (reply: ReceivedReply): PageReply => parsePageEnvelope(reply, {});
