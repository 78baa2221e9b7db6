// Keeps to what a gateway allows: the calls of each account wait in its queue.
import { observe } from '../../common/histogram.js';
import type { GatewayCall, GatewayLayer } from '../types.js';

export const createRateLimit = (): GatewayLayer => (next) => async (call) => {
  call.scope.stage = 'QUEUE';
  const { queue, counts } = call.shopGateway;
  const startedAt = performance.now();
  const entered = queue.enter(call.scope);
  if (entered instanceof Promise) {
    counts.waiting += 1;
    entered.then(leaveQueue, leaveQueue);
  } else countWait(call, startedAt);
  const { onSent, leave } = entered instanceof Promise ? await entered : entered;
  try {
    return await next(onSent ? { ...call, onSent } : call);
  } finally {
    leave();
  }

  function leaveQueue(): void {
    counts.waiting -= 1;
    countWait(call, startedAt);
  }
};

function countWait({ shopGateway, request }: GatewayCall, startedAt: number): void {
  const waitedMs = performance.now() - startedAt;
  observe(shopGateway.counts.waits, waitedMs / 1000);
  request.trace.waitedMs += waitedMs;
}
