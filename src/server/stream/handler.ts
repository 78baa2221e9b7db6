// Answers operations as event streams: GraphQL over SSE, distinct connections mode.
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerSink } from '../../upstream/requestScope.js';
import { EVENT_STREAM } from '../accept.js';
import type { OperationContext } from '../graphql/context.js';
import { operationBodyIn } from '../graphql/request.js';
import type { DocumentNotFound } from '../graphql/screen.js';
import { writeAnswer } from '../graphql/writeAnswer.js';
import { RequestError } from '../requestError.js';
import { createEventStream, type StreamedAnswer } from './eventStream.js';
import type { OpenStreams } from './openStreams.js';
import type { StartedOperation, StreamedOperations } from './streamedOperations.js';

interface StreamHandlerOptions {
  readonly operations: StreamedOperations;
  readonly streams: OpenStreams;
  readonly contextOf: (request: FastifyRequest, sink: AnswerSink) => OperationContext;
  readonly heartbeatMs: number;
  /** Sites whose pages may ask. */
  readonly origins: readonly string[];
}

/** Answers a request that was screened, or what the screen has answered already. */
export type StreamHandler = (
  request: FastifyRequest,
  reply: FastifyReply,
  screened: DocumentNotFound | undefined,
) => Promise<string | Readable>;

const HEADERS = {
  'content-type': `${EVENT_STREAM}; charset=utf-8`,
  'cache-control': 'no-store',
  // nginx would hand on what it has gathered a buffer of.
  'x-accel-buffering': 'no',
};

const TOO_MANY_REQUESTS = 429;

export function createStreamHandler(options: StreamHandlerOptions): StreamHandler {
  const { operations, streams, contextOf, heartbeatMs, origins } = options;
  return async (request, reply, screened) => {
    refuseOtherSites(request, origins);
    const stream = streams.open(request.caller, reply.raw);
    const { answers, status, headers } = screened
      ? single({ errors: screened.errors, data: undefined, extensions: undefined })
      : await start(request, reply, stream.signal);
    reply.headers(Object.fromEntries(headers));
    // To come back later is for whoever connects; every other mistake is told in the stream, as browsers tell no status.
    if (status === TOO_MANY_REQUESTS) {
      const { value } = await answers.next();
      reply.code(status).type('application/json; charset=utf-8');
      return writeAnswer(value?.answer ?? {});
    }
    const sent = createEventStream(answers, heartbeatMs);
    stream.attach(sent);
    reply.headers(HEADERS);
    return sent.body;
  };

  async function start(request: FastifyRequest, { raw }: FastifyReply, signal: AbortSignal): Promise<StartedOperation> {
    const body = operationBodyIn(request);
    if (body === undefined) throw new RequestError(400, 'This is not an operation of GraphQL over HTTP.');
    const lastEventId = request.headers['last-event-id'];
    return operations.start({
      body,
      isGet: request.method !== 'POST',
      following: { signal, lastEventId: typeof lastEventId === 'string' && lastEventId ? lastEventId : undefined },
      contextFor: (sink) => contextOf(request, sink),
      sink: raw,
    });
  }
}

const single = (answer: StreamedAnswer['answer']): StartedOperation => ({
  answers: (async function* () {
    yield { answer };
  })(),
  status: 200,
  headers: [],
});

/** A page of another site cannot read what comes, but it could have a browser open an address again and again. */
function refuseOtherSites({ method, headers }: FastifyRequest, origins: readonly string[]): void {
  const site = headers['sec-fetch-site'];
  if (method === 'POST' || (site !== 'cross-site' && site !== 'same-site')) return;
  if (headers.origin === undefined || !origins.includes(headers.origin))
    throw new RequestError(403, 'Pages of this site are not let in: see cors.origins.');
}
