// A histogram of durations in plain numbers: to count one takes a tenth of a microsecond, so that the fastest way can.

export interface Histogram {
  /** Upper ends of its buckets, ascending; beyond the last there is one more. */
  readonly bounds: readonly number[];
  /** How many fell into each bucket alone. */
  readonly counts: number[];
  sum: number;
}

/** Seconds: from an answer out of memory to the longest deadline that anybody sets. */
export const DURATION_BOUNDS = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
] as const;

export const createHistogram = (bounds: readonly number[] = DURATION_BOUNDS): Histogram => ({
  bounds,
  counts: Array.from({ length: bounds.length + 1 }, () => 0),
  sum: 0,
});

export function observe(histogram: Histogram, value: number): void {
  const { bounds, counts } = histogram;
  let bucket = 0;
  while (bucket < bounds.length && value > (bounds[bucket] as number)) bucket += 1;
  counts[bucket] = (counts[bucket] as number) + 1;
  histogram.sum += value;
}
