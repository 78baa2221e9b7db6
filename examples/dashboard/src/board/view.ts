// What of a board is shown, and in which order: its filters and its sorting, kept in the address.
import { compare } from '../format/money.js';
import { unmask } from '../gql/fragment-masking.js';
import type { ViewedOrderFragment } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';
import { isLeftToShip } from '../status/shipping.js';
import type { Row } from './row.js';

const VIEWED = graphql(`
  fragment ViewedOrder on Order {
    status
    platform
    createdAt
    shop {
      name
    }
    totals {
      total {
        amount
        currencyCode
      }
    }
    items {
      name
    }
    fulfillment {
      status
      shipBy
    }
  }
`);

export const FACETS = ['status', 'platform', 'shop'] as const;
export type Facet = (typeof FACETS)[number];

export const SORTS = ['orderId', 'shop', 'status', 'shipBy', 'createdAt', 'total'] as const;
export type SortKey = (typeof SORTS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

export interface View extends Readonly<Record<Facet, readonly string[]>> {
  readonly text: string;
  /** None: as listed. */
  readonly sort: Sort | undefined;
}

export function viewIn(parameters: URLSearchParams): View {
  const sort = parameters.get('sort') ?? '';
  const key = SORTS.find((name) => name === sort.replace(/^-/, ''));
  return {
    text: parameters.get('q') ?? '',
    status: parameters.getAll('status'),
    platform: parameters.getAll('platform'),
    shop: parameters.getAll('shop'),
    sort: key && { key, isDescending: sort.startsWith('-') },
  };
}

/** The address of a view; whatever else the address says stays. */
export function addressOf(view: View, before: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams(before);
  for (const name of ['q', 'sort', ...FACETS]) parameters.delete(name);
  if (view.text !== '') parameters.set('q', view.text);
  for (const facet of FACETS) for (const value of view[facet]) parameters.append(facet, value);
  if (view.sort) parameters.set('sort', `${view.sort.isDescending ? '-' : ''}${view.sort.key}`);
  return parameters;
}

/** A failed order has no status of its own, and is found under this one. */
export const FAILED = 'FAILED';

export const orderOf = (row: Row): ViewedOrderFragment | undefined =>
  row.kind === 'order' ? unmask(VIEWED, row.order) : undefined;

/** What a row is under a facet; undefined while it is not known. */
export function facetOf(row: Row, facet: Facet): string | undefined {
  if (facet === 'shop') return row.ref.shop;
  if (row.kind === 'failed' && facet === 'status') return FAILED;
  return orderOf(row)?.[facet as 'status' | 'platform'];
}

/** How many rows have which value of a facet. */
export function countsOf(rows: readonly Row[], facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = facetOf(row, facet);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export function viewed(rows: readonly Row[], view: View): readonly Row[] {
  const text = view.text.trim().toLowerCase();
  const matching = rows.filter(
    (row) =>
      FACETS.every((facet) => view[facet].length === 0 || view[facet].includes(facetOf(row, facet) ?? '')) &&
      (text === '' || wordsOf(row).includes(text)),
  );
  const { sort } = view;
  return sort ? matching.toSorted((one, other) => inOrder(one, other, sort)) : matching;
}

function wordsOf(row: Row): string {
  const order = orderOf(row);
  const names = order?.items?.map(({ name }) => name ?? '') ?? [];
  return [row.ref.orderId, row.ref.shop, order?.shop.name ?? '', ...names].join('\n').toLowerCase();
}

function inOrder(one: Row, other: Row, { key, isDescending }: Sort): number {
  const [first, second] = [sortable(one, key), sortable(other, key)];
  // What is not known comes last, in either direction.
  if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
  const result = first.group === second.group ? compareText(first, second) : first.group < second.group ? -1 : 1;
  return isDescending ? -result : result;
}

interface Sortable {
  /** Amounts of different currencies are not compared. */
  readonly group: string;
  readonly text: string;
  readonly isNumber: boolean;
}

function sortable(row: Row, key: SortKey): Sortable | undefined {
  if (key === 'orderId') return { group: '', text: row.ref.orderId, isNumber: true };
  if (key === 'shop') return { group: '', text: row.ref.shop, isNumber: false };
  const order = orderOf(row);
  const total = order?.totals?.total;
  if (key === 'total') return total ? { group: total.currencyCode, text: total.amount, isNumber: true } : undefined;
  const text = key === 'shipBy' ? dueOf(order) : order?.[key];
  return text ? { group: '', text, isNumber: false } : undefined;
}

/** What was shipped is due no more. */
function dueOf(order: ViewedOrderFragment | undefined): string | null | undefined {
  const fulfillment = order?.fulfillment;
  return fulfillment && isLeftToShip(fulfillment.status) ? fulfillment.shipBy : undefined;
}

function compareText(one: Sortable, other: Sortable): number {
  if (one.isNumber) return compare(one.text, other.text);
  return one.text === other.text ? 0 : one.text < other.text ? -1 : 1;
}
