// The program of the writer's thread.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { IndexLog } from '../indexLog.js';
import type { Notice, Order, ThreadData } from './messages.js';
import { startWriter } from './writer.js';

/** Whoever waits for an answer goes before whoever writes down what was answered. */
const NICENESS = 10;

if (parentPort === null) throw new Error('This is the program of a thread.');
const port = parentPort;
const tell = (notice: Notice): void => port.postMessage(notice);

// Elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(NICENESS);

const log: IndexLog = {
  info: (message) => tell({ kind: 'log', level: 'info', message }),
  warn: (details, message) =>
    typeof details === 'string'
      ? tell({ kind: 'log', level: 'warn', message: details })
      : tell({ kind: 'log', level: 'warn', details, message: message ?? '' }),
};

const writer = startWriter((workerData as ThreadData).options, log, Date.now);
void writer.ready.then(() => tell({ kind: 'ready' }));

port.on('message', (order: Order) => {
  if (order.kind === 'close') {
    void writer.close().finally(() => port.close());
    return;
  }
  const { id, tasks } = order;
  writer.write(tasks).then(
    () => tell({ kind: 'written', id }),
    () => tell({ kind: 'failed', id }),
  );
});
