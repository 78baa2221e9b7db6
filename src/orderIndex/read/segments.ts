// Which roll-ups a range of time is made of, and what is left at its ends for rows.
import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import type { Grain } from '../codes.js';
import type { InstantRange } from '../types.js';
import { HOUR_MS } from './calendar.js';

/** Orders of a part of time, and what tells of them. Without a range it is all orders, also those without the instant. */
export interface Segment {
  readonly source: Grain | 'ROWS';
  readonly range?: InstantRange | undefined;
}

const DAY_MS = 24 * HOUR_MS;
const BEIJING_MS = BEIJING_OFFSET_MINUTES * 60_000;

const up = (instant: number, length: number, shift = 0): number => -down(-instant, length, -shift);
const down = (instant: number, length: number, shift = 0): number =>
  Number.isFinite(instant) ? Math.floor((instant + shift) / length) * length - shift : instant;

/** @param longest the longest grain that may be used */
export function segmentsOf(range: InstantRange, longest: 'DAY' | 'HOUR'): readonly Segment[] {
  const from = range.gte ?? Number.NEGATIVE_INFINITY;
  const to = range.lt ?? Number.POSITIVE_INFINITY;
  const [firstHour, lastHour] = [up(from, HOUR_MS), down(to, HOUR_MS)];
  if (firstHour >= lastHour) return parts(['ROWS', from, to]);
  const [firstDay, lastDay] = [up(firstHour, DAY_MS, BEIJING_MS), down(lastHour, DAY_MS, BEIJING_MS)];
  const isDaily = longest === 'DAY' && firstDay < lastDay;
  return parts(
    ['ROWS', from, firstHour],
    ...(isDaily
      ? ([
          ['HOUR', firstHour, firstDay],
          ['DAY', firstDay, lastDay],
          ['HOUR', lastDay, lastHour],
        ] as const)
      : ([['HOUR', firstHour, lastHour]] as const)),
    ['ROWS', lastHour, to],
  );
}

const parts = (...all: readonly (readonly [Segment['source'], number, number])[]): readonly Segment[] =>
  all
    .filter(([, from, to]) => from < to)
    .map(([source, from, to]) => ({ source, range: { gte: finite(from), lt: finite(to) } }));

const finite = (instant: number): number | undefined => (Number.isFinite(instant) ? instant : undefined);
