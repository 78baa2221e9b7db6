// Times as people read them, in their own zone.
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

/** "3 days ago". */
export function formatAge(time: string, language: string, now = Date.now()): string {
  const age = now - Date.parse(time);
  const [unit, length] = STEPS.find(([, step]) => age >= step) ?? ['minute', MINUTE];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }).format(
    -Math.floor(age / length),
    unit,
  );
}

export const formatTime = (time: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));

export const formatDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }).format(new Date(`${day}T12:00:00`));

/** The day a time falls on here, as 2026-11-22. */
export function dayOf(time: string): string {
  const date = new Date(time);
  const part = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
