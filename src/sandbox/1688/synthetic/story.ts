// The facts of a synthetic order, drawn from its index alone; every part of the document is told from these.

import type { Faker } from '@faker-js/faker';
import { faker } from '@faker-js/faker/locale/zh_CN';
import { MILESTONES, type Milestone, type Timeline, timelineOf } from '../../invented/times.js';
import { BUSINESS_TYPES, type BusinessType, REFUNDS, type Refund, type Status, statusAt } from './statuses.js';
import { stampIn } from './times.js';

export type Story = {
  readonly index: number;
  readonly orderId: bigint;
  readonly faker: Faker;
  readonly status: Status;
  readonly business: BusinessType;
  readonly refund: Refund | undefined;
  /** The personal data is masked, and goes with ids to decrypt it by. */
  readonly encrypted: boolean;
  readonly reached: (milestone: Milestone) => boolean;
  readonly at: Timeline;
  readonly stamp: (instant: number) => string;
  /** The time of a milestone, once it is reached. */
  readonly stampOf: (milestone: Milestone) => string | undefined;
  /** When the order last changed. */
  readonly modified: number;
  /** One order in so many has a trait. Periods are coprime with ten, so that every status meets the trait. */
  readonly every: (period: number, phase: number) => boolean;
  /** Goes round the list, one step on every ten orders, so that each status meets each member. */
  readonly turn: <T>(list: readonly T[]) => T;
};

export function storyOf(index: number, orderId: bigint): Story {
  faker.seed(index);
  const status = statusAt(index);
  const at = timelineOf(index, faker);
  const every = (period: number, phase: number) => index % period === phase;
  const stamp = stampIn(every(13, 7));
  const reached = (milestone: Milestone) => MILESTONES.indexOf(milestone) <= MILESTONES.indexOf(status.reached);
  return {
    index,
    orderId,
    faker,
    status,
    business: BUSINESS_TYPES[index % BUSINESS_TYPES.length] ?? 'cn',
    refund: refundOf(index, status),
    encrypted: every(11, 2),
    reached,
    at,
    stamp,
    stampOf: (milestone) => (reached(milestone) ? stamp(at[milestone]) : undefined),
    modified: status.closed ? at.closed : at[status.reached],
    every,
    turn: <T>(list: readonly T[]) => list[Math.floor(index / 10) % list.length] as T,
  };
}

function refundOf(index: number, status: Status): Refund | undefined {
  if (status.reached === 'created') return undefined;
  if (status.closed) return REFUNDS[4];
  return index % 7 === 3 ? REFUNDS[Math.floor(index / 7) % REFUNDS.length] : undefined;
}

/** Amounts are reckoned in fen, where no fraction is lost; the wire has most of them in yuan. */
export const yuan = (fen: number): number => Math.round(fen) / 100;

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
