// Has the sandbox's recent orders invented in a thread of their own, so that they hold up no answer.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RecentOrder, RecentOrdersOptions } from '../sandbox/recentOrders.js';

const PROGRAM = new URL('./recentOrdersProgram.js', import.meta.url);

/** The thread ends with the last order, or when nobody wants more. */
export async function* recentOrdersInThread(options: RecentOrdersOptions): AsyncGenerator<RecentOrder, undefined> {
  const thread = new Worker(PROGRAM, { workerData: options, name: 'recent orders' });
  thread.unref();
  try {
    for (;;) {
      thread.postMessage(undefined);
      const [batch] = (await once(thread, 'message')) as [readonly RecentOrder[]];
      if (batch.length === 0) return undefined;
      yield* batch;
    }
  } finally {
    await thread.terminate();
  }
}
