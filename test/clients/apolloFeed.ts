// Apollo Client with lists that grow page by page, and subscriptions over server-sent events.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode, print } from 'graphql';
import type { Client } from 'graphql-sse';

const streamsOver = (client: Client): ApolloLink =>
  new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) =>
        client.subscribe(
          { query: print(query), variables, ...(operationName && { operationName }) },
          {
            next: (result) => observer.next(result as ApolloLink.Result),
            error: (error) => observer.error(error),
            complete: () => observer.complete(),
          },
        ),
      ),
  );

export function newFeedApollo(url: string, key: string, client: Client): ApolloClient {
  const http = new HttpLink({ uri: url, headers: { authorization: `Bearer ${key}` } });
  return new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      streamsOver(client),
      http,
    ),
    cache: new InMemoryCache({
      // Pages of the same filter are one list.
      typePolicies: { Query: { fields: { orderSearch: relayStylePagination(['where', 'search', 'sortBy']) } } },
    }),
  });
}
