// Hours, days and months of time zones.
import { describe, expect, test } from '@jest/globals';
import { createCalendar } from '../../../src/orderIndex/read/calendar.js';

const beginningIn = (timeZone: string, unit: 'HOUR' | 'DAY' | 'MONTH', instant: string): string =>
  new Date(createCalendar(timeZone).startOf(unit, Date.parse(instant))).toISOString();

describe('calendar', () => {
  test('A day begins at midnight of its zone, and a month with its first day', () => {
    expect(beginningIn('Asia/Shanghai', 'DAY', '2026-03-01T15:59:59.999Z')).toBe('2026-02-28T16:00:00.000Z');
    expect(beginningIn('Asia/Shanghai', 'DAY', '2026-03-01T16:00:00Z')).toBe('2026-03-01T16:00:00.000Z');
    expect(beginningIn('Asia/Shanghai', 'MONTH', '2026-03-20T00:00:00Z')).toBe('2026-02-28T16:00:00.000Z');
    expect(beginningIn('Asia/Kolkata', 'DAY', '2026-03-01T18:30:00Z')).toBe('2026-03-01T18:30:00.000Z');
    expect(beginningIn('UTC', 'MONTH', '2026-12-31T23:59:59Z')).toBe('2026-12-01T00:00:00.000Z');
  });

  test('Days are as long as clocks make them', () => {
    // New York's clocks skip an hour on 8 March 2026, and repeat one on 1 November.
    expect(beginningIn('America/New_York', 'DAY', '2026-03-08T12:00:00Z')).toBe('2026-03-08T05:00:00.000Z');
    expect(beginningIn('America/New_York', 'DAY', '2026-03-09T03:59:59Z')).toBe('2026-03-08T05:00:00.000Z');
    expect(beginningIn('America/New_York', 'DAY', '2026-03-09T04:00:00Z')).toBe('2026-03-09T04:00:00.000Z');
    expect(beginningIn('America/New_York', 'DAY', '2026-11-02T04:59:59Z')).toBe('2026-11-01T04:00:00.000Z');
    expect(beginningIn('America/New_York', 'MONTH', '2026-11-30T12:00:00Z')).toBe('2026-11-01T04:00:00.000Z');
  });

  test('An hour that clocks repeat is two', () => {
    expect(beginningIn('America/New_York', 'HOUR', '2026-11-01T05:30:00Z')).toBe('2026-11-01T05:00:00.000Z');
    expect(beginningIn('America/New_York', 'HOUR', '2026-11-01T06:30:00Z')).toBe('2026-11-01T06:00:00.000Z');
  });

  test('Hours begin where the zone’s clocks show them to', () => {
    expect(beginningIn('Asia/Kolkata', 'HOUR', '2026-03-01T12:29:00Z')).toBe('2026-03-01T11:30:00.000Z');
    expect(beginningIn('Asia/Kathmandu', 'HOUR', '2026-03-01T12:29:00Z')).toBe('2026-03-01T12:15:00.000Z');
  });

  test('A day whose midnight is skipped begins after it, and one that is repeated with the first', () => {
    // Cairo's clocks go from 23:59 to 01:00 on 24 April 2026; Havana's repeat the hour after midnight on 1 November.
    expect(beginningIn('Africa/Cairo', 'DAY', '2026-04-24T10:00:00Z')).toBe('2026-04-23T22:00:00.000Z');
    expect(beginningIn('America/Havana', 'DAY', '2026-11-01T12:00:00Z')).toBe('2026-11-01T04:00:00.000Z');
  });

  test('Days are made of what is whole in the zone all year round', () => {
    const stepOf = (timeZone: string) => createCalendar(timeZone).step;
    expect(['Asia/Shanghai', 'Asia/Singapore', 'PRC'].map(stepOf)).toEqual(['DAY', 'DAY', 'DAY']);
    expect(['UTC', 'America/New_York', 'Asia/Tokyo'].map(stepOf)).toEqual(['HOUR', 'HOUR', 'HOUR']);
    expect(['Asia/Kolkata', 'Australia/Lord_Howe'].map(stepOf)).toEqual(['QUARTER', 'QUARTER']);
  });

  test('A zone that nobody knows is refused, and the argument named', () => {
    for (const timeZone of ['Mars/Olympus', '', 'Asia'])
      expect(() => createCalendar(timeZone)).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining('timeZone') }),
      );
  });
});
