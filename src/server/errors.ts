// How failures look from outside: faults and GraphQL's own errors as they are, everything else hidden and logged.
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger, FastifyError, FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Fault, type FaultCode } from '../common/fault.js';
import { parseJson } from '../common/json.js';

const DEFECT_MESSAGE = 'Internal error.';

/** What neither a fault nor GraphQL accounts for is a defect of ours: logged, and hidden. */
export function hideDefects(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: FastifyBaseLogger,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof Fault || original instanceof GraphQLError)
    return { ...formatted, message: shortened(formatted.message) };
  log.error(original, 'defect');
  return {
    ...formatted,
    message: DEFECT_MESSAGE,
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
}

// GraphQL's own words repeat names and values, however long somebody made them.
const LONGEST_MESSAGE = 2_000;

const shortened = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;

/** The HTTP status of faults that come before GraphQL. */
const STATUS: { readonly [code in FaultCode]?: number } = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };

/** What is refused before GraphQL sees it is told in the form that GraphQL clients read. */
export function refuseRequest(error: FastifyError | Fault, reply: FastifyReply): FastifyReply {
  if (error instanceof Fault) {
    if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
    const { message, extensions } = error;
    return reply.code(STATUS[error.code] ?? 400).send({ errors: [{ message, extensions }] });
  }
  const { statusCode = 500, message } = error;
  const isDefect = statusCode >= 500;
  if (isDefect) reply.log.error({ err: error, requestId: reply.request.id }, 'defect');
  const code = isDefect ? ApolloServerErrorCode.INTERNAL_SERVER_ERROR : ApolloServerErrorCode.BAD_REQUEST;
  return reply
    .code(statusCode)
    .send({ errors: [{ message: isDefect ? DEFECT_MESSAGE : message, extensions: { code } }] });
}

/** Reads a request's body; variables may hold order ids as numbers, whose digits must survive. */
export function readJson(_request: unknown, text: string, done: (error: Error | null, body?: unknown) => void): void {
  const body = jsonIn(text);
  done(body === undefined ? Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }) : null, body);
}

function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
