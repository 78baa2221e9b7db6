// Calls 1688's open platform as its documentation says, with a signature computed by code of the tests alone.
import { createHmac } from 'node:crypto';
import { SECRET } from './gateway.js';
import type { RecordedRequest } from './stubGateway.js';

export type Parameters = Readonly<Record<string, string>>;

/** Its page of the signature: the path from the protocol on, then name and value of each parameter, sorted as texts. */
export function signOpen1688(path: string, parameters: Parameters, secret: string): string {
  const hmac = createHmac('sha1', secret).update(path, 'utf8');
  const pairs = Object.keys(parameters).map((name) => `${name}${parameters[name]}`);
  for (const pair of pairs.sort()) hmac.update(pair, 'utf8');
  return hmac.digest('hex').toUpperCase();
}

/** A call's interface and parameters; of one that is badly signed, or has an empty or double parameter, no parameters. */
export function calledOpen1688(
  { url, body }: RecordedRequest,
  secret = SECRET,
): { name: string; parameters: Parameters } {
  const path = /param2\/1\/com\.alibaba\.trade\/.*$/.exec(url)?.[0] ?? '';
  const name = path.split('/')[3] ?? '';
  const sent = [...new URLSearchParams(body)];
  const { _aop_signature: signature, ...parameters } = Object.fromEntries(sent);
  const isOnce = sent.length === Object.keys(parameters).length + 1;
  const isWell =
    isOnce && sent.every(([, value]) => value !== '') && signature === signOpen1688(path, parameters, secret);
  return { name, parameters: isWell ? parameters : { orderId: 'badly signed' } };
}

/** Posts a signed call, as any client of the platform would. */
export function callOpen1688(address: string, name: string, parameters: Parameters, secret: string, appKey: string) {
  const path = `param2/1/com.alibaba.trade/${name}/${appKey}`;
  const signed = { ...parameters, _aop_signature: signOpen1688(path, parameters, secret) };
  return fetch(`${address}/${path}`, { method: 'POST', body: new URLSearchParams(signed) });
}
