// What queries cost upstream: the server says so when it is sent x-ordergraph-plan.
import { ApolloLink } from '@apollo/client';
import { useRef } from 'react';
import { map } from 'rxjs';
import { useWatched, watched } from './stored.js';

export interface Calls {
  /** Calls that reached a gateway. */
  readonly calls: number;
  /** Orders that the server's cache answered. */
  readonly hits: number;
}

const total = watched<Calls>({ calls: 0, hits: 0 });

export const countingCalls = new ApolloLink((operation, forward) => {
  operation.setContext(({ headers }) => ({ headers: { ...headers, 'x-ordergraph-plan': '1' } }));
  return forward(operation).pipe(
    map((result) => {
      const plan = result.extensions?.upstream as { readonly totals: Calls } | undefined;
      const before = total.get();
      if (plan) total.set({ calls: before.calls + plan.totals.calls, hits: before.hits + plan.totals.hits });
      return result;
    }),
  );
});

/** What was asked upstream since the page that uses this was opened. */
export function useCalls(): Calls {
  const { calls, hits } = useWatched(total);
  const before = useRef(total.get()).current;
  return { calls: calls - before.calls, hits: hits - before.hits };
}
