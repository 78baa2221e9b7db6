// Hours, days and months as a time zone counts them.
import { DateTime, IANAZone } from 'luxon';
import { BEIJING_OFFSET_MINUTES } from '../../common/beijing.js';
import { Fault } from '../../common/fault.js';
import { startOf } from '../record/rollups.js';

export type TimeUnit = 'HOUR' | 'DAY' | 'MONTH';

export interface Calendar {
  /**
   * Of what its days are made: days of Beijing, whole hours, or quarters of an hour. No zone has been off the quarters since
   * computers tell the time.
   */
  readonly step: 'DAY' | 'HOUR' | 'QUARTER';
  /** When the hour, day or month of an instant begins. Fast where instants come in their order. */
  readonly startOf: (unit: TimeUnit, instant: number) => number;
}

export const QUARTER_MS = 900_000;
export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** @throws Fault BAD_USER_INPUT where there is no such zone. */
export function createCalendar(timeZone: string): Calendar {
  const zone = zoneOf(timeZone);
  const step = stepOf(zone);
  let known: Span = { unit: 'DAY', from: 0, to: 0 };
  return {
    step,
    startOf(unit, instant) {
      if (unit === 'HOUR') return startOfHour(zone, step, instant);
      if (unit === 'DAY' && step === 'DAY') return startOf('DAY', instant);
      if (unit !== known.unit || instant < known.from || instant >= known.to) known = spanOf(zone, unit, instant);
      return known.from;
    },
  };
}

function zoneOf(timeZone: string): IANAZone {
  try {
    // One spelling of each, as zones are remembered by their names.
    const { timeZone: name } = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions();
    return IANAZone.create(name);
  } catch {
    throw new Fault('BAD_USER_INPUT', 'timeZone: is no time zone that is known', {}, { origin: 'local' });
  }
}

/** From before the first order of any platform until its zones' rules are guesses. */
const OBSERVED = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2040, 0, 1), everyMs: 28 * 24 * HOUR_MS };

const steps = new Map<string, Calendar['step']>();

function stepOf(zone: IANAZone): Calendar['step'] {
  let step = steps.get(zone.name);
  if (step === undefined) {
    const offsets = new Set<number>();
    for (let at = OBSERVED.from; at < OBSERVED.to; at += OBSERVED.everyMs) offsets.add(zone.offset(at));
    const isEvery = (isTrue: (offset: number) => boolean) => [...offsets].every(isTrue);
    if (isEvery((offset) => offset === BEIJING_OFFSET_MINUTES)) step = 'DAY';
    else step = isEvery((offset) => offset % 60 === 0) ? 'HOUR' : 'QUARTER';
    steps.set(zone.name, step);
  }
  return step;
}

function startOfHour(zone: IANAZone, step: Calendar['step'], instant: number): number {
  const shift = step === 'QUARTER' ? zone.offset(instant) * MINUTE_MS : 0;
  return Math.floor((instant + shift) / HOUR_MS) * HOUR_MS - shift;
}

interface Span {
  readonly unit: TimeUnit;
  readonly from: number;
  readonly to: number;
}

function spanOf(zone: IANAZone, unit: 'DAY' | 'MONTH', instant: number): Span {
  const { year, month, day } = DateTime.fromMillis(instant, { zone });
  const first = { year, month, day: unit === 'DAY' ? day : 1 };
  const next = DateTime.fromObject(first, { zone: 'utc' }).plus(unit === 'DAY' ? { days: 1 } : { months: 1 });
  return { unit, from: beginningOf(zone, first), to: beginningOf(zone, next) };
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The first instant of a date: midnight, unless clocks skip or repeat it. */
function beginningOf(zone: IANAZone, { year, month, day }: CalendarDate): number {
  const date = orderOf({ year, month, day });
  const dateAt = (instant: number): number => orderOf(DateTime.fromMillis(instant, { zone }));
  let at = DateTime.fromObject({ year, month, day }, { zone }).toMillis();
  while (dateAt(at) < date) at += QUARTER_MS;
  while (dateAt(at - QUARTER_MS) >= date) at -= QUARTER_MS;
  return at;
}

const orderOf = ({ year, month, day }: CalendarDate): number => (year * 100 + month) * 100 + day;
