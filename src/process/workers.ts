// Several processes that answer at one address. The primary listens, hands each connection to a worker, and replaces
// workers that die; it answers nobody. So it alone decides when listening ends, and no connection is lost on the way.
import cluster, { type Worker } from 'node:cluster';
import { on, once } from 'node:events';
import { Socket } from 'node:net';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { ConfigError } from '../config/index.js';
import { serveRateLimiters } from '../upstream/state/clusterRateLimiter.js';
import { type Listener, type ListenOptions, startListener } from './listener.js';

/** How long after a worker's death another takes its place: one that dies at once is not started in a loop. */
const PAUSE_MS = 1_000;

/**
 * How long a worker's wish to leave waits: a signal to all processes at once is for the primary to follow, in its own
 * time.
 */
const LEAVE_MS = 50;

/** From the primary: here is a connection; the settings have changed; the end is near, so that it is unready; or, that was the last one. */
type Order = { readonly worker: 'take' | 'reload' | 'stop' | 'drain' };
/** To the primary: it can take a connection; it wants no more; or, it has taken the settings over, or has not. */
type Notice = { readonly worker: 'free' | 'leaving' | 'reloaded' | 'notReloaded' };

const isMessage = <Message extends Order | Notice>(message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'worker' in message;

interface WorkersLog {
  readonly info: (details: object, message: string) => void;
  readonly error: (details: object, message: string) => void;
}

interface WorkersOptions extends ListenOptions {
  readonly count: number;
  /** Environment variables beside the primary's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: WorkersLog;
}

interface Workers {
  readonly url: string;
  /** Has the workers take over the settings file, which can be read; whether all that live have done so. */
  readonly reload: () => Promise<boolean>;
  /** Has the workers say that they are unready; they still answer. */
  readonly stop: () => void;
  /** Resolves when every worker has answered what it took, and ended; those that have not by then are killed. */
  readonly drain: (maxMs: number) => Promise<void>;
}

/**
 * Resolves when all of them can answer.
 * @throws ConfigError when it cannot listen, or a worker cannot start.
 */
export async function startWorkers({ count, environment, log, ...options }: WorkersOptions): Promise<Workers> {
  new RateLimiterClusterMaster();
  serveRateLimiters();
  const handout = createHandout();
  let isStopping = false;
  let isClosing = false;
  cluster.on('message', (worker: Worker, message: unknown) => {
    if (!isMessage<Notice>(message)) return;
    if (message.worker === 'free') handout.free(worker);
    if (message.worker === 'leaving')
      setTimeout(() => {
        if (!isStopping) handout.release(worker);
      }, LEAVE_MS);
  });
  // First, as starting takes a while: a port that is taken is told at once, and whoever comes early waits for a worker.
  const listener = await startListener({ ...options, pauseOnConnect: true }, handout.take);
  await Promise.all(Array.from({ length: count }, () => firstStart(environment)));

  cluster.on('exit', (worker: Worker, code: number | null, signal: string | null) => {
    handout.forget(worker);
    if (isClosing) return;
    log.error({ worker: worker.process.pid, code, signal }, 'A worker has ended; another takes its place');
    setTimeout(() => {
      if (!isClosing) restart();
    }, PAUSE_MS);
  });
  const restart = (): void => {
    const worker = cluster.fork(environment);
    void whenReady(worker).then(() => {
      if (isStopping) tellWorker(worker, 'stop');
      log.info({ worker: worker.process.pid }, 'A worker has taken its place');
    });
  };
  return {
    url: listener.url,
    async reload() {
      const taken = await Promise.all(liveWorkers().map(reloadWorker));
      return taken.every(Boolean);
    },
    stop() {
      isStopping = true;
      for (const worker of liveWorkers()) tellWorker(worker, 'stop');
    },
    drain: (maxMs) => {
      isStopping = true;
      isClosing = true;
      return drain(listener, handout, maxMs);
    },
  };
}

const liveWorkers = (): readonly Worker[] =>
  Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);

function tellWorker(worker: Worker, order: Order['worker']): void {
  if (worker.isConnected()) worker.send({ worker: order } satisfies Order);
}

/** Whether it has taken the settings over; one that ends meanwhile is replaced by one that reads them anew. */
async function reloadWorker(worker: Worker): Promise<boolean> {
  const answered = answerOf(worker, ['reloaded', 'notReloaded']);
  tellWorker(worker, 'reload');
  const ended = worker.isDead() || !worker.isConnected() ? undefined : once(worker, 'exit').then(() => undefined);
  return (await Promise.race([answered, ended])) !== 'notReloaded';
}

/** @throws ConfigError when it ends before it can answer; it has said why by then. */
async function firstStart(environment: Readonly<Record<string, string>>): Promise<void> {
  const worker = cluster.fork(environment);
  const ended = once(worker, 'exit').then(() => {
    throw new ConfigError(['WORKERS: a worker process ended before it could answer']);
  });
  // It may still end some day.
  ended.catch(() => {});
  await Promise.race([whenReady(worker), ended]);
}

/** Resolves when a worker can take connections. Its rate limiters may have had a word before. */
const whenReady = (worker: Worker): Promise<unknown> => answerOf(worker, ['free']);

/** The first of these notices that comes from a worker. */
async function answerOf(worker: Worker, wanted: readonly Notice['worker'][]): Promise<Notice['worker'] | undefined> {
  for await (const [message] of on(worker, 'message'))
    if (isMessage<Notice>(message) && wanted.includes(message.worker)) return message.worker;
  return undefined;
}

async function drain(listener: Listener, handout: Handout, maxMs: number): Promise<void> {
  await listener.close();
  const workers = liveWorkers();
  const ended = workers.map((worker) => (worker.isDead() ? undefined : once(worker, 'exit')));
  const timer = setTimeout(() => {
    for (const worker of workers) worker.process.kill('SIGKILL');
  }, maxMs);
  await handout.whenEmpty();
  for (const worker of workers) handout.release(worker);
  await Promise.all(ended);
  clearTimeout(timer);
}

interface Handout {
  readonly take: (socket: Socket) => void;
  readonly free: (worker: Worker) => void;
  /** Lets a worker end: it gets no more connections. */
  readonly release: (worker: Worker) => void;
  readonly forget: (worker: Worker) => void;
  /** Resolves when no accepted connection waits for a worker. */
  readonly whenEmpty: () => Promise<void>;
}

/** A connection goes to whoever has waited longest; a worker that is busy does not wait. */
function createHandout(): Handout {
  const connections: Socket[] = [];
  const free: Worker[] = [];
  const ready = new Set<Worker>();
  const released = new Set<Worker>();
  let onEmpty = (): void => {};

  function handOut(): void {
    while (connections.length > 0) {
      const worker = free.shift();
      if (worker === undefined) return;
      if (worker.isConnected() && !released.has(worker))
        worker.send({ worker: 'take' } satisfies Order, connections.shift());
    }
    onEmpty();
  }

  return {
    take(socket) {
      // A client may have hung up before anybody could take it.
      socket.on('error', () => {});
      connections.push(socket);
      handOut();
    },
    free(worker) {
      ready.add(worker);
      free.push(worker);
      handOut();
    },
    release(worker) {
      if (!worker.isConnected() || released.has(worker)) return;
      released.add(worker);
      if (ready.has(worker)) worker.send({ worker: 'drain' } satisfies Order);
      // It has taken nothing, and would read this only once it has started.
      else worker.process.kill('SIGTERM');
    },
    forget(worker) {
      ready.delete(worker);
      released.delete(worker);
    },
    whenEmpty: () =>
      new Promise((resolve) => {
        onEmpty = resolve;
        handOut();
      }),
  };
}

interface WorkerOptions {
  readonly take: (socket: Socket) => void;
  /** Called when the settings have changed; whether they were taken over. */
  readonly onReload: () => Promise<boolean>;
  /** Called when the end is near: connections still come for a while. */
  readonly onStop: () => void;
  /** Called once no more connections come. */
  readonly onDrain: () => void;
}

/** In a worker: takes connections from the primary until there are no more. On a signal it asks for that. */
export function joinPrimary({ take, onReload, onStop, onDrain }: WorkerOptions): void {
  process.on('message', (message: unknown, handle: unknown) => {
    if (!isMessage<Order>(message)) return;
    if (message.worker === 'reload')
      return void onReload().then((isTaken) => tell(isTaken ? 'reloaded' : 'notReloaded'));
    if (message.worker === 'stop') return onStop();
    if (message.worker === 'drain') return onDrain();
    if (handle instanceof Socket) take(handle);
    tell('free');
  });
  tell('free');
}

/** In a worker: asks to be let go. */
export const leavePrimary = (): void => tell('leaving');

const tell = (worker: Notice['worker']): void => {
  process.send?.({ worker } satisfies Notice);
};
