// urql with subscriptions over server-sent events.
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Client as StreamClient } from 'graphql-sse';

export const newFeedUrql = (url: string, key: string, client: StreamClient): Client =>
  new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers: { authorization: `Bearer ${key}` } },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: client.subscribe(
              { query, variables: { ...variables } },
              sink as Parameters<StreamClient['subscribe']>[1],
            ),
          }),
        }),
      }),
    ],
  });
