// Each shop's data key, encrypted with index.encryptionKey: whoever deletes it has deleted all that it encrypts.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { decrypt, encrypt, KEY_BYTES } from '../../common/encryption.js';
import type { Tables } from '../schema/tables.js';
import { bytesOf } from '../statements.js';
import { createSeal, createTokenSeal, type Seal, type TokenSeal } from './seal.js';
import { createTokenizer, type Tokenizer } from './tokens.js';

export interface ShopKey {
  readonly tokenOf: Tokenizer;
  readonly seal: Seal;
  readonly tokenSeal: TokenSeal;
}

export interface ShopKeys {
  /** The shop's key; undefined where it has none, or one that another encryptionKey encrypts. */
  readonly find: (db: Kysely<Tables>, shop: string) => Promise<ShopKey | undefined>;
  /** The keys of shops; those that have none are given one. */
  readonly ensure: (
    transaction: Transaction<Tables>,
    shops: readonly string[],
  ) => Promise<ReadonlyMap<string, ShopKey>>;
}

/** @param onForeign told of a shop whose key cannot be read */
export function createShopKeys(encryptionKey: Buffer, onForeign: (shop: string) => void): ShopKeys {
  /** By what is stored: a key that another process has replaced is another. */
  const known = new Map<string, ShopKey>();

  function open(shop: string, wrapped: Buffer): ShopKey | undefined {
    const name = `${shop} ${wrapped.toString('base64')}`;
    const already = known.get(name);
    if (already) return already;
    try {
      const key = shopKeyFrom(decrypt(wrapped, encryptionKey, nameOf(shop)));
      known.set(name, key);
      return key;
    } catch {
      onForeign(shop);
      return undefined;
    }
  }

  async function openAll(db: Kysely<Tables>, shops: readonly string[]): Promise<Map<string, ShopKey | undefined>> {
    const stored = await db.selectFrom('shop_keys').selectAll().where('shop', 'in', shops).execute();
    return new Map(stored.map(({ shop, wrapped }) => [shop, open(shop, bytesOf(wrapped))]));
  }

  return {
    find: async (db, shop) => (await openAll(db, [shop])).get(shop),
    async ensure(transaction, shops) {
      const keys = await openAll(transaction, shops);
      const created = shops
        .filter((shop) => !keys.has(shop))
        .map((shop) => ({ shop, wrapped: encrypt(randomBytes(KEY_BYTES), encryptionKey, nameOf(shop)) }));
      if (created.length > 0) await transaction.insertInto('shop_keys').values(created).execute();
      for (const { shop, wrapped } of created) keys.set(shop, open(shop, wrapped));
      return new Map([...keys].flatMap(([shop, key]) => (key ? [[shop, key] as const] : [])));
    },
  };
}

const nameOf = (shop: string): string => `shop key ${shop}`;

function shopKeyFrom(dataKey: Buffer): ShopKey {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', dataKey, '', use, KEY_BYTES));
  return {
    tokenOf: createTokenizer(dataKey),
    seal: createSeal(keyFor('document')),
    tokenSeal: createTokenSeal(keyFor('credential')),
  };
}

const TOMBSTONE_BYTES = 16;

/** Names an order that must not be known any more; ids of orders say nothing of people, so the shop's id is key enough. */
export const tombstoneOf = (shop: string, orderId: string): Buffer =>
  createHmac('sha256', `tombstone ${shop}`).update(orderId).digest().subarray(0, TOMBSTONE_BYTES);
