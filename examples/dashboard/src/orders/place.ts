// Where an order stands in a list that is sorted, beside the last one that was loaded of it.
import type { OrderSortKey } from '../gql/graphql.js';
import type { Sort } from './filter.js';

type Instant = string | null | undefined;

interface Dated extends Readonly<Record<'createdAt' | 'paidAt' | 'modifiedAt' | 'expiresAt', Instant>> {
  readonly fulfillment?: { readonly shipBy: Instant } | null;
}

const INSTANTS: { readonly [key in Exclude<OrderSortKey, 'TOTAL'>]: (order: Dated) => Instant } = {
  CREATED_AT: ({ createdAt }) => createdAt,
  PAID_AT: ({ paidAt }) => paidAt,
  MODIFIED_AT: ({ modifiedAt }) => modifiedAt,
  EXPIRES_AT: ({ expiresAt }) => expiresAt,
  SHIP_BY: ({ fulfillment }) => fulfillment?.shipBy,
};

/** Whether an order comes before the last one. What has no instant has the least, as in the index. */
export function isBefore(order: Dated, last: Dated, { key, direction }: Sort): boolean {
  if (key === 'TOTAL') return true;
  const instantOf = (of: Dated) => Date.parse(INSTANTS[key](of) ?? '') || 0;
  const difference = instantOf(order) - instantOf(last);
  return direction === 'ASC' ? difference <= 0 : difference >= 0;
}
