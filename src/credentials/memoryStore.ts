// Tokens kept in memory only: where there is no database for them, or nothing to encrypt them with.
import type { OneTimeSecret, TokenStore } from './types.js';

/** More secrets than this at once are nobody's need: the oldest go first. */
const MAX_SECRETS = 10_000;

/** Whoever saves tokens holds them already, so that only secrets have to be remembered. */
export function createMemoryStore(): TokenStore {
  const secrets = new Map<string, OneTimeSecret>();
  return {
    findNewer: async () => [],
    claim: async () => ({ isClaimed: true, newer: undefined }),
    release: async () => {},
    save: async ({ version, tokens }) => ({ version: version + 1, tokens }),
    async addSecret({ now, ...secret }) {
      for (const [hash, { expiresAt }] of secrets)
        if (expiresAt <= now || secrets.size >= MAX_SECRETS) secrets.delete(hash);
      secrets.set(secret.hash, secret);
    },
    async redeemSecret({ hash, now }) {
      const secret = secrets.get(hash);
      secrets.delete(hash);
      return secret && secret.expiresAt > now ? secret.purpose : undefined;
    },
  };
}
