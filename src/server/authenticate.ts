// Authenticates a request before anything else of it is looked at, and sets its caller.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate, ReportRefusal } from '../auth/authentication.js';
import type { Caller } from '../auth/caller.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it; set on routes that authenticate, from their first hook on. */
    caller: Caller;
  }
}

/** A route's first hook. */
export type Identify = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

export function createIdentify(app: FastifyInstance, authenticate: Authenticate): Identify {
  app.decorateRequest('caller');
  return (request, _reply, done) => {
    const reportRefusal: ReportRefusal = (reason) =>
      request.log.info({ code: 'UNAUTHENTICATED', reason, ip: request.ip, requestId: request.id }, 'not let in');
    const setCaller = (known: Caller): void => {
      request.caller = known;
      done();
    };
    let caller: ReturnType<Authenticate>;
    try {
      caller = authenticate(request.headers, reportRefusal);
    } catch (error) {
      return done(error as Error);
    }
    if (caller instanceof Promise) caller.then(setCaller, done);
    else setCaller(caller);
  };
}
