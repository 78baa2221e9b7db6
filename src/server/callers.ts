// Finds out who asks before anything else of a request is looked at, and keeps it on the request.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from '../access/authentication.js';
import type { Caller } from '../access/caller.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; known on routes that identify their callers, from their first hook on. */
    caller: Caller;
  }
}

/** A route's first hook. */
export type Identify = (request: FastifyRequest) => Promise<void>;

export function identifying(app: FastifyInstance, authenticate: Authenticate): Identify {
  app.decorateRequest('caller');
  return async (request) => {
    request.caller = await authenticate(request.headers, (reason) =>
      request.log.info({ code: 'UNAUTHENTICATED', reason, ip: request.ip, requestId: request.id }, 'not let in'),
    );
  };
}
