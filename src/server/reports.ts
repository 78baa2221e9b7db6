// What is told beside the data: to the caller in extensions, to the operator in the log.
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError } from 'graphql';
import { Fault } from '../protocols/fault.js';
import type { Context } from '../query/context.js';
import { planOf } from '../upstream/trace.js';

type Extensions = (context: Context) => Readonly<Record<string, unknown>>;

const extending = (extensions: Extensions): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      const added = extensions(contextValue);
      if (Object.keys(added).length > 0) singleResult.extensions = { ...singleResult.extensions, ...added };
    },
  }),
});

/** What of the orders could not be read, whether or not the query selects warnings. */
export const reportWarnings = extending(({ orders: { warnings } }) => (warnings.length === 0 ? {} : { warnings }));

/** A caller that sends this header is told what the query cost upstream. */
export const PLAN_HEADER = 'x-ordergraph-plan';

export const reportPlan = extending(({ tellsPlan, orders }) => (tellsPlan ? { upstream: planOf(orders.traces) } : {}));

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

export const hearErrors = (hear: ReturnType<typeof loggingFaults>): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => hear(errors, contextValue),
  }),
});
