// Has Apollo take every operation through the pipeline, and count its runs for the compiler.
import type { ApolloServerPlugin } from '@apollo/server';
import { turnForStep } from '../limits/documentBounds.js';
import type { CompiledOperations } from './compiledOperations.js';
import type { OperationContext } from './context.js';
import type { Pipeline } from './pipeline.js';

export const createApolloPlugin = (
  { admit, finish }: Pipeline,
  compiled: CompiledOperations,
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
      compiled.countRun(source, request.operationName, request.variables, { document, operation });
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
