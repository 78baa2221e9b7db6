// Tests what the dashboard's list of all orders computes by itself: filters in addresses, days of time zones, CSV.
import { describe, expect, test } from '@jest/globals';
import { cellOf, csvHead, csvOf } from '../../examples/dashboard/src/export/csv.js';
import { amountsByDay, ofDay, statusesByDay, tileOf } from '../../examples/dashboard/src/figures/series.js';
import { addDays, dayIn, startOfDay } from '../../examples/dashboard/src/format/days.js';
import type { FigureFragment, ListedOrderFragment } from '../../examples/dashboard/src/gql/graphql.js';
import { formatCount } from '../../examples/dashboard/src/orders/count.js';
import {
  EVERYTHING,
  type Filter,
  filterIn,
  parametersOf,
  REFUNDS,
  STATUSES,
} from '../../examples/dashboard/src/orders/filter.js';
import { movedBy } from '../../examples/dashboard/src/orders/keys.js';
import { isBefore } from '../../examples/dashboard/src/orders/place.js';
import { instantsOf } from '../../examples/dashboard/src/orders/span.js';
import { VIEW_NAMES, viewNameOf, viewOf } from '../../examples/dashboard/src/orders/views.js';
import { listQueryOf, whereOf } from '../../examples/dashboard/src/orders/where.js';

const SHANGHAI = 'Asia/Shanghai';
/** Already the 27th in Shanghai. */
const NOW = Date.parse('2026-11-26T17:30:00Z');

describe('filters in the address', () => {
  const filter: Filter = {
    text: '3100009740000747370',
    shop: ['mill', 'flagship'],
    platform: ['TAOBAO'],
    status: ['AWAITING_SHIPMENT', 'SHIPPED'],
    payment: ['PAID'],
    shipping: ['NOT_SHIPPED'],
    refund: ['NONE', 'REQUESTED'],
    placed: 'last7',
    paid: { from: '2026-11-01', to: undefined },
    total: { currencyCode: 'CNY', from: '10.50', to: '200' },
    product: ['600000000001'],
    flag: ['red & blue'],
    message: true,
    memo: false,
    isProblem: true,
    sort: { key: 'PAID_AT', direction: 'ASC' },
  };

  test('a filter is the same after a way through the address, and an empty one leaves it empty', () => {
    expect(filterIn(new URLSearchParams(parametersOf(filter).toString()))).toEqual(filter);
    expect(parametersOf(EVERYTHING).toString()).toBe('');
    expect(filterIn(new URLSearchParams())).toEqual(EVERYTHING);
  });

  test('what an address says that is no filter is left out', () => {
    const address =
      'status=LOST&platform=&placed=soon&paid=2026-13-01..&total=CNY:a..&product=x&message=maybe&sort=name';
    expect(filterIn(new URLSearchParams(address))).toEqual(EVERYTHING);
  });

  test('a filter becomes the conditions that the API takes', () => {
    expect(whereOf(filter, SHANGHAI, NOW)).toEqual({
      shops: ['mill', 'flagship'],
      platforms: ['TAOBAO'],
      status: ['AWAITING_SHIPMENT', 'SHIPPED'],
      paymentStatus: ['PAID'],
      shippingStatus: ['NOT_SHIPPED'],
      refundStatus: ['NONE', 'REQUESTED'],
      createdAt: { gte: '2026-11-20T16:00:00.000Z', lt: '2026-11-27T16:00:00.000Z' },
      paidAt: { gte: '2026-10-31T16:00:00.000Z' },
      total: { currencyCode: 'CNY', gte: '10.50', lte: '200' },
      productIds: ['600000000001'],
      sellerFlag: ['red & blue'],
      hasBuyerMessage: true,
      hasSellerMemo: false,
      not: expect.any(Object),
    });
    expect(listQueryOf({ ...EVERYTHING, text: '  ' }, SHANGHAI, NOW)).toEqual({
      where: {},
      search: null,
      sortBy: { key: 'CREATED_AT', direction: 'DESC' },
    });
  });

  test('orders without a problem are those that are neither on hold nor sent back nor unknown on any axis', () => {
    const { not } = whereOf({ ...EVERYTHING, isProblem: true }, SHANGHAI, NOW);
    expect(STATUSES.filter((status) => !not?.status?.includes(status))).toEqual(['ON_HOLD', 'UNKNOWN']);
    expect(REFUNDS.filter((status) => !not?.refundStatus?.includes(status))).toEqual(['UNKNOWN']);
    expect(not?.shippingStatus).not.toContain('RETURNED');
    expect(not?.paymentStatus).not.toContain('UNKNOWN');
  });

  test('a saved view is recognised whatever it is sorted by, and keeps the shops that were chosen', () => {
    for (const name of VIEW_NAMES) {
      const view = viewOf(name, { shop: ['mill'], platform: [] });
      expect(view.shop).toEqual(['mill']);
      expect(viewNameOf({ ...view, sort: { key: 'TOTAL', direction: 'ASC' }, text: '1' })).toBe(name);
    }
    expect(viewNameOf(filter)).toBeUndefined();
  });
});

describe('days of a time zone', () => {
  test.each([
    ['today', '2026-11-26T16:00:00.000Z', '2026-11-27T16:00:00.000Z'],
    ['yesterday', '2026-11-25T16:00:00.000Z', '2026-11-26T16:00:00.000Z'],
    ['last30', '2026-10-28T16:00:00.000Z', '2026-11-27T16:00:00.000Z'],
    ['thisMonth', '2026-10-31T16:00:00.000Z', '2026-11-27T16:00:00.000Z'],
  ] as const)('%s begins and ends at midnight of the zone that is shown', (span, gte, lt) => {
    expect(instantsOf(span, SHANGHAI, NOW)).toEqual({ gte, lt });
  });

  test('a day lasts to the end of its last day, also where that has 23 or 25 hours', () => {
    const ofDays = (day: string) => instantsOf({ from: day, to: day }, 'America/Los_Angeles', NOW);
    expect(ofDays('2026-03-08')).toEqual({ gte: '2026-03-08T08:00:00.000Z', lt: '2026-03-09T07:00:00.000Z' });
    expect(ofDays('2026-11-01')).toEqual({ gte: '2026-11-01T07:00:00.000Z', lt: '2026-11-02T08:00:00.000Z' });
  });

  test.each([
    'Asia/Shanghai',
    'America/Los_Angeles',
    'America/Santiago',
    'America/Havana',
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ])('each day of three years begins in %s at the instant before which it is still the day before', (zone) => {
    for (let day = '2024-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      const start = startOfDay(day, zone);
      expect([dayIn(zone, start - 1), dayIn(zone, start)]).toEqual([addDays(day, -1), day]);
    }
  });
});

describe('CSV', () => {
  const order = {
    __typename: 'Order',
    id: 'a',
    orderId: '3100009740000747370',
    outOrderId: null,
    shop: { __typename: 'Shop', id: 'mill', name: 'Mill, "Knitwear"' },
    platform: 'ALIBABA_1688',
    gateway: 'VV_TOOL',
    view: 'SELLER',
    status: 'SHIPPED',
    statusCode: '=HYPERLINK("http://evil")',
    paymentStatus: 'PAID',
    shippingStatus: 'SHIPPED',
    refundStatus: 'NONE',
    createdAt: '2026-11-26T17:30:00.000Z',
    modifiedAt: null,
    paidAt: null,
    shippedAt: null,
    completedAt: null,
    expiresAt: null,
    totals: {
      __typename: 'OrderTotals',
      total: { __typename: 'Money', amount: '-12.50', currencyCode: 'CNY' },
    },
    stale: false,
  } as ListedOrderFragment;

  test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'a text that a spreadsheet would run is made a text (%j)',
    (text) => {
      expect(cellOf(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test('negative amounts stay numbers, and long numbers keep all their digits', () => {
    expect(cellOf('-12.50')).toBe('-12.50');
    expect(cellOf('3100009740000747370')).toBe('"3100009740000747370\t"');
    expect(cellOf(null)).toBe('');
  });

  test('quotes, commas and line breaks stay within their cell', () => {
    expect(cellOf('Mill, "Knitwear"\nBeijing')).toBe('"Mill, ""Knitwear""\nBeijing"');
  });

  test('a line has as many cells as the head, which begins with the mark of UTF-8', () => {
    expect(csvHead).toMatch(/^\uFEFForder,/);
    const cells = (line: string) => line.match(/("([^"]|"")*"|[^,]*)(,|\r\n)/g)?.length;
    expect(cells(csvOf([order]))).toBe(cells(csvHead));
    expect(csvOf([order])).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(csvOf([order, order]).match(/\r\n/g)).toHaveLength(2);
  });
});

test('a count that ended at its limit says so', () => {
  expect(formatCount({ count: 10_000, precision: 'AT_LEAST' }, 'en')).toBe('10,000+');
  expect(formatCount({ count: 1234, precision: 'EXACT' }, 'en')).toBe('1,234');
});

test('an order that changed belongs among those loaded when it comes before the last of them', () => {
  const at = (createdAt: string | null) => ({ createdAt, paidAt: null, modifiedAt: null, expiresAt: null });
  const last = at('2026-11-26T12:00:00Z');
  const newest = { key: 'CREATED_AT', direction: 'DESC' } as const;
  const oldest = { key: 'CREATED_AT', direction: 'ASC' } as const;
  expect(isBefore(at('2026-11-26T12:00:01Z'), last, newest)).toBe(true);
  expect(isBefore(at('2026-11-26T11:59:59Z'), last, newest)).toBe(false);
  expect(isBefore(at(null), last, newest)).toBe(false);
  expect(isBefore(at(null), last, oldest)).toBe(true);
  const due = (shipBy: string) => ({ ...at(null), fulfillment: { shipBy } });
  const soonest = { key: 'SHIP_BY', direction: 'ASC' } as const;
  expect(isBefore(due('2026-11-27T10:00:00Z'), due('2026-11-27T11:00:00Z'), soonest)).toBe(true);
  expect(isBefore(due('2026-11-27T12:00:00Z'), due('2026-11-27T11:00:00Z'), soonest)).toBe(false);
});

test('keys move by a row, by ten, and to the ends, and never past them', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'a'];
  expect(keys.map((key) => movedBy(key, 5, 12))).toEqual([6, 4, 11, 0, 0, 11, undefined]);
});

describe('figures', () => {
  const figure = (from: string, status: FigureFragment['status'], count: number, amount: string): FigureFragment => ({
    __typename: 'OrderStatistic',
    platform: null,
    status,
    from,
    count,
    totals: [{ __typename: 'Money', amount, currencyCode: 'CNY' }],
  });
  const figures = [
    figure('2026-11-25T16:00:00Z', 'SHIPPED', 2, '10.10'),
    figure('2026-11-25T16:00:00Z', 'COMPLETED', 1, '0.20'),
    figure('2026-11-24T16:00:00Z', 'COMPLETED', 5, '1'),
  ];
  const days = ['2026-11-24', '2026-11-25', '2026-11-26'];

  test('a tile adds up the orders of its day, exactly', () => {
    expect(tileOf(ofDay(figures, '2026-11-26'))).toEqual({
      count: 3,
      totals: [{ amount: '10.30', currencyCode: 'CNY' }],
    });
  });

  test('a chart has a row for each day, also for one without orders', () => {
    expect(statusesByDay(figures, days, ['SHIPPED', 'DELIVERED', 'COMPLETED'])).toEqual({
      columns: ['SHIPPED', 'COMPLETED'],
      rows: [
        { label: '2026-11-24', values: {} },
        { label: '2026-11-25', values: { COMPLETED: '5' } },
        { label: '2026-11-26', values: { SHIPPED: '2', COMPLETED: '1' } },
      ],
    });
    expect(amountsByDay(figures, days, 'CNY').rows.map(({ values }) => values.amount)).toEqual(['0', '1', '10.30']);
  });
});
