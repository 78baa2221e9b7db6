// The pace of worker processes without a Redis: their primary process keeps it, and each worker asks it for every start.
import cluster, { type Worker } from 'node:cluster';
import { createLocalRateLimiter, type RateLimiter, type RateLimiters } from './rateLimiter.js';

interface PaceRequest {
  readonly pace: number;
  readonly account: string;
  readonly requestsPerSecond: number;
}

interface PaceReply {
  readonly pace: number;
  readonly waitMs: number;
}

const isAbout = <Message extends PaceRequest | PaceReply>(message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'pace' in message;

/** Answers the workers, in the primary process. */
export function serveRateLimiters(): void {
  const paces = new Map<string, RateLimiter>();
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (!isAbout<PaceRequest>(message)) return;
    const { account, requestsPerSecond } = message;
    const pace = paces.get(account) ?? createLocalRateLimiter(requestsPerSecond);
    paces.set(account, pace);
    const waitMs = await pace.take();
    if (worker.isConnected()) worker.send({ pace: message.pace, waitMs } satisfies PaceReply);
  });
}

/** The paces that the primary keeps, in one of so many workers. A worker whose primary is gone ends of itself. */
export function createClusterRateLimiters(workers: number): RateLimiters {
  const waiting = new Map<number, (waitMs: number) => void>();
  let lastAsked = 0;
  process.on('message', (message) => {
    if (!isAbout<PaceReply>(message)) return;
    waiting.get(message.pace)?.(message.waitMs);
    waiting.delete(message.pace);
  });
  return (account, requestsPerSecond) => ({
    take: () =>
      new Promise((resolve) => {
        lastAsked += 1;
        waiting.set(lastAsked, resolve);
        process.send?.({ pace: lastAsked, account, requestsPerSecond } satisfies PaceRequest);
      }),
    // As if the other workers had as many calls waiting.
    expectedMs: (ahead) => Math.floor((ahead * workers) / Math.max(1, requestsPerSecond)) * 1000,
  });
}
