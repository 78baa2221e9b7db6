// Loads the orders of one request. All that a request asks of an order is united into one call to its gateway.
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Audit } from '../access/audit.js';
import { type Caller, demandScope } from '../access/caller.js';
import { personalOf, privacyOf } from '../access/privacy.js';
import { mayReadPersonal, showing } from '../access/show.js';
import { type Selection, unite } from '../mapping/selection.js';
import { type OrderKey, toGlobalId } from '../order/node.js';
import { Order } from '../order/order.js';
import { Receiver } from '../order/party.js';
import type { Warning } from '../order/upstream.js';
import { Fault, type FaultCode } from '../protocols/fault.js';
import type { AskOrder, Held, OrderCall } from '../upstream/call.js';
import type { Scope } from '../upstream/scope.js';
import type { Entrance, OpenShop, Shops } from '../upstream/shops.js';
import { newTrace, type Trace } from '../upstream/trace.js';
import { costIn, readReply, saysEncrypted } from './reply.js';
import { type Asked, askedOf } from './selection.js';

export interface OrderSettings {
  readonly caller: Caller;
  readonly ask: AskOrder;
  readonly scope: Scope;
  readonly shops: Shops;
  /** Names the request in faults whose gateway names none. */
  readonly requestId: string;
  /** Orders that one operation may ask for. */
  readonly maxOrders: number;
  /** Hears of plain personal data that was read. */
  readonly audit: Audit;
}

/** Names an order, or says why nothing is named: that fails in its own place alone. */
export type Named = OrderKey | Fault;

export interface Orders {
  readonly load: (named: Named, info: GraphQLResolveInfo, maxAge?: number | null) => Promise<Order>;
  /** In the order asked; what fails is an Error in its place. */
  readonly loadMany: (
    named: readonly Named[],
    info: GraphQLResolveInfo,
    maxAge?: number | null,
  ) => Promise<readonly (Order | Error)[]>;
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
interface Load extends Asked {
  readonly key: OrderKey;
  readonly openShop: OpenShop;
  readonly maxAgeMs: number | undefined;
}

/** What is known of an order without asking its gateway. */
const KNOWN: ReadonlySet<string> = new Set(['id', 'orderId', 'shop', 'platform', 'view', 'warnings']);

function isKnown(selection: Selection): boolean {
  for (const name in selection) if (!KNOWN.has(name)) return false;
  return true;
}

/** Where Order.privacy looks: every mark of the receiver. */
const RECEIVER: Selection = { receiver: personalOf(Receiver) };

/** What is read of an order besides what is asked of it. */
const planned = (selection: Selection): Selection => ('privacy' in selection ? unite(selection, RECEIVER) : selection);

/** A loader for the life of one request. */
export function ordersOf({ caller, shops, ask, scope, maxOrders, requestId, audit }: OrderSettings): Orders {
  const warnings: OrderWarning[] = [];
  const traces: Trace[] = [];
  const show = showing(caller, requestId, audit);
  let asked = 0;

  // Loads of one tick come together here, so a query's aliases and lists share a call. Nothing is kept for later ticks:
  // a later load may select more.
  const loader = new DataLoader<Load, Order, Load>(
    async (loads) => {
      const orders = new Map<string, Promise<Order | Error>>();
      for (const [name, load] of unitedByName(loads))
        orders.set(
          name,
          fetchAndRead(load).catch((error: Error) => error),
        );
      return Promise.all(loads.map(({ key }) => orders.get(nameOf(key)) as Promise<Order | Error>));
    },
    { cache: false },
  );

  async function fetchAndRead(load: Load): Promise<Order> {
    const { key, openShop, selection } = load;
    const order = new Order();
    order.id = toGlobalId(key);
    order.orderId = key.orderId;
    order.shop = openShop.shop;
    order.platform = openShop.shop.platform;
    order.view = openShop.shop.view;
    order.warnings = [];
    if (isKnown(selection)) return order;
    const { document, envelope, entrance, fetchedAt, staleBecause } = await fetch(load);
    const { door, zone } = entrance;
    const read = door.read(document, selection, zone);
    const raw = show(key, { order: read.order, raw: 'raw' in selection ? document : undefined, gateway: door.gateway });
    for (const warning of read.warnings) warnings.push({ shop: key.shop, orderId: key.orderId, ...warning });
    if (staleBecause) {
      const message = `answered from an older document: ${staleBecause.message}`;
      warnings.push({ shop: key.shop, orderId: key.orderId, path: '', message, code: staleBecause.code });
    }
    Object.assign(order, read.order);
    order.gateway = door.gateway.type;
    order.view = door.gateway.view;
    order.fetchedAt = fetchedAt;
    order.stale = staleBecause !== undefined;
    order.warnings = read.warnings;
    if (raw !== undefined) order.raw = raw;
    if ('upstream' in selection) order.upstream = readReply(envelope);
    if ('privacy' in selection) {
      const { receiver } = door.read(document, RECEIVER, zone).order as Pick<Order, 'receiver'>;
      const isMasked = !mayReadPersonal(caller);
      order.privacy = privacyOf(receiver, Receiver, { isEncrypted: saysEncrypted(envelope), isMasked });
    }
    return order;
  }

  /** The order's document, from memory or from a gateway; what it took is noted. */
  async function fetch({ key, openShop, selection, attributeKeys, maxAgeMs }: Load): Promise<Held> {
    const trace = newTrace(key.shop, key.orderId);
    traces.push(trace);
    const began = performance.now();
    const needed = openShop.entrances[0].door.neededBy(planned(selection));
    const { entrances, lacking } = inTurn(openShop.entrances, selection);
    try {
      const held = await ask({ openShop, key, needed, attributeKeys, entrances, lacking, maxAgeMs, scope, trace });
      if (trace.attempts > 0) trace.cost = costIn(held.envelope);
      return held;
    } catch (error) {
      throw error instanceof Fault ? error.with({ requestId: error.details.requestId ?? requestId }) : error;
    } finally {
      trace.totalMs = performance.now() - began;
    }
  }

  /** What a field asks is the same for all its orders on one platform. */
  function loadsOf(info: GraphQLResolveInfo, maxAge?: number | null): (named: Named) => Promise<Order> {
    const maxAgeMs = maxAge === undefined || maxAge === null ? undefined : maxAge * 1000;
    const askedByType = new Map<string, Asked>();
    return async (key) => {
      if (key instanceof Fault) throw key;
      demandScope(caller, 'orders:read');
      // A shop that the caller may not know of is answered as one that does not exist, to the letter and as fast.
      const openShop = caller.mayAsk(key.shop) ? shops.get(key.shop) : undefined;
      if (openShop === undefined) throw new Fault('SHOP_NOT_FOUND', `There is no shop ${key.shop}.`, key);
      const { name } = openShop.entrances[0].door.gateway.document.platformOrder;
      const asked = askedByType.get(name) ?? permitted(askedOf(info, name));
      askedByType.set(name, asked);
      return loader.load({ key, openShop, maxAgeMs, ...asked });
    };
  }

  /** What the caller may not have is not asked for either: raw alone would ask for every subtree. */
  function permitted(asked: Asked): Asked {
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
    async load(key, info, maxAge) {
      count(1);
      return loadsOf(info, maxAge)(key);
    },
    async loadMany(keys, info, maxAge) {
      count(keys.length);
      const load = loadsOf(info, maxAge);
      return Promise.all(keys.map((key) => load(key).catch((error: Error) => error)));
    },
  };
}

export const tooManyOrders = (maxOrders: number): Fault =>
  new Fault('BAD_USER_INPUT', `refs: one operation may ask for at most ${maxOrders} orders.`);

/** Differs where orders do: no part of it has spaces but the last. */
const nameOf = ({ shop, orderId, outOrderId = '' }: OrderKey): string => `${shop} ${orderId} ${outOrderId}`;

/** One load for each distinct order, asking all that any load of it asks. */
function unitedByName(loads: readonly Load[]): ReadonlyMap<string, Load> {
  const united = new Map<string, Load>();
  for (const load of loads) {
    const name = nameOf(load.key);
    const already = united.get(name);
    united.set(name, already ? uniteLoads(already, load) : load);
  }
  return united;
}

const uniteLoads = (one: Load, other: Load): Load => ({
  ...one,
  selection: one.selection === other.selection ? one.selection : unite(one.selection, other.selection),
  attributeKeys: [...new Set([...one.attributeKeys, ...other.attributeKeys])].sort(),
  maxAgeMs: least(one.maxAgeMs, other.maxAgeMs),
});

const least = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

/** The shop's gateways as they are to be tried: first those that document all that is selected. */
function inTurn(entrances: OpenShop['entrances'], selection: Selection): Pick<OrderCall, 'entrances' | 'lacking'> {
  const lacking = new Set(entrances.length === 1 ? [] : entrances.filter(({ door }) => door.lacks(selection)));
  if (lacking.size === 0 || lacking.size === entrances.length) return { entrances, lacking: NONE };
  const [first, ...rest] = [...entrances.filter((entrance) => !lacking.has(entrance)), ...lacking];
  return { entrances: [first as Entrance, ...rest], lacking };
}

const NONE: ReadonlySet<Entrance> = new Set();
