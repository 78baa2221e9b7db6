// How far a synthetic AliExpress order has come.

import { HOUR } from '../../invented/times.js';
import type { Outline, Stage } from '../../outline.js';
import { messageCountAt } from './parties.js';
import { statusAt } from './statuses.js';
import { isCancelled, type Story, storyOf } from './story.js';

const STAGES: Readonly<Record<string, Stage>> = {
  PLACE_ORDER_SUCCESS: 'unpaid',
  WAIT_SELLER_EXAMINE_MONEY: 'unpaid',
  IN_CANCEL: 'held',
  RISK_CONTROL: 'held',
  IN_ISSUE: 'held',
  IN_FROZEN: 'held',
  WAIT_SELLER_SEND_GOODS: 'toShip',
  SELLER_PART_SEND_GOODS: 'toShip',
  WAIT_BUYER_ACCEPT_GOODS: 'shipped',
  FUND_PROCESSING: 'received',
  FINISH: 'completed',
};

export const outlineAt = (index: number): Outline => ({
  stage: isCancelled(index) ? 'closed' : (STAGES[statusAt(index).code] ?? 'other'),
  times: () => {
    // Nothing of this depends on the id.
    const story = storyOf(index, 0n);
    return { lastEventAt: lastEventOf(story), dueAt: story.at.due };
  },
});

const DAY = 24 * HOUR;

/** Messages come an hour after each other; complaints, refunds and what is passed on to the seller take days. */
const lastEventOf = ({ index, at, modified, reached, status, disputed, refunded }: Story): number =>
  Math.max(
    modified,
    at.created + messageCountAt(index) * HOUR,
    reached('paid') ? at.paid + 60_000 : 0,
    reached('shipped') || status.code === 'SELLER_PART_SEND_GOODS' ? at.shipped + 2 * HOUR : 0,
    disputed ? at.shipped + DAY : 0,
    refunded ? at.paid + 9 * DAY : 0,
    reached('completed') ? at.completed + DAY : 0,
  );
