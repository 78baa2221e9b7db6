// What happens to an order of a ledger, from when it is placed until it ends: all of it is drawn when the order is made, and
// becomes true as the clock reaches it.

export type EventKind =
  | 'placed'
  | 'priceChanged'
  | 'paid'
  | 'memoChanged'
  | 'partShipped'
  | 'shipped'
  | 'received'
  | 'refundAsked'
  | 'refundRefused'
  | 'closed'
  | 'cancelled'
  | 'completed';

export interface LedgerEvent {
  readonly kind: EventKind;
  /** Milliseconds, to the second: platforms tell no smaller ones. */
  readonly at: number;
  /** From when on lists show it: at once, or late. */
  readonly storedAt: number;
}

export interface LifeOptions {
  readonly placedAt: number;
  /** How fast it goes: 1 takes days from one step to the next. */
  readonly pace: number;
  readonly lines: number;
  readonly random: () => number;
  /** Turns a moment into one that may be shared with others. */
  readonly moment: (at: number) => number;
  /** How much later lists show what happens, in milliseconds. */
  readonly lateness: () => number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** From when a step follows the one before, at the earliest and at the latest. */
type Span = readonly [fewest: number, most: number];

type Step = readonly [EventKind, Span];

const TO_CANCEL: Span = [HOUR, 24 * HOUR];
const TO_PAY: Span = [MINUTE, 4 * HOUR];
const TO_SHIP: Span = [2 * HOUR, 40 * HOUR];

/** The steps after an order was placed. */
function stepsOf({ random, lines }: LifeOptions): readonly Step[] {
  const often = (part: number): boolean => random() < part;
  const repriced: readonly Step[] = often(0.1) ? [['priceChanged', [MINUTE, 20 * MINUTE]]] : [];
  if (often(0.12)) return [...repriced, ['cancelled', TO_CANCEL]];
  const paid: readonly Step[] = [...repriced, ['paid', TO_PAY]];
  if (often(0.06)) return [...paid, ['refundAsked', [HOUR, 10 * HOUR]], ['closed', [HOUR, 20 * HOUR]]];
  const noted: readonly Step[] = often(0.15) ? [['memoChanged', [5 * MINUTE, 2 * HOUR]]] : [];
  const parted: readonly Step[] = lines > 1 && often(0.3) ? [['partShipped', TO_SHIP]] : [];
  const shipped: readonly Step[] = [...paid, ...noted, ...parted, ['shipped', TO_SHIP]];
  if (often(0.03)) return [...shipped, ['refundAsked', [12 * HOUR, 60 * HOUR]], ['closed', [HOUR, 48 * HOUR]]];
  const disputed: readonly Step[] = often(0.03)
    ? [
        ['refundAsked', [12 * HOUR, 30 * HOUR]],
        ['refundRefused', [HOUR, 20 * HOUR]],
      ]
    : [];
  return [...shipped, ...disputed, ['received', [20 * HOUR, 90 * HOUR]], ['completed', [HOUR, 72 * HOUR]]];
}

/** In the order in which they happen; none is stored before the one that it follows. */
export function lifeOf(options: LifeOptions): readonly LedgerEvent[] {
  const { placedAt, pace, random, moment, lateness } = options;
  const events: LedgerEvent[] = [];
  let at = moment(placedAt);
  let storedAt = 0;
  const happen = (kind: EventKind): void => {
    storedAt = Math.max(storedAt, at + lateness());
    events.push({ kind, at, storedAt });
  };
  happen('placed');
  for (const [kind, [fewest, most]] of stepsOf(options)) {
    at = Math.max(at + 1_000, moment(at + (fewest + random() * (most - fewest)) / pace));
    happen(kind);
  }
  return events;
}

export type LedgerStage =
  | 'unpaid'
  | 'toShip'
  | 'partShipped'
  | 'shipped'
  | 'received'
  | 'completed'
  /** Never paid. */
  | 'cancelled'
  /** Paid, and paid back. */
  | 'closed';

/** How far an order has come. */
export interface OrderState {
  readonly stage: LedgerStage;
  readonly refund: 'NONE' | 'ASKED' | 'REFUSED' | 'DONE';
  /** When each kind of thing happened last. */
  readonly at: Readonly<Partial<Record<EventKind, number>>>;
  readonly modifiedAt: number;
  readonly priceChanges: number;
  readonly memos: number;
}

const STAGES: Readonly<Partial<Record<EventKind, LedgerStage>>> = {
  placed: 'unpaid',
  paid: 'toShip',
  partShipped: 'partShipped',
  shipped: 'shipped',
  received: 'received',
  completed: 'completed',
  cancelled: 'cancelled',
  closed: 'closed',
};

const REFUNDS: Readonly<Partial<Record<EventKind, OrderState['refund']>>> = {
  refundAsked: 'ASKED',
  refundRefused: 'REFUSED',
  closed: 'DONE',
};

/** @param count how many of its events have happened, at least one */
export function stateAfter(events: readonly LedgerEvent[], count: number): OrderState {
  const at: Partial<Record<EventKind, number>> = {};
  let [stage, refund]: [LedgerStage, OrderState['refund']] = ['unpaid', 'NONE'];
  let [modifiedAt, priceChanges, memos] = [0, 0, 0];
  for (const event of events.slice(0, count)) {
    stage = STAGES[event.kind] ?? stage;
    refund = REFUNDS[event.kind] ?? refund;
    at[event.kind] = event.at;
    modifiedAt = event.at;
    if (event.kind === 'priceChanged') priceChanges += 1;
    if (event.kind === 'memoChanged') memos += 1;
  }
  return { stage, refund, at, modifiedAt, priceChanges, memos };
}
