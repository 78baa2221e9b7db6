// The tokens that are stored in the index's database, for whoever only reads them while no server runs.
import { Kysely } from 'kysely';
import { keyFrom } from '../../common/encryption.js';
import type { TokenStore } from '../../credentials/types.js';
import { createEngine, type EngineSource } from '../engine/source.js';
import { createShopKeys } from '../keys/shopKeys.js';
import type { Tables } from '../schema/tables.js';
import { createTokenTable } from './tokenTable.js';

type StoredTokenReader = Pick<TokenStore, 'findNewer'> & { readonly close: () => Promise<void> };

/**
 * Reads what is stored, and changes nothing.
 * @param encryptionKey base64, of the settings
 */
export async function openStoredTokens(source: EngineSource, encryptionKey: string): Promise<StoredTokenReader> {
  const engine = await createEngine(source);
  const db = new Kysely<Tables>({ dialect: engine.createDialect('reader') });
  const ignore = (): void => {};
  const { findNewer } = createTokenTable({
    keys: createShopKeys(keyFrom(encryptionKey), ignore),
    use: (run) => run(db, engine),
    onUnreadable: ignore,
  });
  return {
    findNewer,
    async close() {
      await db.destroy();
      await engine.close();
    },
  };
}
