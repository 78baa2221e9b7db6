// Callers by API key.
import { timingSafeEqual } from 'node:crypto';
import type { ApiKeySettings } from '../config/authSettings.js';
import { hashOf, sha256Of } from '../config/keyHash.js';
import { type Caller, createCaller } from './caller.js';

interface ApiKeyEntry {
  readonly hash: Buffer;
  readonly caller: Caller;
}

/** The caller that a key belongs to; undefined when it is not known. */
type FindCaller = (key: string) => Caller | undefined;

export function createApiKeyLookup(apiKeys: readonly ApiKeySettings[]): FindCaller {
  const entries = apiKeys.map((settings, index): ApiKeyEntry => {
    const hash = Buffer.from(hashOf(settings) ?? '', 'hex');
    return { hash, caller: createCaller(settings.name ?? `apiKeys[${index}]`, settings) };
  });
  return (key) => {
    const hash = Buffer.from(sha256Of(key), 'hex');
    let holder: Caller | undefined;
    // All of them, always: the time of an answer must not tell how far a guess got.
    for (const entry of entries) if (timingSafeEqual(entry.hash, hash)) holder = entry.caller;
    return holder;
  };
}
