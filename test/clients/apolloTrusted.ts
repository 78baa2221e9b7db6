// Apollo Client that names trusted documents by their hash, and sends the text only of those the server does not know.
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { newCache } from './cache.js';
import { hashOf } from './hash.js';

export const newTrustedApollo = (url: string, key: string): ApolloClient =>
  new ApolloClient({
    link: ApolloLink.from([
      new PersistedQueryLink({ generateHash: hashOf }),
      new HttpLink({ uri: url, headers: { authorization: `Bearer ${key}` } }),
    ]),
    cache: newCache(),
  });
