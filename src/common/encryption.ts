// Encrypts what stands outside the process: AES-256-GCM, with what it belongs to authenticated beside it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** @param name what the value belongs to: it cannot be passed off as another's */
export function encrypt(plain: Uint8Array, key: Uint8Array, name: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the value was encrypted with another key or under another name, or changed. */
export function decrypt(encrypted: Uint8Array, key: Uint8Array, name: string): Buffer {
  const iv = encrypted.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
  decipher.setAuthTag(encrypted.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(encrypted.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

/** The bytes of a key as settings hold it, in base64. */
export const keyFrom = (base64: string): Buffer => Buffer.from(base64, 'base64');
