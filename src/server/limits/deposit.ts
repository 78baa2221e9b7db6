// The charge for queries that are refused. A text that has not been found valid yet pays a point for each of its tokens
// before it is looked at, and gets them back when it is: what costs a budget nothing could be sent without end.
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Fault } from '../../common/fault.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import type { Deposit } from '../graphql/context.js';
import type { Gate } from '../graphql/pipeline.js';
import type { Budget } from './budget.js';
import { tokensIn } from './documentBounds.js';

/** Characters of texts that are remembered as valid. */
const REMEMBERED_CHARACTERS = 4_000_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set where its text has been paid for. */
    deposit?: Deposit | undefined;
  }
}

export interface Deposits {
  /** @throws Fault RATE_LIMITED where less is left of the caller's budget */
  readonly pay: (text: string, request: FastifyRequest) => MaybePromise<void>;
  /** Gives back what an operation that may run was paid for with. */
  readonly refund: Gate;
}

export function createDeposits(budget: Budget, maxTokens: number): Deposits {
  const valid = new LRUCache<string, true>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, text) => text.length || 1,
  });

  async function spend(text: string, request: FastifyRequest): Promise<void> {
    const points = Math.min(tokensIn(text, maxTokens), budget.limit);
    const { isPaid, remaining, resetMs, refund } = await budget.spend(request.caller.name, points);
    if (!isPaid) {
      const message = `To look at this takes ${points} points; ${remaining} are left of the ${budget.limit} a minute.`;
      throw new Fault('RATE_LIMITED', message, { retryAfterMs: resetMs });
    }
    request.deposit = { text, refund };
  }

  return {
    pay: (text, request) => (valid.has(text) ? undefined : spend(text, request)),
    refund(_operation, _variables, { deposit }) {
      if (deposit === undefined) return;
      valid.set(deposit.text, true);
      // A Redis that has gone since then keeps a few points until the minute is over.
      return deposit.refund().then(DONE, DONE);
    },
  };
}

const DONE = (): void => {};
