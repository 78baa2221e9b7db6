// The access log: a line for each request that was answered, with what it asked for by name and what that took. It holds no
// variables and nothing of what was answered.
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, onResponseHookHandler } from 'fastify';
import type { DocumentNode } from 'graphql';
import { memoize } from '../common/memoize.js';
import type { LogSettings } from '../config/operationSettings.js';
import type { OperationContext } from './graphql/context.js';

const LEVELS: ReadonlySet<string> = new Set(['trace', 'debug', 'info']);

const FIRST_ERROR_STATUS = 400;

/** A route's last hook; undefined where such lines are not written, so that none is prepared either. */
export function createRequestLog(
  { log }: Pick<FastifyInstance, 'log'>,
  { sample }: LogSettings,
): onResponseHookHandler | undefined {
  if (!LEVELS.has(log.level)) return undefined;
  return (request, reply, done) => {
    // What failed is always told.
    if (hasFailed(request, reply) || Math.random() < sample) log.info(lineOf(request, reply), 'answered');
    done();
  };
}

const hasFailed = ({ operation }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  statusCode >= FIRST_ERROR_STATUS || operation?.progress.errors !== undefined;

function lineOf(request: FastifyRequest, reply: FastifyReply): object {
  const { id: requestId, caller, method, operation } = request;
  const bytes = reply.getHeader('content-length');
  return {
    requestId,
    caller: caller?.name,
    method,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...(bytes === undefined ? {} : { bytes: Number(bytes) }),
    ...(operation && membersOf(operation)),
  };
}

/** Names come from callers. */
const LONGEST_NAME = 100;

function membersOf({ progress, orders, report }: OperationContext): object {
  const { operation, errors } = progress;
  let [calls, hits] = [0, 0];
  for (const { attempts, cache } of orders.traces) {
    calls += attempts;
    hits += Number(cache === 'HIT');
  }
  return {
    operation: operation?.operation.name?.value.slice(0, LONGEST_NAME),
    hash: operation && hashOf(operation.document),
    orders: orders.requested(),
    calls,
    hits,
    cost: (report.extensions.cost as { readonly requested?: number } | undefined)?.requested,
    ...(errors && { errors: Object.fromEntries(errors) }),
  };
}

/** The SHA-256 of a query's text, by which trusted documents are named. */
const hashOf = memoize((document: DocumentNode): string | undefined =>
  document.loc === undefined ? undefined : createHash('sha256').update(document.loc.source.body).digest('hex'),
);
