// Sends every answer as bytes: a text would first be put together with the head, which takes longer.
import type { FastifyInstance } from 'fastify';
import { atEndOfTurn } from '../common/eventLoop.js';
import { encode } from './graphql/writeAnswer.js';

export function sendBytes(app: FastifyInstance): void {
  app.addHook('onSend', (_request, _reply, payload, done) => {
    const bytes = typeof payload === 'string' ? encode(payload) : payload;
    if (bytes instanceof Promise) bytes.then((encoded) => done(null, encoded), done);
    else atEndOfTurn(done, null, bytes);
  });
}
