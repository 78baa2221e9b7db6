// Why something was not answered, in one shape for the board and the order page.
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { GraphQLFormattedError } from 'graphql';

export interface Failure {
  /** One of the API's codes, or UNREACHABLE. */
  readonly code: string;
  readonly message: string;
  readonly isRetryable: boolean;
  /** Where the shop's owner authorizes the gateway; only ever an https address. */
  readonly authorizeUrl: string | undefined;
  readonly requestId: string | undefined;
}

export function failureOf({ message, extensions = {} }: GraphQLFormattedError): Failure {
  const { code, retryable, authorizeUrl, requestId } = extensions;
  return {
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    message,
    isRetryable: retryable === true,
    authorizeUrl: typeof authorizeUrl === 'string' && authorizeUrl.startsWith('https://') ? authorizeUrl : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

/** The errors of an answer; also of one that an HTTP status refused as a whole. */
export function graphqlErrorsOf(error: unknown): readonly GraphQLFormattedError[] {
  if (CombinedGraphQLErrors.is(error)) return error.errors;
  if (!ServerError.is(error)) return [];
  try {
    const { errors } = JSON.parse(error.bodyText) as { errors?: GraphQLFormattedError[] };
    return errors ?? [];
  } catch {
    return [];
  }
}

/** What went wrong with a whole request. */
export function failureOfRequest(error: unknown): Failure {
  const [first] = graphqlErrorsOf(error);
  if (first) return failureOf(first);
  return {
    code: 'UNREACHABLE',
    message: error instanceof Error ? error.message : String(error),
    isRetryable: true,
    authorizeUrl: undefined,
    requestId: undefined,
  };
}
