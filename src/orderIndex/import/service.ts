// Imports, loaded a little after the start or when they are first needed: it takes a moment, which no start waits for.
import type { ImportService, ImportServiceOptions } from './open.js';

/** What the last process left is gone on with from then on. */
const LOAD_MS = 1_000;

export function createImportService(options: ImportServiceOptions): ImportService {
  let loading: Promise<ImportService> | undefined;
  const load = (): Promise<ImportService> => {
    loading ??= import('./open.js').then(({ openImports }) => openImports(options));
    return loading;
  };
  const timer = setTimeout(() => void load().catch(() => {}), LOAD_MS).unref(); // whoever imports is told
  return {
    start: async (...given) => (await load()).start(...given),
    find: async (...given) => (await load()).find(...given),
    async close() {
      clearTimeout(timer);
      await loading?.then((service) => service.close()).catch(() => {});
    },
  };
}
