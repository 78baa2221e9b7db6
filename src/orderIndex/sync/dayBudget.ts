// The calls that a shop's sync may take in a day of Beijing, as its gateway's quota is a day's too: what is new goes before
// what is only filled in, and is read more rarely rather than not at all where a day's calls would not last until midnight.
import { DAY } from '../../platforms/orderList.js';
import type { SyncEnvironment, SyncedShop } from './environment.js';
import { FILL, isSweep, PUSH, type StreamRules } from './streams.js';
import { dayOf } from './streamTable.js';
import type { DayCalls, StreamStatus } from './types.js';

/** What a call is for: a stream, or an order by itself. */
export type CallKind = StreamRules['kind'] | 'DETAIL';

/** The part of a day's calls that the first fill and the sweeps may take. */
const BACKFILL_PART = 0.5;

export function dayCallsOf(streams: readonly Pick<StreamStatus, 'name' | 'calls'>[]): DayCalls {
  const sum = (isCounted: (name: string) => boolean): number =>
    streams.reduce((total, { name, calls }) => total + (isCounted(name) ? calls : 0), 0);
  return { total: sum((name) => name !== PUSH), backfill: sum((name) => name === FILL || isSweep(name)) };
}

/** How many calls of a shop's day are spent, and which part of those that it may take; undefined where it may take none. */
export function spentOf(streams: Parameters<typeof dayCallsOf>[0], maxCalls: number) {
  const { total: calls } = dayCallsOf(streams);
  return maxCalls > 0 ? { calls, share: calls / maxCalls } : undefined;
}

/** Whether nothing of that kind is called any more until the next day begins. */
export const isSpent = (kind: CallKind, { total, backfill }: DayCalls, maxCalls: number): boolean =>
  total >= maxCalls || ((kind === 'FILL' || kind === 'SWEEP') && backfill >= maxCalls * BACKFILL_PART);

/**
 * Whether a call of that kind may be made now. What was modified is read as often as it is meant to be while less than half
 * of the day's calls are spent; the other half is spread over the day.
 */
export function mayCall(kind: CallKind, calls: DayCalls, maxCalls: number, now: number): boolean {
  if (isSpent(kind, calls, maxCalls)) return false;
  const elapsed = (now - dayOf(now)) / DAY;
  return kind !== 'STEADY' || calls.total < maxCalls * (1 - BACKFILL_PART + BACKFILL_PART * elapsed);
}

export interface DayBudget {
  /** Reads what was called today, where that is not known. */
  readonly load: () => Promise<void>;
  /** It is read anew, as another process may have called. */
  readonly forget: () => void;
  readonly count: (kind: CallKind) => void;
  readonly mayCall: (kind: CallKind) => boolean;
  readonly isSpent: (kind: CallKind) => boolean;
}

export function createDayBudget(
  { id, maxCallsPerDay }: Pick<SyncedShop, 'id' | 'maxCallsPerDay'>,
  { store, now }: Pick<SyncEnvironment, 'store' | 'now'>,
): DayBudget {
  let day: number | undefined;
  let calls: DayCalls = { total: 0, backfill: 0 };
  return {
    async load() {
      const today = dayOf(now());
      if (day === today) return;
      calls = await store.callsToday(id, now());
      day = today;
    },
    forget() {
      day = undefined;
    },
    count(kind) {
      const isBackfill = kind === 'FILL' || kind === 'SWEEP';
      calls = { total: calls.total + 1, backfill: calls.backfill + Number(isBackfill) };
    },
    mayCall: (kind) => mayCall(kind, calls, maxCallsPerDay, now()),
    isSpent: (kind) => isSpent(kind, calls, maxCallsPerDay),
  };
}
