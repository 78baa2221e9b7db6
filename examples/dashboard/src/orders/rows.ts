// What the table and the cards have in common: which rows are in sight, which has the focus, and when more are asked for.
import { useEffect, useEffectEvent } from 'react';
import type { ListedOrderFragment } from '../gql/graphql.js';
import type { Filter } from './filter.js';
import { leftAt } from './left.js';
import type { Listing } from './listing.js';
import { type Roving, useRoving } from './roving.js';
import { useVirtualRows, type VirtualRows } from './virtual.js';

export interface RowsProps {
  readonly listing: Listing;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** The address of the list. */
  readonly from: string;
  /** How many rows the whole list has; -1 where that is not known. */
  readonly rowCount: number;
}

/** Rows that wait for their page, so that scrolling does not end before it is there. */
const WAITING = 12;
/** How far ahead pages are asked for. */
const AHEAD = 60;

interface Rows<Container extends HTMLElement> extends Omit<VirtualRows<Container>, 'virtualizer'> {
  readonly roving: Roving;
  readonly orderAt: (index: number) => ListedOrderFragment | undefined;
}

export function useRows<Container extends HTMLElement>(
  { listing: { orders, hasMore, isCurrent, pageFailure, loadMore }, from }: RowsProps,
  height: number,
): Rows<Container> {
  const isWaiting = (hasMore && !pageFailure) || (!isCurrent && orders.length === 0);
  const count = orders.length + (isWaiting ? WAITING : 0);
  const { virtualizer, ...rows } = useVirtualRows<Container>(count, height);
  const last = rows.indexes.at(-1) ?? 0;
  const isNearEnd = hasMore && last >= orders.length - AHEAD;
  const askForMore = useEffectEvent(loadMore);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each page it is looked at anew
  useEffect(() => {
    if (isNearEnd && !pageFailure) askForMore();
  }, [isNearEnd, pageFailure, orders.length]);
  const roving = useRoving({
    count: orders.length,
    container: rows.container,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    first: leftAt(from),
  });
  return { ...rows, roving, orderAt: (index) => orders[index] };
}
