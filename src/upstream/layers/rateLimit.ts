// Keeps to what a gateway allows: each credential has its queue.
import type { CallGateway } from '../types.js';

export const pacing =
  (next: CallGateway): CallGateway =>
  async (call) => {
    const began = performance.now();
    const place = call.shopGateway.queue.enter(call.scope);
    const { onSent, leave } = place instanceof Promise ? await place : place;
    call.trace.waitedMs += performance.now() - began;
    try {
      return await next(onSent ? { ...call, onSent } : call);
    } finally {
      leave();
    }
  };
