// Fills the sandbox's order index with the demo shops' recent orders, so that lists have something to show at once.
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { Settings } from '../config/index.js';
import type { Gateway } from '../order/enums.js';
import type { OrderIndex } from '../orderIndex/types.js';
import { compiledGatewayOf } from '../platforms/index.js';
import { credentialOf } from '../upstream/shops.js';

/** Of each shop: eight pages of fifty, and forty of all five together. */
const COUNT = 400;

/** Characters of replies that may wait to be recorded. */
const MAX_WAITING = 1024 * 1024;

interface RecentOrdersOptions {
  readonly index: Pick<OrderIndex, 'record' | 'flush'>;
  readonly settings: Pick<Settings, 'shops'>;
  readonly sandboxUrl: string;
  /** Milliseconds: nothing that has happened to the orders is later. */
  readonly now: number;
  /** Of each shop. */
  readonly count?: number;
  /** Aborted when the process ends. */
  readonly signal?: AbortSignal;
}

/** Resolves when they are recorded; other work goes on in between. */
export async function recordRecentOrders({
  index,
  settings,
  sandboxUrl,
  now,
  count = COUNT,
  signal,
}: RecentOrdersOptions): Promise<void> {
  const { recentOrders } = await import('../sandbox/recentOrders.js');
  const accounts = new Map(settings.shops.map(({ id, gateways: [gateway] }) => [id, gateway && accountOf(gateway)]));
  let waiting = 0;
  for await (const { shop, orderId, gateway, text } of recentOrders({ count, now, sandboxUrl })) {
    if (signal?.aborted) return;
    const account = accounts.get(shop);
    if (account === undefined) continue;
    index.record({ shop, orderId, gateway, ...account, status: 200, text, fetchedAt: now });
    waiting += text.length;
    if (waiting < MAX_WAITING) continue;
    await index.flush();
    waiting = 0;
  }
  await index.flush();
}

/** As what a call for every subtree through the gateway would be recorded under. */
function accountOf(settings: GatewaySettings) {
  const { neededSubtrees, requestedSubtrees } = compiledGatewayOf(settings.type as Gateway);
  return { credential: credentialOf(settings), subtrees: requestedSubtrees(neededSubtrees({ raw: {} })) };
}
