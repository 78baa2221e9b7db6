// A thread of the index as the answering thread meets it: called by messages, and started again when it dies.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { IndexLog } from '../indexLog.js';
import { errorOf, type Notice, type Order } from './messages.js';

/**
 * What it may take of memory, in MiB: a few large documents at once. A larger young generation would be filled before
 * anything of it is collected.
 */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 4 } as const;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** One that lived so long did not die of how it started. */
const HEALTHY_MS = 60_000;

/** How long a thread that is asked to end may take. */
const CLOSE_MS = 3_000;

interface ThreadOptions {
  /** The file of its program. */
  readonly program: URL;
  readonly name: string;
  /** What the program is started with. */
  readonly data: unknown;
  readonly log: IndexLog;
  readonly onEvent?: (event: string) => void;
  /** Called when it has started, and each time that it has started again. */
  readonly onStart?: (thread: Thread) => void;
}

export interface Thread {
  /** @throws ThreadEnded where there is no thread, or it ends before it answers; else what the method throws. */
  readonly call: <Result>(method: string, ...args: readonly unknown[]) => Promise<Result>;
  /** Calls that are not answered yet. */
  readonly pending: () => number;
  readonly close: () => Promise<void>;
}

export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export function startThread({ program, name, data, log, onEvent, onStart }: ThreadOptions): Thread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let deaths = 0;
  let isClosing = false;
  let timer: NodeJS.Timeout | undefined;

  function start(): void {
    const began = performance.now();
    const started = new Worker(program, { workerData: data, resourceLimits: LIMITS, name });
    worker = started;
    started.unref();
    started.on('message', take);
    // It is followed by the exit.
    started.on('error', (error) =>
      log.warn({ thread: name, reason: nameOf(error) }, 'A thread of the order index failed'),
    );
    started.once('exit', () => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new ThreadEnded('The thread has ended.'));
      waiting.clear();
      if (isClosing) return;
      deaths = performance.now() - began > HEALTHY_MS ? 0 : deaths + 1;
      timer = setTimeout(start, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** deaths)).unref();
    });
    onStart?.(thread);
  }

  function take(notice: Notice): void {
    if (notice.kind === 'event') onEvent?.(notice.event);
    else if (notice.kind === 'log') tell(log, notice);
    else {
      const { resolve, reject } = waiting.get(notice.id) ?? {};
      waiting.delete(notice.id);
      if (notice.kind === 'result') resolve?.(notice.result as never);
      else reject?.(errorOf(notice.failure));
    }
  }

  const give = (order: Order): void => worker?.postMessage(order);

  const thread: Thread = {
    call(method, ...args) {
      if (worker === undefined) return Promise.reject(new ThreadEnded('There is no thread at the moment.'));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        give({ kind: 'call', id, method, args });
      });
    },
    pending: () => waiting.size,
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
  start();
  return thread;
}

/** An object whose methods are those that the thread serves under a name. */
export const remote = <Methods extends object>({ call }: Pick<Thread, 'call'>, name: string): Methods =>
  new Proxy({} as Methods, {
    get:
      (_target, method) =>
      (...args: readonly unknown[]) =>
        call(`${name}.${String(method)}`, ...args),
  });

const nameOf = (error: unknown): string => (error as { readonly code?: string }).code ?? (error as Error).name;

function tell(log: IndexLog, { level, details, message }: Extract<Notice, { readonly kind: 'log' }>): void {
  if (level === 'info') log.info(message);
  else if (details === undefined) log.warn(message);
  else log.warn(details, message);
}
