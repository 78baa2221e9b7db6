// The time formats of all gateways, read into instants. What names no instant is undefined: never a guess.

import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { BEIJING_OFFSET_MINUTES } from '../common/beijing.js';
import { LONGEST_VALUE } from './bounds.js';

export type { Zone };

/** 1688 and Taobao write Beijing time wherever they name no zone. */
export const BEIJING: Zone = FixedOffsetZone.instance(BEIJING_OFFSET_MINUTES);

/** A zone by its IANA name, such as America/Los_Angeles. */
export const zoneOf = (name: string): Zone => IANAZone.create(name);

/** A time whose text is made once, however often it is sent: to write it takes longer than to read it. */
class Instant extends Date {
  private text: string | undefined;

  override toJSON(): string {
    this.text ??= this.toISOString();
    return this.text;
  }
}

const MINUTE_MS = 60_000;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})?([+-]\d{4}|Z)?$/;
const DASHED = /^(\d{4})-(\d\d?)-(\d\d?)[ T](\d\d?):(\d\d?)(?::(\d\d?)(?:\.(\d{1,3})\d*)?)?\s*([+-]\d\d:?\d\d|Z)?$/;
/** 13 digits since 2001, 12 before; of 14 they would begin in 2286, and 14 are a calendar time. */
const EPOCH_MILLISECONDS = /^\d{12,13}$/;

/**
 * An instant from yyyyMMddHHmmss[SSS][Z], yyyy-MM-dd HH:mm[:ss], ISO 8601 or epoch milliseconds; spaces around colons go.
 */
export function toInstant(value: unknown, zone: Zone): Date | undefined {
  if (typeof value === 'number') return toInstant(String(value), zone);
  if (typeof value !== 'string' || value.length > LONGEST_VALUE) return undefined;
  const text = value.trim();
  if (EPOCH_MILLISECONDS.test(text)) return new Instant(Number(text));
  const parts = COMPACT.exec(text) ?? DASHED.exec(text.replace(/\s*:\s*/g, ':'));
  if (!parts) return undefined;
  const fields = {
    year: numberOf(parts[1]),
    month: numberOf(parts[2]),
    day: numberOf(parts[3]),
    hour: numberOf(parts[4]),
    minute: numberOf(parts[5]),
    second: numberOf(parts[6]),
  };
  if (!isOnClock(fields)) return undefined;
  const { year, month, day, hour, minute, second } = fields;
  const local = Date.UTC(year, month - 1, day, hour, minute, second, numberOf(parts[7]?.padEnd(3, '0')));
  const offset = parts[8];
  if (offset === undefined) return new Instant(local - localOffset(local, zone) * MINUTE_MS);
  const minutes = offset === 'Z' ? 0 : offsetMinutes(offset);
  return minutes === undefined ? undefined : new Instant(local - minutes * MINUTE_MS);
}

interface Fields {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Digits as a number, without the conversion that also knows hexadecimal and white space: times are read often. */
function numberOf(digits = ''): number {
  let number = 0;
  for (let index = 0; index < digits.length; index++) number = number * 10 + digits.charCodeAt(index) - 48;
  return number;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Date.UTC turns 31 April into 1 May, and the year 99 into 1999; such a date is no date. */
function isOnClock({ year, month, day, hour, minute, second }: Fields): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return year > 99 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
}

function offsetMinutes(offset: string): number | undefined {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** The zone's offset at a local time: computed twice, as the first may be off by the zone's change of clocks. */
function localOffset(local: number, zone: Zone): number {
  const guess = zone.offset(local);
  return zone.offset(local - guess * MINUTE_MS);
}
