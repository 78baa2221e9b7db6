// GET /metrics for callers with the scope metrics:read: what Prometheus reads.
import type { FastifyInstance } from 'fastify';
import { requireScope } from '../../auth/caller.js';
import type { Identify } from '../authenticate.js';
import type { MetricText } from './registry.js';

export const METRICS_PATH = '/metrics';

export function metricsRoute(app: FastifyInstance, identify: Identify, read: () => Promise<MetricText>): void {
  app.get(METRICS_PATH, { onRequest: identify, exposeHeadRoute: false }, async ({ caller }, reply) => {
    requireScope(caller, 'metrics:read');
    const { contentType, text } = await read();
    return reply.type(contentType).send(text);
  });
}
