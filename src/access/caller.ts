// Who asks, and what they may.
import type { Scope } from '../config/settings.js';

export interface Caller {
  /** What logs and queues call them. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Whether they may know of a shop at all. */
  readonly mayAsk: (shopId: string) => boolean;
}

/** The caller that may do everything: there is no access control yet. */
export const ANYONE: Caller = {
  name: 'anonymous',
  scopes: new Set(['orders:read', 'pii:read', 'orders:raw', 'metrics:read']),
  mayAsk: () => true,
};
