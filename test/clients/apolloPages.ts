// A list of any length with Apollo Client: whoever watches it has one list, which grows by a page at a time.
import type { ApolloClient, ObservableQuery } from '@apollo/client';
import {
  OrderPageDocument,
  type OrderPageQuery,
  type OrderPageQueryVariables,
  type OrderWhere,
} from './generated/graphql.js';

type WatchedList = ObservableQuery<OrderPageQuery, OrderPageQueryVariables>;

/** In React that is useQuery, whose fetchMore is the same. */
export const watchOrders = (client: ApolloClient, where: OrderWhere, first = 50): WatchedList =>
  client.watchQuery({ query: OrderPageDocument, variables: { where, first } });

/** Adds the next page to a list that has its first one; whether there was one. */
export async function addPage(client: ApolloClient, orders: WatchedList): Promise<boolean> {
  // The cache has the pages so far, before whoever watches is told of the last one.
  const list = client.readQuery({ query: OrderPageDocument, variables: orders.variables });
  if (!list?.orderSearch.pageInfo.hasNextPage) return false;
  await orders.fetchMore({ variables: { after: list.orderSearch.pageInfo.endCursor } });
  return true;
}
