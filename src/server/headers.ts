// The headers of every answer: Helmet's, the request's id, that nobody may store it, and whether its connection ends.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { REQUEST_ID_HEADER } from './requestId.js';

/** What has no say of its own in this is an order, or why there is none. */
const ALWAYS: Record<string, string> = { 'cache-control': 'no-store' };
helmet()(
  {} as IncomingMessage,
  {
    setHeader: (name: string, value: string) => {
      ALWAYS[name.toLowerCase()] = value;
    },
    removeHeader: () => {},
  } as unknown as ServerResponse,
  () => {},
);

/** Sets them on whatever Fastify sends; an answer may say otherwise. */
export function setHeaders(app: FastifyInstance, isDraining = (): boolean => false): void {
  const always = Object.entries(ALWAYS);
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    if (isDraining()) reply.header('connection', 'close');
    for (const [name, value] of always) if (!reply.hasHeader(name)) reply.header(name, value);
    done(null, payload);
  });
}
