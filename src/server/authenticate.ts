// Finds out who asks before anything else of a request is looked at, and keeps it on the request.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate, ReportRefusal } from '../auth/authentication.js';
import type { Caller } from '../auth/caller.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; known on routes that identify their callers, from their first hook on. */
    caller: Caller;
  }
}

/** A route's first hook. */
export type Identify = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

export function createIdentify(app: FastifyInstance, authenticate: Authenticate): Identify {
  app.decorateRequest('caller');
  return (request, _reply, done) => {
    const hear: ReportRefusal = (reason) =>
      request.log.info({ code: 'UNAUTHENTICATED', reason, ip: request.ip, requestId: request.id }, 'not let in');
    const keep = (caller: Caller): void => {
      request.caller = caller;
      done();
    };
    let caller: ReturnType<Authenticate>;
    try {
      caller = authenticate(request.headers, hear);
    } catch (error) {
      return done(error as Error);
    }
    if (caller instanceof Promise) caller.then(keep, done);
    else keep(caller);
  };
}
