// Loads the orders of one request: from memory at once, else by one call for all that the request selects of an order.
import DataLoader from 'dataloader';
import { type GraphQLResolveInfo, Kind } from 'graphql';
import { type Caller, requireScope } from '../auth/caller.js';
import { Fault } from '../common/fault.js';
import { type MaybePromise, whenResolved } from '../common/maybePromise.js';
import { type OrderKey, orderName } from '../order/globalId.js';
import type { Order } from '../order/order.js';
import type { Warning } from '../order/upstream.js';
import { mayReadPersonalData } from '../privacy/applyPrivacy.js';
import type { Audit } from '../privacy/auditLog.js';
import type { RequestScope } from '../upstream/requestScope.js';
import type { Trace } from '../upstream/trace.js';
import type { FetchOrder, FindInMemory, Shops, UpstreamDocument } from '../upstream/types.js';
import type { AnswerCounter } from './answerCounter.js';
import { withErrorFor } from './answerFields.js';
import { checkAttributeKeys } from './arguments.js';
import { type Barrier, createBarrier } from './barrier.js';
import { buildAndRemember, buildOrder, builtBefore, emptyOrder } from './buildOrder.js';
import type { LoaderCounts } from './loaderCounts.js';
import { createLoad, type OrderLoad, uniteByName } from './orderLoad.js';
import { createOrderReport, type OrderWarning } from './orderReport.js';
import { type RequestedFields, requestedFieldsOf } from './selection.js';
import { listInSlices, objectInSlices, VALUES_OF_TURN } from './slices.js';
import { createTracedFetch } from './tracedFetch.js';
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
  readonly counts: LoaderCounts;
}

/** Names an order, or says why none is named: that fails in its own place alone. */
export type OrderKeyOrFault = OrderKey | Fault;

export interface OrderLoader {
  readonly load: (key: OrderKeyOrFault, info: GraphQLResolveInfo, maxAge?: number | null) => MaybePromise<Order>;
  /** In the order of the keys; what fails is an Error in its place, and no promise is rejected. */
  readonly loadMany: (
    keys: readonly OrderKeyOrFault[],
    info: GraphQLResolveInfo,
    maxAge?: number | null,
  ) => readonly MaybePromise<Order | Error>[];
  /** Hands a list to the executor; a long one in several turns of the event loop. */
  readonly inSlices: <Member extends object>(list: readonly Member[]) => readonly MaybePromise<Member>[];
  /** The same of a selection that stands elsewhere than directly in the field being resolved. */
  readonly loadSelected: (
    keys: readonly OrderKey[],
    selected: SelectedOrders,
    maxAge?: number | null,
  ) => readonly MaybePromise<Order | Error>[];
  /** Has all loads of the operation wait for something that is read first: what follows may load more of the same orders. */
  readonly readFirst: Barrier['readFirst'];
  /** What the caller may read of what is selected. */
  readonly permitted: <Fields extends RequestedFields>(fields: Fields) => Fields;
  /** Adds warnings about an order that was not loaded here. */
  readonly warn: (key: OrderKey, warnings: readonly Warning[]) => void;
  /** What could not be read in this request so far. */
  readonly warnings: readonly OrderWarning[];
  /** Orders that were asked for in this request so far. */
  readonly requested: () => number;
  /** What was done upstream in this request so far. */
  readonly traces: readonly Trace[];
}

export interface SelectedOrders {
  /** What is selected of orders on one platform, named by its type. */
  readonly fieldsOf: (platformType: string) => RequestedFields;
  /** Whether no other field of the operation can select of the same orders. */
  readonly mayBeInMemory: boolean;
}

/** Whether a field is its operation's only one, so that nothing else can select of the same orders. */
export function isOnlyField({ operation }: GraphQLResolveInfo): boolean {
  const [only, ...others] = operation.selectionSet.selections;
  return only?.kind === Kind.FIELD && others.length === 0;
}

/** Characters of a document that are read in the time in which a value of an answer is completed. */
const CHARACTERS_PER_VALUE = 50;

/** Characters of the document of an order that is counted in that time. */
const CHARACTERS_COUNTED_PER_VALUE = 200;

interface FetchedOrder {
  readonly order: Order;
  /** The length of its document. */
  readonly characters: number;
}

interface CountedOrder {
  readonly order: Order;
  /** What is answered of it. */
  readonly values: number;
}

/** The orders of one request, for its whole life. */
export function createOrderLoader(options: OrderLoaderOptions): OrderLoader {
  const { caller, shops, findInMemory, fetchOrder, maxOrders, requestId, audit, answer, counts } = options;
  const { warnings, warn, report } = createOrderReport({ caller, requestId, audit, answer });
  const traces: Trace[] = [];
  const fetch = createTracedFetch({ fetchOrder, scope: options.scope, requestId, traces });
  /** Orders built from memory, by their documents: a list may name one twice. */
  const fromMemory = new Map<object, MaybePromise<Order>>();
  const isMasked = !mayReadPersonalData(caller);
  const enterTurn = createTurns(VALUES_OF_TURN);
  const barrier = createBarrier();
  let count = 0;
  let loader: DataLoader<OrderLoad, CountedOrder> | undefined;

  /** An order that no other field can select of: from memory at once, mostly without a promise. */
  function loadFromMemory(load: OrderLoad): MaybePromise<Order> | undefined {
    if (load.request === undefined) return emptyOrder(load);
    const found = findInMemory(load.request);
    if (found === undefined) return undefined;
    counts.directLoads += 1;
    let order = fromMemory.get(found.document);
    if (order === undefined) {
      traces.push(load.request.trace);
      const before = builtBefore(load, found.document);
      order = before ? report(load.key, found, before) : buildInTurn(load, found, buildAndRemember);
      fromMemory.set(found.document, order);
    }
    return order;
  }

  /** Builds an order in a turn that has room for it. */
  function buildInTurn(load: OrderLoad, fetched: UpstreamDocument, build: typeof buildOrder): MaybePromise<Order> {
    return whenResolved(enterTurn(fetched.characters / CHARACTERS_PER_VALUE), () => {
      answer.check();
      return report(load.key, fetched, build(load, fetched, answer.createReadLimit()));
    });
  }

  // Loads of one turn are batched, so a query’s aliases and lists share a call. Nothing is kept for later turns: a later
  // load may select more.
  function loadBatched(load: OrderLoad): Promise<Order> {
    loader ??= new DataLoader<OrderLoad, CountedOrder, OrderLoad>(
      async (loads) => {
        counts.batches += 1;
        counts.batchedLoads += loads.length;
        const orders = new Map<string, Promise<FetchedOrder | Error>>();
        for (const [name, united] of uniteByName(loads))
          orders.set(
            name,
            fetchAndBuild(united).catch((error: Error) => error),
          );
        return Promise.all(
          loads.map(async (each) => {
            const found = await (orders.get(orderName(each.key)) as Promise<FetchedOrder | Error>);
            return found instanceof Error ? found : countedInTurn(found, each);
          }),
        );
      },
      { cache: false, batchScheduleFn: barrier.pass },
    );
    return loader.load(load).then((found) => hand(found, load));
  }

  /** Counted wherever it is answered: what several aliases ask of one order is one load, and written for each. */
  const counted = (order: Order, { answered }: OrderLoad): CountedOrder => ({
    order,
    values: answer.count(order, answered),
  });

  /** Counts an order in a turn that has room for it, or says why it may not be answered. */
  function countedInTurn({ order, characters }: FetchedOrder, load: OrderLoad): MaybePromise<CountedOrder | Error> {
    return whenResolved(enterTurn(characters / CHARACTERS_COUNTED_PER_VALUE), () => {
      try {
        return counted(order, load);
      } catch (error) {
        return error as Error;
      }
    });
  }

  /** Hands an order to the executor in a turn that has room to complete it. */
  function hand({ order, values }: CountedOrder, { answered }: OrderLoad): MaybePromise<Order> {
    return whenResolved(enterTurn(values), () =>
      values > VALUES_OF_TURN ? objectInSlices(order, answered, enterTurn) : order,
    );
  }

  async function fetchAndBuild(load: OrderLoad): Promise<FetchedOrder> {
    const { request } = load;
    if (request === undefined) return { order: emptyOrder(load), characters: 0 };
    // Each field's own were counted; several may have asked of this order.
    checkAttributeKeys(load.attributeKeys.length);
    const fetched = await fetch(request);
    return { order: await buildInTurn(load, fetched, buildOrder), characters: fetched.characters };
  }

  const selectedBy = (info: GraphQLResolveInfo): SelectedOrders => ({
    fieldsOf: (platformType) => requestedFieldsOf(info, platformType),
    mayBeInMemory: isOnlyField(info),
  });

  /** Loads the orders of one field, which selects the same of all orders on one platform. */
  function loaderOf({ fieldsOf: selectedOf, mayBeInMemory }: SelectedOrders, maxAge: number | null | undefined) {
    const maxAgeMs = maxAge === undefined || maxAge === null ? undefined : maxAge * 1000;
    const fieldsByPlatform = new Map<string, RequestedFields>();

    function fieldsOf(platformType: string): RequestedFields {
      let fields = fieldsByPlatform.get(platformType);
      if (fields === undefined) {
        fields = permitted(selectedOf(platformType));
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
      if (inMemory === undefined) return loadBatched(load);
      return whenResolved(inMemory, (order) => hand(counted(order, load), load));
    };
  }

  /** What the caller may not read is not fetched either: raw alone would need every subtree. */
  function permitted<Fields extends RequestedFields>(fields: Fields): Fields {
    if (!('raw' in fields.selection) || caller.scopes.has('orders:raw')) return fields;
    const { raw: _raw, ...selection } = fields.selection;
    return { ...fields, selection, answered: withErrorFor('raw', fields.answered) };
  }

  function countOrders(more: number, argument?: string): void {
    count += more;
    if (count > maxOrders) throw tooManyOrders(maxOrders, argument);
  }

  function loadMany(
    keys: readonly OrderKeyOrFault[],
    selected: SelectedOrders,
    maxAge: number | null | undefined,
  ): readonly MaybePromise<Order | Error>[] {
    const loadOne = loaderOf(selected, maxAge);
    return keys.map((key) => {
      try {
        const order = loadOne(key);
        return order instanceof Promise ? order.catch((error: Error) => error) : order;
      } catch (error) {
        return error as Error;
      }
    });
  }

  return {
    warnings,
    traces,
    requested: () => count,
    inSlices: (list) => listInSlices(list, (member) => Object.keys(member).length + 1, enterTurn),
    warn,
    permitted,
    readFirst: barrier.readFirst,
    load(key, info, maxAge) {
      countOrders(1);
      return loaderOf(selectedBy(info), maxAge)(key);
    },
    loadMany(keys, info, maxAge) {
      countOrders(keys.length);
      return loadMany(keys, selectedBy(info), maxAge);
    },
    loadSelected(keys, selected, maxAge) {
      countOrders(keys.length, PAGE_SIZE);
      return loadMany(keys, selected, maxAge);
    },
  };
}

/** The argument that says how many orders a page has. */
export const PAGE_SIZE = 'first';

export const tooManyOrders = (maxOrders: number, argument = 'refs'): Fault =>
  new Fault('BAD_USER_INPUT', `${argument}: one operation may ask for at most ${maxOrders} orders.`);
