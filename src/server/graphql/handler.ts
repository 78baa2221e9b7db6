// Answers POST and GET /graphql: an operation that came before runs compiled, every other by Apollo, which knows all that
// GraphQL over HTTP allows.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyRequest, RawServerDefault, RouteHandlerMethod } from 'fastify';
import { GraphQLError } from 'graphql';
import { type MaybePromise, whenResolved } from '../../common/maybePromise.js';
import type { JsonObject } from '../../common/object.js';
import type { AnswerSink } from '../../upstream/requestScope.js';
import type { OperationCounts } from '../metrics/operationCounts.js';
import type { CompiledOperation, CompiledOperations } from './compiledOperations.js';
import type { OperationContext } from './context.js';
import type { Outcome, Pipeline } from './pipeline.js';
import { type OperationBody, operationBodyOf } from './request.js';
import { writeAnswer } from './writeAnswer.js';

/** What operations are answered with: a text, or an event stream. */
export interface OperationRoute {
  Reply: string | Readable;
}

export type OperationHandler = RouteHandlerMethod<RawServerDefault, IncomingMessage, ServerResponse, OperationRoute>;

interface HandlerOptions {
  readonly pipeline: Pipeline;
  readonly compiled: CompiledOperations;
  readonly counts: OperationCounts;
  readonly contextOf: (request: FastifyRequest, sink: AnswerSink) => OperationContext;
  /** Hands a request to Apollo. */
  readonly apollo: OperationHandler;
}

/** The media type of an answer, by what the client accepts first. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
]);

export function createHandler({ pipeline, compiled, counts, contextOf, apollo }: HandlerOptions): OperationHandler {
  return function handle(request, reply) {
    const { accept = '*/*' } = request.headers;
    const mediaType = MEDIA_TYPES.get(accept) ?? MEDIA_TYPES.get(accept.split(',', 1)[0] as string);
    const body = request.method === 'POST' ? plainBody(request.body) : undefined;
    const operation = mediaType && body && compiled.find(body.query, body.operationName, body.variables);
    if (!operation) return apollo.call(this, request, reply);
    counts.compiledRuns += 1;
    const context = contextOf(request, reply.raw);
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

/** An operation that any executor may run: Apollo has a say of its own in persisted queries. */
function plainBody(body: unknown): (OperationBody & { readonly query: string }) | undefined {
  const read = operationBodyOf(body);
  if (read?.query === undefined || read.extensions?.persistedQuery !== undefined) return undefined;
  return read as OperationBody & { readonly query: string };
}
