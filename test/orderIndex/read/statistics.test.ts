// Counts and totals in groups, on both engines: held against rows that are counted one by one.
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Basis,
  PAYMENT_STATUSES,
  REFUND_STATUSES,
  SHIPPING_STATUSES,
  STATUSES,
} from '../../../src/orderIndex/codes.js';
import { MISSING, type OrderRow } from '../../../src/orderIndex/schema/tables.js';
import { DIMENSIONS, type Dimension, type OrderFilter, type Statistic } from '../../../src/orderIndex/types.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';
import { isMatch } from '../../support/indexOracle.js';
import { randomOrders, SHOPS } from '../../support/randomOrders.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A month around the end of summer time in New York, with the turn of a month in it. */
const BEGINNING = Date.UTC(2026, 9, 20);
const HOURS = 30 * 24;

/** Instants of a random minute each: none shares its hour with many. */
const spread = (rows: readonly Partial<OrderRow>[]): readonly Partial<OrderRow>[] =>
  rows.map((row, index) => {
    const instant = (known: number | undefined, factor: number): number =>
      known === MISSING ? MISSING : BEGINNING + ((index * factor) % (HOURS * 60)) * MINUTE_MS;
    return { ...row, created_at: instant(row.created_at, 7_919), paid_at: instant(row.paid_at, 104_729) };
  });

interface Question {
  readonly shops: readonly string[];
  readonly filter: OrderFilter;
  readonly by: readonly Dimension[];
  readonly basis: Basis;
  readonly timeZone: string;
}

/** What the zone's clocks and calendar show, as far as a unit tells apart. */
function timeNames(instant: number, timeZone: string, unit: Dimension): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', timeZoneName: 'longOffset' },
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const named = (types: readonly Intl.DateTimeFormatPartTypes[]) => types.map((type) => parts.get(type)).join(' ');
  if (unit === 'MONTH') return named(['year', 'month']);
  if (unit === 'DAY') return named(['year', 'month', 'day']);
  return named(['year', 'month', 'day', 'hour', 'timeZoneName']);
}

const TIME_UNITS = ['HOUR', 'DAY', 'MONTH'] as const;

/** The groups by name, with their count and sums. */
function groupsOf(rows: readonly OrderRow[], { shops, filter, by, basis, timeZone }: Question): Map<string, unknown> {
  const groups = new Map<string, { count: number; totals: Map<string, number> }>();
  const unit = TIME_UNITS.find((name) => by.includes(name));
  for (const row of rows) {
    if (!shops.includes(row.shop) || !isMatch(row, filter)) continue;
    const instant = basis === 'CREATED' ? row.created_at : row.paid_at;
    if (unit !== undefined && instant === MISSING) continue;
    const name = nameOf(by, {
      shop: row.shop,
      platform: row.platform,
      status: STATUSES[row.status],
      paymentStatus: PAYMENT_STATUSES[row.payment],
      shippingStatus: SHIPPING_STATUSES[row.shipping],
      refundStatus: REFUND_STATUSES[row.refund],
      time: unit && timeNames(instant, timeZone, unit),
    });
    const group = groups.get(name) ?? { count: 0, totals: new Map() };
    groups.set(name, group);
    group.count += 1;
    if (row.total !== MISSING) group.totals.set(row.currency, (group.totals.get(row.currency) ?? 0) + row.total);
  }
  return new Map([...groups].map(([name, { count, totals }]) => [name, { count, totals: Object.fromEntries(totals) }]));
}

interface Names {
  readonly shop: string | null;
  readonly platform: string | null;
  readonly status: string | null | undefined;
  readonly paymentStatus: string | null | undefined;
  readonly shippingStatus: string | null | undefined;
  readonly refundStatus: string | null | undefined;
  readonly time: string | undefined;
}

const nameOf = (by: readonly Dimension[], names: Names): string =>
  [
    by.includes('SHOP') && names.shop,
    by.includes('PLATFORM') && names.platform,
    by.includes('STATUS') && names.status,
    by.includes('PAYMENT_STATUS') && names.paymentStatus,
    by.includes('SHIPPING_STATUS') && names.shippingStatus,
    by.includes('REFUND_STATUS') && names.refundStatus,
    names.time,
  ].join(' | ');

/** The same of an answer; what a group is not by has to be null. */
function answeredGroups(statistics: readonly Statistic[], { by, timeZone }: Question): Map<string, unknown> {
  const unit = TIME_UNITS.find((name) => by.includes(name));
  const groups = statistics.map((statistic): [string, unknown] => {
    const { from, count, totals } = statistic;
    expect(from === null).toBe(unit === undefined);
    expect(statistic.shop === null).toBe(!by.includes('SHOP'));
    expect(statistic.refundStatus === null).toBe(!by.includes('REFUND_STATUS'));
    const time = from === null || unit === undefined ? undefined : timeNames(from.getTime(), timeZone, unit);
    const units = totals.map(({ currencyCode, minorUnits }) => [currencyCode, Number(minorUnits)]);
    return [nameOf(by, { ...statistic, time }), { count, totals: Object.fromEntries(units) }];
  });
  expect(new Set(groups.map(([name]) => name)).size).toBe(groups.length);
  return new Map(groups);
}

const some = <Name>(names: readonly Name[]) => fc.option(fc.subarray([...names]), { nil: undefined, freq: 4 });

const end = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 0, max: HOURS }).map((hours) => BEGINNING + hours * HOUR_MS),
  fc.integer({ min: 0, max: 30 }).map((days) => BEGINNING + (days * 24 - 8) * HOUR_MS),
  fc.integer({ min: 0, max: HOURS * 60 }).map((minutes) => BEGINNING + minutes * MINUTE_MS + 1),
);
const range = fc.option(fc.record({ gte: end, lt: end }), { nil: undefined });

const filters: fc.Arbitrary<OrderFilter> = fc.record({
  platforms: some(['ALIBABA_1688', 'TAOBAO'] as const),
  status: some(STATUSES.slice(0, 4)),
  refundStatus: some(REFUND_STATUSES.slice(0, 3)),
  instants: fc.record({ createdAt: range, paidAt: range }),
  isOnHold: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.boolean() }),
  not: fc.option(fc.record({ status: some(STATUSES.slice(2, 5)), paymentStatus: some(PAYMENT_STATUSES.slice(0, 2)) }), {
    nil: undefined,
    freq: 3,
  }),
});

const questions: fc.Arbitrary<Question> = fc.record({
  shops: fc.subarray([...SHOPS, 'nobody'], { minLength: 1 }),
  filter: filters,
  by: fc.subarray([...DIMENSIONS], { maxLength: 4 }),
  basis: fc.constantFrom('CREATED' as const, 'PAID' as const),
  timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'UTC'),
});

const EMPTY = { count: 0, totals: {} };

describeEngines('statistics', (openIndex) => {
  let index: TestIndex;
  let rows: readonly OrderRow[];
  beforeAll(async () => {
    index = await openIndex();
    rows = await index.insert(...spread(randomOrders(1_500)));
  });

  test('Any groups of any filter are those of the rows, whatever they are worked out from', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const groups = groupsOf(rows, question);
        if (question.by.length === 0 && groups.size === 0) groups.set(nameOf([], {} as Names), EMPTY);
        expect(answeredGroups(await index.reader.statistics(question), question)).toEqual(groups);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test('A count of any filter is that of the rows, up to its limit', async () => {
    await fc.assert(
      fc.asyncProperty(questions, fc.constantFrom(0, 1, 100, 10_000), async ({ shops, filter }, limit) => {
        const count = rows.filter((row) => shops.includes(row.shop) && isMatch(row, filter)).length;
        expect(await index.reader.count({ shops, filter, limit })).toEqual(
          count > limit ? { count: limit, precision: 'AT_LEAST' } : { count, precision: 'EXACT' },
        );
      }),
      { numRuns: 80, seed: 12 },
    );
  });

  test('Nothing is counted of no shops', async () => {
    const nobody = { shops: [], filter: {} };
    expect(await index.reader.count({ ...nobody, limit: 10 })).toEqual({ count: 0, precision: 'EXACT' });
    const all = { by: [], basis: 'CREATED', timeZone: 'UTC' } as const;
    expect(await index.reader.statistics({ ...nobody, ...all })).toMatchObject([EMPTY]);
    expect(await index.reader.statistics({ ...nobody, ...all, by: ['SHOP'] })).toEqual([]);
  });

  test('Sums greater than any number that JavaScript holds are exact', async () => {
    const { insert, reader } = await openIndex();
    // One after the other, as the database adds where JavaScript could not.
    for (let order = 0; order < 3; order++) await insert({ total: Number.MAX_SAFE_INTEGER, currency: 'CNY' });
    await insert({ total: -7, currency: 'CNY' }, { total: -5, currency: 'JPY' });
    const question = { shops: ['flagship'], by: [], basis: 'CREATED', timeZone: 'UTC' } as const;
    const totals = [
      { amount: '270215977642229.66', currencyCode: 'CNY', minorUnits: '27021597764222966' },
      { amount: '-5', currencyCode: 'JPY', minorUnits: '-5' },
    ];
    for (const filter of [{}, { not: { outOrderIds: ['x'] } }])
      expect(await reader.statistics({ ...question, filter })).toMatchObject([{ count: 5, totals }]);
  });

  test('Groups come in the order of time', async () => {
    const statistics = await index.reader.statistics({
      ...{ shops: SHOPS, filter: {}, by: ['DAY'], basis: 'CREATED', timeZone: 'Asia/Shanghai' },
    });
    const days = statistics.map(({ from }) => Number(from));
    expect(days.length).toBeGreaterThan(25);
    expect(days).toEqual(days.toSorted((one, other) => one - other));
  });
});
