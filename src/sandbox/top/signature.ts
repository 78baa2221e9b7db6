// The signature that TOP and the Qimen cloud check, reckoned here independently of the code that signs calls.

import { createHash, createHmac } from 'node:crypto';

const SIGN_METHODS = ['md5', 'hmac', 'hmac-sha256'] as const;
type SignMethod = (typeof SIGN_METHODS)[number];

export const isSignMethod = (name: string): name is SignMethod => (SIGN_METHODS as readonly string[]).includes(name);

/** Signs every parameter but the signature itself and those without a value. */
export function signatureOf(parameters: ReadonlyMap<string, string>, method: SignMethod, secret: string): string {
  const signed = [...parameters]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .map(([name, value]) => [Buffer.from(name), Buffer.from(value)] as const)
    .sort(([one], [other]) => Buffer.compare(one, other))
    .flat();
  return digest(Buffer.concat(signed), method, secret).toUpperCase();
}

function digest(text: Buffer, method: SignMethod, secret: string): string {
  switch (method) {
    case 'md5':
      return createHash('md5').update(secret).update(text).update(secret).digest('hex');
    case 'hmac':
      return createHmac('md5', secret).update(text).digest('hex');
    case 'hmac-sha256':
      return createHmac('sha256', secret).update(text).digest('hex');
  }
}
