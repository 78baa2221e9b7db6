// How far a synthetic trade has come.

import { HOUR } from '../../invented/times.js';
import type { Outline, Stage } from '../../outline.js';
import { onHold } from './holds.js';
import { inParcels } from './lines.js';
import { type Story, storyOf, traitsOf } from './story.js';

const STAGES: Readonly<Record<string, Stage>> = {
  TRADE_NO_CREATE_PAY: 'unpaid',
  WAIT_BUYER_PAY: 'unpaid',
  PAY_PENDING: 'unpaid',
  WAIT_PRE_AUTH_CONFIRM: 'unpaid',
  WAIT_SELLER_SEND_GOODS: 'toShip',
  SELLER_CONSIGNED_PART: 'toShip',
  PAID_FORBID_CONSIGN: 'held',
  WAIT_BUYER_CONFIRM_GOODS: 'shipped',
  TRADE_BUYER_SIGNED: 'received',
  TRADE_FINISHED: 'completed',
  TRADE_CLOSED: 'closed',
  TRADE_CLOSED_BY_TAOBAO: 'closed',
};

export function outlineAt(index: number): Outline {
  const traits = traitsOf(index);
  return {
    stage: onHold(traits) ? 'held' : (STAGES[traits.status.code] ?? 'other'),
    times: () => {
      // Nothing of this depends on the id.
      const story = storyOf(index, 0n);
      return { lastEventAt: lastEventOf(story), dueAt: story.at.due };
    },
  };
}

/** Refunds come an hour after payment; each parcel of several is sent two hours after the one before. */
const lastEventOf = (story: Story): number => {
  const { at, modified, reached, lines, paid, refund, type } = story;
  const isSent = reached('shipped') || inParcels(story);
  return Math.max(
    modified,
    refund === 'SUCCESS' ? at.paid + HOUR : 0,
    paid && type === 'cod' ? at.completed : 0,
    isSent ? at.shipped + (lines - 1) * 2 * HOUR : 0,
  );
};
