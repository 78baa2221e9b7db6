// Tests what the dashboard computes by itself: recognised order numbers, pages, exact sums, translations.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { GraphQLEnumType } from 'graphql';
import { buildSchema } from 'graphql';
import { pagesOf } from '../../examples/dashboard/src/board/pages.js';
import { compare, formatMoney, sum, totalsOf } from '../../examples/dashboard/src/format/money.js';
import { formatAge } from '../../examples/dashboard/src/format/time.js';
import { demoRefs, hasDemoShops } from '../../examples/dashboard/src/lists/demo.js';
import { type KnownShop, recognise } from '../../examples/dashboard/src/lists/recognise.js';
import { isForbidding, permissionOf, urgencyOf } from '../../examples/dashboard/src/status/shipping.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';

const shops: readonly KnownShop[] = [
  { id: 'mill', name: 'Mill Knitwear', platform: 'ALIBABA_1688' },
  { id: 'buyer', name: 'Buyer Office', platform: 'ALIBABA_1688' },
  { id: 'flagship', name: 'Flagship Store', platform: 'TAOBAO' },
  { id: 'overseas', name: 'Overseas Store', platform: 'ALIEXPRESS' },
];

const found = (text: string, among = shops) =>
  recognise(text, among).entries.map(({ orderId, shops: ids }) => `${orderId} ${ids.join(' ')}`);

describe('order number recognition', () => {
  test.each([
    ['the id of a shop before it', 'mill 2198111437768747370'],
    ['the id of a shop after it', '2198111437768747370;MILL'],
    ['the name of a shop', 'Mill Knitwear, 2198111437768747370'],
    ['the quotes of a spreadsheet', '"mill","=""2198111437768747370"""'],
    ['tabs and other columns', '2026-11-22\tmill\t2198111437768747370\t13800138000\t945.00'],
    ['wide digits and a wide comma', 'mill，２１９８１１１４３７７６８７４７３７０'],
  ])('an order number with %s is recognised', (_what, line) => {
    expect(found(line)).toEqual(['2198111437768747370 mill']);
  });

  test('an order number without a shop is given to the shops whose platform has ids of that length', () => {
    expect(found('82186657375804')).toEqual(['82186657375804 flagship overseas']);
    expect(found('2231958349')).toEqual(['2231958349 flagship']);
    expect(found('82186657375804', shops.slice(3))).toEqual(['82186657375804 overseas']);
  });

  test('an order number with the name of a platform is given to the shops on it', () => {
    expect(found('1688 2198111437768747370')).toEqual(['2198111437768747370 mill buyer']);
    expect(found('速卖通 9100000000747371')).toEqual(['9100000000747371 overseas']);
  });

  test('several order numbers on one line are recognised, whatever ends the line', () => {
    expect(found('mill 2198111437768747370, 2198111437768747371\r\nflagship 2231958349\r')).toEqual([
      '2198111437768747370 mill',
      '2198111437768747371 mill',
      '2231958349 flagship',
    ]);
  });

  test('a line without an order is reported with its number and the reason', () => {
    const { entries, unread } = recognise('shop,order\n\n2.19811E+18\nmill 12\n', shops);
    expect(entries).toEqual([]);
    expect(unread.map(({ line, reason }) => [line.number, reason])).toEqual([
      [1, 'NO_NUMBER'],
      [3, 'ROUNDED'],
      [4, 'NO_NUMBER'],
    ]);
    expect(recognise('2198111437768747370', shops.slice(3)).unread[0]?.reason).toBe('NO_SHOP');
  });

  test('an order that is listed twice is reported, and kept once', () => {
    const { entries, repeated } = recognise('mill 2198111437768747370\nmill,2198111437768747370', shops);
    expect(entries).toHaveLength(1);
    expect(repeated.map(({ line }) => line.number)).toEqual([2]);
  });
});

test('each page of orders holds one shop, and the shops take turns', () => {
  const refs = ['a', 'a', 'a', 'b'].map((shop, index) => ({ shop, orderId: String(index) }));
  expect(pagesOf(refs, 2).map((page) => page.map(({ orderId }) => orderId).join())).toEqual(['0,1', '3', '2']);
  expect(pagesOf([], 2)).toEqual([]);
});

describe('money', () => {
  test('sums are exact, however large the amounts are', () => {
    expect(sum(['90071992547409.93', '0.02', '-0.005'])).toBe('90071992547409.945');
    expect(sum(['-0.5', '0.25'])).toBe('-0.25');
    expect(sum([])).toBe('0');
  });

  test('amounts are sorted by value, not as texts', () => {
    expect(['10.00', '9.5', '-3', '9.50'].sort(compare)).toEqual(['-3', '9.5', '9.50', '10.00']);
  });

  test('totals are kept apart by currency', () => {
    const amounts = [
      { amount: '1.50', currencyCode: 'USD' },
      { amount: '12', currencyCode: 'JPY' },
      { amount: '2', currencyCode: 'USD' },
    ];
    expect(totalsOf(amounts)).toEqual([
      { currencyCode: 'JPY', amount: '12' },
      { currencyCode: 'USD', amount: '3.50' },
    ]);
  });

  test('an amount is formatted with all its digits', () => {
    expect(formatMoney({ amount: '90071992547409931.23', currencyCode: 'CNY' }, 'en')).toBe(
      'CN¥90,071,992,547,409,931.23',
    );
    expect(formatMoney({ amount: '12', currencyCode: 'JPY' }, 'en')).toBe('¥12');
    expect(formatMoney({ amount: '12.5', currencyCode: '?' }, 'en')).toBe('12.5 ?');
  });
});

test('an age is formatted in its largest unit', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(formatAge('2026-11-22T09:30:00Z', 'en', now)).toBe('2 hr. ago');
  expect(formatAge('2025-11-01T00:00:00Z', 'en', now)).toBe('last yr.');
});

describe('shipping', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  const hours = (count: number) => new Date(now + count * 3_600_000).toISOString();

  test.each([
    ['has passed', -1, 'PAST'],
    ['is this very moment', 0, 'PAST'],
    ['comes within a day', 24, 'NEAR'],
    ['is further than a day', 24.1, 'FINE'],
  ] as const)('a deadline that %s is told so', (_when, left, urgency) => {
    expect(urgencyOf({ status: 'OPEN', shipBy: hours(left), overdueRisk: 'UNKNOWN' }, now)).toBe(urgency);
    expect(urgencyOf({ status: 'ON_HOLD', shipBy: hours(left), overdueRisk: 'NONE' }, now)).toBe(urgency);
  });

  test('of a moment and a platform’s code of lateness the worse one is shown, and either where it is alone', () => {
    const urgency = (shipBy: string | null, overdueRisk: 'NONE' | 'NEAR' | 'OVERDUE' | 'UNKNOWN') =>
      urgencyOf({ status: 'IN_PROGRESS', shipBy, overdueRisk }, now);
    expect(urgency(hours(72), 'NEAR')).toBe('NEAR');
    expect(urgency(hours(72), 'OVERDUE')).toBe('PAST_OR_NEAR');
    expect(urgency(hours(-1), 'OVERDUE')).toBe('PAST');
    expect(urgency(null, 'OVERDUE')).toBe('PAST_OR_NEAR');
    expect(urgency(null, 'NONE')).toBe('FINE');
    expect(urgency(null, 'UNKNOWN')).toBeUndefined();
  });

  test.each(['CLOSED', 'CANCELLED', 'EXTERNAL'] as const)('a deadline is no longer due once it is %s', (status) => {
    expect(urgencyOf({ status, shipBy: hours(-1), overdueRisk: 'OVERDUE' }, now)).toBeUndefined();
  });

  test.each([
    ['NOT_READY', false, 'NOT_YET', true],
    ['OPEN', true, 'SHIP', false],
    ['OPEN', null, 'UNSAID', false],
    ['OPEN', false, 'SHIP_PART', true],
    ['IN_PROGRESS', true, 'SHIP', false],
    ['ON_HOLD', false, 'HELD', true],
    ['EXTERNAL', false, 'EXTERNAL', true],
    ['CANCELLED', false, 'CANCELLED', true],
    ['CLOSED', false, 'DONE', false],
    ['UNKNOWN', null, 'UNSAID', false],
  ] as const)(
    'an order that is %s with mayShip %s is %s, which forbids: %s',
    (status, mayShip, permission, forbids) => {
      expect(permissionOf({ status, mayShip })).toBe(permission);
      expect(isForbidding(permission)).toBe(forbids);
    },
  );

  test('an order of which a line may go and another is held is not held altogether', () => {
    const [held, open] = [
      { status: 'ON_HOLD', mayShip: false },
      { status: 'OPEN', mayShip: true },
    ] as const;
    expect(permissionOf(held, [held, open])).toBe('SHIP_PART');
    expect(permissionOf(held, [held, held])).toBe('HELD');
  });
});

test('the demo list has ten orders of each demo shop, no two alike', () => {
  expect(new Set(demoRefs.map(({ shop, orderId }) => `${shop} ${orderId}`)).size).toBe(10 * sandboxGateways.length);
  expect(demoRefs.filter(({ shop }) => shop === 'overseas')).toHaveLength(10);
  expect(hasDemoShops(shops)).toBe(false);
});

describe('translations', () => {
  const wordsOf = (language: string): Record<string, Record<string, string>> =>
    JSON.parse(readFileSync(new URL(`../../examples/dashboard/src/locales/${language}.json`, import.meta.url), 'utf8'));
  const [english, chinese] = [wordsOf('en'), wordsOf('zh')];

  const keysOf = (words: object, before = ''): readonly string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keysOf(value, `${before}${key}.`) : `${before}${key}`,
    );

  test('every text is there in English and in Chinese', () => {
    // Chinese has no singular.
    const expected = keysOf(english).filter((key) => !key.endsWith('_one'));
    expect([...keysOf(chinese)].sort()).toEqual([...expected].sort());
  });

  const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  test.each([
    ['OrderStatus', 'status'],
    ['PaymentStatus', 'payment'],
    ['ShippingStatus', 'shipping'],
    ['RefundStatus', 'refund'],
    ['Platform', 'platform'],
    ['Privacy', 'privacy'],
    ['ShippingMethod', 'method'],
    ['HoldReason', 'holdReason'],
    ['Shipper', 'shipper'],
  ])('every value of %s has a name in both languages', (name, group) => {
    const values = (schema.getType(name) as GraphQLEnumType).getValues().map(({ name: value }) => value);
    for (const words of [english, chinese])
      expect(Object.keys(words[group] ?? {})).toEqual(expect.arrayContaining(values));
  });

  test('every fault code has advice', () => {
    const union = readFileSync(new URL('../../src/common/fault.ts', import.meta.url), 'utf8')
      .split('export type FaultCode =')[1]
      ?.split(';')[0];
    const codes = [...(union ?? '').matchAll(/'(\w+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(15);
    expect(Object.keys(english.advice ?? {})).toEqual(expect.arrayContaining(codes));
  });
});
