// A line for each call to a gateway, at the level debug: which order was asked for, of whom, and what came of it.
import type { FastifyBaseLogger } from 'fastify';
import type { CallObserver } from '../upstream/layers/observeCalls.js';

const LEVELS: ReadonlySet<string> = new Set(['trace', 'debug']);

/** None where such lines are not written. */
export const callLogObservers = (log: FastifyBaseLogger): readonly CallObserver[] =>
  LEVELS.has(log.level)
    ? [
        ({ request, shopGateway: { compiled, counts } }) => {
          const { shop, gateway } = counts;
          const { key, needed, trace } = request;
          return {
            end({ code, ms }) {
              const subtrees = compiled.requestedSubtrees(needed);
              const line = { shop, gateway, orderId: key.orderId, subtrees, attempt: trace.attempts };
              log.debug({ ...line, ms: Math.round(ms * 10) / 10, code }, 'called');
            },
          };
        },
      ]
    : [];
