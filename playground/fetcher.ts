// Sends operations to the server that sent this page: with the key, and asking to be told what they cost upstream.
import type { Fetcher } from '@graphiql/toolkit';
import { getOperationAST } from 'graphql';
import { createClient, NetworkError, type RequestParams } from 'graphql-sse';

/** Hears after every answer whether the server wanted a key, or another one. */
export type HearRefusal = (isRefused: boolean) => void;

export const fetcherFor =
  (key: string, hear: HearRefusal): Fetcher =>
  (query, { headers: written = {}, documentAST } = {}) => {
    const headers = new Headers({
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
    });
    if (key !== '') headers.set('authorization', `Bearer ${key}`);
    if (query.operationName !== 'IntrospectionQuery') headers.set('x-ordergraph-plan', '1');
    // What is written under Headers is meant for this query, so it wins.
    for (const [name, value] of Object.entries(written)) headers.set(name, String(value));
    const operation = documentAST && getOperationAST(documentAST, query.operationName);
    return operation?.operation === 'subscription'
      ? follow(query as RequestParams, headers, hear)
      : ask(query, headers, hear);
  };

async function ask(query: object, headers: Headers, hear: HearRefusal) {
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(query) });
  hear(response.status === 401);
  return response.json();
}

type Result = Record<string, unknown>;

/** The client asks for an event stream, whatever else was to be accepted. */
function follow(query: RequestParams, headers: Headers, hear: HearRefusal): AsyncGenerator<Result, void, void> {
  headers.delete('accept');
  const client = createClient({ url: '/graphql/stream', headers: Object.fromEntries(headers), retryAttempts: 0 });
  const results = resultsOf();
  // A generator that waits for its next result is not ended before that comes, and none may come for hours.
  results.return = async () => {
    client.dispose();
    return { done: true, value: undefined };
  };
  return results;

  async function* resultsOf(): AsyncGenerator<Result, void, void> {
    try {
      yield* client.iterate<Result, Result>(query) as AsyncIterable<Result>;
    } catch (error) {
      const response = error instanceof NetworkError ? (error.response as Response | undefined) : undefined;
      if (response === undefined) throw error;
      hear(response.status === 401);
      yield (await response.json()) as Result;
    } finally {
      client.dispose();
    }
  }
}
