// Keeps to what a gateway allows: the calls of each account wait in its queue.
import type { Layer } from '../types.js';

export const createRateLimit = (): Layer => (next) => async (call) => {
  call.scope.stage = 'QUEUE';
  const startedAt = performance.now();
  const entered = call.shopGateway.queue.enter(call.scope);
  const { onSent, leave } = entered instanceof Promise ? await entered : entered;
  call.request.trace.waitedMs += performance.now() - startedAt;
  try {
    return await next(onSent ? { ...call, onSent } : call);
  } finally {
    leave();
  }
};
