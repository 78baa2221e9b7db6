// GraphQL Yoga as its documentation starts one.
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { resolversWith, typeDefs } from './schema.mjs';

const server = createServer(createYoga({ schema: createSchema({ typeDefs, resolvers: resolversWith() }) }));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
