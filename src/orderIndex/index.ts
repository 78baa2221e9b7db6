// The order index, put together: a queue of replies, and threads that write and read.
import type { Clock } from '../common/clock.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { Settings } from '../config/index.js';
import { IndexSettings } from '../config/storageSettings.js';
import type { Gateway } from '../order/enums.js';
import { gateways } from '../platforms/index.js';
import { credentialOf } from '../upstream/shops.js';
import type { EngineSource } from './engine/source.js';
import type { IndexLog } from './indexLog.js';
import { type StartReading, startReadingThreads } from './read/readingThreads.js';
import { readWhenReady } from './read/readWhenReady.js';
import { createReplyQueue } from './record/replyQueue.js';
import type { OrderIndex } from './types.js';
import { orUnavailable } from './unavailable.js';
import type { StartWriter, WriterOptions } from './writer/writer.js';
import { startWriterThread } from './writer/writerThread.js';

export interface OrderIndexOptions {
  readonly settings: Settings;
  readonly source: EngineSource;
  readonly log: IndexLog;
  readonly now: Clock;
  /** Whether nothing is ever deleted, as the database itself is. */
  readonly keepsAll?: boolean;
  /** Where it is written and read; in threads unless a test says otherwise. */
  readonly startWriter?: StartWriter;
  readonly startReading?: StartReading;
}

/** How long what is left may take at the end. */
const CLOSE_MS = 8_000;

/** It is there at once, whatever its database does. */
export function createOrderIndex({
  settings,
  source,
  log,
  now,
  keepsAll = false,
  startWriter = startWriterThread,
  startReading = startReadingThreads,
}: OrderIndexOptions): OrderIndex {
  const index = settings.index === false ? undefined : settings.index;
  const encryptionKey = index?.store === 'full' ? index.encryptionKey : undefined;
  const clock = (): number => now().getTime();
  const writer = startWriter(writerOptions(settings, source, encryptionKey, keepsAll), log, clock);
  const queue = createReplyQueue({ write: writer.write, log, now: clock });
  let isMigrating = true;
  void writer.tried.then(() => {
    isMigrating = false;
  });
  const reading = readWhenReady(startReading({ source, encryptionKey, log }), writer.ready);
  return {
    ...reading.reader,
    documents: encryptionKey === undefined ? undefined : reading.documents,
    isMigrating: () => isMigrating,
    isBuried: reading.isBuried,
    importStore: reading.importStore,
    tokens: writer.tokens,
    sync: orUnavailable(writer.sync),
    texts: orUnavailable(writer.texts),
    record: queue.record,
    bury: queue.bury,
    backlog: queue.backlog,
    flush: queue.flush,
    async close() {
      await queue.close(CLOSE_MS);
      await reading.close();
      await writer.close();
    },
  };
}

function writerOptions(
  { shops, cache, index }: Settings,
  source: EngineSource,
  encryptionKey: string | undefined,
  keepsAll: boolean,
): WriterOptions {
  const tokenKey = index === false ? undefined : index.encryptionKey;
  const { keepDays, documentDays, changeDays, graceDays, phoneSuffix } = index || new IndexSettings();
  return {
    source,
    encryptionKey,
    tokenKey,
    hasPhoneSuffix: phoneSuffix,
    zones: new Map(shops.flatMap(({ gateways: configured }) => configured.flatMap(zonesOf))),
    openMs: cache.openSeconds * 1000,
    finalMs: cache.finalSeconds * 1000,
    retention: keepsAll
      ? undefined
      : { keepDays, documentDays, changeDays, graceDays, shops: shops.map(({ id }) => id) },
  };
}

/** By account, as a thread can be told: the name of the zone, where its settings name one. */
function zonesOf(settings: GatewaySettings): readonly (readonly [string, string])[] {
  const zone = gateways[settings.type as Gateway].zone?.(settings);
  return zone === undefined ? [] : [[credentialOf(settings), zone.name]];
}
