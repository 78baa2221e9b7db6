// Where an order stands in a list that is sorted, beside the last one that was loaded of it.
import type { OrderSortKey } from '../gql/graphql.js';
import type { Sort } from './filter.js';

const INSTANTS = {
  CREATED_AT: 'createdAt',
  PAID_AT: 'paidAt',
  MODIFIED_AT: 'modifiedAt',
  EXPIRES_AT: 'expiresAt',
} as const satisfies Partial<Record<OrderSortKey, string>>;

type Dated = Readonly<Record<(typeof INSTANTS)[keyof typeof INSTANTS], string | null | undefined>>;

/** Whether an order comes before the last one. What has no instant has the least, as in the index. */
export function isBefore(order: Dated, last: Dated, { key, direction }: Sort): boolean {
  if (key === 'TOTAL') return true;
  const instantOf = (of: Dated) => Date.parse(of[INSTANTS[key]] ?? '') || 0;
  const difference = instantOf(order) - instantOf(last);
  return direction === 'ASC' ? difference <= 0 : difference >= 0;
}
