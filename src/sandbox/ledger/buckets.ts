// Orders by an instant that may change: those between two instants are found without looking at all.
import type { LedgerOrder } from './orders.js';

const MINUTE = 60_000;
const minuteOf = (at: number): number => Math.floor(at / MINUTE);

export interface Buckets {
  readonly put: (order: LedgerOrder, at: number) => void;
  /** Newest first; both ends are within. */
  readonly between: (from: number, to: number) => readonly LedgerOrder[];
}

export function createBuckets(): Buckets {
  const minutes = new Map<number, Set<LedgerOrder>>();
  const places = new Map<LedgerOrder, number>();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    put(order, at) {
      const before = places.get(order);
      if (before !== undefined) minutes.get(minuteOf(before))?.delete(order);
      places.set(order, at);
      const minute = minuteOf(at);
      [first, last] = [Math.min(first, minute), Math.max(last, minute)];
      const bucket = minutes.get(minute);
      if (bucket) bucket.add(order);
      else minutes.set(minute, new Set([order]));
    },
    between(from, to) {
      const found: LedgerOrder[] = [];
      const end = Math.min(minuteOf(to), last);
      for (let minute = Math.max(minuteOf(from), first); minute <= end; minute++) {
        for (const order of minutes.get(minute) ?? []) {
          const at = places.get(order) ?? 0;
          if (at >= from && at <= to) found.push(order);
        }
      }
      return found.sort((one, other) => instantOf(other) - instantOf(one) || other.number - one.number);
    },
  };

  function instantOf(order: LedgerOrder): number {
    return places.get(order) ?? 0;
  }
}
