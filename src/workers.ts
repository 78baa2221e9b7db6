// Several processes that answer at one address. The primary starts them, replaces those that die, and answers nobody.
import cluster from 'node:cluster';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { serveRateLimiters } from './upstream/state/clusterRateLimiter.js';

/** How long after a worker's death another takes its place: one that dies at once is not started in a loop. */
const PAUSE_MS = 1_000;

interface Workers {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Resolves when all of them listen.
 * @throws Error when one ends before it does.
 */
export async function startWorkers(count: number, environment: Readonly<Record<string, string>>): Promise<Workers> {
  new RateLimiterClusterMaster();
  serveRateLimiters();
  let isClosing = false;
  const addresses = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<AddressInfo>((resolve, reject) => {
          const worker = cluster.fork(environment);
          worker.once('listening', resolve);
          worker.once('exit', () => reject(new Error('A worker ended before it listened.')));
        }),
    ),
  );
  cluster.on('exit', () => {
    if (!isClosing) setTimeout(() => isClosing || cluster.fork(environment), PAUSE_MS);
  });
  return {
    port: (addresses[0] as AddressInfo).port,
    close: async () => {
      isClosing = true;
      await Promise.all(
        Object.values(cluster.workers ?? {}).map(async (worker) => {
          if (worker === undefined || worker.isDead()) return;
          worker.process.kill('SIGTERM');
          await once(worker, 'exit');
        }),
      );
    },
  };
}
