// The answers to requests that never reach GraphQL, in the form that GraphQL clients read.
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Fault, type FaultCode } from '../common/fault.js';
import { DEFECT_MESSAGE } from './graphql/pipeline.js';
import { mediaTypeFor } from './graphql/request.js';
import { RequestError } from './requestError.js';

/** The HTTP status of faults that come before GraphQL. */
const STATUS: { readonly [code in FaultCode]?: number } = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INDEX_UNAVAILABLE: 503,
  SHOP_NOT_FOUND: 404,
  UPSTREAM_UNAVAILABLE: 502,
  UPSTREAM_MALFORMED: 502,
  UPSTREAM_TIMEOUT: 504,
};

export const statusOf = ({ code }: Fault): number => STATUS[code] ?? 400;

/** Answers what was refused, or broke, before GraphQL. */
export function refuseRequest(error: FastifyError | Fault | RequestError, reply: FastifyReply): FastifyReply {
  if (error instanceof Fault) {
    if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
    const { code, message, extensions, details } = error;
    if (details.retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(details.retryAfterMs / 1000)));
    // Why a credential is refused has a line of its own.
    if (code !== 'UNAUTHENTICATED') logRefusal(reply, { code }, message);
    return sendError(reply.code(statusOf(error)), message, extensions);
  }
  // The caller hung up while a file or an event stream was sent: nobody is told.
  if (reply.raw.destroyed) return reply.send('');
  if (error instanceof RequestError) reply.headers(error.headers);
  const { statusCode = 500, message } = error;
  const isDefect = statusCode >= 500;
  if (isDefect) reply.log.error({ err: error, requestId: reply.request.id }, 'defect');
  else logRefusal(reply, { status: statusCode }, message);
  const code = isDefect ? ApolloServerErrorCode.INTERNAL_SERVER_ERROR : ApolloServerErrorCode.BAD_REQUEST;
  return sendError(reply.code(statusCode), isDefect ? DEFECT_MESSAGE : message, { code });
}

/** Headers of what was to be answered, which the error is not. */
const OF_CONTENT = ['content-encoding', 'content-length', 'cache-control', 'etag', 'last-modified', 'accept-ranges'];

/** As a text: Fastify makes none of an object where the type of another answer is set, and that would end the process. */
function sendError(reply: FastifyReply, message: string, extensions: object): FastifyReply {
  for (const name of OF_CONTENT) reply.removeHeader(name);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify({ errors: [{ message, extensions }] }));
}

function logRefusal({ log, request }: FastifyReply, why: object, message: string): void {
  log.info({ ...why, requestId: request.id, caller: request.caller?.name }, message);
}

/** Where operations are answered as event streams, whatever the client accepts. */
export const STREAM_PATH = '/graphql/stream';

const OPERATION_PATHS: ReadonlySet<string | undefined> = new Set(['/graphql', STREAM_PATH]);

/** Answers what no route takes. */
export async function refuseRoute(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  // Not parsed: an address that no route takes may be none.
  const isKnown = OPERATION_PATHS.has(request.url.split('?')[0]);
  if (isKnown) reply.header('allow', 'GET, POST');
  const message = isKnown ? `${request.method} is not how queries are sent.` : 'There is nothing here.';
  return reply
    .code(isKnown ? 405 : 404)
    .type(mediaTypeFor(request))
    .send(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }));
}
