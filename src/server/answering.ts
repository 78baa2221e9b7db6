// The straight way of what nearly every client sends, a POST of JSON: to Apollo and back with no adapter between.
// Whatever else arrives takes the adapter, which knows all that GraphQL over HTTP allows.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RawServerDefault, RouteHandlerMethod } from 'fastify';
import type { Context } from '../query/context.js';
import { isMembers, type Members } from './http.js';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Context;
type Handler = RouteHandlerMethod<RawServerDefault, IncomingMessage, ServerResponse, { Reply: string }>;

/** What is answered to whom accepts it first. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
]);

export const answering = (apollo: ApolloServer<Context>, contextOf: ContextOf, adapter: Handler): Handler =>
  async function answer(request, reply) {
    const { accept = '*/*' } = request.headers;
    const type = ANSWERS.get(accept.split(',', 1)[0] as string);
    const asked = request.method === 'POST' ? plainlyAsked(request.body) : undefined;
    if (type === undefined || asked === undefined) return adapter.call(this, request, reply);
    const { http, body: answered } = await apollo.executeOperation(
      { ...asked, http: { method: 'POST', headers: new HeaderMap([['accept', accept]]), search: '', body: asked } },
      { contextValue: contextOf(request, reply) },
    );
    if (answered.kind !== 'single') throw new Error('The schema has nothing that is answered in parts.');
    for (const [name, value] of http.headers) reply.header(name, value);
    const { errors, data, extensions } = answered.singleResult;
    return reply
      .code(http.status ?? 200)
      .type(type)
      .send(`${JSON.stringify({ errors, data, extensions })}\n`);
  };

interface Asked {
  readonly query: string;
  readonly variables?: Members | undefined;
  readonly operationName?: string | undefined;
  readonly extensions?: Members | undefined;
}

/** What a body asks, where all of it is as it should be. */
function plainlyAsked(body: unknown): Asked | undefined {
  if (!isMembers(body)) return undefined;
  const { query, variables, operationName, extensions } = body;
  if (typeof query !== 'string') return undefined;
  if (operationName !== undefined && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && !isMembers(variables)) return undefined;
  if (extensions !== undefined && !isMembers(extensions)) return undefined;
  return { query, variables, operationName, extensions };
}
