// The way of every GraphQL operation: admitted before it runs, finished after. Apollo and compiled operations both call
// these two functions and differ in what executes the operation alone, so that a gate is added here, once.
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, Kind } from 'graphql';
import { cutText } from '../../common/cutText.js';
import { Fault } from '../../common/fault.js';
import { type MaybePromise, whenResolved } from '../../common/maybePromise.js';
import { mayReadPersonalData } from '../../privacy/applyPrivacy.js';
import { blotDetails, blotWords } from '../../privacy/gatewayWords.js';
import type { Context } from '../../query/context.js';
import { planOf } from '../../upstream/trace.js';
import type { OperationCounts } from '../metrics/operationCounts.js';
import type { OperationContext } from './context.js';
import type { Operation } from './operation.js';
import { coerceVariables, type Variables } from './variables.js';
import { markLong } from './writeAnswer.js';

/**
 * A condition for an operation to run. It may add to the context's report, whether or not it lets the operation through.
 * @throws GraphQLError for what is not to run; `extensions.http.status` is the status of the answer
 */
export type Gate = (operation: Operation, variables: Variables, context: OperationContext) => MaybePromise<void>;

/** What executing an operation gave, or why it was not executed. */
export interface Outcome {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[] | undefined;
  /** The HTTP status for it. */
  readonly status: number;
}

/** An answer in the order in which it is written. */
export interface Answer {
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  readonly data: unknown;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Pipeline {
  /**
   * Coerces an operation's variables and passes it through every gate, in their order.
   * @throws GraphQLError for what is not to run; whatever else is thrown is a defect
   */
  readonly admit: (operation: Operation, variables: Variables, context: OperationContext) => MaybePromise<Variables>;
  /** Logs and words errors, and adds what callers are shown beside the data. */
  readonly finish: (outcome: Outcome, context: OperationContext) => Answer;
}

interface PipelineOptions {
  readonly schema: GraphQLSchema;
  readonly gates: readonly Gate[];
  readonly log: FastifyBaseLogger;
  readonly counts: OperationCounts;
}

export function createPipeline({ schema, gates, log, counts }: PipelineOptions): Pipeline {
  function pass(
    operation: Operation,
    variables: Variables,
    context: OperationContext,
    first: number,
  ): MaybePromise<void> {
    for (let index = first; index < gates.length; index++) {
      const passed = (gates[index] as Gate)(operation, variables, context);
      if (passed instanceof Promise) return passed.then(() => pass(operation, variables, context, index + 1));
    }
  }

  return {
    admit(operation, given, context) {
      context.progress.operation = operation;
      const variables = coerceVariables(schema, operation.operation, given);
      return whenResolved(pass(operation, variables, context, 0), () => variables);
    },
    finish({ data, errors, status }, context) {
      if (errors) logFaults(errors, context, log);
      markLong(Object(data), context.answer.bytes());
      const worded = errors?.map((error) => wordError(error, context, log));
      countOperation(counts, data, worded, context);
      return {
        errors: worded,
        data,
        extensions: extensionsOf(context),
        status: context.readsOnly200 && errors?.every(isMistakeInQuery) ? 200 : status,
        headers: context.report.headers,
      };
    },
  };
}

/** Writes one line for each failure, for whoever operates the server: what failed, where, and under which request. */
function logFaults(errors: readonly GraphQLError[], { requestId, caller }: Context, log: FastifyBaseLogger): void {
  let cancelled = 0;
  for (const { originalError, path } of errors) {
    if (!(originalError instanceof Fault)) continue;
    const { code, message, details, origin, rootCause } = originalError;
    const why = rootCause === undefined ? {} : { cause: blotWords(String(rootCause)) };
    const line = { code, path, ...blotDetails(details), origin, ...why, requestId, caller: caller.name };
    if (code === 'CANCELLED') cancelled += 1;
    else log.warn(line, blotWords(message));
  }
  // Nothing failed that anybody waits for.
  if (cancelled > 0) log.info({ orders: cancelled, requestId, caller: caller.name }, 'the caller hung up');
}

function countOperation(
  counts: OperationCounts,
  data: unknown,
  errors: readonly GraphQLFormattedError[] = [],
  { progress, orders }: OperationContext,
): void {
  const outcome = errors.length === 0 ? 'success' : hasData(data) ? 'partial' : 'failure';
  counts.record(progress.operation?.operation.name?.value, outcome, performance.now() - progress.startedAt);
  for (const { extensions } of errors) {
    const code = String(extensions?.code);
    counts.recordError(code);
    progress.errors ??= new Map();
    progress.errors.set(code, (progress.errors.get(code) ?? 0) + 1);
  }
  progress.traced?.end({
    ...{ operation: progress.operation, outcome, codes: [...(progress.errors?.keys() ?? [])] },
    orders: orders.requested(),
  });
}

/** Whether any field was answered: where all that was asked fails, each is null. */
const hasData = (data: unknown): boolean => Object.values(data ?? {}).some((value) => value !== null);

export const DEFECT_MESSAGE = 'Internal error.';

// GraphQL's own words repeat names and values, however long somebody made them.
const MAX_MESSAGE_LENGTH = 2_000;

/** An error as callers see it: faults and GraphQL's own as they are, every other is a defect of ours, logged and hidden. */
function wordError(error: GraphQLError, context: Context, log: FastifyBaseLogger): GraphQLFormattedError {
  const { message, extensions, ...place } = wordsFor(context, error);
  const original = error.originalError ?? error;
  if (!(original instanceof Fault || original instanceof GraphQLError)) {
    log.error(original, 'defect');
    return { message: DEFECT_MESSAGE, ...place, extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR } };
  }
  const { http: _http, ...shown } = extensions ?? {};
  return {
    message: cutText(message, MAX_MESSAGE_LENGTH),
    ...place,
    extensions: { ...shown, code: shown.code ?? codeOf(error) },
  };
}

/** The code of an error of GraphQL's own: about a value of the query it is the caller's, about a field it is ours. */
const codeOf = ({ nodes }: GraphQLError): ApolloServerErrorCode =>
  nodes?.[0] === undefined || nodes[0].kind === Kind.FIELD
    ? ApolloServerErrorCode.INTERNAL_SERVER_ERROR
    : ApolloServerErrorCode.BAD_USER_INPUT;

/** An error's members, the words of a gateway in them blotted for callers who may not read personal data. */
function wordsFor({ caller }: Context, error: GraphQLError): GraphQLFormattedError {
  const shown = error.toJSON();
  const isOfGateway = shown.extensions?.upstreamCode !== undefined || shown.extensions?.upstreamMessage !== undefined;
  if (!isOfGateway || mayReadPersonalData(caller)) return shown;
  return { ...shown, message: blotWords(shown.message), extensions: blotDetails(shown.extensions ?? {}) };
}

/** What could not be read of the orders, whether or not the query selects warnings; the plan on request; the report. */
function extensionsOf({ orders: { warnings, traces }, tellsPlan, report }: OperationContext): Answer['extensions'] {
  const extensions: Record<string, unknown> = {};
  if (warnings.length > 0) extensions.warnings = warnings;
  if (tellsPlan) extensions.upstream = planOf(traces);
  Object.assign(extensions, report.extensions);
  for (const _name in extensions) return extensions;
  return undefined;
}

const QUERY_MISTAKES: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
]);

/** GraphQL over HTTP, 6.4.1: clients from before application/graphql-response+json get 200 where newer ones get 400. */
const isMistakeInQuery = ({ extensions }: GraphQLError): boolean => QUERY_MISTAKES.has(extensions.code);
