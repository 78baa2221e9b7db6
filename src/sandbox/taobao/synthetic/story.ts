// The facts of a synthetic trade, drawn from its index alone; every part of the document is told from these.

import type { Faker } from '@faker-js/faker';
import { faker } from '@faker-js/faker/locale/zh_CN';
import { MILESTONES, type Milestone, plainTime, type Timeline, timelineOf } from '../../invented/times.js';
import type { PaidTrade } from '../promises.js';
import {
  REFUND_STATUSES,
  type RefundStatus,
  SCENES,
  type Scene,
  type Status,
  statusAt,
  type TradeType,
  TYPES,
} from './statuses.js';

export type Story = {
  readonly index: number;
  readonly tid: bigint;
  readonly faker: Faker;
  readonly status: Status;
  readonly type: TradeType;
  readonly scene: Scene;
  /** Of the first line; of every line once the trade is closed after payment. */
  readonly refund: RefundStatus | undefined;
  /** How many lines of goods there are. */
  readonly lines: number;
  readonly reached: (milestone: Milestone) => boolean;
  /** Paid on delivery: such trades are sent before they are paid. */
  readonly paid: boolean;
  readonly at: Timeline;
  /** The time of a milestone, once it is reached. */
  readonly stampOf: (milestone: Milestone) => string | undefined;
  /** When the trade last changed. */
  readonly modified: number;
  /** One trade in so many has a trait. Periods are coprime with twelve, so that every status meets the trait. */
  readonly every: (period: number, phase: number) => boolean;
  /** Goes round the list, one step on every twelve trades, so that each status meets each member. */
  readonly turn: <T>(list: readonly T[]) => T;
};

export function storyOf(index: number, tid: bigint): Story {
  faker.seed(index);
  const traits = traitsOf(index);
  const { status } = traits;
  const type = typeOf(index, status, traits.scene);
  const at = timelineOf(index, faker);
  const reached = (milestone: Milestone) => MILESTONES.indexOf(milestone) <= MILESTONES.indexOf(status.reached);
  return {
    ...traits,
    index,
    tid,
    faker,
    type,
    refund: refundOf(index, status),
    lines: status.code === 'SELLER_CONSIGNED_PART' ? 2 + (index % 3) : 1 + (Math.floor(index / 5) % 4),
    reached,
    paid: reached(type === 'cod' && !status.closed ? 'completed' : 'paid'),
    at,
    stampOf: (milestone) => (reached(milestone) ? plainTime(at[milestone]) : undefined),
    modified: status.closed ? at.closed : at[status.reached],
  };
}

/** What follows from its payment. */
export const paidOf = ({ index, at }: Story): PaidTrade => ({ trait: index, paidAt: at.paid });

/** What needs no chance to be known. */
export type Traits = Pick<Story, 'status' | 'scene' | 'every' | 'turn'>;

export const traitsOf = (index: number): Traits => ({
  status: statusAt(index),
  scene: SCENES[index % SCENES.length] ?? 'plain',
  every: (period, phase) => index % period === phase,
  turn: <T>(list: readonly T[]) => list[Math.floor(index / 12) % list.length] as T,
});

function typeOf(index: number, { code }: Status, scene: Scene): TradeType {
  if (code === 'TRADE_BUYER_SIGNED') return 'cod';
  if (code === 'WAIT_PRE_AUTH_CONFIRM') return 'pre_auth_type';
  return scene === 'presale' ? 'step' : (TYPES[index % TYPES.length] ?? 'fixed');
}

function refundOf(index: number, status: Status): RefundStatus | undefined {
  if (status.closed) return status.reached === 'paid' ? 'SUCCESS' : undefined;
  if (status.reached === 'created') return undefined;
  return index % 7 === 3 ? REFUND_STATUSES[Math.floor(index / 7) % REFUND_STATUSES.length] : undefined;
}

/** Amounts are reckoned in fen, where no fraction is lost; the wire has most of them in yuan: 200.07. */
export const yuan = (fen: number): string => (Math.round(fen) / 100).toFixed(2);

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** yyyy-MM-dd HH:mm */
export const toTheMinute = (instant: number): string => plainTime(instant).slice(0, 16);

/** yyyy-MM-dd */
export const dayOf = (instant: number): string => plainTime(instant).slice(0, 10);
