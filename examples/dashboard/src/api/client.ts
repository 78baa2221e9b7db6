// Apollo Client as this dashboard uses it: one server, one key, and a cache that keeps orders by their id.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { countingCalls } from './calls.js';
import { keyState, wantKey } from './key.js';
import { namingDocuments, sendsNames } from './trusted.js';

const sendingKey = new ApolloLink((operation, forward) => {
  const { key } = keyState.get();
  if (key !== '') {
    operation.setContext(({ headers }) => ({ headers: { ...headers, authorization: `Bearer ${key}` } }));
  }
  return forward(operation);
});

const askingForKey = new ErrorLink(({ error }) => {
  if (ServerError.is(error) && error.statusCode === 401) wantKey('server');
});

export const client = new ApolloClient({
  link: ApolloLink.from([
    askingForKey,
    sendingKey,
    countingCalls,
    ...(sendsNames ? [namingDocuments] : []),
    new HttpLink({ uri: '/graphql' }),
  ]),
  cache: new InMemoryCache({
    // Only these ids are unique over all shops; a payment's or a party's is not, and may be masked.
    dataIdFromObject: ({ __typename, id }) =>
      id !== undefined && (__typename === 'Order' || __typename === 'Shop') ? `${__typename}:${id}` : undefined,
    typePolicies: { OrderTotals: { merge: true }, Logistics: { merge: true } },
  }),
});
