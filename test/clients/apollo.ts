// Apollo Client with a key, its cache, and an ear for what comes beside the data.
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink } from '@apollo/client';
import { tap } from 'rxjs';
import { newCache } from './cache.js';
import type { Extensions } from './extensions.js';
import { OrderListDocument, type OrderRef } from './generated/graphql.js';
import { outcomesOf } from './outcomes.js';

export function newApollo(url: string, key: string, hear: (extensions: Extensions) => void): ApolloClient {
  const listening = new ApolloLink((operation, forward) =>
    forward(operation).pipe(tap(({ extensions }) => hear(extensions ?? {}))),
  );
  const http = new HttpLink({ uri: url, headers: { authorization: `Bearer ${key}`, 'x-ordergraph-plan': '1' } });
  return new ApolloClient({ link: ApolloLink.from([listening, http]), cache: newCache() });
}

export async function listOrders(client: ApolloClient, refs: OrderRef[]) {
  // Without errorPolicy one order that fails hides all others.
  const { data, error } = await client.query({ query: OrderListDocument, variables: { refs }, errorPolicy: 'all' });
  if (error && !CombinedGraphQLErrors.is(error)) throw error;
  return outcomesOf('orders', data?.orders, error?.errors);
}
