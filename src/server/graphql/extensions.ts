// What is told beside the data: to the caller in extensions, to the operator in the log.
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError } from 'graphql';
import { Fault } from '../../common/fault.js';
import type { Context } from '../../query/context.js';
import { planOf } from '../../upstream/trace.js';

/** A caller that sends this header is told what the query cost upstream. */
export const PLAN_HEADER = 'x-ordergraph-plan';

/** What of the orders could not be read, whether or not the query selects warnings, and the plan on demand. */
export function reportOf({ orders: { warnings, traces }, tellsPlan }: Context): Readonly<Record<string, unknown>> {
  const report: Record<string, unknown> = {};
  if (warnings.length > 0) report.warnings = warnings;
  if (tellsPlan) report.upstream = planOf(traces);
  return report;
}

export const reportExtensions: ApolloServerPlugin<Context> = listening({
  async willSendResponse({ response: { body }, contextValue }) {
    if (body.kind !== 'single') return;
    const { singleResult } = body;
    const extensions = { ...singleResult.extensions, ...reportOf(contextValue) };
    if (Object.keys(extensions).length > 0) singleResult.extensions = extensions;
  },
});

/** Writes one line for each failure, for whoever operates it: what failed, where, and under which request. */
export const loggingFaults =
  (log: FastifyBaseLogger) =>
  (errors: readonly GraphQLError[], { requestId, caller }: Context): void => {
    for (const { originalError, path } of errors) {
      if (!(originalError instanceof Fault)) continue;
      const { code, message, details } = originalError;
      log.warn({ code, path, ...details, requestId, caller: caller.name }, message);
    }
  };

export const hearErrors = (hear: ReturnType<typeof loggingFaults>): ApolloServerPlugin<Context> =>
  listening({ didEncounterErrors: async ({ errors, contextValue }) => hear(errors, contextValue) });

/** A plugin that does the same at every request. */
function listening(listener: GraphQLRequestListener<Context>): ApolloServerPlugin<Context> {
  return { requestDidStart: async () => listener };
}
