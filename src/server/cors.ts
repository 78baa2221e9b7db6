// CORS: which other sites' pages may send queries, and which headers they may send and read.
import type { FastifyCorsOptions } from '@fastify/cors';
import type { CorsSettings } from '../config/settings.js';
import { PLAN_HEADER } from './graphql/context.js';
import { REQUEST_ID_HEADER } from './requestId.js';

/** By which clients say who they are: those of Apollo, its tools, and others. They decide nothing here. */
const CLIENT_AWARENESS = [
  'apollographql-client',
  'apollographql-library',
  'apollo-client',
  'graphql-client',
  'x-graphql-client',
].flatMap((client) => [`${client}-name`, `${client}-version`]);

/** What Apollo's clients for telephones say of the operation. */
const OPERATION = ['x-apollo-operation-id', 'x-apollo-operation-name', 'x-apollo-operation-type'];

/** Credentials travel in a header that pages set themselves, so browsers are told to add none of their own. */
export const corsOptions = ({ origins }: CorsSettings): FastifyCorsOptions => ({
  origin: [...origins],
  methods: ['GET', 'POST'],
  allowedHeaders: [
    'authorization',
    'content-type',
    'apollo-require-preflight',
    'last-event-id',
    REQUEST_ID_HEADER,
    PLAN_HEADER,
    ...OPERATION,
    ...CLIENT_AWARENESS,
  ],
  exposedHeaders: [REQUEST_ID_HEADER, 'retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
  credentials: false,
  maxAge: 600,
});
