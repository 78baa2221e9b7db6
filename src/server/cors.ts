// CORS: which other sites' pages may send queries, and which headers they may send and read.
import type { FastifyCorsOptions } from '@fastify/cors';
import type { CorsSettings } from '../config/settings.js';
import { PLAN_HEADER } from './graphql/context.js';

/** Credentials travel in a header that pages set themselves, so browsers are told to add none of their own. */
export const corsOptions = ({ origins }: CorsSettings): FastifyCorsOptions => ({
  origin: [...origins],
  methods: ['GET', 'POST'],
  allowedHeaders: ['authorization', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name', PLAN_HEADER],
  exposedHeaders: ['x-request-id', 'retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
  credentials: false,
  maxAge: 600,
});
