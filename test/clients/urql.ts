// urql with a key. Queries go by POST; by GET they would need the header apollo-require-preflight.
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import type { Extensions } from './extensions.js';
import { OrderListDocument, type OrderRef } from './generated/graphql.js';
import { outcomesOf } from './outcomes.js';

export const newUrql = (url: string, key: string): Client =>
  new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers: { authorization: `Bearer ${key}`, 'x-ordergraph-plan': '1' } },
    exchanges: [cacheExchange, fetchExchange],
  });

export async function listOrders(client: Client, refs: OrderRef[]) {
  const { data, error, extensions } = await client.query(OrderListDocument, { refs });
  if (error?.networkError) throw error.networkError;
  return {
    outcomes: outcomesOf('orders', data?.orders, error?.graphQLErrors),
    extensions: extensions as Extensions | undefined,
  };
}
