// Reading that waits until the writer has made the database ready, so that the first queries after a start are answered.
import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '../unavailable.js';
import type { Reading } from './reading.js';

/** How long a query waits for that. */
const READY_MS = 5_000;

/** @param ready never rejects */
export function readWhenReady({ reader, documents, isBuried, ...rest }: Reading, ready: Promise<void>): Reading {
  let isReady = false;
  const whenReady = ready.then(() => {
    isReady = true;
  });

  /** @throws Fault INDEX_UNAVAILABLE where it takes too long. */
  async function waitUntilReady(): Promise<void> {
    if (!isReady) await Promise.race([whenReady, pause(READY_MS, undefined, { ref: false })]);
    if (!isReady) throw unavailable();
  }

  const whenReadyDo =
    <Arguments extends readonly unknown[], Result>(read: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      await waitUntilReady();
      return read(...given);
    };

  return {
    ...rest,
    reader: {
      list: whenReadyDo(reader.list),
      count: whenReadyDo(reader.count),
      statistics: whenReadyDo(reader.statistics),
      changes: whenReadyDo(reader.changes),
      coverage: whenReadyDo(reader.coverage),
      onGrowth: reader.onGrowth,
    },
    isBuried: whenReadyDo(isBuried),
    // Whoever needs a document can fetch it, and does not wait.
    documents: { find: async (name) => (isReady ? documents.find(name).catch(() => undefined) : undefined) },
  };
}
