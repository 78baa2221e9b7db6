// Rate limiters of worker processes without a Redis: their primary process holds them, and each worker requests every
// start from it.
import cluster, { type Worker } from 'node:cluster';
import { type CreateRateLimiter, createLocalRateLimiter, type OnSent, type RateLimiter } from './rateLimiter.js';

interface StartRequest {
  readonly start: number;
  readonly account: string;
  readonly requestsPerSecond: number;
  readonly isBackground: boolean;
}

/** 0: the start is taken. */
interface StartReply {
  readonly start: number;
  readonly waitMs: number;
}

/** The call that took the start has gone out. */
interface SentNotice {
  readonly start: number;
  readonly isSent: true;
}

const isStartMessage = <Message extends StartRequest | StartReply | SentNotice>(message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'start' in message;

/** In the primary process: grants starts to the workers. */
export function serveRateLimiters(): void {
  const limiters = new Map<string, RateLimiter>();
  /** Starts whose calls have not gone out, by worker. */
  const held = new Map<number, Map<number, OnSent>>();
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (!isStartMessage<StartRequest | SentNotice>(message)) return;
    const own = held.get(worker.id) ?? new Map<number, OnSent>();
    if ('isSent' in message) {
      own.get(message.start)?.();
      own.delete(message.start);
      return;
    }
    const { account, requestsPerSecond, isBackground } = message;
    // Settings may change while workers run.
    const key = `${account} ${requestsPerSecond}`;
    const limiter = limiters.get(key) ?? createLocalRateLimiter(requestsPerSecond);
    limiters.set(key, limiter);
    const taken = await limiter.take(isBackground);
    if (worker.isDead() || !worker.isConnected()) {
      // What a worker has sent may be read after its exit has been told.
      if (typeof taken !== 'number') taken();
      return;
    }
    if (typeof taken !== 'number') held.set(worker.id, own.set(message.start, taken));
    const waitMs = typeof taken === 'number' ? taken : 0;
    worker.send({ start: message.start, waitMs } satisfies StartReply);
  });
  // A message to a worker that has just died fails. Its exit is told as well, and nobody else listens for the error.
  cluster.on('fork', (worker: Worker) => worker.on('error', () => {}));
  cluster.on('exit', ({ id }: Worker) => {
    for (const onSent of held.get(id)?.values() ?? []) onSent();
    held.delete(id);
  });
}

/** In one of so many workers: the rate limiters that the primary holds. A worker whose primary is gone exits by itself. */
export function createClusterRateLimiters(workers: number): CreateRateLimiter {
  const waiting = new Map<number, (taken: OnSent | number) => void>();
  let lastStart = 0;
  process.on('message', (message) => {
    if (!isStartMessage<StartReply>(message)) return;
    const { start, waitMs } = message;
    waiting.get(start)?.(waitMs || (() => process.send?.({ start, isSent: true } satisfies SentNotice)));
    waiting.delete(start);
  });
  return (account, requestsPerSecond) => ({
    take: (isBackground = false) =>
      new Promise((resolve) => {
        lastStart += 1;
        waiting.set(lastStart, resolve);
        process.send?.({ start: lastStart, account, requestsPerSecond, isBackground } satisfies StartRequest);
      }),
    // As if the other workers had as many calls waiting.
    expectedMs: (ahead) => Math.floor((ahead * workers) / Math.max(1, requestsPerSecond)) * 1000,
  });
}
