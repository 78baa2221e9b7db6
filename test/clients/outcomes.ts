// A list of which some orders may fail: each order, or why there is none.
import type { GraphQLFormattedError } from 'graphql';
import type { FaultExtensions } from './extensions.js';

export type Outcome<Order> = { readonly order: Order } | { readonly fault: FaultExtensions };

/**
 * @param field the name of the list: an error's path is that, and the place in it
 * @throws an Error when there is no list: the query itself was refused
 */
export function outcomesOf<Order>(
  field: string,
  orders: readonly (Order | null)[] | undefined,
  errors: readonly GraphQLFormattedError[] = [],
): readonly Outcome<Order>[] {
  if (orders === undefined) throw new Error(errors[0]?.message ?? 'There is no answer.');
  return orders.map((order, index) => {
    if (order !== null) return { order };
    const error = errors.find(({ path }) => path?.[0] === field && path[1] === index);
    return { fault: { code: 'UNKNOWN', ...error?.extensions } };
  });
}
