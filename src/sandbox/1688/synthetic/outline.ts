// How far a synthetic 1688 order has come.

import { HOUR } from '../../invented/times.js';
import type { Outline, Stage } from '../../outline.js';
import { mayShipAlone } from './items.js';
import { statusAt } from './statuses.js';
import { type Story, storyOf } from './story.js';

const STAGES: Readonly<Record<string, Stage>> = {
  waitbuyerpay: 'unpaid',
  waitsellersend: 'toShip',
  waitlogisticstakein: 'toShip',
  waitbuyerreceive: 'shipped',
  waitbuyersign: 'shipped',
  signinsuccess: 'received',
  confirm_goods: 'received',
  success: 'completed',
  cancel: 'closed',
  terminated: 'closed',
};

export const outlineAt = (index: number): Outline => ({
  stage: STAGES[statusAt(index).code] ?? 'other',
  times: () => {
    // Nothing of this depends on the id.
    const story = storyOf(index, 0n);
    return { lastEventAt: lastEventOf(story), dueAt: story.at.due };
  },
});

/** Sellers act an hour after payment, parcels change a minute after they are sent, ratings come an hour after the end. */
const lastEventOf = (story: Story): number => {
  const { at, modified, reached } = story;
  return Math.max(
    modified,
    reached('paid') ? at.paid + HOUR : 0,
    reached('shipped') || mayShipAlone(story) ? at.shipped + 60_000 : 0,
    reached('completed') ? at.completed + HOUR : 0,
  );
};
