// Orders and filters of chance, with many ties and many gaps.
import fc from 'fast-check';
import {
  ANSWERS,
  PAYMENT_STATUSES,
  REFUND_STATUSES,
  SHIPPING_STATUSES,
  STATUSES,
  VIEWS,
} from '../../src/orderIndex/codes.js';
import { MISSING, type OrderRow } from '../../src/orderIndex/schema/tables.js';
import { INSTANTS, type OrderFilter, SORT_KEYS, type Sort } from '../../src/orderIndex/types.js';

export const SHOPS = ['depot', 'flagship', 'mill'] as const;
const PLATFORMS = { depot: 'ALIBABA_1688', flagship: 'TAOBAO', mill: 'ALIBABA_1688' } as const;

export const BEGINNING = Date.UTC(2026, 2, 1);
const HOUR_MS = 3_600_000;

/** Few instants, so that many orders share one. */
const instant = fc.integer({ min: 0, max: 12 }).map((hours) => BEGINNING + hours * HOUR_MS);
const maybeInstant = fc.oneof({ weight: 3, arbitrary: instant }, { weight: 1, arbitrary: fc.constant(MISSING) });

const positionIn = (list: readonly unknown[]) => fc.integer({ min: 0, max: list.length - 1 });

const orderChanges = fc
  .record({
    shop: fc.constantFrom(...SHOPS),
    out_order_id: fc.constantFrom(null, 'own-1', 'own-2'),
    view: positionIn(VIEWS),
    status: positionIn(STATUSES.slice(0, 5)),
    payment: positionIn(PAYMENT_STATUSES.slice(0, 3)),
    shipping: positionIn(SHIPPING_STATUSES.slice(0, 3)),
    refund: positionIn(REFUND_STATUSES.slice(0, 3)),
    created_at: maybeInstant,
    modified_at: maybeInstant,
    paid_at: maybeInstant,
    shipped_at: maybeInstant,
    completed_at: maybeInstant,
    expires_at: maybeInstant,
    ship_by: maybeInstant,
    may_ship: positionIn(ANSWERS),
    money: fc.constantFrom(
      { currency: 'CNY', total: 100, amount: '1.00' },
      { currency: 'CNY', total: 250, amount: '2.5' },
      { currency: 'USD', total: 100, amount: '1' },
      { currency: '', total: MISSING, amount: null },
    ),
    flag: fc.constantFrom(null, '1', '2'),
    marks: fc.integer({ min: 0, max: 7 }),
    known: fc.constantFrom(0, 0x1ffff),
  })
  .map(({ money, ...row }): Partial<OrderRow> => ({ ...row, ...money, platform: PLATFORMS[row.shop] }));

/** Rows for insert of indexEngines.ts; each has an id of its own. */
export const randomOrders = (count: number): readonly Partial<OrderRow>[] =>
  fc.sample(orderChanges, { numRuns: count, seed: 20_260_301 }).map((row, index) => ({
    ...row,
    order_id: String(7_000_000_000_000_000_000n + BigInt((index * 7_919) % count)),
  }));

const someOf = <Name>(names: readonly Name[]) =>
  fc.subarray([...names], { minLength: 0, maxLength: 2 }) as fc.Arbitrary<Name[]>;

const range = fc.record({ gte: fc.option(instant, { nil: undefined }), lt: fc.option(instant, { nil: undefined }) });

/** Each part is there seldom enough that most filters match something. */
const part = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const conditions: fc.Arbitrary<OrderFilter> = fc.record({
  platforms: part(someOf(['ALIBABA_1688', 'TAOBAO'] as const)),
  view: part(fc.constantFrom(...VIEWS)),
  status: part(someOf(STATUSES.slice(0, 5))),
  paymentStatus: part(someOf(PAYMENT_STATUSES.slice(0, 3))),
  shippingStatus: part(someOf(SHIPPING_STATUSES.slice(0, 3))),
  refundStatus: part(someOf(REFUND_STATUSES.slice(0, 3))),
  instants: part(fc.record(Object.fromEntries(INSTANTS.map((name) => [name, part(range)])))),
  total: part(
    fc.record({
      currencyCode: fc.constantFrom('CNY', 'USD'),
      gte: fc.constantFrom(undefined, 99.5, 100),
      lte: fc.constantFrom(undefined, 100.5, 249),
    }),
  ),
  orderIds: part(fc.constantFrom([], ['7000000000000000001', '7000000000000000007', '1'])),
  outOrderIds: part(someOf(['own-1', 'own-2', 'own-3'])),
  sellerFlag: part(someOf(['1', '2', '3'])),
  isOnHold: part(fc.boolean()),
  mayShip: part(fc.boolean()),
  hasBuyerMessage: part(fc.boolean()),
  hasSellerMemo: part(fc.boolean()),
});

export const randomFilter: fc.Arbitrary<OrderFilter> = fc
  .tuple(conditions, part(conditions))
  .map(([filter, not]) => (not === undefined ? filter : { ...filter, not }));

export const randomSort: fc.Arbitrary<Sort> = fc.record({
  key: fc.constantFrom(...SORT_KEYS),
  direction: fc.constantFrom('ASC' as const, 'DESC' as const),
});
