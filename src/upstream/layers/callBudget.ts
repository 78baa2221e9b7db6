// Holds each caller to a number of calls to gateways a minute: they are what costs money and quota.
import { Fault } from '../../common/fault.js';
import type { Layer } from '../types.js';

export interface CallBudget {
  /** Calls a minute. */
  readonly limit: number;
  readonly spend: (
    caller: string,
    calls: number,
  ) => Promise<{
    /** Whether there were enough. */
    readonly isPaid: boolean;
    /** Until all are there again. */
    readonly resetMs: number;
  }>;
}

/** Without a budget nothing is counted. A call that several requests share is its first one's. */
export const createCallBudget =
  (budget: CallBudget | undefined): Layer =>
  (next) =>
    budget === undefined
      ? next
      : async (call) => {
          const { isPaid, resetMs } = await budget.spend(call.scope.caller, 1);
          if (isPaid) return next(call);
          const message = `At most ${budget.limit} orders a minute are fetched from gateways for one caller.`;
          throw new Fault('RATE_LIMITED', message, { retryAfterMs: resetMs }, { origin: 'local' });
        };
