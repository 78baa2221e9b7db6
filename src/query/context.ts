// What every resolver of one request shares.
import type { Caller } from '../auth/caller.js';
import type { Shop } from '../order/shop.js';
import type { AnswerCounter } from './answerCounter.js';
import type { IndexAccess } from './orderIndex/access.js';
import type { OrderLoader } from './orderLoader.js';

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
}
