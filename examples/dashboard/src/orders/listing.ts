// The list's pages, one after another as they come in sight. They are kept here, outside React, so that coming back to the
// list is instant; and not in Apollo's cache, which takes some 35 kB for an order and is made for thousands less of them.
import { useCallback, useEffect } from 'react';
import { client } from '../api/client.js';
import { type Failure, failureOfRequest } from '../api/failure.js';
import { keyState } from '../api/key.js';
import { useWatched, watched } from '../api/stored.js';
import { unmask } from '../gql/fragment-masking.js';
import type { ListedOrderFragment } from '../gql/graphql.js';
import { LISTED_ORDER } from './listed.js';
import { type ListQuery, ORDER_LIST } from './query.js';

/** The first page fills the window, the others what is scrolled to. */
const FIRST = 50;
const MORE = 100;

interface List {
  /** What was asked for, and with which key; the rest may still be what was asked for before. */
  readonly asked: string;
  readonly isCurrent: boolean;
  readonly orders: readonly ListedOrderFragment[];
  /** From where to go on; undefined at the end. */
  readonly endCursor: string | undefined;
  readonly failure: Failure | undefined;
  /** Why the next page did not come; the ones before it stand. */
  readonly pageFailure: Failure | undefined;
}

const NOTHING: List = {
  asked: '',
  isCurrent: false,
  orders: [],
  endCursor: undefined,
  failure: undefined,
  pageFailure: undefined,
};

const list = watched(NOTHING);

export interface Listing extends Pick<List, 'isCurrent' | 'orders' | 'failure' | 'pageFailure'> {
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** Begins anew at the first page. */
  readonly reload: () => void;
}

export function useListing(query: ListQuery): Listing {
  const { key } = useWatched(keyState);
  const { asked, endCursor, isCurrent, ...rest } = useWatched(list);
  const asking = JSON.stringify([query, key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same query may be another object
  const reload = useCallback(() => void begin(query, asking), [asking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same query may be another object
  const loadMore = useCallback(() => void goOn(query, asking), [asking]);
  useEffect(() => {
    if (list.get().asked !== asking) reload();
  }, [asking, reload]);
  return { ...rest, isCurrent: isCurrent && asked === asking, hasMore: endCursor !== undefined, loadMore, reload };
}

/** Orders that changed where they stand in the list, and the ids of those that are gone. */
export function changeListed(changed: readonly ListedOrderFragment[], gone: ReadonlySet<string>): void {
  const before = list.get();
  const now = new Map(changed.map((order) => [order.id, order]));
  const isTouched = before.orders.some(({ id }) => now.has(id) || gone.has(id));
  if (!isTouched) return;
  const orders = before.orders.filter(({ id }) => !gone.has(id)).map((order) => now.get(order.id) ?? order);
  list.set({ ...before, orders });
}

async function begin(query: ListQuery, asked: string): Promise<void> {
  list.set({ ...list.get(), asked, isCurrent: false, failure: undefined, pageFailure: undefined });
  try {
    const page = await pageOf(query, FIRST, undefined);
    if (list.get().asked === asked) list.set({ ...NOTHING, asked, isCurrent: true, ...page });
  } catch (error) {
    if (list.get().asked === asked) list.set({ ...NOTHING, asked, failure: failureOfRequest(error) });
  }
}

let requested: string | undefined;

async function goOn(query: ListQuery, asked: string): Promise<void> {
  const { endCursor, isCurrent } = list.get();
  if (list.get().asked !== asked || !isCurrent || endCursor === undefined || endCursor === requested) return;
  requested = endCursor;
  list.set({ ...list.get(), pageFailure: undefined });
  const isStill = () => list.get().asked === asked && list.get().endCursor === endCursor;
  try {
    const { orders, endCursor: next } = await pageOf(query, MORE, endCursor);
    if (isStill()) list.set({ ...list.get(), orders: [...list.get().orders, ...orders], endCursor: next });
  } catch (error) {
    if (isStill()) list.set({ ...list.get(), pageFailure: failureOfRequest(error) });
  } finally {
    requested = undefined;
  }
}

async function pageOf(query: ListQuery, first: number, after: string | undefined) {
  const { data } = await client.query({
    query: ORDER_LIST,
    variables: { ...query, first, after },
    fetchPolicy: 'no-cache',
  });
  const { edges, pageInfo } = data?.orderSearch ?? { edges: [], pageInfo: undefined };
  return {
    orders: unmask(
      LISTED_ORDER,
      edges.map(({ node }) => node).filter((node) => node !== null),
    ),
    endCursor: (pageInfo?.hasNextPage && pageInfo.endCursor) || undefined,
  };
}
