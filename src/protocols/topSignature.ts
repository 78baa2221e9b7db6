// The signature that Taobao TOP and Qimen cloud share: over the union of all parameters, sorted by key, uppercase hex.
import { createHash, createHmac } from 'node:crypto';
import { BEIJING_OFFSET_MINUTES } from '../common/beijing.js';

export const SIGN_METHODS = ['md5', 'hmac', 'hmac-sha256'] as const;
export type SignMethod = (typeof SIGN_METHODS)[number];

export type Parameters = Readonly<Record<string, string>>;

const DIGESTS: { readonly [method in SignMethod]: (text: string, secret: string) => string } = {
  md5: (text, secret) =>
    createHash('md5')
      .update(secret + text + secret)
      .digest('hex'),
  hmac: (text, secret) => createHmac('md5', secret).update(text).digest('hex'),
  'hmac-sha256': (text, secret) => createHmac('sha256', secret).update(text).digest('hex'),
};

/** Signs all parameters but sign itself; empty values are not signed. */
export function sign(parameters: Parameters, secret: string, method: SignMethod): string {
  const text = Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flat()
    .join('');
  return DIGESTS[method](text, secret).toUpperCase();
}

/** yyyy-MM-dd HH:mm:ss in Beijing time, whatever the machine's zone. */
export const timestamp = (clock: Date): string =>
  new Date(clock.getTime() + BEIJING_OFFSET_MINUTES * 60_000).toISOString().slice(0, 19).replace('T', ' ');
