// When things happened to an invented order. Each platform writes these instants in its own ways.

import type { Faker } from '@faker-js/faker';

/** The milestones of an order, in their order. */
export const MILESTONES = ['created', 'paid', 'shipped', 'received', 'completed'] as const;
export type Milestone = (typeof MILESTONES)[number];

export type Timeline = Readonly<Record<Milestone | 'closed' | 'due', number>>;

export const HOUR = 3_600_000;
export const BEIJING = 8;

/** 2025-01-01 00:00 in Beijing. Orders are 37 seconds apart, so the first million of them ends in March 2026. */
const FIRST_ORDER = Date.UTC(2024, 11, 31, 16);
const BETWEEN_ORDERS = 37_000;

const createdAt = (index: number): number => FIRST_ORDER + index * BETWEEN_ORDERS;

/** The last order created by then. */
export const indexAt = (instant: number): number => Math.floor((instant - FIRST_ORDER) / BETWEEN_ORDERS);

export function timelineOf(index: number, faker: Faker): Timeline {
  const after = (instant: number, fewest: number, most: number) =>
    instant + faker.number.int({ min: fewest * 3600, max: most * 3600 }) * 1000;
  const created = createdAt(index);
  const paid = after(created, 0, 4);
  const shipped = after(paid, 2, 46);
  const received = after(shipped, 24, 120);
  const completed = after(received, 1, 240);
  const closed = after(paid, 1, 96);
  return { created, paid, shipped, received, completed, closed, due: created + 120 * HOUR };
}

/** yyyy-MM-dd HH:mm:ss, Beijing; with the stray spaces of a documented sample when asked: 2018-02-07 15: 27: 58. */
export function plainTime(instant: number, strayed = false): string {
  const [day = '', time = ''] = new Date(instant + BEIJING * HOUR).toISOString().slice(0, 19).split('T');
  return `${day} ${strayed ? time.replaceAll(':', ': ') : time}`;
}
