// What one field loads of one order, and the request to its gateways that this takes.
import { mergeSelections, type Selection } from '../mapping/selection.js';
import { type OrderKey, orderName } from '../order/globalId.js';
import { createTrace } from '../upstream/trace.js';
import type { OrderRequest, ShopGateway, UpstreamShop } from '../upstream/types.js';
import { type OrderSelection, withImpliedFields } from './buildOrder.js';
import type { RequestedFields } from './selection.js';

/** What one field selects of one order. */
export interface OrderLoad extends RequestedFields, OrderSelection {
  readonly maxAgeMs: number | undefined;
  /** The request to its gateways; undefined where none is needed. */
  readonly request: OrderRequest | undefined;
}

/** Fields that are known without the order's gateway. */
const KNOWN_FIELDS: ReadonlySet<string> = new Set(['id', 'orderId', 'shop', 'platform', 'view', 'warnings']);

function needsGateway(selection: Selection): boolean {
  for (const name in selection) if (!KNOWN_FIELDS.has(name)) return true;
  return false;
}

type LoadTarget = Pick<OrderLoad, 'key' | 'upstreamShop' | 'maxAgeMs' | 'isMasked'>;

export function createLoad(
  { key, upstreamShop, maxAgeMs, isMasked }: LoadTarget,
  { selection, attributeKeys, answered }: RequestedFields,
): OrderLoad {
  const request = needsGateway(selection)
    ? createRequest(key, upstreamShop, selection, attributeKeys, maxAgeMs)
    : undefined;
  return { key, upstreamShop, maxAgeMs, selection, attributeKeys, answered, isMasked, request };
}

function createRequest(
  key: OrderKey,
  upstreamShop: UpstreamShop,
  selection: Selection,
  attributeKeys: readonly string[],
  maxAgeMs: number | undefined,
): OrderRequest {
  const { gateways, incomplete } = gatewaysInOrder(upstreamShop.gateways, selection);
  const needed = upstreamShop.gateways[0].compiled.neededSubtrees(withImpliedFields(selection));
  const trace = createTrace(key.shop, key.orderId);
  return { upstreamShop, key, needed, attributeKeys, gateways, incomplete, maxAgeMs, trace };
}

/** One load for each distinct order, of all that any load selects of it. */
export function uniteByName(loads: readonly OrderLoad[]): ReadonlyMap<string, OrderLoad> {
  const united = new Map<string, OrderLoad>();
  for (const load of loads) {
    const name = orderName(load.key);
    const already = united.get(name);
    united.set(name, already ? uniteLoads(already, load) : load);
  }
  return united;
}

const uniteLoads = (one: OrderLoad, other: OrderLoad): OrderLoad =>
  createLoad(
    { ...one, maxAgeMs: least(one.maxAgeMs, other.maxAgeMs) },
    {
      selection: one.selection === other.selection ? one.selection : mergeSelections(one.selection, other.selection),
      attributeKeys: [...new Set([...one.attributeKeys, ...other.attributeKeys])].sort(),
      answered: one.answered,
    },
  );

const least = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

/** The shop's gateways as they are tried: first those that document all that is selected. */
function gatewaysInOrder(
  gateways: UpstreamShop['gateways'],
  selection: Selection,
): Pick<OrderRequest, 'gateways' | 'incomplete'> {
  if (gateways.length === 1) return { gateways, incomplete: NONE };
  const incomplete = new Set(gateways.filter(({ compiled }) => compiled.lacks(selection)));
  if (incomplete.size === 0 || incomplete.size === gateways.length) return { gateways, incomplete: NONE };
  const [first, ...rest] = [...gateways.filter((gateway) => !incomplete.has(gateway)), ...incomplete];
  return { gateways: [first as ShopGateway, ...rest], incomplete };
}

const NONE: ReadonlySet<ShopGateway> = new Set();
