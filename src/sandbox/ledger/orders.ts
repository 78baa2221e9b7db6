// The orders of a ledger: what does not change of them, drawn from a seed and their number.
import { randomFrom } from '../random.js';
import type { Chaos } from './chaos.js';
import { type LedgerEvent, lifeOf } from './life.js';

/** Ids of a platform's orders in ledgers: apart from those of its other invented orders. */
export interface IdSeries {
  readonly first: bigint;
  /** Far enough apart that the ids of lines find room between them. */
  readonly step: bigint;
}

export interface LedgerLine {
  /** Which of the platform's products, and which of its variants, as numbers without end. */
  readonly product: number;
  readonly variant: number;
  /** In the smallest unit of the currency. */
  readonly price: number;
  readonly quantity: number;
}

export interface LedgerOrder {
  /** From 0, in its shop. */
  readonly number: number;
  readonly id: bigint;
  readonly orderId: string;
  readonly lines: readonly LedgerLine[];
  readonly shipping: number;
  /** Who buys, and whatever else differs from one order to the next. */
  readonly trait: number;
  readonly hasReceiver: boolean;
  /** All that has happened and will; it grows where something unforeseen does. */
  events: readonly LedgerEvent[];
}

export interface OrderOptions {
  readonly ids: IdSeries;
  readonly seed: number;
  readonly number: number;
  readonly placedAt: number;
  readonly pace: number;
  readonly chaos: Chaos;
}

const SECOND = 1_000;
const HALF_HOUR = 1_800_000;

/** Under chaos many things happen in one second, and in the seconds at which windows begin. */
function momentBy({ ties, boundarySeconds }: Chaos, random: () => number): (at: number) => number {
  const snapped = (at: number, unit: number): number => Math.round(at / unit) * unit;
  return (at) => {
    const chance = random();
    if (boundarySeconds && chance < 0.05) return snapped(at, HALF_HOUR);
    return snapped(at, ties && chance > 0.5 ? 20 * SECOND : SECOND);
  };
}

const below = (random: () => number, end: number): number => Math.floor(random() * end);

export function createOrder({ ids, seed, number, placedAt, pace, chaos }: OrderOptions): LedgerOrder {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const lines = Array.from({ length: 1 + below(random, 3) }, () => ({
    product: below(random, 1_000),
    variant: below(random, 1_000),
    price: 100 + below(random, 40_000),
    quantity: 1 + below(random, 5),
  }));
  const id = ids.first + BigInt(number) * ids.step;
  const events = lifeOf({
    placedAt,
    pace,
    lines: lines.length,
    random,
    moment: momentBy(chaos, random),
    lateness: () => (random() < chaos.lateRows ? below(random, chaos.lateMs) : 0),
  });
  return {
    number,
    id,
    orderId: String(id),
    lines,
    shipping: below(random, 3) * 500,
    trait: below(random, 1_000_000),
    hasReceiver: random() >= chaos.emptyReceivers,
    events,
  };
}

/** What is to be paid for the goods: each change of price takes a twentieth off. */
export const goodsOf = ({ lines }: LedgerOrder): number =>
  lines.reduce((total, { price, quantity }) => total + price * quantity, 0);

export const totalOf = (order: LedgerOrder, { priceChanges }: { readonly priceChanges: number }): number =>
  goodsOf(order) - Math.floor(goodsOf(order) / 20) * priceChanges + order.shipping;
