// The time formats of all gateways, read into instants. What names no instant is undefined: never a guess.
import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';

export type { Zone };

/** 1688 and Taobao write Beijing time wherever they name no zone. */
export const BEIJING: Zone = FixedOffsetZone.instance(8 * 60);

/** A zone by its IANA name, such as America/Los_Angeles. */
export const zoneOf = (name: string): Zone => IANAZone.create(name);

const MINUTE_MS = 60_000;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})([+-]\d{4}|Z)$/;
const DASHED = /^(\d{4})-(\d\d?)-(\d\d?)[ T](\d\d?):(\d\d?)(?::(\d\d?)(?:\.(\d{1,3})\d*)?)?\s*([+-]\d\d:?\d\d|Z)?$/;
const EPOCH_MILLISECONDS = /^\d{12,14}$/;

/** An instant from yyyyMMddHHmmssSSSZ, yyyy-MM-dd HH:mm[:ss], ISO 8601 or epoch milliseconds; spaces around colons go. */
export function toInstant(value: unknown, zone: Zone): Date | undefined {
  if (typeof value === 'number') return EPOCH_MILLISECONDS.test(String(value)) ? new Date(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (EPOCH_MILLISECONDS.test(text)) return new Date(Number(text));
  const parts = COMPACT.exec(text) ?? DASHED.exec(text.replace(/\s*:\s*/g, ':'));
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = parts;
  const numbers = [year, Number(month) - 1, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = Date.UTC(...numbers, Number(fraction.padEnd(3, '0')));
  if (!sameFields(new Date(local), numbers)) return undefined;
  if (offset === undefined) return new Date(local - localOffset(local, zone) * MINUTE_MS);
  const minutes = offset === 'Z' ? 0 : offsetMinutes(offset);
  return minutes === undefined ? undefined : new Date(local - minutes * MINUTE_MS);
}

/** Date.UTC turns 31 April into 1 May; such a date is no date. */
const sameFields = (date: Date, [year, month, day, hour, minute, second]: readonly number[]): boolean =>
  date.getUTCFullYear() === year &&
  date.getUTCMonth() === month &&
  date.getUTCDate() === day &&
  date.getUTCHours() === hour &&
  date.getUTCMinutes() === minute &&
  date.getUTCSeconds() === second;

function offsetMinutes(offset: string): number | undefined {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** The zone's offset at a local time: asked twice, since the first answer is off by the zone's change of clocks. */
function localOffset(local: number, zone: Zone): number {
  const guess = zone.offset(local);
  return zone.offset(local - guess * MINUTE_MS);
}
