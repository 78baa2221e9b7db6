// API keys as hashes: what is compared, and what the settings file may hold in place of a key.
import { createHash } from 'node:crypto';
import type { ApiKeySettings } from './authSettings.js';

/** The SHA-256 of a key, in hexadecimal. A key of `npm run key` is too random to be guessed from it. */
export const sha256Of = (key: string): string => createHash('sha256').update(key).digest('hex');

/** The hash of a configured key, whichever way it stands in the file; undefined when it stands there in none. */
export function hashOf({ key, sha256 }: ApiKeySettings): string | undefined {
  if (isFilled(sha256)) return sha256.toLowerCase();
  return isFilled(key) ? sha256Of(key) : undefined;
}

// Mistakes in the file are looked for all at once, so what is asked here may not have met its own rule.
const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';
