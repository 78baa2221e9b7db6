// The schema as a file to download, for tools that generate types: for whoever may introspect.
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { sdlOf } from '../query/sdl.js';
import type { Identify } from './authenticate.js';

export function serveSdl(app: FastifyInstance, schema: GraphQLSchema, identify: Identify): void {
  let text: string | undefined;
  app.get('/schema.graphql', { onRequest: identify }, (_request, reply) => {
    text ??= `${sdlOf(schema)}\n`;
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}
