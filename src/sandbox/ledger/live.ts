// The ledger of the demo: orders live on the real clock, some faster than real ones, so that one can look on.
import { randomFrom } from '../random.js';
import { createDemoLedger } from './index.js';
import type { Ledger, LedgerClock } from './ledger.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When order 0 was placed in each shop; another follows each minute, so that something happens every few seconds. */
const FIRST_ORDER = Date.UTC(2026, 0, 1);
const BETWEEN_ORDERS = MINUTE;

/** Days become half an hour. */
const PACE = 60;

/** How many hours of orders there are at the start, and how far ahead of the clock they are made. */
const HOURS_BEFORE = 12;
const HOURS_AHEAD = 2;

const numberAt = (at: number): number => Math.floor((at - FIRST_ORDER) / BETWEEN_ORDERS);

/** Somewhere in its minute: the same whenever it is asked. */
const placedAt = (number: number): number => FIRST_ORDER + (number + randomFrom(number)()) * BETWEEN_ORDERS;

/** The day from which on its lists are worth reading. */
export const liveSince = (now: number): string => new Date(now - 24 * HOUR).toISOString().slice(0, 10);

export interface LiveLedger {
  readonly ledger: Ledger;
  readonly close: () => void;
}

export function createLiveLedger(now: LedgerClock = () => Date.now()): LiveLedger {
  const ledger = createDemoLedger({ now, seed: 1 });
  let end = numberAt(now() - HOURS_BEFORE * HOUR);
  const extend = (): void => {
    const first = end;
    end = Math.max(first, numberAt(now() + HOURS_AHEAD * HOUR));
    ledger.addSeries({ first, end, placedAt, pace: PACE });
  };
  extend();
  const timer = setInterval(extend, HOUR);
  timer.unref();
  return { ledger, close: () => clearInterval(timer) };
}
