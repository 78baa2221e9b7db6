// How operations went since the process started, in plain numbers.
import { createHistogram, type Histogram, observe } from '../../common/histogram.js';

/** All of it was answered; some of it beside errors; nothing of it. */
export const OUTCOMES = ['success', 'partial', 'failure'] as const;
export type OperationOutcome = (typeof OUTCOMES)[number];

/** Names come from callers, and each takes memory here and in whatever keeps the metrics. */
const MAX_NAMES = 100;
const LONGEST_NAME = 64;

/** Labels of operations without a name, and of those whose names are too many or too long. */
export const UNNAMED = '(unnamed)';
export const OTHERS = '(others)';

export interface OperationCounts {
  /** Counts an operation that was answered, by its name, where it came so far that it has one. */
  readonly record: (name: string | undefined, outcome: OperationOutcome, ms: number) => void;
  /** Counts an error of an answer by its code. */
  readonly recordError: (code: string) => void;
  /** Seconds, by name and outcome. */
  readonly durations: ReadonlyMap<string, Readonly<Partial<Record<OperationOutcome, Histogram>>>>;
  readonly errors: ReadonlyMap<string, number>;
  /** Runs of operations that were compiled, and of those that were not. */
  compiledRuns: number;
  interpretedRuns: number;
}

export function createOperationCounts(): OperationCounts {
  const durations = new Map<string, Partial<Record<OperationOutcome, Histogram>>>();
  const errors = new Map<string, number>();

  function durationsOf(name: string): Partial<Record<OperationOutcome, Histogram>> {
    const known = durations.get(name);
    if (known) return known;
    if (name !== UNNAMED && name !== OTHERS && (name.length > LONGEST_NAME || durations.size >= MAX_NAMES))
      return durationsOf(OTHERS);
    const created = {};
    durations.set(name, created);
    return created;
  }

  return {
    record(name = UNNAMED, outcome, ms) {
      const byOutcome = durationsOf(name);
      byOutcome[outcome] ??= createHistogram();
      observe(byOutcome[outcome], ms / 1000);
    },
    recordError(code) {
      errors.set(code, (errors.get(code) ?? 0) + 1);
    },
    durations,
    errors,
    compiledRuns: 0,
    interpretedRuns: 0,
  };
}
