// Fetches orders in full in the background: nobody waits for them, and what gateways say of them is recorded on the way.
import { Fault } from '../common/fault.js';
import type { OrderKey } from '../order/globalId.js';
import { withTimeout } from './cancellation.js';
import { createTrace } from './trace.js';
import type { FetchOrder, ShopGateway, Shops } from './types.js';

/** What every subtree of a document is selected by. */
const EVERYTHING = { raw: {} };

const NONE: ReadonlySet<ShopGateway> = new Set();

interface WholeOrderOptions {
  readonly shops: Shops;
  readonly fetchOrder: FetchOrder;
  /** Its name in the queues of gateways, where callers take turns. */
  readonly caller: string;
  /** How long an order may take, in milliseconds. */
  readonly requestMs: number;
}

/**
 * Resolves to whether a gateway was called, rather than the cache found fresh enough.
 * @throws Fault like every other way to read the order.
 */
export type FetchWholeOrder = (key: OrderKey, maxAgeMs: number | undefined) => Promise<boolean>;

export function createWholeOrderFetch({ shops, fetchOrder, caller, requestMs }: WholeOrderOptions): FetchWholeOrder {
  return async (key, maxAgeMs) => {
    const upstreamShop = shops.get(key.shop);
    if (upstreamShop === undefined) throw new Fault('SHOP_NOT_FOUND', `There is no shop ${key.shop}.`, key);
    const { gateways } = upstreamShop;
    const needed = gateways[0].compiled.neededSubtrees(EVERYTHING);
    const trace = createTrace(key.shop, key.orderId);
    const { cancellation, release } = withTimeout(requestMs);
    try {
      const { staleBecause } = await fetchOrder(
        { upstreamShop, key, needed, attributeKeys: [], gateways, incomplete: NONE, maxAgeMs, trace },
        { caller, isBackground: true, deadline: performance.now() + requestMs, cancellation },
      );
      // An older document is better than none to who waits for it. Here nobody does.
      if (staleBecause) throw staleBecause;
      return trace.attempts > 0;
    } finally {
      release();
    }
  };
}
