// Calendar days of a time zone: on which one an instant falls, and when one begins.

const DAY = 24 * 60 * 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make, and few. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** What a clock in the zone shows, read as if it stood in Greenwich. Milliseconds. */
function wallClock(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
}

/** The day that an instant falls on in a zone, as 2026-11-22. */
export const dayIn = (zone: string, instant: number): string =>
  new Date(wallClock(instant, zone)).toISOString().slice(0, 10);

/** The instant that a day of a zone begins at: its midnight, or what follows where a clock leaps over that. */
export function startOfDay(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsetAt = (instant: number) => wallClock(instant, zone) - instant;
  const near = midnight - offsetAt(midnight);
  const start = midnight - offsetAt(near);
  return dayIn(zone, start) === day ? start : near;
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
