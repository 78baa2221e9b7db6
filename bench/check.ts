// Whether OrderGraph has fallen behind what was recorded: ratios hold on other machines too, where figures do not.
import { readFigures } from './figures.js';
import type { Comparison } from './rounds.js';

/** Below this part of the recorded ratio a run has failed; smaller differences are noise. */
const LEAST = 0.85;

/** @returns a line for each ratio that is too low */
export function fallenBehind(comparisons: readonly Comparison[]): readonly string[] {
  const recorded = new Map(
    readFigures().comparisons.flatMap(({ question, temperature, ratios }) =>
      ratios.map(({ subject, rival, cpu }) => [keyOf(question, temperature, subject, rival), cpu.median] as const),
    ),
  );
  return comparisons.flatMap(({ question: { name }, temperature, ratios }) =>
    ratios.flatMap(({ subject, rival, cpu: { median } }) => {
      const before = recorded.get(keyOf(name, temperature, subject, rival));
      if (before === undefined || median >= before * LEAST) return [];
      return [`${name}, ${temperature}: ${subject} ÷ ${rival} is ${median.toFixed(2)}, recorded ${before.toFixed(2)}`];
    }),
  );
}

const keyOf = (...names: readonly string[]): string => names.join('|');
