// What a thread of the index runs: it does what it is called for, and tells what comes of it.
import { parentPort } from 'node:worker_threads';
import type { IndexLog } from '../indexLog.js';
import { failureOf, type Notice, type Order } from './messages.js';

/** What calls are made to; what they take and resolve to must be such as threads can hand over. */
export type Methods = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** The methods of an object, to be called by its name. */
export const served = (name: string, object: object): Methods =>
  Object.fromEntries(Object.entries(object).map(([method, run]) => [`${name}.${method}`, run]));

interface Work {
  readonly methods: Methods;
  readonly close: () => Promise<void>;
}

interface Services {
  /** The log of the program. */
  readonly log: IndexLog;
  readonly emit: (event: string) => void;
}

/** Serves calls until the thread is told to close. */
export function serveCalls(begin: (services: Services) => Work): void {
  if (parentPort === null) throw new Error('This is the program of a thread.');
  const port = parentPort;
  const tell = (notice: Notice): void => port.postMessage(notice);
  const { methods, close } = begin({
    log: logBy(tell),
    emit: (event) => tell({ kind: 'event', event }),
  });

  async function answer({ id, method, args }: Extract<Order, { readonly kind: 'call' }>): Promise<void> {
    try {
      tell({ kind: 'result', id, result: await methods[method]?.(...(args as never[])) });
    } catch (error) {
      tell({ kind: 'failure', id, failure: failureOf(error) });
    }
  }

  port.on('message', (order: Order) => {
    if (order.kind === 'call') void answer(order);
    else void close().finally(() => port.close());
  });
}

const logBy = (tell: (notice: Notice) => void): IndexLog => ({
  info: (message) => tell({ kind: 'log', level: 'info', message }),
  warn: (details, message) =>
    typeof details === 'string'
      ? tell({ kind: 'log', level: 'warn', message: details })
      : tell({ kind: 'log', level: 'warn', details, message: message ?? '' }),
});
