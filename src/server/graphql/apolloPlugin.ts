// Has Apollo take every operation through the pipeline, and count its runs for the compiler.
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { turnForStep } from '../limits/documentBounds.js';
import type { OperationCounts } from '../metrics/operationCounts.js';
import type { CompiledOperations } from './compiledOperations.js';
import type { OperationContext } from './context.js';
import type { Pipeline } from './pipeline.js';

const isSubscription = (operation: OperationDefinitionNode | undefined): boolean =>
  operation?.operation === OperationTypeNode.SUBSCRIPTION;

export const createApolloPlugin = (
  { admit, finish }: Pipeline,
  compiled: CompiledOperations,
  counts: Pick<OperationCounts, 'interpretedRuns'>,
): ApolloServerPlugin<OperationContext> => ({
  requestDidStart: async () => ({
    // Each of these steps takes long for a long text, and nothing else is answered while it lasts.
    async parsingDidStart({ source }) {
      await turnForStep(source);
    },
    async validationDidStart({ source }) {
      await turnForStep(source);
    },
    async didResolveOperation({ document, operation, source, request, contextValue }) {
      if (!operation) return;
      await turnForStep(source);
      await admit({ document, operation }, request.variables ?? {}, contextValue);
      counts.interpretedRuns += 1;
      if (isSubscription(operation)) contextValue.stream?.take({ document, operation });
      else compiled.countRun(source, request.operationName, request.variables, { document, operation });
    },
    // It was taken by whoever streams it.
    async responseForOperation({ operation }) {
      return isSubscription(operation)
        ? { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } }
        : null;
    },
    async willSendResponse({ response: { body, http }, errors, contextValue }) {
      if (body.kind !== 'single') return;
      const { singleResult } = body;
      const answer = finish({ data: singleResult.data, errors, status: http.status ?? 200 }, contextValue);
      body.singleResult = { ...singleResult, errors: answer.errors, extensions: answer.extensions };
      http.status = answer.status;
      for (const [name, value] of Object.entries(answer.headers)) http.headers.set(name, value);
    },
  }),
});
