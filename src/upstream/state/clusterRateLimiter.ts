// The pace of worker processes without a Redis: their primary process keeps it, and each worker asks it for every start.
import cluster, { type Worker } from 'node:cluster';
import { createLocalRateLimiter, type OnSent, type RateLimiter, type RateLimiters } from './rateLimiter.js';

interface PaceRequest {
  readonly pace: number;
  readonly account: string;
  readonly requestsPerSecond: number;
}

/** 0: the start is taken. */
interface PaceReply {
  readonly pace: number;
  readonly waitMs: number;
}

/** The call that took the start has gone out. */
interface PaceNotice {
  readonly pace: number;
  readonly isSent: true;
}

const isAbout = <Message extends PaceRequest | PaceReply | PaceNotice>(message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'pace' in message;

/** Answers the workers, in the primary process. */
export function serveRateLimiters(): void {
  const paces = new Map<string, RateLimiter>();
  /** Starts whose calls have not gone out, by worker. */
  const held = new Map<number, Map<number, OnSent>>();
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (!isAbout<PaceRequest | PaceNotice>(message)) return;
    const own = held.get(worker.id) ?? new Map<number, OnSent>();
    if ('isSent' in message) {
      own.get(message.pace)?.();
      own.delete(message.pace);
      return;
    }
    const { account, requestsPerSecond } = message;
    const pace = paces.get(account) ?? createLocalRateLimiter(requestsPerSecond);
    paces.set(account, pace);
    const taken = await pace.take();
    if (!worker.isConnected()) {
      if (typeof taken !== 'number') taken();
      return;
    }
    if (typeof taken !== 'number') held.set(worker.id, own.set(message.pace, taken));
    const waitMs = typeof taken === 'number' ? taken : 0;
    worker.send({ pace: message.pace, waitMs } satisfies PaceReply);
  });
  cluster.on('exit', ({ id }: Worker) => {
    for (const onSent of held.get(id)?.values() ?? []) onSent();
    held.delete(id);
  });
}

/** The paces that the primary keeps, in one of so many workers. A worker whose primary is gone ends of itself. */
export function createClusterRateLimiters(workers: number): RateLimiters {
  const waiting = new Map<number, (taken: OnSent | number) => void>();
  let lastAsked = 0;
  process.on('message', (message) => {
    if (!isAbout<PaceReply>(message)) return;
    const { pace, waitMs } = message;
    waiting.get(pace)?.(waitMs || (() => process.send?.({ pace, isSent: true } satisfies PaceNotice)));
    waiting.delete(pace);
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
