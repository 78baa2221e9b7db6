// What happened since the list was loaded: orders in it change where they stand, and new ones are counted until somebody
// asks for them.
import { useEffect, useEffectEvent, useState } from 'react';
import { client } from '../api/client.js';
import { follow } from '../feed/follow.js';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import type { ChangeFragment, ListedOrderFragment } from '../gql/graphql.js';
import { keyOf } from '../lists/ref.js';
import { LISTED_ORDER } from './listed.js';
import { changeListed, type Listing } from './listing.js';
import { isBefore } from './place.js';
import { CHANGED_ORDERS, type ListQuery, ROWS } from './query.js';
import { recountSoon } from './recount.js';
import { sortOf } from './where.js';

/** How many orders are asked for at once. */
const PAGE = 100;

export interface News {
  /** How many orders belong among those shown, and are not. */
  readonly count: number;
  readonly forget: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useNews(query: ListQuery, { orders, hasMore, reload }: Listing): News {
  const [fresh, setFresh] = useState(NONE);
  const asked = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new among other orders is counted anew
  useEffect(() => setFresh(NONE), [asked]);

  const onChanges = useEffectEvent(async (changes: readonly ChangeFragment[]) => {
    recountSoon();
    const shown = new Map(orders.map((order) => [refKeyOf(order), order.id]));
    const latest = [...new Map(changes.map((change) => [keyOf(change), change])).values()];
    const last = orders.at(-1);
    for (let from = 0; from < latest.length; from += PAGE) {
      const page = latest.slice(from, from + PAGE);
      const { changed, listed } = await ordersOf(page, query);
      changeListed(changed, deletedAmong(page, shown));
      const ids = listed
        .filter((order) => !shown.has(refKeyOf(order)))
        .filter((order) => !hasMore || last === undefined || isBefore(order, last, sortOf(query)))
        .map(({ id }) => id);
      if (ids.length > 0) setFresh((before) => new Set([...before, ...ids]));
    }
  });
  const onGap = useEffectEvent(reload);
  useEffect(() => follow({ onChanges: (changes) => void onChanges(changes), onGap: () => onGap() }), []);

  return { count: fresh.size, forget: () => setFresh(NONE) };
}

const deletedAmong = (changes: readonly ChangeFragment[], shown: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(changes.flatMap((change) => (change.kind === 'DELETED' ? (shown.get(keyOf(change)) ?? []) : [])));

const refKeyOf = ({ shop, orderId }: ListedOrderFragment): string => keyOf({ shop: shop.id, orderId });

interface Now {
  readonly changed: readonly ListedOrderFragment[];
  /** Those of them that the list's filter lets through. */
  readonly listed: readonly ListedOrderFragment[];
}

/** How orders stand that changed. */
async function ordersOf(changes: readonly ChangeFragment[], { where, search }: ListQuery): Promise<Now> {
  const orderIds = changes.filter(({ kind }) => kind !== 'DELETED').map(({ orderId }) => orderId);
  if (orderIds.length === 0) return { changed: [], listed: [] };
  const { data } = await client
    .query({
      query: CHANGED_ORDERS,
      variables: { changed: { orderIds }, listed: { ...where, orderIds }, search, first: PAGE },
      fetchPolicy: 'no-cache',
    })
    .catch(() => ({ data: undefined })); // the list stands as it is until the next change
  const keys = new Set(changes.map(keyOf));
  // Another shop may have an order of the same number.
  const ordersIn = (page: FragmentType<typeof ROWS> | undefined) =>
    unmask(
      LISTED_ORDER,
      unmask(ROWS, page)
        ?.edges.map(({ node }) => node)
        .filter((node) => node !== null) ?? [],
    ).filter((order) => keys.has(refKeyOf(order)));
  return { changed: ordersIn(data?.changed), listed: ordersIn(data?.listed) };
}
