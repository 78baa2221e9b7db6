// Loads the orders of one request: from memory at once, else by one call for all that the request asks of an order.
import DataLoader from 'dataloader';
import { type GraphQLResolveInfo, Kind } from 'graphql';
import { type Caller, requireScope } from '../auth/caller.js';
import { Fault, type FaultCode } from '../common/fault.js';
import type { MaybePromise } from '../common/maybePromise.js';
import { mergeSelections, type Selection } from '../mapping/selection.js';
import { type OrderKey, orderName } from '../order/globalId.js';
import type { Order } from '../order/order.js';
import type { Warning } from '../order/upstream.js';
import { mayReadPersonalData } from '../privacy/applyPrivacy.js';
import type { Audit } from '../privacy/auditLog.js';
import type { RequestScope } from '../upstream/requestScope.js';
import type { ShopGateway, Shops, UpstreamShop } from '../upstream/shops.js';
import { newTrace, type Trace } from '../upstream/trace.js';
import type { FetchOrder, FindInMemory, OrderRequest, UpstreamDocument } from '../upstream/types.js';
import {
  type BuiltOrder,
  buildOrder,
  buildOrderAgain,
  emptyOrder,
  type OrderSelection,
  withImpliedFields,
} from './buildOrder.js';
import { costIn } from './envelope.js';
import { type RequestedFields, requestedFieldsOf } from './selection.js';

export interface OrderLoaderOptions {
  readonly caller: Caller;
  readonly recall: FindInMemory;
  readonly ask: FetchOrder;
  /** Made when a gateway is asked first. */
  readonly scope: () => RequestScope;
  readonly shops: Shops;
  /** Names the request in faults whose gateway names none. */
  readonly requestId: string;
  /** Orders that one operation may ask for. */
  readonly maxOrders: number;
  /** Hears of plain personal data that was read. */
  readonly audit: Audit;
}

/** Names an order, or says why nothing is named: that fails in its own place alone. */
export type OrderKeyOrFault = OrderKey | Fault;

export interface OrderLoader {
  readonly load: (named: OrderKeyOrFault, info: GraphQLResolveInfo, maxAge?: number | null) => MaybePromise<Order>;
  /** In the order asked; what fails is an Error in its place. */
  readonly loadMany: (
    named: readonly OrderKeyOrFault[],
    info: GraphQLResolveInfo,
    maxAge?: number | null,
  ) => MaybePromise<readonly (Order | Error)[]>;
  /** What could not be read in this request so far. */
  readonly warnings: readonly OrderWarning[];
  /** What was done upstream in this request so far. */
  readonly traces: readonly Trace[];
}

export interface OrderWarning extends Warning {
  readonly shop: string;
  readonly orderId: string;
  /** The fault for which an older document was answered. */
  readonly code?: FaultCode;
}

/** One field's question about one order. */
interface OrderLoad extends RequestedFields, OrderSelection {
  readonly maxAgeMs: number | undefined;
}

type Fetch = (one: OrderLoad, question: OrderRequest) => Promise<Order>;

/** What is known of an order without asking its gateway. */
const KNOWN: ReadonlySet<string> = new Set(['id', 'orderId', 'shop', 'platform', 'view', 'warnings']);

function isKnown(selection: Selection): boolean {
  for (const name in selection) if (!KNOWN.has(name)) return false;
  return true;
}

/** Whether a field is its operation's only one, so that nothing else can ask for the same orders. */
function isAlone({ operation }: GraphQLResolveInfo): boolean {
  const [only, ...others] = operation.selectionSet.selections;
  return only?.kind === Kind.FIELD && others.length === 0;
}

/** The orders of one request, for its whole life. */
export function createOrderLoader(settings: OrderLoaderOptions): OrderLoader {
  const { caller, shops, recall, ask, maxOrders, requestId, audit } = settings;
  const warnings: OrderWarning[] = [];
  const traces: Trace[] = [];
  /** Orders from memory, by their documents. */
  const recalled = new Map<object, Order>();
  const isMasked = !mayReadPersonalData(caller);
  let asked = 0;
  let scope: RequestScope | undefined;
  let loader: DataLoader<OrderLoad, Order> | undefined;

  /** An order that no other field can ask for: from memory at once, else fetched. */
  function loadAlone(one: OrderLoad, fetch: Fetch): MaybePromise<Order> {
    if (isKnown(one.selection)) return emptyOrder(one);
    const question = questionOf(one);
    const held = recall(question);
    if (held === undefined) return fetch(one, question);
    // A list may name it twice.
    let order = recalled.get(held.document);
    if (order === undefined) {
      traces.push(question.trace);
      order = note(one, held, buildOrderAgain(one, held));
      recalled.set(held.document, order);
    }
    return order;
  }

  function loadWithOthers(one: OrderLoad): Promise<Order> {
    loader ??= newLoader();
    return loader.load(one);
  }

  // Loads of one turn come together here, so a query’s aliases and lists share a call. Nothing is kept for later turns:
  // a later load may select more.
  function newLoader(): DataLoader<OrderLoad, Order> {
    return new DataLoader<OrderLoad, Order, OrderLoad>(
      async (loads) => {
        const orders = new Map<string, Promise<Order | Error>>();
        for (const [name, one] of unitedByName(loads))
          orders.set(
            name,
            loadApart(one).catch((error: Error) => error),
          );
        return Promise.all(loads.map(({ key }) => orders.get(orderName(key)) as Promise<Order | Error>));
      },
      { cache: false },
    );
  }

  const loadApart = async (one: OrderLoad): Promise<Order> =>
    isKnown(one.selection) ? emptyOrder(one) : fetchAndRead(one, questionOf(one));

  /** What it took is noted, also when it fails. */
  async function fetchAndRead(one: OrderLoad, question: OrderRequest): Promise<Order> {
    const { trace } = question;
    traces.push(trace);
    const began = performance.now();
    scope ??= settings.scope();
    try {
      const held = await ask(question, scope);
      if (trace.attempts > 0) trace.cost = costIn(held.envelope);
      return note(one, held, buildOrder(one, held));
    } catch (error) {
      throw error instanceof Fault ? error.with({ requestId: error.details.requestId ?? requestId }) : error;
    } finally {
      trace.totalMs = performance.now() - began;
    }
  }

  /** What was read is told to whom it concerns. */
  function note(
    { key: { shop, orderId } }: OrderLoad,
    held: UpstreamDocument,
    { order, disclosed }: BuiltOrder,
  ): Order {
    if (disclosed.length > 0) audit({ caller: caller.name, shop, orderId, fields: disclosed, requestId });
    for (const { path, message } of order.warnings) warnings.push({ shop, orderId, path, message });
    if (held.staleBecause) {
      const { code, message } = held.staleBecause;
      warnings.push({ shop, orderId, path: '', message: `answered from an older document: ${message}`, code });
    }
    return order;
  }

  /** What a field asks is the same for all its orders on one platform. */
  function loadsOf(
    info: GraphQLResolveInfo,
    maxAge: number | null | undefined,
    fetch: Fetch,
  ): (named: OrderKeyOrFault) => MaybePromise<Order> {
    const maxAgeMs = maxAge === undefined || maxAge === null ? undefined : maxAge * 1000;
    const load = isAlone(info) ? (one: OrderLoad) => loadAlone(one, fetch) : loadWithOthers;
    const askedByType = new Map<string, RequestedFields>();
    return (key) => {
      if (key instanceof Fault) throw key;
      requireScope(caller, 'orders:read');
      // A shop that the caller may not know of is answered as one that does not exist, to the letter and as fast.
      const upstreamShop = caller.mayAccess(key.shop) ? shops.get(key.shop) : undefined;
      if (upstreamShop === undefined) throw new Fault('SHOP_NOT_FOUND', `There is no shop ${key.shop}.`, key);
      const { name } = upstreamShop.gateways[0].compiled.definition.document.platformOrder;
      let asked = askedByType.get(name);
      if (asked === undefined) {
        asked = permitted(requestedFieldsOf(info, name));
        askedByType.set(name, asked);
      }
      const { selection, attributeKeys } = asked;
      return load({ key, upstreamShop, maxAgeMs, selection, attributeKeys, isMasked });
    };
  }

  /** What the caller may not have is not asked for either: raw alone would ask for every subtree. */
  function permitted(asked: RequestedFields): RequestedFields {
    if (!('raw' in asked.selection) || caller.scopes.has('orders:raw')) return asked;
    const { raw: _raw, ...selection } = asked.selection;
    return { ...asked, selection };
  }

  function count(more: number): void {
    asked += more;
    if (asked > maxOrders) throw tooManyOrders(maxOrders);
  }

  return {
    warnings,
    traces,
    load(key, info, maxAge) {
      count(1);
      return loadsOf(info, maxAge, fetchAndRead)(key);
    },
    loadMany(keys, info, maxAge) {
      count(keys.length);
      const loadOne = loadsOf(info, maxAge, loadWithOthers);
      let isWaiting = false;
      const orders = keys.map((key) => {
        try {
          const order = loadOne(key);
          if (!(order instanceof Promise)) return order;
          isWaiting = true;
          return order.catch((error: Error) => error);
        } catch (error) {
          return error as Error;
        }
      });
      return isWaiting ? Promise.all(orders) : (orders as readonly (Order | Error)[]);
    },
  };
}

export const tooManyOrders = (maxOrders: number): Fault =>
  new Fault('BAD_USER_INPUT', `refs: one operation may ask for at most ${maxOrders} orders.`);

function questionOf({ key, upstreamShop, selection, attributeKeys, maxAgeMs }: OrderLoad): OrderRequest {
  const { gateways, incomplete } = inTurn(upstreamShop.gateways, selection);
  const needed = upstreamShop.gateways[0].compiled.neededBy(withImpliedFields(selection));
  const trace = newTrace(key.shop, key.orderId);
  return { upstreamShop, key, needed, attributeKeys, gateways, incomplete, maxAgeMs, trace };
}

/** One load for each distinct order, asking all that any load of it asks. */
function unitedByName(loads: readonly OrderLoad[]): ReadonlyMap<string, OrderLoad> {
  const united = new Map<string, OrderLoad>();
  for (const load of loads) {
    const name = orderName(load.key);
    const already = united.get(name);
    united.set(name, already ? uniteLoads(already, load) : load);
  }
  return united;
}

const uniteLoads = (one: OrderLoad, other: OrderLoad): OrderLoad => ({
  ...one,
  selection: one.selection === other.selection ? one.selection : mergeSelections(one.selection, other.selection),
  attributeKeys: [...new Set([...one.attributeKeys, ...other.attributeKeys])].sort(),
  maxAgeMs: least(one.maxAgeMs, other.maxAgeMs),
});

const least = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

/** The shop's gateways as they are to be tried: first those that document all that is selected. */
function inTurn(
  gateways: UpstreamShop['gateways'],
  selection: Selection,
): Pick<OrderRequest, 'gateways' | 'incomplete'> {
  if (gateways.length === 1) return { gateways, incomplete: NONE };
  const incomplete = new Set(gateways.filter(({ compiled }) => compiled.lacks(selection)));
  if (incomplete.size === 0 || incomplete.size === gateways.length) return { gateways, incomplete: NONE };
  const [first, ...rest] = [...gateways.filter((shopGateway) => !incomplete.has(shopGateway)), ...incomplete];
  return { gateways: [first as ShopGateway, ...rest], incomplete };
}

const NONE: ReadonlySet<ShopGateway> = new Set();
