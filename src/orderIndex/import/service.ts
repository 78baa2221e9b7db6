// Imports, put together: whoever takes references in, and the runner that fetches what they name.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../common/clock.js';
import type { Shops } from '../../upstream/types.js';
import type { FetchWholeOrder } from '../../upstream/wholeOrder.js';
import { createPace, intervalOf, type Pace } from '../pace.js';
import { createImports, type ImportsOptions } from './imports.js';
import { type ImportRunner, type ImportRunnerOptions, startImportRunner } from './runner.js';
import type { DueItem, ImportStore } from './storeTypes.js';
import type { OrderImports } from './types.js';

/** What imports need of the server. */
export interface ImportServices extends Pick<ImportsOptions, 'mistakeIn'>, Pick<ImportRunnerOptions, 'log' | 'flush'> {
  readonly shops: Shops;
  /** The part of a gateway's pace that is the background's. */
  readonly share: number;
  readonly fetchWholeOrder: FetchWholeOrder;
  readonly now: Clock;
  /** Names this process, and its pace, where other work is done in the background too. */
  readonly owner?: string;
  readonly pace?: Pace;
}

export interface ImportServiceOptions extends ImportServices {
  readonly store: ImportStore;
}

export interface ImportService extends OrderImports {
  readonly close: () => Promise<void>;
}

/** How soon after the start it is looked for what the last process left: no start waits for it. */
const START_MS = 1_000;

export function createImportService(options: ImportServiceOptions): ImportService {
  const { store, shops, share, now, log, flush, mistakeIn, owner = randomUUID(), pace = createPace() } = options;
  const lanes = [...shops].map(
    ([
      shop,
      {
        gateways: [gateway],
      },
    ]) => ({
      shop,
      intervalMs: intervalOf(gateway, share),
      account: gateway.queue,
    }),
  );
  const intervals = new Map(lanes.map(({ shop, intervalMs }) => [shop, intervalMs]));
  let runner: ImportRunner | undefined;
  const start = (): ImportRunner => {
    runner ??= startImportRunner({
      ...{ store, now, log, flush, lanes, owner, pace },
      fetch: (item) => fetchItem(item, store, options.fetchWholeOrder),
    });
    return runner;
  };
  const timer = setTimeout(start, START_MS).unref();
  const imports = createImports({
    ...{ store, now, mistakeIn },
    intervalOf: (shop) => intervals.get(shop),
    onStart: () => start().wake(),
  });
  return {
    ...imports,
    async close() {
      clearTimeout(timer);
      await runner?.close();
    },
  };
}

/** What the cache answers was recorded when it was fetched, unless the index has been begun anew since. */
async function fetchItem(item: DueItem, store: ImportStore, fetchWholeOrder: FetchWholeOrder): Promise<void> {
  const { shop, orderId, outOrderId, maxAgeMs } = item;
  const key = { shop, orderId, outOrderId: outOrderId ?? undefined };
  const isFromGateway = await fetchWholeOrder(key, maxAgeMs ?? undefined);
  if (!isFromGateway && !(await store.isIndexed(shop, orderId))) await fetchWholeOrder(key, 0);
}
