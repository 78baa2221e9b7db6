// Times as people read them, in the zone that is shown.
import { dayIn } from './days.js';
import { shownZone } from './shown.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** Formats are dear to make: each is made once. */
function kept<Format>(make: (...names: readonly string[]) => Format): (...names: readonly string[]) => Format {
  const formats = new Map<string, Format>();
  return (...names) => {
    const name = names.join(' ');
    const known = formats.get(name) ?? make(...names);
    formats.set(name, known);
    return known;
  };
}

const ages = kept((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }));
const times = kept(
  (language, timeZone) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
);
const days = kept((language) => new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }));
const instants = kept(
  (language, timeZone) =>
    new Intl.DateTimeFormat(language, {
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
);

/** "3 days ago"; "in 3 days" for what is to come. */
export function formatAge(time: string, language: string, now = Date.now()): string {
  const age = now - Date.parse(time);
  const [unit, length] = STEPS.find(([, step]) => Math.abs(age) >= step) ?? ['minute', MINUTE];
  return ages(language).format(age < 0 ? Math.floor(-age / length) : -Math.floor(age / length), unit);
}

export const formatTime = (time: string, language: string): string =>
  times(language, shownZone()).format(new Date(time));

/** A time of the last months, without its year. */
export const formatInstant = (time: string, language: string): string =>
  instants(language, shownZone()).format(new Date(time));

export const formatDay = (day: string, language: string): string => days(language).format(new Date(`${day}T12:00:00Z`));

/** The day a time falls on, as 2026-11-22. */
export const dayOf = (time: string): string => dayIn(shownZone(), Date.parse(time));
