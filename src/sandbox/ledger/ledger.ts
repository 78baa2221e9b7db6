// Orders of several shops that live on a clock: placed, paid, shipped and closed as it goes on, the same every time by one
// seed. Lists and details show them, so that what has read them can be held against what they are.
import type { Gateway } from '../../order/enums.js';
import { randomFrom } from '../random.js';
import { type Chaos, NO_CHAOS } from './chaos.js';
import type { LedgerEvent } from './life.js';
import { createOrder, type IdSeries, type LedgerOrder } from './orders.js';
import { createShop, type LedgerShop, type ShopBook, type WindowPage, type WindowQuery } from './shop.js';

/** Milliseconds. Time goes forward only. */
export type LedgerClock = () => number;

export interface ShopOfLedger {
  readonly id: string;
  readonly gateway: Gateway;
  readonly ids: IdSeries;
}

export interface LedgerOptions {
  readonly shops: readonly ShopOfLedger[];
  readonly now: LedgerClock;
  readonly seed: number;
  readonly chaos?: Partial<Chaos>;
}

/** Orders that are placed from one moment until another, as many in each shop. */
export interface Batch {
  readonly orders: number;
  readonly from: number;
  readonly to: number;
  /** How fast they live: 1, the default, takes days. */
  readonly pace?: number;
}

/** Orders with these numbers in each shop, from the first on and before the end, each placed when its number says. */
export interface Series {
  readonly first: number;
  readonly end: number;
  readonly placedAt: (number: number) => number;
  readonly pace: number;
}

/** Something that has happened to an order. */
export interface Happening {
  readonly shop: LedgerShop;
  readonly order: LedgerOrder;
  readonly event: LedgerEvent;
}

export interface Ledger {
  readonly shops: readonly LedgerShop[];
  readonly chaos: Chaos;
  readonly now: LedgerClock;
  readonly shopOf: (gateway: Gateway) => LedgerShop | undefined;
  /** More orders: those of the past are there at once. */
  readonly add: (batch: Batch) => void;
  /** The same of orders whose numbers say all: they are the same whenever they are made. */
  readonly addSeries: (series: Series) => void;
  /** A page of a window, before which an order of it may change. */
  readonly page: (shop: LedgerShop, query: WindowQuery) => WindowPage;
  /** Whether something happens, by a part of chaos; each call draws anew. */
  readonly strikes: (part: number) => boolean;
  /** Lets all happen that is due. */
  readonly catchUp: () => void;
  /** Calls back with all that happens from now on. */
  readonly onHappening: (listener: (happening: Happening) => void) => void;
}

interface Due {
  readonly book: ShopBook;
  readonly order: LedgerOrder;
  readonly event: LedgerEvent;
}

/** What is due one day, by when. */
interface Agenda {
  readonly add: (dues: readonly Due[]) => void;
  readonly take: (now: number) => Iterable<Due>;
}

export function createLedger({ shops, now, seed, chaos: some }: LedgerOptions): Ledger {
  const chaos = { ...NO_CHAOS, ...some };
  const random = randomFrom(seed);
  const listeners: ((happening: Happening) => void)[] = [];
  const happening = createAgenda(({ event }) => event.at);
  const storing = createAgenda(({ event }) => event.storedAt);
  const books = shops.map((shop) => ({ ...shop, book: createShop(shop.id, shop.gateway, catchUp) }));
  let count = 0;

  const tell = ({ book, order, event }: Due): void => {
    for (const listener of listeners) listener({ shop: book, order, event });
  };

  function catchUp(): void {
    const at = now();
    for (const due of happening.take(at)) {
      due.book.happen(due.order);
      tell(due);
    }
    for (const { book, order } of storing.take(at)) book.store(order);
  }

  return {
    shops: books.map(({ book }) => book),
    chaos,
    now,
    shopOf: (gateway) => books.find(({ book }) => book.gateway === gateway)?.book,
    add({ orders, from, to, pace = 1 }) {
      const first = count;
      count += orders;
      const width = (to - from) / orders;
      addOrders({ first, end: count, pace, placedAt: (number) => from + (number - first + random()) * width });
    },
    addSeries: addOrders,
    page(shop, query) {
      const page = shop.page(query);
      if (page.total === 0 || !strike(chaos.movingTotals)) return page;
      const all = shop.page({ ...query, page: 1, pageSize: page.total }).rows;
      const { order } = all[Math.floor(random() * all.length)] as (typeof all)[number];
      change(shop, order);
      return shop.page(query);
    },
    strikes: strike,
    catchUp,
    onHappening: (listener) => {
      listeners.push(listener);
    },
  };

  function addOrders({ first, end, placedAt, pace }: Series): void {
    const dues = books.flatMap(({ book, ids }, place) =>
      Array.from({ length: end - first }, (_, turn) => first + turn).flatMap((number): readonly Due[] => {
        const order = createOrder({
          ...{ ids, number, pace, chaos },
          seed: seed + place * 7_919,
          placedAt: placedAt(number),
        });
        book.add(order);
        return order.events.map((event) => ({ book, order, event }));
      }),
    );
    happening.add(dues);
    storing.add(dues);
  }

  function strike(part: number): boolean {
    return part > 0 && random() < part;
  }

  /** Its seller changes the memo, now. */
  function change(shop: LedgerShop, order: LedgerOrder): void {
    const book = books.find((other) => other.book === shop)?.book;
    const at = Math.floor(now() / 1_000) * 1_000;
    const last = order.events.findLast((known) => known.at <= now());
    if (book === undefined || last === undefined || last.at >= at) return;
    const event: LedgerEvent = { kind: 'memoChanged', at, storedAt: at };
    book.insert(order, event);
    if (order.events.includes(event)) tell({ book, order, event });
  }
}

/** @param instantOf when it is due; what was due at once is taken in the order in which it was added */
function createAgenda(instantOf: (due: Due) => number): Agenda {
  let dues: Due[] = [];
  let next = 0;
  return {
    add(more) {
      dues = [...dues.slice(next), ...more].sort((one, other) => instantOf(one) - instantOf(other));
      next = 0;
    },
    *take(now) {
      for (let due = dues[next]; due !== undefined && instantOf(due) <= now; due = dues[next]) {
        next += 1;
        yield due;
      }
    },
  };
}
