// AliExpress's ways of writing a time: milliseconds of the epoch, or a clock in Los Angeles that does not say so.

const LOS_ANGELES = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** 1487818039000 */
export const epochOf = (instant: number): string => String(instant);

/** yyyy-MM-dd HH:mm:ss */
export function clockOf(instant: number): string {
  const parts = Object.fromEntries(LOS_ANGELES.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
}

/** yyyy-MM-dd HH:mm */
export const clockToTheMinute = (instant: number): string => clockOf(instant).slice(0, 16);
