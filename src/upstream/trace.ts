// A trace of what was done upstream for one order; layers only write to it, and a request's plan is made of all.
import Big from 'big.js';
import type { Gateway } from '../order/enums.js';

export interface Trace {
  readonly shop: string;
  readonly orderId: string;
  /** The gateway that was called last, or that the cached document came from. */
  gateway: Gateway | null;
  /** The subtrees requested; empty when none was. */
  subtrees: readonly string[];
  cache: 'MISS' | 'PARTIAL' | 'HIT' | 'STALE';
  /** Whether another request's call was shared. */
  joined: boolean;
  /** Calls that reached a gateway. */
  attempts: number;
  /** Milliseconds spent waiting for a turn at the gateway. */
  waitedMs: number;
  /** Milliseconds in all. */
  totalMs: number;
  /** What the calls cost, in the gateway's points, as it says. */
  cost: string | null;
}

export const createTrace = (shop: string, orderId: string): Trace => ({
  shop,
  orderId,
  gateway: null,
  subtrees: [],
  cache: 'MISS',
  joined: false,
  attempts: 0,
  waitedMs: 0,
  totalMs: 0,
  cost: null,
});

/** What one request did upstream: order by order, and in all. */
export const planOf = (traces: readonly Trace[]) => ({
  orders: traces.map(({ waitedMs, totalMs, ...trace }) => ({
    ...trace,
    waitedMs: Math.round(waitedMs),
    totalMs: Math.round(totalMs),
  })),
  totals: {
    orders: traces.length,
    calls: traces.reduce((sum, { attempts }) => sum + attempts, 0),
    joined: traces.filter(({ joined }) => joined).length,
    hits: traces.filter(({ cache }) => cache === 'HIT').length,
    stale: traces.filter(({ cache }) => cache === 'STALE').length,
    cost: traces.reduce((sum, { cost }) => sum.plus(cost ?? 0), new Big(0)).toFixed(),
  },
});
