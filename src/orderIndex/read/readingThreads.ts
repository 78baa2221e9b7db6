// Reading in threads of its own: however long a query takes, the answering thread answers others meanwhile.
import type { EngineSource } from '../engine/source.js';
import type { ImportStore } from '../import/storeTypes.js';
import type { IndexLog } from '../indexLog.js';
import { remote, startThread, type Thread, ThreadEnded } from '../thread/thread.js';
import { unavailable } from '../unavailable.js';
import type { Reading } from './reading.js';

const PROGRAM = new URL('./program.js', import.meta.url);

/** The first starts a little after the program, or with the first query: neither the start nor who asks then waits for it. */
const START_MS = 1_500;

/**
 * SQLite answers one query of a thread after another, so that a short one would wait for a long one. PostgreSQL answers
 * many at once.
 */
const THREADS = { SQLite: 2, PostgreSQL: 1 } as const;

/** What a thread is started with. */
export interface ReadingThreadOptions {
  readonly source: EngineSource;
  /** Base64; undefined: there are neither tokens nor documents. */
  readonly encryptionKey: string | undefined;
}

export type StartReading = (options: ReadingThreadOptions & { readonly log: IndexLog }) => Reading;

export const startReadingThreads: StartReading = ({ source, encryptionKey, log }) => {
  const listeners = new Set<() => void>();
  const threads: Thread[] = [];
  let isClosed = false;

  const tellGrowth = (): void => {
    for (const listener of listeners) listener();
  };

  const start = (): Thread => {
    const isFirst = threads.length === 0;
    const thread = startThread({
      ...{ program: PROGRAM, name: 'order index reader', data: { source, encryptionKey }, log },
      onEvent: tellGrowth,
      onStart: (started) => {
        if (isFirst && listeners.size > 0) watch(started, true);
      },
    });
    threads.push(thread);
    return thread;
  };

  const first = (): Thread => threads[0] ?? start();

  const idlest = (): Thread => {
    const chosen = threads.reduce((one, other) => (other.pending() < one.pending() ? other : one), first());
    return chosen.pending() > 0 && threads.length < THREADS[source.name] ? start() : chosen;
  };

  const timer = setTimeout(first, START_MS).unref();

  async function call<Result>(thread: Thread, method: string, ...args: readonly unknown[]): Promise<Result> {
    if (isClosed) throw unavailable();
    try {
      return await thread.call<Result>(method, ...args);
    } catch (error) {
      throw error instanceof ThreadEnded ? unavailable(error) : error;
    }
  }

  /** The store of imports writes, so it is one thread's. */
  const importStore = remote<ImportStore>({ call: (method, ...args) => call(first(), method, ...args) }, 'importStore');

  return {
    reader: {
      list: (query) => call(idlest(), 'list', query),
      count: (query) => call(idlest(), 'count', query),
      statistics: (query) => call(idlest(), 'statistics', query),
      changes: (query) => call(idlest(), 'changes', query),
      coverage: (scope) => call(idlest(), 'coverage', scope),
      onGrowth(listener) {
        const own = (): void => listener();
        listeners.add(own);
        if (listeners.size === 1) watch(first(), true);
        return () => {
          if (listeners.delete(own) && listeners.size === 0) watch(first(), false);
        };
      },
    },
    importStore,
    isBuried: (shop, orderId) => call(idlest(), 'isBuried', shop, orderId),
    documents: { find: (name) => call(idlest(), 'findDocument', name) },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await Promise.all(threads.map(({ close }) => close()));
    },
  };
};

/** A thread that has just ended watches again once it has started. */
const watch = (thread: Thread, isWanted: boolean): void => void thread.call('watchGrowth', isWanted).catch(() => {});
