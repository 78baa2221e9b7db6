// Fills the sandbox's order index with the demo shops' recent orders, so that lists have something to show at once.
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { Settings } from '../config/index.js';
import type { OrderIndex } from '../orderIndex/types.js';
import { compiledGatewayFor } from '../platforms/index.js';
import type { RecentOrder } from '../sandbox/recentOrders.js';
import { credentialOf } from '../upstream/shops.js';

/** Characters of replies that may wait to be recorded. */
const MAX_WAITING = 1024 * 1024;

interface RecordOptions {
  readonly orders: AsyncIterable<RecentOrder> | Iterable<RecentOrder>;
  readonly index: Pick<OrderIndex, 'record' | 'flush'>;
  readonly settings: Pick<Settings, 'shops'>;
  /** When they are said to have been fetched; milliseconds. */
  readonly now: number;
  /** Aborted when the process ends. */
  readonly signal?: AbortSignal;
}

/** Resolves when they are recorded; other work goes on in between. */
export async function recordRecentOrders({ orders, index, settings, now, signal }: RecordOptions): Promise<void> {
  const accounts = new Map(settings.shops.map(({ id, gateways: [gateway] }) => [id, gateway && accountOf(gateway)]));
  let waiting = 0;
  for await (const { shop, orderId, gateway, text } of orders) {
    if (signal?.aborted) return;
    const account = accounts.get(shop);
    if (account === undefined) continue;
    index.record({ shop, orderId, gateway, ...account, status: 200, fetchedAt: now }, text);
    waiting += text.length;
    if (waiting < MAX_WAITING) continue;
    await index.flush();
    waiting = 0;
  }
  await index.flush();
}

/** As what a call for every subtree through the gateway would be recorded under. */
function accountOf(settings: GatewaySettings) {
  const { definition, neededSubtrees, requestedSubtrees } = compiledGatewayFor(settings);
  return {
    view: definition.view,
    credential: credentialOf(settings),
    subtrees: requestedSubtrees(neededSubtrees({ raw: {} })),
  };
}
