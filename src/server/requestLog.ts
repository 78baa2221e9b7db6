// A line for each request that was answered, for whoever follows one through the logs of proxies and gateways.
import type { FastifyInstance, onResponseHookHandler } from 'fastify';

const LEVELS: ReadonlySet<string> = new Set(['trace', 'debug', 'info']);

/** A route's last hook; undefined where such lines are not written, so that none is prepared either. */
export const createRequestLog = ({ log }: FastifyInstance): onResponseHookHandler | undefined =>
  LEVELS.has(log.level) ? logAnswer : undefined;

const logAnswer: onResponseHookHandler = (
  { id: requestId, caller, method, log },
  { statusCode, elapsedTime },
  done,
) => {
  const ms = Math.round(elapsedTime * 10) / 10;
  log.info({ requestId, caller: caller?.name, method, status: statusCode, ms }, 'answered');
  done();
};
