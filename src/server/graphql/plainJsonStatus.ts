// The HTTP status of queries that are wrong, for clients from before application/graphql-response+json.
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { Context } from '../../query/context.js';

const WRONG_QUERY: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
]);

/** Who names JSON and no better type takes every other status for a failure of the way there, and reads no further. */
const isOfOld = (accept: string): boolean =>
  accept.includes('application/json') && !accept.includes('application/graphql-response+json');

/** GraphQL over HTTP, 6.4.1: those get 200 where newer clients get 400. */
export const plainJsonStatus: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    async willSendResponse({ request, response: { body, http } }) {
      if (http.status !== 400 || body.kind !== 'single' || !isOfOld(request.http?.headers.get('accept') ?? '')) return;
      const { errors = [] } = body.singleResult;
      if (errors.every(({ extensions }) => WRONG_QUERY.has(extensions?.code))) http.status = 200;
    },
  }),
};
