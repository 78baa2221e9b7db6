// Operations whose answers are streamed. Apollo takes them through the same gates as the others; what is executed of a
// subscription, event by event, is executed here.
import { EventEmitter } from 'node:events';
import type { ApolloServer } from '@apollo/server';
import { createSourceEventStream, type ExecutionArgs, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { isObject } from '../../common/object.js';
import type { Following } from '../../query/context.js';
import type { AnswerSink } from '../../upstream/requestScope.js';
import type { OperationContext, StreamRequest } from '../graphql/context.js';
import type { Operation } from '../graphql/operation.js';
import type { Answer, Pipeline } from '../graphql/pipeline.js';
import type { OperationBody } from '../graphql/request.js';
import type { StreamedAnswer } from './eventStream.js';

/** Creates the context of one answer, which goes to a sink. */
type CreateContext = (sink: AnswerSink) => OperationContext;

export interface StreamedRequest {
  readonly body: OperationBody;
  readonly isGet: boolean;
  readonly following: Following;
  readonly contextFor: CreateContext;
  /** Where the stream goes. */
  readonly sink: AnswerSink;
}

export interface StartedOperation {
  readonly answers: AsyncGenerator<StreamedAnswer, void, void>;
  /** The status that a single answer would have. */
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
}

export interface StreamedOperations {
  /** Takes an operation through the gates; resolves when it follows whatever it subscribes to. */
  readonly start: (request: StreamedRequest) => Promise<StartedOperation>;
}

interface StreamedOperationsOptions {
  readonly apollo: ApolloServer<OperationContext>;
  readonly schema: GraphQLSchema;
  readonly pipeline: Pipeline;
}

export function createStreamedOperations({ apollo, schema, pipeline }: StreamedOperationsOptions): StreamedOperations {
  return {
    async start({ body, isGet, following, contextFor, sink }) {
      const taken: Operation[] = [];
      const stream: StreamRequest = { isGet, take: (operation) => taken.push(operation) };
      const contextValue: OperationContext = { ...contextFor(sink), stream, following };
      const { query = '', operationName, variables, extensions } = body;
      const response = await apollo.executeOperation({ query, operationName, variables, extensions }, { contextValue });
      const { status = 200, headers } = response.http;
      const [subscription] = taken;
      if (subscription === undefined) return { answers: only(singleResultOf(response)), status, headers };
      const { document } = subscription;
      const args: ExecutionArgs = { schema, document, operationName, variableValues: variables, contextValue };
      const source = await createSourceEventStream(args);
      if (isAsyncIterable(source)) return { answers: answersOf(source, args, contextFor), status, headers };
      const answer = pipeline.finish({ errors: source.errors, status }, contextValue);
      return { answers: only(answer), status, headers };
    },
  };

  async function* answersOf(
    source: AsyncIterable<unknown>,
    args: ExecutionArgs,
    contextFor: CreateContext,
  ): AsyncGenerator<StreamedAnswer, void, void> {
    const { signal } = (args.contextValue as OperationContext).following as Following;
    try {
      for await (const event of source) {
        if (signal.aborted) return;
        yield { cursor: cursorOf(event), answer: await answerTo(event, args, contextFor, signal) };
      }
    } catch (error) {
      if (signal.aborted) return;
      yield { answer: pipeline.finish({ errors: [asGraphQLError(error)], status: 500 }, contextFor(new Sink())) };
    }
  }

  /** Counted and reported by itself: a stream has no end, and what it gathers would have none either. */
  async function answerTo(
    event: unknown,
    args: ExecutionArgs,
    contextFor: CreateContext,
    signal: AbortSignal,
  ): Promise<Answer> {
    const sink = new Sink();
    const hangUp = (): void => sink.close();
    signal.addEventListener('abort', hangUp);
    try {
      const context: OperationContext = {
        ...contextFor(sink),
        following: (args.contextValue as OperationContext).following,
      };
      const { data, errors } = await execute({ ...args, rootValue: event, contextValue: context });
      return pipeline.finish({ data, errors, status: 200 }, context);
    } finally {
      signal.removeEventListener('abort', hangUp);
      sink.writableFinished = true;
      sink.close();
    }
  }
}

/** What the answer to one event goes to. */
class Sink extends EventEmitter<{ close: [] }> implements AnswerSink {
  destroyed = false;
  writableFinished = false;

  close(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('close');
  }
}

async function* only(answer: StreamedAnswer['answer']): AsyncGenerator<StreamedAnswer, void, void> {
  yield { answer };
}

function singleResultOf({ body }: Awaited<ReturnType<ApolloServer['executeOperation']>>): StreamedAnswer['answer'] {
  if (body.kind !== 'single') throw new Error('Nothing is answered incrementally.');
  const { data, errors, extensions } = body.singleResult;
  return { data, errors, extensions };
}

const isAsyncIterable = <T>(value: T | AsyncIterable<unknown>): value is AsyncIterable<unknown> =>
  Symbol.asyncIterator in Object(value);

const cursorOf = (event: unknown): string | undefined =>
  isObject(event) && typeof event.cursor === 'string' ? event.cursor : undefined;

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(String(error instanceof Error ? error.message : error), {
        originalError: error instanceof Error ? error : null,
      });
