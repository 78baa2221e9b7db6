// Loads the orders of one request: from memory at once, else by one call for all that the request selects of an order.
import DataLoader from 'dataloader';
import { type GraphQLResolveInfo, Kind } from 'graphql';
import { type Caller, requireScope } from '../auth/caller.js';
import { Fault, type FaultCode } from '../common/fault.js';
import type { MaybePromise } from '../common/maybePromise.js';
import { type OrderKey, orderName } from '../order/globalId.js';
import type { Order } from '../order/order.js';
import type { Warning } from '../order/upstream.js';
import { mayReadPersonalData } from '../privacy/applyPrivacy.js';
import type { Audit } from '../privacy/auditLog.js';
import type { RequestScope } from '../upstream/requestScope.js';
import type { Trace } from '../upstream/trace.js';
import type { FetchOrder, FindInMemory, OrderRequest, Shops, UpstreamDocument } from '../upstream/types.js';
import type { AnswerCounter } from './answerCounter.js';
import { withErrorFor } from './answerFields.js';
import { checkAttributeKeys } from './arguments.js';
import { type BuiltOrder, buildOrder, buildOrderAgain, emptyOrder } from './buildOrder.js';
import { costIn } from './envelope.js';
import { createLoad, type OrderLoad, uniteByName } from './orderLoad.js';
import { type RequestedFields, requestedFieldsOf } from './selection.js';
import { createTurns } from './turns.js';

interface OrderLoaderOptions {
  readonly caller: Caller;
  readonly findInMemory: FindInMemory;
  readonly fetchOrder: FetchOrder;
  /** Creates the request's scope, when a gateway is first called. */
  readonly scope: () => RequestScope;
  readonly shops: Shops;
  /** Names the request in faults whose gateway names none. */
  readonly requestId: string;
  /** Orders that one operation may name. */
  readonly maxOrders: number;
  /** Records plain personal data that was read. */
  readonly audit: Audit;
  readonly answer: AnswerCounter;
}

/** Names an order, or says why none is named: that fails in its own place alone. */
export type OrderKeyOrFault = OrderKey | Fault;

export interface OrderLoader {
  readonly load: (key: OrderKeyOrFault, info: GraphQLResolveInfo, maxAge?: number | null) => MaybePromise<Order>;
  /** In the order of the keys; what fails is an Error in its place. */
  readonly loadMany: (
    keys: readonly OrderKeyOrFault[],
    info: GraphQLResolveInfo,
    maxAge?: number | null,
  ) => MaybePromise<readonly (Order | Error)[]>;
  /** What could not be read in this request so far. */
  readonly warnings: readonly OrderWarning[];
  /** What was done upstream in this request so far. */
  readonly traces: readonly Trace[];
}

interface OrderWarning extends Warning {
  readonly shop: string;
  readonly orderId: string;
  /** The fault for which an older document was answered. */
  readonly code?: FaultCode;
}

/** Whether a field is its operation's only one, so that nothing else can select of the same orders. */
function isOnlyField({ operation }: GraphQLResolveInfo): boolean {
  const [only, ...others] = operation.selectionSet.selections;
  return only?.kind === Kind.FIELD && others.length === 0;
}

/** Of documents that are read in one turn of the event loop: some tens of milliseconds, where every field is asked for. */
const CHARACTERS_OF_TURN = 500_000;

/** The orders of one request, for its whole life. */
export function createOrderLoader(options: OrderLoaderOptions): OrderLoader {
  const { caller, shops, findInMemory, fetchOrder, maxOrders, requestId, audit, answer } = options;
  const warnings: OrderWarning[] = [];
  const traces: Trace[] = [];
  /** Orders built from memory, by their documents: a list may name one twice. */
  const fromMemory = new Map<object, Order>();
  const isMasked = !mayReadPersonalData(caller);
  const enterTurn = createTurns(CHARACTERS_OF_TURN);
  let count = 0;
  let scope: RequestScope | undefined;
  let loader: DataLoader<OrderLoad, Order> | undefined;

  /** An order that no other field can select of: from memory at once, without a promise. */
  function loadFromMemory(load: OrderLoad): Order | undefined {
    if (load.request === undefined) return emptyOrder(load);
    const found = findInMemory(load.request);
    if (found === undefined) return undefined;
    let order = fromMemory.get(found.document);
    if (order === undefined) {
      traces.push(load.request.trace);
      order = report(load, found, buildOrderAgain(load, found));
      fromMemory.set(found.document, order);
    }
    return order;
  }

  // Loads of one turn are batched, so a query’s aliases and lists share a call. Nothing is kept for later turns: a later
  // load may select more.
  function loadBatched(load: OrderLoad): Promise<Order> {
    loader ??= new DataLoader<OrderLoad, Order, OrderLoad>(
      async (loads) => {
        const orders = new Map<string, Promise<Order | Error>>();
        for (const [name, united] of uniteByName(loads))
          orders.set(
            name,
            fetchAndBuild(united).catch((error: Error) => error),
          );
        return Promise.all(
          loads.map(async (each) => {
            const order = await (orders.get(orderName(each.key)) as Promise<Order | Error>);
            return order instanceof Error ? order : countedOrFault(order, each);
          }),
        );
      },
      { cache: false },
    );
    return loader.load(load);
  }

  /** Counted wherever it is answered: what several aliases ask of one order is one load, and written for each. */
  function counted(order: Order, { answered }: OrderLoad): Order {
    answer.count(order, answered);
    return order;
  }

  function countedOrFault(order: Order, load: OrderLoad): Order | Error {
    try {
      return counted(order, load);
    } catch (error) {
      return error as Error;
    }
  }

  async function fetchAndBuild(load: OrderLoad): Promise<Order> {
    const { request } = load;
    if (request === undefined) return emptyOrder(load);
    // Each field's own were counted; several may have asked of this order.
    checkAttributeKeys(load.attributeKeys.length);
    const fetched = await fetch(request);
    const turn = enterTurn(fetched.characters);
    if (turn) await turn;
    answer.check();
    return report(load, fetched, buildOrder(load, fetched));
  }

  async function fetch(request: OrderRequest): Promise<UpstreamDocument> {
    const { trace } = request;
    traces.push(trace);
    const startedAt = performance.now();
    scope ??= options.scope();
    try {
      const fetched = await fetchOrder(request, scope);
      if (trace.attempts > 0) trace.cost = costIn(fetched.envelope);
      return fetched;
    } catch (error) {
      throw error instanceof Fault ? error.with({ requestId: error.details.requestId ?? requestId }) : error;
    } finally {
      trace.totalMs = performance.now() - startedAt;
    }
  }

  /** Records what was read: personal data in the audit log, what could not be read in the answer. */
  function report(
    { key: { shop, orderId } }: OrderLoad,
    { staleBecause }: UpstreamDocument,
    { order, disclosed }: BuiltOrder,
  ): Order {
    if (disclosed.length > 0) audit({ caller: caller.name, shop, orderId, fields: disclosed, requestId });
    for (const { path, message } of order.warnings) warnings.push({ shop, orderId, path, message });
    if (staleBecause) {
      const { code, message } = staleBecause;
      warnings.push({ shop, orderId, path: '', message: `answered from an older document: ${message}`, code });
    }
    return order;
  }

  /** Loads the orders of one field, which selects the same of all orders on one platform. */
  function loaderOfField(info: GraphQLResolveInfo, maxAge: number | null | undefined) {
    const maxAgeMs = maxAge === undefined || maxAge === null ? undefined : maxAge * 1000;
    const mayBeInMemory = isOnlyField(info);
    const fieldsByPlatform = new Map<string, RequestedFields>();

    function fieldsOf(platformType: string): RequestedFields {
      let fields = fieldsByPlatform.get(platformType);
      if (fields === undefined) {
        fields = permitted(requestedFieldsOf(info, platformType));
        fieldsByPlatform.set(platformType, fields);
      }
      return fields;
    }

    return (key: OrderKeyOrFault): MaybePromise<Order> => {
      if (key instanceof Fault) throw key;
      requireScope(caller, 'orders:read');
      // A shop that the caller may not know of is answered as one that does not exist, to the letter and as fast.
      const upstreamShop = caller.mayAccess(key.shop) ? shops.get(key.shop) : undefined;
      if (upstreamShop === undefined) throw new Fault('SHOP_NOT_FOUND', `There is no shop ${key.shop}.`, key);
      const { name } = upstreamShop.gateways[0].compiled.definition.document.platformOrder;
      const load = createLoad({ key, upstreamShop, maxAgeMs, isMasked }, fieldsOf(name));
      answer.check();
      const inMemory = mayBeInMemory ? loadFromMemory(load) : undefined;
      return inMemory ? counted(inMemory, load) : loadBatched(load);
    };
  }

  /** What the caller may not read is not fetched either: raw alone would need every subtree. */
  function permitted(fields: RequestedFields): RequestedFields {
    if (!('raw' in fields.selection) || caller.scopes.has('orders:raw')) return fields;
    const { raw: _raw, ...selection } = fields.selection;
    return { ...fields, selection, answered: withErrorFor('raw', fields.answered) };
  }

  function countOrders(more: number): void {
    count += more;
    if (count > maxOrders) throw tooManyOrders(maxOrders);
  }

  return {
    warnings,
    traces,
    load(key, info, maxAge) {
      countOrders(1);
      return loaderOfField(info, maxAge)(key);
    },
    loadMany(keys, info, maxAge) {
      countOrders(keys.length);
      const loadOne = loaderOfField(info, maxAge);
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
