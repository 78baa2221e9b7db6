// What follows from a fault of a list: when it is read again. The person who looks orders up goes on meanwhile.
import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import type { Fault, FaultCode } from '../../common/fault.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../platforms/orderList.js';

/** Quotas begin anew at midnight in Beijing. */
export const nextMidnight = (now: number): number => now + DAY - ((now + BEIJING_OFFSET_MINUTES * MINUTE) % DAY);

interface Wait {
  /** The first time, where the gateway does not say; twice as long each time that it fails again, up to the longest. */
  readonly firstMs: number;
  readonly longestMs: number;
}

const WAITS: { readonly [code in FaultCode]?: Wait } = {
  UPSTREAM_THROTTLED: { firstMs: 10 * SECOND, longestMs: 2 * MINUTE },
  RATE_LIMITED: { firstMs: 30 * SECOND, longestMs: MINUTE },
  CIRCUIT_OPEN: { firstMs: 30 * SECOND, longestMs: MINUTE },
  // With tokens that can be renewed it is read on as soon as the shop is connected.
  SHOP_NOT_AUTHORIZED: { firstMs: 30 * MINUTE, longestMs: 30 * MINUTE },
  API_NOT_ENTITLED: { firstMs: HOUR, longestMs: HOUR },
  UPSTREAM_BAD_REQUEST: { firstMs: MINUTE, longestMs: HOUR },
  UPSTREAM_MALFORMED: { firstMs: MINUTE, longestMs: 10 * MINUTE },
};

/** Faults of the list alone: all else of the gateway may be well. */
const OF_INTERFACE: ReadonlySet<FaultCode> = new Set([
  'API_NOT_ENTITLED',
  'UPSTREAM_BAD_REQUEST',
  'UPSTREAM_MALFORMED',
  'DEADLINE_EXCEEDED',
]);

/** Faults of the whole account: nothing else of it can be fetched meanwhile, and they do not count as attempts. */
export const OF_ACCOUNT: ReadonlySet<FaultCode> = new Set([
  'CIRCUIT_OPEN',
  'QUOTA_EXHAUSTED',
  'UPSTREAM_THROTTLED',
  'RATE_LIMITED',
  'SHOP_NOT_AUTHORIZED',
]);

/** How long a gateway that is down is left alone, where nothing says for how long. */
export const OUTAGE_MS = 30 * SECOND;

const USUAL_WAIT: Wait = { firstMs: 5 * SECOND, longestMs: 10 * MINUTE };

interface AfterFault {
  readonly nextAt: number;
  /** Nothing of the shop is called before: it is its gateway that fails, or its account. */
  readonly pausedUntil: number;
  readonly isThrottled: boolean;
  readonly isCall: boolean;
}

/** @param failures how often it failed just before */
export function afterFault({ code, details, origin }: Fault, failures: number, now: number): AfterFault {
  const { firstMs, longestMs } = WAITS[code] ?? USUAL_WAIT;
  const usualMs = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
  const nextAt = code === 'QUOTA_EXHAUSTED' ? nextMidnight(now) : now + (details.retryAfterMs ?? usualMs);
  const pausedUntil = OF_INTERFACE.has(code) ? now : Math.min(nextAt, OF_ACCOUNT.has(code) ? nextAt : now + OUTAGE_MS);
  return {
    nextAt,
    pausedUntil,
    isThrottled: code === 'UPSTREAM_THROTTLED' && origin === 'gateway',
    isCall: origin === 'gateway',
  };
}
