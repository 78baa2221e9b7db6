// Reading, put together: connections, keys, and what answers from them; and the store of imports, which few write to.
import { keyFrom } from '../../common/encryption.js';
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import type { DocumentArchive } from '../../upstream/types.js';
import { createIndexDatabase } from '../database.js';
import type { Engine } from '../engine/engine.js';
import { createImportStore } from '../import/store.js';
import type { ImportStore } from '../import/storeTypes.js';
import type { IndexLog } from '../indexLog.js';
import { createShopKeys } from '../keys/shopKeys.js';
import { isBuried } from '../record/bury.js';
import { migrate } from '../schema/index.js';
import type { IndexReader } from '../types.js';
import { createAccess } from './access.js';
import { findDocument } from './document.js';
import { createReader } from './reader.js';

export interface ReadingOptions {
  readonly engine: Engine;
  /** Base64; undefined: there are neither tokens nor documents. */
  readonly encryptionKey: string | undefined;
  readonly log: IndexLog;
}

export interface Reading {
  readonly reader: IndexReader;
  readonly documents: DocumentArchive;
  readonly importStore: ImportStore;
  readonly isBuried: (shop: string, orderId: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** All of it fails with Fault INDEX_UNAVAILABLE where the database does. */
export function openReading({ engine, encryptionKey, log }: ReadingOptions): Reading {
  const { run, close } = createAccess(engine, log);
  const imports = createIndexDatabase({ engine, role: 'sideWriter', prepare: (db) => migrate(db, engine), log });
  const warn = throttle(LOG_EVERY_MS, (shop: string) =>
    log.warn({ shop }, 'Another index.encryptionKey encrypts the key of this shop in the order index'),
  );
  const keys = encryptionKey === undefined ? undefined : createShopKeys(keyFrom(encryptionKey), warn);
  return {
    reader: createReader({
      engine,
      run,
      termFor: async (shop, field, value) => {
        const key = keys && (await run((db) => keys.find(db, shop)));
        return key?.tokenOf(field, value);
      },
    }),
    documents: {
      find: ({ shop, credential, orderId }) =>
        run(async (db) => {
          const key = await keys?.find(db, shop);
          return key && findDocument(db, key, { shop, credential, order_id: orderId });
        }),
    },
    importStore: createImportStore(engine, imports.use),
    isBuried: (shop, orderId) => run((db) => isBuried(db, shop, orderId)),
    async close() {
      await close();
      await imports.close();
      await engine.close();
    },
  };
}
