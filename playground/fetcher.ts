// Sends queries to the server that sent this page: with the key, and asking to be told what they cost upstream.
import type { Fetcher } from '@graphiql/toolkit';

/** Hears after every answer whether the server wanted a key, or another one. */
export type HearRefusal = (isRefused: boolean) => void;

export const fetcherFor =
  (key: string, hear: HearRefusal): Fetcher =>
  async (query, { headers: written = {} } = {}) => {
    const headers = new Headers({
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
    });
    if (key !== '') headers.set('authorization', `Bearer ${key}`);
    if (query.operationName !== 'IntrospectionQuery') headers.set('x-ordergraph-plan', '1');
    // What is written under Headers is meant for this query, so it wins.
    for (const [name, value] of Object.entries(written)) headers.set(name, String(value));
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(query) });
    hear(response.status === 401);
    return response.json();
  };
