// What orders are found by, on both engines: ids, tokens, products, and what is left out.
import { beforeAll, expect, test } from '@jest/globals';
import { bitsOf, FIELD_GROUPS, MARKS } from '../../../src/orderIndex/codes.js';
import { MISSING } from '../../../src/orderIndex/schema/tables.js';
import type { OrderFilter } from '../../../src/orderIndex/types.js';
import { describeEngines, SHOP_WITHOUT_TOKENS, type TestIndex } from '../../support/indexEngines.js';

const SHOPS = ['depot', 'flagship', SHOP_WITHOUT_TOKENS];

type Case = readonly [OrderFilter, readonly string[]];

describeEngines('filters', (openIndex) => {
  let index: TestIndex;

  beforeAll(async () => {
    index = await openIndex();
    const [one, two, three, , bare] = await index.insert(
      { order_id: '1', out_order_id: 'A-1', flag: '1', marks: bitsOf(MARKS, ['ON_HOLD']), total: 100 },
      { order_id: '2', out_order_id: '1', flag: '2', shop: 'depot', marks: bitsOf(MARKS, ['SELLER_MEMO']), total: 200 },
      {
        order_id: '3',
        total: MISSING,
        currency: '',
        amount: null,
        known: bitsOf(FIELD_GROUPS, ['status']),
        paid_at: MISSING,
      },
      { order_id: '1', shop: 'mill', out_order_id: 'A-1', flag: '1' },
      { order_id: '5', shop: SHOP_WITHOUT_TOKENS, out_order_id: '13912345678' },
    );
    if (!one || !two || !three || !bare) throw new Error('rows are missing');
    await index.addTerm(one, 'TRACKING_NUMBER', 'SF1');
    await index.addTerm(one, 'COUNTERPART', 'ann');
    await index.addTerm(one, 'PHONE', '13912345678');
    await index.addTerm(two, 'PHONE', '13912345678');
    await index.addTerm(two, 'PHONE_LAST_4', '5678');
    await index.addTerm(two, 'RECEIVER_NAME', 'Li Lei');
    await index.addTerm(three, 'TRACKING_NUMBER', '5678');
    await index.addProduct(one, 'p1');
    await index.addProduct(three, 'p1');
    await index.addProduct(two, 'p2');
    const other = { shop: 'mill', order_id: '1' };
    await index.addTerm(other, 'TRACKING_NUMBER', 'SF1');
    await index.addProduct(other, 'p1');
  });

  /** Ids of a whole list, which has to agree with the count and the statistics of the same filter. */
  async function found(filter: OrderFilter, shops: readonly string[] = SHOPS): Promise<readonly string[]> {
    const { reader } = index;
    const { edges } = await reader.list({
      ...{ shops, filter, sort: { key: 'CREATED_AT', direction: 'ASC' }, page: { first: 50 } },
    });
    const count = { count: edges.length, precision: 'EXACT' };
    expect(await reader.count({ shops, filter, limit: 50 })).toEqual(count);
    const [all] = await reader.statistics({ shops, filter, by: [], basis: 'CREATED', timeZone: 'UTC' });
    expect(all?.count).toBe(edges.length);
    return edges.map(({ order }) => order.orderId);
  }

  async function expectFound(cases: readonly Case[]): Promise<void> {
    for (const [filter, ids] of cases) expect([filter, await found(filter)]).toEqual([filter, ids]);
  }

  test('Orders are found by their ids, of the platform and of the caller', () =>
    expectFound([
      [{ orderIds: ['1', '3', 'nobody'] }, ['1', '3']],
      [{ outOrderIds: ['A-1'] }, ['1']],
      [{ orderIds: ['1', '2'], outOrderIds: ['1'] }, ['2']],
      [{ orderIds: [] }, []],
    ]));

  test('People and parcels are found by their tokens, and by nothing else', () =>
    expectFound([
      [{ trackingNumber: 'SF1' }, ['1']],
      [{ trackingNumber: 'SF2' }, []],
      [{ counterpart: 'ann' }, ['1']],
      [{ receiver: { phone: '13912345678' } }, ['1', '2']],
      [{ receiver: { phoneLast4: '5678' } }, ['2']],
      [{ receiver: { name: 'Li Lei' } }, ['2']],
      [{ receiver: { phone: '13912345678' }, counterpart: 'ann' }, ['1']],
    ]));

  test('A search looks among ids and parcels, and among people where it may', () =>
    expectFound([
      [{ search: { text: ' 1 ', includesPeople: false } }, ['1', '2']],
      [{ search: { text: 'SF1', includesPeople: false } }, ['1']],
      [{ search: { text: 'ann', includesPeople: false } }, []],
      [{ search: { text: 'ann', includesPeople: true } }, ['1']],
      [{ search: { text: 'Li Lei', includesPeople: true } }, ['2']],
      [{ search: { text: '5678', includesPeople: false } }, ['3']],
      [{ search: { text: '5678', includesPeople: true } }, ['2', '3']],
    ]));

  test('Of a shop without tokens a search still finds ids', () =>
    expectFound([
      [{ search: { text: '13912345678', includesPeople: true } }, ['1', '2', '5']],
      [{ search: { text: '13912345678', includesPeople: false } }, ['5']],
    ]));

  test('Orders are found by their products', () =>
    expectFound([
      [{ productIds: ['p1'] }, ['1', '3']],
      [{ productIds: ['p1', 'p2'], status: ['AWAITING_SHIPMENT'] }, ['1', '2', '3']],
      [{ productIds: ['p2'], sellerFlag: ['1'] }, []],
    ]));

  test('What is left out is left out by any condition, also of orders that lack what it is about', () =>
    expectFound([
      [{ not: { sellerFlag: ['1'] } }, ['2', '3', '5']],
      [{ not: { outOrderIds: ['A-1', '1'] } }, ['3', '5']],
      [{ not: { trackingNumber: 'SF1' } }, ['2', '3', '5']],
      [{ not: { productIds: ['p1', 'p2'] } }, ['5']],
      [{ productIds: ['p1'], not: { counterpart: 'ann' } }, ['3']],
      [{ not: { search: { text: '1', includesPeople: false } } }, ['3', '5']],
      [{ not: { status: ['AWAITING_SHIPMENT'], sellerFlag: ['2'] } }, ['1', '3', '5']],
      [{ not: {} }, []],
    ]));

  test('A mark is missing only where its order was asked about it', () =>
    expectFound([
      [{ isOnHold: true }, ['1']],
      [{ isOnHold: false }, ['2', '5']],
      [{ hasSellerMemo: true }, ['2']],
      [{ hasSellerMemo: false, hasBuyerMessage: false }, ['1', '5']],
      [{ not: { isOnHold: true } }, ['2', '3', '5']],
    ]));

  test('Amounts are compared in one currency, and an order without a total is in no range', () =>
    expectFound([
      [{ total: { currencyCode: 'CNY', gte: 100, lte: 199.5 } }, ['1']],
      [{ total: { currencyCode: 'CNY', gte: 100.5, lte: 1e30 } }, ['2', '5']],
      [{ total: { currencyCode: 'USD' } }, []],
      [{ total: { currencyCode: 'CNY', lte: -1e30 } }, []],
    ]));

  test('An order without an instant is in no range of it, however wide', () =>
    expectFound([
      [{ instants: { paidAt: {} } }, ['1', '2', '5']],
      [{ instants: { paidAt: { lt: 9e15 } } }, ['1', '2', '5']],
      [{ instants: { shippedAt: { lt: 9e15 } } }, []],
      [{ not: { instants: { paidAt: {} } } }, ['3']],
    ]));

  test('Texts that no database can hold find nothing, and fail nothing', () =>
    expectFound([
      [{ orderIds: ['a\0b', '\ud800'] }, []],
      [{ outOrderIds: ['\0'], sellerFlag: ['\0'] }, []],
      [{ search: { text: '\ud800\0', includesPeople: true } }, []],
      [{ sellerFlag: ['\udc00', '2'] }, ['2']],
    ]));

  test('Whatever orders are found by, only those of the scope’s shops are', async () => {
    const filters: readonly OrderFilter[] = [
      ...[{ orderIds: ['1'] }, { outOrderIds: ['A-1'] }, { trackingNumber: 'SF1' }, { productIds: ['p1'] }, {}],
      ...[{ search: { text: '1', includesPeople: true } }, { sellerFlag: ['1'] }, { not: { orderIds: ['9'] } }],
      ...[{ search: { text: 'SF1', includesPeople: true } }, { not: { trackingNumber: 'SF9' } }],
    ];
    for (const filter of filters) {
      expect([filter, await found(filter, ['mill'])]).toEqual([filter, ['1']]);
      expect([filter, await found(filter, ['nobody'])]).toEqual([filter, []]);
      expect([filter, await found(filter, [])]).toEqual([filter, []]);
    }
  });
});
