// Whether the process is alive, and whether it should be sent requests. Neither asks a gateway: one that is down takes no
// process out of a load balancer.
import type { FastifyInstance } from 'fastify';
import type { Lifecycle } from './lifecycle.js';

interface HealthRoutesOptions {
  readonly lifecycle: Lifecycle;
  /** Whether the connections are being ended. */
  readonly isDraining: () => boolean;
  /** Whether the tables of the order index are still being made or changed. */
  readonly isMigrating: () => boolean;
}

/** Why a process should be sent no requests. */
type Unreadiness = 'STARTING' | 'MIGRATING' | 'STOPPING';

const SERVICE_UNAVAILABLE = 503;

export function healthRoutes(app: FastifyInstance, options: HealthRoutesOptions): void {
  for (const path of ['/health', '/healthz']) app.get(path, async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const reason = unreadinessOf(options);
    if (reason === undefined) return { status: 'ready' };
    return reply.code(SERVICE_UNAVAILABLE).send({ status: 'unready', reason });
  });
}

function unreadinessOf({ lifecycle, isDraining, isMigrating }: HealthRoutesOptions): Unreadiness | undefined {
  if (lifecycle.stage === 'STOPPING' || isDraining()) return 'STOPPING';
  if (lifecycle.stage === 'STARTING') return 'STARTING';
  return isMigrating() ? 'MIGRATING' : undefined;
}
