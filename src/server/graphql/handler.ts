// Answers POST and GET /graphql: an operation that came before runs compiled, every other by Apollo, which knows all that
// GraphQL over HTTP allows.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest, RawServerDefault, RouteHandlerMethod } from 'fastify';
import { GraphQLError } from 'graphql';
import { type MaybePromise, whenResolved } from '../../common/maybePromise.js';
import { isObject, type JsonObject } from '../../common/object.js';
import type { CompiledOperation, CompiledOperations } from './compiledOperations.js';
import type { OperationContext } from './context.js';
import type { Outcome, Pipeline } from './pipeline.js';
import { writeAnswer } from './writeAnswer.js';

type Handler = RouteHandlerMethod<RawServerDefault, IncomingMessage, ServerResponse, { Reply: string }>;

interface HandlerOptions {
  readonly pipeline: Pipeline;
  readonly compiled: CompiledOperations;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => OperationContext;
  /** Hands a request to Apollo. */
  readonly apollo: Handler;
}

/** The media type of an answer, by what the client accepts first. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
]);

export function createHandler({ pipeline, compiled, contextOf, apollo }: HandlerOptions): Handler {
  return function handle(request, reply) {
    const { accept = '*/*' } = request.headers;
    const mediaType = MEDIA_TYPES.get(accept) ?? MEDIA_TYPES.get(accept.split(',', 1)[0] as string);
    const body = request.method === 'POST' ? plainBody(request.body) : undefined;
    const operation = mediaType && body && compiled.find(body.query, body.operationName, body.variables);
    if (!operation) return apollo.call(this, request, reply);
    const context = contextOf(request, reply);
    const outcome = execute(operation, body.variables, context);
    const respond = (done: Outcome): MaybePromise<string> => {
      const answer = pipeline.finish(done, context);
      reply.code(answer.status).headers(answer.headers).type(mediaType);
      return writeAnswer(answer);
    };
    const text = whenResolved(outcome, respond);
    if (text instanceof Promise) return text;
    reply.send(text);
  };

  function execute(
    operation: CompiledOperation,
    variables: JsonObject = {},
    context: OperationContext,
  ): MaybePromise<Outcome> {
    try {
      const outcome = whenResolved(pipeline.admit(operation, variables, context), (admitted) =>
        whenResolved(operation.execute(undefined, context, admitted), ({ data, errors }) => ({
          data,
          errors: errors as readonly GraphQLError[] | undefined,
          status: 200,
        })),
      );
      return outcome instanceof Promise ? outcome.catch(notExecuted) : outcome;
    } catch (error) {
      return notExecuted(error);
    }
  }
}

/** As Apollo says of what it does not execute. */
function notExecuted(thrown: unknown): Outcome {
  const error =
    thrown instanceof GraphQLError
      ? thrown
      : new GraphQLError(String(thrown), { originalError: thrown instanceof Error ? thrown : null });
  const { status = 500 } = (error.extensions.http ?? {}) as { readonly status?: number };
  return { errors: [error], status };
}

interface PlainBody {
  readonly query: string;
  readonly variables?: JsonObject | undefined;
  readonly operationName?: string | undefined;
}

/** A body whose every part is as it should be. Some clients write null for what they leave out. */
function plainBody(body: unknown): PlainBody | undefined {
  if (!isObject(body)) return undefined;
  const { query } = body;
  const operationName = body.operationName ?? undefined;
  const variables = body.variables ?? undefined;
  const extensions = body.extensions ?? undefined;
  if (typeof query !== 'string') return undefined;
  if (operationName !== undefined && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && !isObject(variables)) return undefined;
  if (extensions !== undefined && !isObject(extensions)) return undefined;
  // Apollo has a say of its own in persisted queries.
  if (extensions?.persistedQuery !== undefined) return undefined;
  return { query, variables, operationName };
}
