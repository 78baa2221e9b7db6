// The program of the thread that invents the sandbox's recent orders.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type RecentOrder, type RecentOrdersOptions, recentOrders } from '../sandbox/recentOrders.js';

/** Sent at once, each batch when it is asked for. */
const BATCH = 20;

/** Whoever waits for an answer goes first. */
const NICENESS = 10;

if (parentPort === null) throw new Error('This is the program of a thread.');
const port = parentPort;

// Elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(NICENESS);

const orders = recentOrders(workerData as RecentOrdersOptions);

/** The next orders; none when there are no more. */
function nextBatch(): readonly RecentOrder[] {
  const batch: RecentOrder[] = [];
  while (batch.length < BATCH) {
    const { value, done } = orders.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
}

port.on('message', () => port.postMessage(nextBatch()));
