// The HTTP server of a process: its connections outlive the app that answers, so that another can take its place between
// two requests.
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { HttpSettings } from '../config/settings.js';
import { type AcceptedConnections, createAcceptedConnections } from '../server/acceptedConnections.js';
import { connectionOptions, dropUnreadAnswers, refuseConnection } from '../server/connections.js';

/** An app that answers, or has answered. */
export interface AnsweringApp {
  /** Resolves when all that it was given to answer is answered, or that time is over. Another answers by then. */
  readonly whenIdle: (maxMs: number) => Promise<void>;
}

export interface HttpServer {
  readonly connections: AcceptedConnections;
  /** Has every request from now on answered by this app, also those over connections that are open. */
  readonly answerBy: (app: Pick<FastifyInstance, 'routing' | 'log'>) => AnsweringApp;
}

interface RequestCount {
  readonly app: Pick<FastifyInstance, 'routing' | 'log'>;
  unanswered: number;
  onIdle: () => void;
}

export function createHttpServer(settings: HttpSettings): HttpServer {
  const { http, keepAliveTimeout, requestTimeout } = connectionOptions(settings);
  let current: RequestCount | undefined;
  const server = createServer(http, (request, response) => {
    if (current === undefined) throw new Error('No app answers.');
    const count = current;
    count.unanswered += 1;
    response.once('close', () => {
      count.unanswered -= 1;
      if (count.unanswered === 0) count.onIdle();
    });
    count.app.routing(request, response);
  });
  server.keepAliveTimeout = keepAliveTimeout;
  server.requestTimeout = requestTimeout;
  server.on('clientError', refuseConnection);
  const log = { info: (details: object, message: string): void => current?.app.log.info(details, message) };
  dropUnreadAnswers({ server, log }, settings.answerTimeoutMs);
  return {
    connections: createAcceptedConnections(server),
    answerBy(app) {
      const count: RequestCount = { app, unanswered: 0, onIdle: () => {} };
      current = count;
      return { whenIdle: (maxMs) => whenIdle(count, maxMs) };
    },
  };
}

function whenIdle(count: RequestCount, maxMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, maxMs);
    count.onIdle = () => {
      clearTimeout(late);
      resolve();
    };
    if (count.unanswered === 0) count.onIdle();
  });
}
