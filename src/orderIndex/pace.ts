// The pace of what is done in the background: at each account's gateway one start after another, a part of what it allows
// apart, whoever starts.
import type { ShopGateway } from '../upstream/types.js';

export interface Pace {
  /** Reserves the account's next start, so far apart from the one after it: when it is, by performance.now(). */
  readonly reserve: (account: object, intervalMs: number) => number;
  /** When the account's next start may be. */
  readonly nextAt: (account: object) => number;
}

/** @param clock milliseconds that only ever grow */
export function createPace(clock: () => number = () => performance.now()): Pace {
  const starts = new WeakMap<object, number>();
  const nextAt = (account: object): number => Math.max(clock(), starts.get(account) ?? 0);
  return {
    nextAt,
    reserve(account, intervalMs) {
      const at = nextAt(account);
      starts.set(account, at + intervalMs);
      return at;
    },
  };
}

/** The pace of gateways that have none. */
const USUAL_PER_SECOND = 10;

/** How far apart background starts are at a gateway, milliseconds. */
export const intervalOf = (
  { settings: { requestsPerSecond = USUAL_PER_SECOND } }: ShopGateway,
  share: number,
): number => 1000 / (requestsPerSecond * share);
