// Mercurius on Fastify, compiling each query the first time that it comes.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { resolversWith, typeDefs } from './schema.mjs';

const server = Fastify();
await server.register(mercurius, { schema: typeDefs, resolvers: resolversWith(), jit: 1 });
console.log(`${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`);
