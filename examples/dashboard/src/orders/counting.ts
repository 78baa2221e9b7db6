// How many orders are listed. They are counted apart from the list, so that it does not wait for that.
import { useQuery } from '@apollo/client/react';
import type { Counted } from './count.js';
import { type ListQuery, ORDER_COUNT } from './query.js';

export function useCount({ where, search }: ListQuery): Counted | undefined {
  const { data } = useQuery(ORDER_COUNT, { variables: { where, search }, fetchPolicy: 'cache-and-network' });
  return data?.orderCount;
}
