// Calls TOP and the Qimen cloud as their documentation says, with a signature computed by code of the tests alone.

import { createHash, createHmac } from 'node:crypto';
import { SECRET } from './gateway.js';
import type { RecordedRequest } from './stubGateway.js';

export type Parameters = Readonly<Record<string, string>>;

/** now, as Beijing's clocks show it: yyyy-MM-dd HH:mm:ss */
export const beijingTime = (instant = Date.now()): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The signature of the parameters that are sent, by the method they name. */
export function sign(parameters: Parameters, secret: string): string {
  const text = Object.keys(parameters)
    .filter((name) => parameters[name] !== '')
    .sort()
    .map((name) => `${name}${parameters[name]}`)
    .join('');
  if (parameters.sign_method === 'md5') return upper(createHash('md5').update(`${secret}${text}${secret}`, 'utf8'));
  return upper(createHmac(parameters.sign_method === 'hmac' ? 'md5' : 'sha256', secret).update(text, 'utf8'));
}

const upper = (digest: { digest(encoding: 'hex'): string }): string => digest.digest('hex').toUpperCase();

/** All parameters of a call, as they were sent. */
export const parametersOf = ({ url, body }: { url: string; body: string }): readonly (readonly [string, string])[] => [
  ...new URL(url, 'http://gateway').searchParams,
  ...new URLSearchParams(body),
];

/** Sends public parameters in the query string and those of the business in a form. */
export function call(address: string, open: Parameters, form: Parameters, secret: string): Promise<Response> {
  const query = new URLSearchParams({ ...open, sign: sign({ ...open, ...form }, secret) });
  return fetch(`${address}?${query}`, { method: 'POST', body: new URLSearchParams(form) });
}

/** The order id of a call that names none, for it is badly signed. */
export const BADLY_SIGNED = 'badly signed';

/** The parameters of a call; one sent twice, empty or signed wrongly makes it no call. */
export function calledWith(request: RecordedRequest): Readonly<Record<string, string>> {
  const sent = parametersOf(request);
  const { sign: signature, ...parameters } = Object.fromEntries(sent);
  const isOnce = sent.length === Object.keys(parameters).length + 1;
  const isWell = isOnce && sent.every(([, value]) => value !== '') && signature === sign(parameters, SECRET);
  return isWell ? parameters : {};
}
