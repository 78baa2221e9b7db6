// The straight way of what nearly every client sends, a POST of JSON: the operations that came before run compiled, the
// others by Apollo. Whatever else arrives takes the adapter, which knows all that GraphQL over HTTP allows.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RawServerDefault, RouteHandlerMethod } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { type MaybePromise, whenResolved } from '../../common/maybePromise.js';
import { isObject, type JsonObject } from '../../common/object.js';
import type { Context } from '../../query/context.js';
import type { Charge, Receipt } from '../limits/charge.js';
import type { CompiledOperation, CompiledOperations } from './compiledOperations.js';
import { reportOf } from './extensions.js';

type Handler = RouteHandlerMethod<RawServerDefault, IncomingMessage, ServerResponse, { Reply: string }>;

export interface HandlerOptions {
  readonly apollo: ApolloServer<Context>;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Context;
  readonly compiled: CompiledOperations;
  readonly charge: Charge;
  /** Hears of errors, and words them for the caller. */
  readonly tell: (errors: readonly GraphQLError[], context: Context) => readonly GraphQLFormattedError[];
  readonly adapter: Handler;
}

/** What is answered to whom accepts it first. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
]);

export function createHandler({ apollo, contextOf, compiled, charge, tell, adapter }: HandlerOptions): Handler {
  return function answer(request, reply) {
    const { accept = '*/*' } = request.headers;
    const type = ANSWERS.get(accept) ?? ANSWERS.get(accept.split(',', 1)[0] as string);
    const asked = request.method === 'POST' ? plainlyAsked(request.body) : undefined;
    if (type === undefined || asked === undefined) return adapter.call(this, request, reply);
    const context = contextOf(request, reply);
    // Apollo has a say of its own in these.
    const isNamed = asked.extensions?.persistedQuery !== undefined;
    const operation = isNamed ? undefined : compiled.find(asked.query, asked.operationName);
    const text = operation && run(operation, asked, context, reply);
    if (typeof text === 'string') {
      reply.type(type).send(text);
      return;
    }
    return (async () => {
      const answer = (await text) ?? (await interpret(asked, accept, context, reply));
      reply.type(type);
      return answer;
    })();
  };

  async function interpret(
    asked: OperationRequest,
    accept: string,
    contextValue: Context,
    reply: FastifyReply,
  ): Promise<string> {
    const http = { method: 'POST', headers: new HeaderMap([['accept', accept]]), search: '', body: asked };
    const { http: head, body } = await apollo.executeOperation({ ...asked, http }, { contextValue });
    if (body.kind !== 'single') throw new Error('The schema has nothing that is answered in parts.');
    for (const [name, value] of head.headers) reply.header(name, value);
    reply.code(head.status ?? 200);
    return written(body.singleResult);
  }

  /** What Apollo would do of an operation that it knows; undefined for what is refused, which Apollo is to word. */
  function run(
    { document, operation, query }: CompiledOperation,
    { variables = {} }: OperationRequest,
    context: Context,
    reply: FastifyReply,
  ): MaybePromise<string | undefined> {
    let charged: MaybePromise<Receipt | undefined>;
    try {
      charged = charge(document, operation, variables, context.caller);
      if (charged instanceof Promise) charged = charged.catch(() => undefined);
    } catch {
      return undefined;
    }
    return whenResolved(charged, (charged) => {
      if (charged === undefined) return undefined;
      const { headers, variables, told } = charged;
      reply.headers(headers);
      return whenResolved(query(undefined, context, variables), ({ data, errors }) =>
        written({ errors: errors && tell(errors, context), data, extensions: { ...reportOf(context), cost: told } }),
      );
    });
  }
}

interface Answered {
  readonly errors?: unknown;
  readonly data?: unknown;
  readonly extensions?: unknown;
}

const written = ({ errors, data, extensions }: Answered): string => `${JSON.stringify({ errors, data, extensions })}\n`;

interface OperationRequest {
  readonly query: string;
  readonly variables?: JsonObject | undefined;
  readonly operationName?: string | undefined;
  readonly extensions?: JsonObject | undefined;
}

/** What a body asks, where all of it is as it should be. Some clients write null for what they leave out. */
function plainlyAsked(body: unknown): OperationRequest | undefined {
  if (!isObject(body)) return undefined;
  const { query } = body;
  const operationName = body.operationName ?? undefined;
  const variables = body.variables ?? undefined;
  const extensions = body.extensions ?? undefined;
  if (typeof query !== 'string') return undefined;
  if (operationName !== undefined && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && !isObject(variables)) return undefined;
  if (extensions !== undefined && !isObject(extensions)) return undefined;
  return { query, variables, operationName, extensions };
}
