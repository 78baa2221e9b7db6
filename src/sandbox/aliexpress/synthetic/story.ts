// The facts of a synthetic order, drawn from its index alone; every part of the document is told from these.

import type { Faker } from '@faker-js/faker';
import { MILESTONES, type Milestone, type Timeline, timelineOf } from '../../invented/times.js';
import { type Market, marketAt } from './markets.js';
import { type Status, statusAt } from './statuses.js';
import { epochOf } from './times.js';

export type Story = {
  readonly index: number;
  readonly orderId: bigint;
  readonly faker: Faker;
  readonly market: Market;
  readonly status: Status;
  /** An order that ended otherwise than well: never paid, or cancelled. */
  readonly cancelled: boolean;
  /** The buyer has complained, now or before. */
  readonly disputed: boolean;
  /** Money has gone back to the buyer. */
  readonly refunded: boolean;
  readonly reached: (milestone: Milestone) => boolean;
  readonly at: Timeline;
  /** The time of a milestone in milliseconds of the epoch, once it is reached. */
  readonly epochAt: (milestone: Milestone) => string | undefined;
  /** When the order last changed. */
  readonly modified: number;
  /** One order in so many has a trait. Periods are coprime with eleven, so that every status meets the trait. */
  readonly every: (period: number, phase: number) => boolean;
  /** Goes round the list, one step on every eleven orders, so that each status meets each member. */
  readonly turn: <T>(list: readonly T[]) => T;
};

export function storyOf(index: number, orderId: bigint): Story {
  const market = marketAt(index);
  const { faker } = market;
  faker.seed(index);
  const status = statusAt(index);
  const at = timelineOf(index, faker);
  const every = (period: number, phase: number) => index % period === phase;
  const cancelled = isCancelled(index);
  const furthest: Milestone = cancelled ? (every(3, 0) ? 'created' : 'paid') : status.reached;
  const reached = (milestone: Milestone) => MILESTONES.indexOf(milestone) <= MILESTONES.indexOf(furthest);
  const disputed = status.troubled !== undefined || (status.code === 'FINISH' && every(5, 3));
  return {
    index,
    orderId,
    faker,
    market,
    status,
    cancelled,
    disputed,
    refunded: (cancelled && reached('paid')) || (disputed && every(2, 1)),
    reached,
    at,
    epochAt: (milestone) => (reached(milestone) ? epochOf(at[milestone]) : undefined),
    modified: cancelled ? at.closed : at[furthest],
    every,
    turn: <T>(list: readonly T[]) => list[Math.floor(index / 11) % list.length] as T,
  };
}

/** Whether an order that has ended was never paid, or never sent. */
export const isCancelled = (index: number): boolean => statusAt(index).code === 'FINISH' && index % 5 === 2;

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
