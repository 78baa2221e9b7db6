// Reading, loaded a little after the start, or with the first query: it takes a moment, which no start waits for.
import type { Reading, ReadingOptions } from './reading.js';

const LOAD_MS = 200;

export function createLazyReading(options: ReadingOptions): Reading {
  let loading: Promise<Reading> | undefined;
  let loaded: Reading | undefined;
  const load = (): Promise<Reading> => {
    loading ??= import('./reading.js').then(async ({ openReading }) => {
      loaded = await openReading(options);
      return loaded;
    });
    return loading;
  };
  const timer = setTimeout(() => void load().catch(() => {}), LOAD_MS).unref(); // whoever reads is told

  return {
    reader: {
      list: async (query) => (await load()).reader.list(query),
      count: async (query) => (await load()).reader.count(query),
      statistics: async (query) => (await load()).reader.statistics(query),
      changes: async (query) => (await load()).reader.changes(query),
      coverage: async (scope) => (await load()).reader.coverage(scope),
      onGrowth(listener) {
        let end = (): void => {};
        let isEnded = false;
        load().then(
          ({ reader }) => {
            if (!isEnded) end = reader.onGrowth(listener);
          },
          () => {},
        );
        return () => {
          isEnded = true;
          end();
        };
      },
    },
    isBuried: async (shop, orderId) => (await load()).isBuried(shop, orderId),
    documents: { find: async (name) => loaded?.documents.find(name) },
    async close() {
      clearTimeout(timer);
      await loading?.then(({ close }) => close()).catch(() => {});
    },
  };
}
