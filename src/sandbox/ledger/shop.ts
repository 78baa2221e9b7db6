// One shop's part of a ledger: its orders as details and lists show them at a moment.
import type { Gateway } from '../../order/enums.js';
import { createBuckets } from './buckets.js';
import { type LedgerEvent, type OrderState, stateAfter } from './life.js';
import type { LedgerOrder } from './orders.js';

/** An order as something shows it. */
export interface OrderView {
  readonly order: LedgerOrder;
  readonly state: OrderState;
}

export interface WindowQuery {
  readonly basis: 'CREATED' | 'MODIFIED';
  /** Milliseconds; both ends are within. */
  readonly from: number;
  readonly to: number;
  readonly matches: (view: OrderView) => boolean;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface WindowPage {
  /** Newest first. */
  readonly rows: readonly OrderView[];
  /** Of all pages. */
  readonly total: number;
}

export interface LedgerShop {
  readonly id: string;
  readonly gateway: Gateway;
  /** As details show it now; undefined for an order that is not there yet, or not of the shop. */
  readonly find: (orderId: string) => OrderView | undefined;
  /** Every order that is there by now, as details show it. */
  readonly orders: () => readonly OrderView[];
  /** As the list shows an order now; undefined where it does not yet. */
  readonly listed: (order: LedgerOrder) => OrderView | undefined;
  readonly page: (query: WindowQuery) => WindowPage;
}

/** What the ledger tells a shop as the clock goes on. */
export interface ShopBook extends LedgerShop {
  readonly add: (order: LedgerOrder) => void;
  readonly happen: (order: LedgerOrder) => void;
  readonly store: (order: LedgerOrder) => void;
  /** Something unforeseen happens to an order now. */
  readonly insert: (order: LedgerOrder, event: LedgerEvent) => void;
}

interface Progress {
  happened: number;
  stored: number;
  /** What was shown last, by how many events: the same object as long as nothing happens. */
  readonly shown: Map<number, OrderView>;
}

const noProgress = (): Progress => ({ happened: 0, stored: 0, shown: new Map() });

/** Details are one event ahead of lists, or few. */
const MAX_SHOWN = 2;

/** @param catchUp brings the book up to now */
export function createShop(id: string, gateway: Gateway, catchUp: () => void): ShopBook {
  const orders = new Map<string, LedgerOrder>();
  const progress = new Map<LedgerOrder, Progress>();
  const buckets = { CREATED: createBuckets(), MODIFIED: createBuckets() };

  const progressOf = (order: LedgerOrder): Progress => progress.get(order) ?? noProgress();

  function viewAfter(order: LedgerOrder, count: number): OrderView | undefined {
    if (count === 0) return undefined;
    const { shown } = progressOf(order);
    const known = shown.get(count);
    if (known) return known;
    const view = { order, state: stateAfter(order.events, count) };
    if (shown.size >= MAX_SHOWN) shown.clear();
    shown.set(count, view);
    return view;
  }

  const shop: ShopBook = {
    id,
    gateway,
    add(order) {
      orders.set(order.orderId, order);
      progress.set(order, noProgress());
    },
    happen(order) {
      progressOf(order).happened += 1;
    },
    store(order) {
      const own = progressOf(order);
      own.stored += 1;
      const { at } = order.events[own.stored - 1] as LedgerEvent;
      if (own.stored === 1) buckets.CREATED.put(order, at);
      buckets.MODIFIED.put(order, at);
    },
    insert(order, event) {
      const { happened, stored } = progressOf(order);
      // What lists do not show yet has to come first.
      if (happened !== stored || happened === 0) return;
      order.events = [...order.events.slice(0, happened), event, ...order.events.slice(happened)];
      shop.happen(order);
      shop.store(order);
    },
    find(orderId) {
      catchUp();
      const order = orders.get(orderId);
      return order && viewAfter(order, progressOf(order).happened);
    },
    orders() {
      catchUp();
      return [...orders.values()].flatMap((order) => viewAfter(order, progressOf(order).happened) ?? []);
    },
    listed(order) {
      catchUp();
      return viewAfter(order, progressOf(order).stored);
    },
    page({ basis, from, to, matches, page, pageSize }) {
      catchUp();
      const rows = buckets[basis]
        .between(from, to)
        .flatMap((order) => viewAfter(order, progressOf(order).stored) ?? [])
        .filter(matches);
      return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
    },
  };
  return shop;
}
