// Tokens kept in memory only: where there is no database for them, or nothing to encrypt them with.
import type { OneTimeSecret, StoredTokens, TokenStore, TokensName, TokensVersion } from './types.js';

/** More secrets than this at once are nobody's need: the oldest go first. */
const MAX_SECRETS = 10_000;

/** For a process whose settings may change while it runs: whoever holds tokens may be replaced. */
export function createMemoryStore(): TokenStore {
  const secrets = new Map<string, OneTimeSecret>();
  const stored = new Map<string, StoredTokens>();
  /** Who renews them, and until when nobody else may. */
  const claims = new Map<string, { readonly owner: string; readonly until: number }>();

  function newerThan(known: TokensVersion): StoredTokens | undefined {
    const found = stored.get(keyOf(known));
    return found && found.version > known.version ? found : undefined;
  }

  function endClaim(name: TokensName, owner: string): void {
    if (claims.get(keyOf(name))?.owner === owner) claims.delete(keyOf(name));
  }

  return {
    async findNewer(known) {
      return known.flatMap((each) => {
        const newer = newerThan(each);
        return newer ? [{ shop: each.shop, name: each.name, ...newer }] : [];
      });
    },
    async claim(claim) {
      const newer = newerThan(claim);
      const { owner, now, ms } = claim;
      const other = claims.get(keyOf(claim));
      const isClaimed = newer === undefined && (other === undefined || other.owner === owner || other.until <= now);
      if (isClaimed) claims.set(keyOf(claim), { owner, until: now + ms });
      return { isClaimed, newer };
    },
    async release({ owner, ...name }) {
      endClaim(name, owner);
    },
    async save({ tokens, owner, isForced, ...change }) {
      endClaim(change, owner);
      const before = stored.get(keyOf(change));
      if (before && before.version !== change.version && !isForced) return before;
      const saved = { version: Math.max(change.version, before?.version ?? 0) + 1, tokens };
      stored.set(keyOf(change), saved);
      return saved;
    },
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

const keyOf = ({ shop, name }: TokensName): string => `${shop} ${name}`;
