// Spans of days, as filters have them: one that moves with today, or from one day to another.
import { addDays, dayIn, isDay, startOfDay } from '../format/days.js';

export const PRESETS = ['today', 'yesterday', 'last7', 'last30', 'thisMonth'] as const;
export type Preset = (typeof PRESETS)[number];

/** Both days belong to it; either may be left open. */
export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export type Span = Preset | Days;

export const isPreset = (span: Span): span is Preset => typeof span === 'string';

const BETWEEN = '..';

/** How an address says it: today, or 2026-11-01..2026-11-22. */
export const spanText = (span: Span): string =>
  isPreset(span) ? span : `${span.from ?? ''}${BETWEEN}${span.to ?? ''}`;

export function spanIn(text: string | null): Span | undefined {
  const preset = PRESETS.find((name) => name === text);
  if (preset) return preset;
  const [from, to] = (text?.split(BETWEEN) ?? []).map((day) => (isDay(day) ? day : undefined));
  return from !== undefined || to !== undefined ? { from, to } : undefined;
}

function daysOf(span: Span, today: string): Days {
  switch (span) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'last30':
      return { from: addDays(today, -29), to: today };
    case 'thisMonth':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    default:
      return span;
  }
}

/** From the instant on that its first day begins at, before the one that its last day ends at. */
export interface Instants {
  readonly gte?: string;
  readonly lt?: string;
}

export function instantsOf(span: Span, zone: string, now: number): Instants {
  const { from, to } = daysOf(span, dayIn(zone, now));
  const instant = (day: string) => new Date(startOfDay(day, zone)).toISOString();
  return {
    ...(from !== undefined && { gte: instant(from) }),
    ...(to !== undefined && { lt: instant(addDays(to, 1)) }),
  };
}
