// Gateways' tokens in the index's database: sealed, and renewed by one process at a time.
import type { Kysely, Transaction } from 'kysely';
import type {
  Claim,
  ClaimAnswer,
  OneTimeSecret,
  StoredTokens,
  TokenStore,
  TokensChange,
  TokensName,
  TokensVersion,
} from '../../credentials/types.js';
import type { Engine } from '../engine/engine.js';
import type { ShopKeys } from '../keys/shopKeys.js';
import { endLease, takeLease } from '../leases.js';
import type { Tables } from '../schema/tables.js';
import { bytesOf } from '../statements.js';

interface TableOptions {
  readonly keys: ShopKeys;
  /** Runs something on the database, however that is opened. */
  readonly use: <Result>(run: (db: Kysely<Tables>, engine: Engine) => Promise<Result>) => Promise<Result>;
  /** Told of tokens that cannot be read. */
  readonly onUnreadable: (shop: string) => void;
}

export function createTokenTable({ keys, use, onUnreadable }: TableOptions): TokenStore {
  const inTransaction = <Result>(change: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
    use((db, { write }) => write(db, change));

  /** Undefined where there are none, or none that can be read. */
  async function find(db: Kysely<Tables>, { shop, name }: TokensName): Promise<StoredTokens | undefined> {
    const row = await db
      .selectFrom('credentials')
      .select(['version', 'sealed'])
      .where('shop', '=', shop)
      .where('name', '=', name)
      .executeTakeFirst();
    const key = row && (await keys.find(db, shop));
    if (row === undefined || key === undefined) return undefined;
    try {
      const tokens = key.tokenSeal.open({ shop, name, version: row.version }, bytesOf(row.sealed));
      return { version: row.version, tokens };
    } catch {
      onUnreadable(shop);
      return undefined;
    }
  }

  async function findIfNewer(db: Kysely<Tables>, known: TokensVersion): Promise<StoredTokens | undefined> {
    const stored = await find(db, known);
    return stored && stored.version > known.version ? stored : undefined;
  }

  return {
    findNewer: (known) =>
      use(async (db) => {
        const versions = await db.selectFrom('credentials').select(['shop', 'name', 'version']).execute();
        const stored = new Map(versions.map(({ shop, name, version }) => [`${shop} ${name}`, version]));
        const found: (TokensName & StoredTokens)[] = [];
        for (const { shop, name, version } of known) {
          // Most of the time there is nothing new.
          if ((stored.get(`${shop} ${name}`) ?? 0) <= version) continue;
          const newer = await findIfNewer(db, { shop, name, version });
          if (newer) found.push({ shop, name, ...newer });
        }
        return found;
      }),
    claim: (claim) =>
      inTransaction(async (transaction): Promise<ClaimAnswer> => {
        const newer = await findIfNewer(transaction, claim);
        if (newer) return { isClaimed: false, newer };
        const { owner, now, ms } = claim;
        return { isClaimed: await takeLease(transaction, { name: leaseOf(claim), owner, now, ms }), newer };
      }),
    release: ({ owner, ...name }) =>
      inTransaction((transaction) => endLease(transaction, { name: leaseOf(name), owner })),
    save: (change) =>
      inTransaction(async (transaction) => {
        await endLease(transaction, { name: leaseOf(change), owner: change.owner });
        const stored = await find(transaction, change);
        if (stored && stored.version !== change.version && !change.isForced) return stored;
        return replace(transaction, keys, change, stored?.version ?? 0);
      }),
    addSecret: ({ now, ...secret }) =>
      inTransaction(async (transaction) => {
        await transaction.deleteFrom('one_time_secrets').where('expires_at', '<=', now).execute();
        await transaction.insertInto('one_time_secrets').values(rowOf(secret)).execute();
      }),
    redeemSecret: ({ hash, now }) =>
      inTransaction(async (transaction) => {
        const used = await transaction
          .deleteFrom('one_time_secrets')
          .where('hash', '=', hash)
          .returning(['purpose', 'expires_at'])
          .executeTakeFirst();
        return used && used.expires_at > now ? used.purpose : undefined;
      }),
  };
}

const leaseOf = ({ shop, name }: Pick<Claim, 'shop' | 'name'>): string => `tokens ${shop} ${name}`;

const rowOf = ({ hash, purpose, expiresAt }: OneTimeSecret) => ({ hash, purpose, expires_at: expiresAt });

/** Stores them as the next version; undefined where the shop's key is another encryptionKey's. */
async function replace(
  transaction: Transaction<Tables>,
  keys: ShopKeys,
  { shop, name, version: known, tokens, now }: TokensChange,
  stored: number,
): Promise<StoredTokens | undefined> {
  const key = (await keys.ensure(transaction, [shop])).get(shop);
  if (key === undefined) return undefined;
  const version = Math.max(known, stored) + 1;
  const sealed = key.tokenSeal.close({ shop, name, version }, tokens);
  const row = { version, sealed, changed_at: now };
  await transaction
    .insertInto('credentials')
    .values({ shop, name, ...row })
    .onConflict((conflict) => conflict.columns(['shop', 'name']).doUpdateSet(row))
    .execute();
  return { version, tokens };
}
