// What every resolver of one request shares.
import type { Caller } from '../auth/caller.js';
import type { Shop } from '../order/shop.js';
import type { OrderLoader } from './orderLoader.js';

export interface Context {
  /** Names the request in logs and errors. */
  readonly requestId: string;
  readonly caller: Caller;
  /** Whether the answer says what the query cost upstream. */
  readonly tellsPlan: boolean;
  readonly orders: OrderLoader;
  /** Those that the caller may ask. */
  readonly shops: () => readonly Shop[];
}
