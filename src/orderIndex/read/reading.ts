// Reading, put together: connections, keys, and what answers from them.
import type { Clock } from '../../common/clock.js';
import { keyFrom } from '../../common/encryption.js';
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import type { DocumentArchive } from '../../upstream/types.js';
import { createEngine, type EngineSource } from '../engine/source.js';
import type { IndexLog } from '../indexLog.js';
import { createShopKeys } from '../keys/shopKeys.js';
import { isBuried } from '../record/bury.js';
import { findDocument } from '../record/storedDocuments.js';
import type { IndexReader } from '../types.js';
import { createAccess } from './access.js';
import { createReader } from './reader.js';

export interface ReadingOptions {
  readonly source: EngineSource;
  /** Resolves when the database can be read. */
  readonly ready: Promise<void>;
  /** Base64; undefined: there are neither tokens nor documents. */
  readonly encryptionKey: string | undefined;
  readonly log: IndexLog;
  readonly now: Clock;
}

export interface Reading {
  readonly reader: IndexReader;
  readonly documents: DocumentArchive;
  readonly isBuried: (shop: string, orderId: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export async function openReading({ source, ready, encryptionKey, log, now }: ReadingOptions): Promise<Reading> {
  const engine = await createEngine(source);
  const { run, tryNow, close } = createAccess({ engine, ready, log });
  const warn = throttle(LOG_EVERY_MS, (shop: string) =>
    log.warn({ shop }, 'Another index.encryptionKey encrypts the key of this shop in the order index'),
  );
  const keys = encryptionKey === undefined ? undefined : createShopKeys(keyFrom(encryptionKey), warn);
  return {
    reader: createReader({
      engine,
      now,
      run,
      termFor: async (shop, field, value) => {
        const key = keys && (await run((db) => keys.find(db, shop)));
        return key?.tokenOf(field, value);
      },
    }),
    documents: {
      find: ({ shop, credential, orderId }) =>
        tryNow(async (db) => {
          const key = await keys?.find(db, shop);
          return key && findDocument(db, key, { shop, credential, order_id: orderId });
        }),
    },
    isBuried: (shop, orderId) => run((db) => isBuried(db, shop, orderId)),
    close,
  };
}
