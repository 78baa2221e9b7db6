// The program of a thread that reads the index.
import { workerData } from 'node:worker_threads';
import { createEngine } from '../engine/source.js';
import { type Methods, serveCalls, served } from '../thread/program.js';
import { openReading } from './reading.js';
import type { ReadingThreadOptions } from './readingThreads.js';

const { source, encryptionKey } = workerData as ReadingThreadOptions;
const engine = await createEngine(source);

serveCalls(({ log, emit }) => {
  const { reader, importStore, isBuried, documents, close } = openReading({ engine, encryptionKey, log });
  let endWatch: (() => void) | undefined;
  const methods: Methods = {
    list: reader.list,
    count: reader.count,
    statistics: reader.statistics,
    changes: reader.changes,
    coverage: reader.coverage,
    isBuried,
    findDocument: documents.find,
    async watchGrowth(isWanted: boolean) {
      endWatch?.();
      endWatch = isWanted ? reader.onGrowth(() => emit('grown')) : undefined;
    },
    ...served('importStore', importStore),
  };
  return { methods, close };
});
