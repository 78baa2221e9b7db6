// When things happened to a generated order, in 1688's ways of writing a time.

import type { Faker } from '@faker-js/faker';
import type { Milestone } from './statuses.js';

const BEIJING = 8;
const PACIFIC = -7;
const HOUR = 3_600_000;

/** 2025-01-01 00:00 in Beijing. Orders are 37 seconds apart, so a million of them end in March 2026. */
const FIRST_ORDER = Date.UTC(2024, 11, 31, 16);
const BETWEEN_ORDERS = 37_000;

export type Timeline = Readonly<Record<Milestone | 'closed' | 'due', number>>;

export function timelineOf(index: number, faker: Faker): Timeline {
  const after = (instant: number, fewest: number, most: number) =>
    instant + faker.number.int({ min: fewest * 3600, max: most * 3600 }) * 1000;
  const created = FIRST_ORDER + index * BETWEEN_ORDERS;
  const paid = after(created, 0, 4);
  const shipped = after(paid, 2, 46);
  const received = after(shipped, 24, 120);
  const completed = after(received, 1, 240);
  const closed = after(paid, 1, 96);
  return { created, paid, shipped, received, completed, closed, due: created + 120 * HOUR };
}

const digitsOf = (instant: number, offset: number): string =>
  new Date(instant + offset * HOUR).toISOString().replace(/\D/g, '');

/** yyyyMMddHHmmssSSSZ: 20250525225053000+0800. Old orders carry the Pacific offset; so do some generated ones. */
export const stampIn =
  (pacific: boolean) =>
  (instant: number): string =>
    pacific ? `${digitsOf(instant, PACIFIC)}-0700` : `${digitsOf(instant, BEIJING)}+0800`;

/** yyyy-MM-dd HH:mm:ss, Beijing; with the stray spaces of a documented sample when asked: 2018-02-07 15: 27: 58. */
export function plainTime(instant: number, strayed = false): string {
  const [day = '', time = ''] = new Date(instant + BEIJING * HOUR).toISOString().slice(0, 19).split('T');
  return `${day} ${strayed ? time.replaceAll(':', ': ') : time}`;
}
