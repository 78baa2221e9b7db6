// Starts the writer in a thread of its own, and again when that dies.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { IndexLog } from '../indexLog.js';
import type { Notice, Order, ThreadData } from './messages.js';
import type { StartWriter } from './writer.js';

const PROGRAM = new URL('./thread.js', import.meta.url);

/** What it may take of memory, in MiB: a few large documents at once. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 } as const;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** One that lived so long did not die of how it started. */
const HEALTHY_MS = 60_000;

/** How long a thread that is asked to end may take. */
const CLOSE_MS = 3_000;

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export const startWriterThread: StartWriter = (options, log) => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let deaths = 0;
  let isClosing = false;
  let timer: NodeJS.Timeout | undefined;
  let onReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });

  function start(): void {
    const began = performance.now();
    const workerData: ThreadData = { options };
    const started = new Worker(PROGRAM, { workerData, resourceLimits: LIMITS, name: 'order index' });
    worker = started;
    started.unref();
    started.on('message', (notice: Notice) => take(notice));
    // It is followed by the exit.
    started.on('error', (error) => log.warn({ reason: nameOf(error) }, 'The thread of the order index failed'));
    started.once('exit', () => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error('The thread has ended.'));
      waiting.clear();
      if (isClosing) return;
      deaths = performance.now() - began > HEALTHY_MS ? 0 : deaths + 1;
      timer = setTimeout(start, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** deaths)).unref();
    });
  }

  function take(notice: Notice): void {
    if (notice.kind === 'ready') onReady();
    else if (notice.kind === 'log') tell(log, notice);
    else {
      const { resolve, reject } = waiting.get(notice.id) ?? {};
      waiting.delete(notice.id);
      if (notice.kind === 'written') resolve?.();
      else reject?.(new Error('The database failed.'));
    }
  }

  const give = (order: Order): void => worker?.postMessage(order);

  start();
  return {
    ready,
    write(tasks) {
      if (worker === undefined) return Promise.reject(new Error('There is no thread at the moment.'));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        give({ kind: 'write', id, tasks });
      });
    },
    async close() {
      isClosing = true;
      clearTimeout(timer);
      if (worker === undefined) return;
      const ending = worker;
      ending.ref();
      const ended = once(ending, 'exit');
      const late = setTimeout(() => void ending.terminate(), CLOSE_MS);
      give({ kind: 'close' });
      await ended;
      clearTimeout(late);
    },
  };
};

const nameOf = (error: unknown): string => (error as { readonly code?: string }).code ?? (error as Error).name;

function tell(log: IndexLog, { level, details, message }: Extract<Notice, { readonly kind: 'log' }>): void {
  if (level === 'info') log.info(message);
  else if (details === undefined) log.warn(message);
  else log.warn(details, message);
}
