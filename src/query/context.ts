// What every resolver of one request shares.
import type { Caller } from '../auth/caller.js';
import type { Shop } from '../order/shop.js';
import type { AnswerCounter } from './answerCounter.js';
import type { IndexAccess } from './orderIndex/access.js';
import type { OrderLoader } from './orderLoader.js';

/** How a subscription is followed. */
export interface Following {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** The cursor of the last event that the client has, where it comes back: later than any in its query. */
  readonly lastEventId: string | undefined;
}

export interface Context {
  /** Names the request in logs and errors. */
  readonly requestId: string;
  readonly caller: Caller;
  readonly orders: OrderLoader;
  readonly index: IndexAccess;
  /** Counts what is answered beside orders; the loader counts those. */
  readonly answer: AnswerCounter;
  /** The shops that the caller may query. */
  readonly shops: () => readonly Shop[];
  /** There where the operation is a subscription. */
  readonly following?: Following | undefined;
}
