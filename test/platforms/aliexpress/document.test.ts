// Tests the AliExpress document: every documented field is read, and what is peculiar to it is read right.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../../src/common/json.js';
import type { Selection } from '../../../src/mapping/selection.js';
import { zoneOf } from '../../../src/mapping/time.js';
import { selectAll } from '../../../src/mapping/walk.js';
import { ALIEXPRESS_QIMEN } from '../../../src/platforms/aliexpress/gateways/aliexpressQimen.js';
import { compileGateway } from '../../../src/platforms/compiledGateway.js';
import type { Json, Part } from '../../support/json.js';
import { pathsIn, replaceAt } from '../../support/jsonPath.js';
import { wireDocument } from '../../support/wireDocument.js';
import { documentedLeaves } from '../../support/wireFields.js';

const gateway = compileGateway(ALIEXPRESS_QIMEN);
const { document } = ALIEXPRESS_QIMEN;
const all: Selection = { ...selectAll(document.order), platformOrder: selectAll(document.platformOrder.fields) };
const LOS_ANGELES = zoneOf('America/Los_Angeles');

interface Read {
  readonly order: Json;
  readonly warnings: readonly Part[];
}

/** The answer as it travels: dates are texts. */
const read = (body: object, selection = all, zone = LOS_ANGELES): Read =>
  JSON.parse(JSON.stringify(gateway.read(body, selection, zone))) as Read;

const sample = readFileSync(new URL('../../fixtures/ALIEXPRESS_QIMEN/reply.json', import.meta.url), 'utf8');
const { document: documented } = ALIEXPRESS_QIMEN.parseReply({
  status: 200,
  retryAfter: undefined,
  receivedAt: new Date(0),
  text: sample,
});

/** The documentation's order with something else at a place: 'a.b.0.c'. */
const changed = (at: string, value: unknown): object =>
  replaceAt(
    documented,
    at.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name)),
    value,
  ) as object;

const CHILD = 'child_order_list.tp_open_child_order_dto.0';
const PRODUCT = 'child_order_ext_info_list.tp_open_order_product_info_dto.0';

describe('documented fields of AliExpress', () => {
  const fields = documentedLeaves('ALIEXPRESS_QIMEN')
    .map(({ path, type }) => ({ path: path.replace(/^result\./, ''), type }))
    // The envelope's own: the protocol tells them.
    .filter(({ path }) => !['result_success', 'error_code', 'error_message'].includes(path));

  test('a document with every field set is read without a warning', () => {
    expect(fields.length).toBeGreaterThan(200);
    expect(read(wireDocument(fields, {}) as object).warnings).toEqual([]);
  });

  test('a change of any documented field changes the order', () => {
    const answer = (flipped?: string) => JSON.stringify(read(wireDocument(fields, {}, flipped) as object).order);
    const before = answer();
    const unread = fields.filter(({ path }) => answer(path) === before);
    expect(unread.map(({ path }) => path)).toEqual([]);
  });

  test('any value in the place of any other is read without a crash', () => {
    const odd: readonly unknown[] = [{}, [], 'x', -1, [[null]], [null, 'x', {}], { toString: 1, valueOf: 1 }];
    const places = pathsIn(documented).filter((place) => place.length > 0);
    for (const place of places)
      for (const value of odd) gateway.read(replaceAt(documented, place, value) as object, all, LOS_ANGELES);
  });
});

describe('the documented order of AliExpress', () => {
  const answer = read(documented);

  test('the documented order has one warning, for a time that cannot be read', () => {
    expect(answer.warnings).toEqual([{ path: 'logistic_info_list[0].gmt_send', message: 'cannot be read as time' }]);
  });

  test('the documented order is completed, paid, delivered, refunded and disputed, with the codes', () => {
    expect(answer.order).toMatchObject({
      status: 'COMPLETED',
      statusCode: 'FINISH',
      paymentStatus: 'PAID',
      paymentStatusCode: 'PAY_SUCCESS',
      shippingStatus: 'DELIVERED',
      shippingStatusCode: 'BUYER_ACCEPT_GOODS',
      refundStatus: 'REFUNDED',
      refundStatusCode: 'refund_ok',
      holdReasons: ['IN_ISSUE'],
      closeReason: 'cancel',
    });
  });

  test.each([
    {
      zone: 'America/Los_Angeles',
      created: '2016-12-12T20:12:00.000Z',
      written: '2017-05-17T01:40:02.000Z',
      delivered: '2017-05-19T01:40:02.000Z',
      expires: '2018-03-01T20:12:00.000Z',
    },
    {
      zone: 'Asia/Shanghai',
      created: '2016-12-12T04:12:00.000Z',
      written: '2017-05-16T10:40:02.000Z',
      delivered: '2017-05-18T10:40:02.000Z',
      expires: '2018-03-01T04:12:00.000Z',
    },
  ])('the documented order has its times in the zone $zone', ({ zone, created, written, delivered, expires }) => {
    const { order } = read(documented, all, zoneOf(zone));
    const epoch = '2017-02-23T02:47:19.000Z';
    expect(order).toMatchObject({
      createdAt: created,
      modifiedAt: epoch,
      paidAt: epoch,
      completedAt: epoch,
      expiresAt: expires,
      payments: [{ paidAt: epoch }],
      disputes: [{ openedAt: created }, { openedAt: created }],
      refunds: [{ refundedAt: expires }, { refundedAt: expires }],
      events: [{ createdAt: '2017-02-23T07:26:22.000Z' }],
      messages: [{ createdAt: written, modifiedAt: written }],
      platformOrder: { loan: { releasedAt: created } },
    });
    expect(order.logistics?.shipments).toMatchObject([{ shippedAt: null, deliveredAt: delivered }]);
  });

  test('the documented order has exact amounts', () => {
    const dollars = (amount: string, minorUnits: string) => ({ amount, currencyCode: 'USD', minorUnits });
    const [hundred, cent] = [dollars('100.00', '10000'), dollars('0.01', '1')];
    expect(answer.order).toMatchObject({
      totals: {
        total: hundred,
        items: hundred,
        shipping: hundred,
        commission: hundred,
        received: cent,
        refunded: cent,
      },
      items: [{ unitPrice: cent, total: cent, refunded: cent, quantity: '1' }],
      refunds: [
        { itemId: null, amount: cent, couponAmount: cent },
        { itemId: '82186657375804', amount: cent, couponAmount: cent },
      ],
      payments: [{ status: 'PAID', methodCode: 'migs', amount: dollars('1.01', '101') }],
      platformOrder: { settlementAmount: '1.01', settlementCurrency: 'USD' },
    });
  });

  test('the documented order has the options of its separate product, since its own list is empty', () => {
    expect(answer.order.items).toMatchObject([
      {
        options: [
          { name: 'Color', value: 'White' },
          { name: 'Size', value: 'S' },
        ],
      },
    ]);
    expect(answer.order.platformOrder?.products?.[0]?.skuProperties).toMatchObject([
      { name: 'Color', value: 'White', customValue: '1', nameId: '14', valueId: '29', imageUrl: null, sort: '1' },
      { name: 'Size', value: 'S', customValue: null },
    ]);
  });

  test('the documented order has its buyer, seller, receiver and shipment', () => {
    expect(answer.order).toMatchObject({
      buyer: { loginId: 'hyt_ifm', name: 'firstName lastName', country: 'UK' },
      seller: { loginId: 'aliseller', userId: '80615804', name: 'xia' },
      receiver: { name: 'Mark Tugarinov', mobile: '88688435', address: 'Zelenograd korpus 133 kvartira 323' },
      logistics: {
        methodCode: 'EMS_ZX_ZX_US',
        shipments: [{ trackingNumber: '1112221111', carrierName: 'DHL', carrierCode: 'DHL', statusCode: 'default' }],
      },
      notes: { buyerMessage: 'memo' },
    });
  });

  test('a document with bare lists reads the same as one with wrapped lists', () => {
    const bare = Object.fromEntries(
      Object.entries(documented).map(([name, value]) =>
        name.endsWith('_list') ? [name, Object.values(value as object)[0]] : [name, value],
      ),
    );
    expect(read(bare)).toEqual(answer);
  });

  test('empty and absent lists are read without a warning', () => {
    for (const nothing of [{}, [], undefined]) {
      const without = Object.fromEntries(
        Object.entries(documented).map(([name, value]) => [name, name.endsWith('_list') ? nothing : value]),
      );
      const { order, warnings } = read(without);
      expect(warnings).toEqual([]);
      expect(order.logistics?.shipments).toEqual([]);
      expect(order.items ?? []).toEqual([]);
    }
  });
});

describe('amounts of AliExpress', () => {
  const CURRENCIES = { JPY: 0, KRW: 0, USD: 2, RUB: 2, KWD: 3 } as const;
  const total = (amount: unknown): Read => read({ order_amount: amount }, { totals: { total: {} } });

  /** Written without arithmetic: the point is set into the digits. */
  const point = (cent: bigint, digits: number): string => {
    const text = String(cent).padStart(digits + 1, '0');
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  };

  const parts = fc.record({
    code: fc.constantFrom(...(Object.keys(CURRENCIES) as (keyof typeof CURRENCIES)[])),
    cent: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    numbersAreTexts: fc.boolean(),
    describes: fc.boolean(),
    writes: fc.boolean(),
    counts: fc.boolean(),
  });

  test('amounts are exact in every currency, from cents or decimals, numbers or texts', () => {
    fc.assert(
      fc.property(parts, ({ code, cent, numbersAreTexts, describes, writes, counts }) => {
        const digits = CURRENCIES[code];
        const number = (value: number | bigint) => (numbersAreTexts ? `"${value}"` : String(value));
        const members = [
          `"currency_code": "${code}"`,
          ...(counts ? [`"cent": ${number(cent)}`, `"cent_factor": ${number(10 ** digits)}`] : []),
          ...(writes || !counts ? [`"amount": "${point(cent, digits)}"`] : []),
          ...(describes ? [`"currency": { "default_fraction_digits": ${number(digits)} }`] : []),
        ];
        expect(total(parseJson(`{${members.join()}}`))).toEqual({
          order: {
            totals: { total: { amount: point(cent, digits), currencyCode: code, minorUnits: String(cent) } },
          },
          warnings: [],
        });
      }),
    );
  });

  test.each([
    ['a currency named in its description alone', { amount: '5', currency: { currency_code: 'RUB' } }, '5.00', 'RUB'],
    ['the order’s currency in place of its own', { cent: 5, cent_factor: 100 }, '0.05', 'USD'],
    ['a cent without a factor', { cent: 5, amount: '7', currency_code: 'USD' }, '7.00', 'USD'],
    ['a factor that does not divide', { cent: 1, cent_factor: 3, amount: '0.33', currency_code: 'USD' }, '0.33', 'USD'],
    ['a factor of 0', { cent: 1, cent_factor: 0, amount: '1', currency_code: 'USD' }, '1.00', 'USD'],
    ['a factor that gives the digits', { cent: 12345, cent_factor: 1000, currency_code: 'XXA' }, '12.345', 'XXA'],
    ['a minus', { cent: -150, cent_factor: 100, currency_code: 'USD' }, '-1.50', 'USD'],
  ])('an amount with %s is read without a warning', (_what, amount, written, currencyCode) => {
    const { order, warnings } = total(amount);
    expect(order.totals?.total).toMatchObject({ amount: written, currencyCode });
    expect(warnings).toEqual([]);
  });

  test.each([
    ['that is a text', '100'],
    ['without a value', { currency_code: 'USD' }],
    ['with a currency that is none', { amount: '1', currency_code: '卢布' }],
  ])('an amount %s is null with a warning', (_what, amount) => {
    const { order, warnings } = total(amount);
    expect(order).toEqual({ totals: { total: null } });
    expect(warnings).toContainEqual({ path: 'order_amount', message: expect.stringContaining('cannot be read') });
  });

  test('an amount whose cents and decimal disagree is read from its cents with a warning', () => {
    const { order, warnings } = total({ cent: 150, cent_factor: 100, amount: '15', currency_code: 'USD' });
    expect(order.totals?.total).toEqual({ amount: '1.50', currencyCode: 'USD', minorUnits: '150' });
    expect(warnings).toMatchObject([{ message: 'cent and amount disagree; cent was read' }]);
  });

  test('an amount in an unreadable settlement currency is null with a warning, and kept as sent', () => {
    const { order, warnings } = read(changed('settlement_currency', '美元'));
    expect(order.payments).toMatchObject([{ amount: null }]);
    expect(order.platformOrder).toMatchObject({ settlementAmount: '1.01', settlementCurrency: '美元' });
    expect(warnings).toContainEqual(expect.objectContaining({ message: expect.stringContaining('settlement') }));
  });
});

describe('status codes of AliExpress', () => {
  const axes: Selection = Object.fromEntries(
    ['status', 'paymentStatus', 'shippingStatus', 'refundStatus'].flatMap((name) => [
      [name, {}],
      [`${name}Code`, {}],
    ]),
  );
  const statuses = (body: object) => read(body, { ...axes, holdReasons: {} }).order;

  test.each([
    ['PLACE_ORDER_SUCCESS', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED', []],
    ['WAIT_SELLER_EXAMINE_MONEY', 'PAYMENT_PENDING', 'PENDING', 'NOT_SHIPPED', []],
    ['RISK_CONTROL', 'ON_HOLD', 'PAID', 'NOT_SHIPPED', ['RISK_CONTROL']],
    ['IN_CANCEL', 'ON_HOLD', 'PAID', 'NOT_SHIPPED', ['IN_CANCEL']],
    ['WAIT_SELLER_SEND_GOODS', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED', []],
    ['SELLER_PART_SEND_GOODS', 'PARTIALLY_SHIPPED', 'PAID', 'PARTIALLY_SHIPPED', []],
    ['WAIT_BUYER_ACCEPT_GOODS', 'SHIPPED', 'PAID', 'SHIPPED', []],
    ['FUND_PROCESSING', 'DELIVERED', 'PAID', 'DELIVERED', []],
    ['IN_ISSUE', 'ON_HOLD', 'PAID', 'UNKNOWN', ['IN_ISSUE']],
    ['in_frozen', 'ON_HOLD', 'PAID', 'UNKNOWN', ['IN_FROZEN']],
    ['FINISH', 'COMPLETED', 'PAID', 'DELIVERED', []],
    ['IN_BOOK_SALE', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED', []],
    ['IN_PRESELL_PROMOTION', 'ON_HOLD', 'PAID', 'NOT_SHIPPED', ['IN_PRESELL_PROMOTION']],
    ['REQUIRE_REVIEW', 'ON_HOLD', 'PAID', 'NOT_SHIPPED', ['REQUIRE_REVIEW']],
    ['WAIT_WAREHOUSE_CHECK', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', []],
  ])(
    '%s alone means status %s, payment %s, shipping %s',
    (code, status, paymentStatus, shippingStatus, holdReasons) => {
      expect(statuses({ order_status: code })).toEqual({
        status,
        statusCode: code,
        paymentStatus,
        paymentStatusCode: code,
        shippingStatus,
        shippingStatusCode: code,
        refundStatus: 'NONE',
        refundStatusCode: null,
        holdReasons,
      });
    },
  );

  const ended = (order_end_reason: string | undefined, more: object = {}) => {
    const child = { child_order_id: '1', order_status: 'FINISH' };
    const { order } = read(
      { order_status: 'FINISH', order_end_reason, child_order_list: [child], ...more },
      { ...axes, closeReason: {}, items: { status: {}, shippingStatus: {} } },
    );
    const { status, paymentStatus, shippingStatus, items } = order;
    expect(items).toEqual([{ status, shippingStatus }]);
    return { status, paymentStatus, shippingStatus };
  };

  test.each([
    ...['buyer_pay_timeout', 'pay_timeout', 'buyer_cancel_notpay_order', 'BUYER_PAY_TIMEOUT', 'reject_payamount'].map(
      (reason) => [reason, 'CANCELLED', 'CANCELLED', 'NOT_REQUIRED'] as const,
    ),
    ...[
      'cancel_order_close_trade',
      'seller_send_goods_timeout',
      'buyer_cancel_order_in_risk',
      'risk_reject_closed',
    ].map((reason) => [reason, 'CLOSED', 'UNKNOWN', 'NOT_REQUIRED'] as const),
    ...['send_goods_timeout', 'buyer_cancel_order', 'risk_closed', 'security_close', 'suspicious_trade'].map(
      (reason) => [reason, 'CLOSED', 'UNKNOWN', 'NOT_REQUIRED'] as const,
    ),
    ...[
      'seller_accept_issue_no_goods_return',
      'seller_response_issue_timeout',
      'end_issue',
      'trade_close',
      'cancel',
    ].map((reason) => [reason, 'CLOSED', 'UNKNOWN', 'UNKNOWN'] as const),
    ...['buyer_accept_goods', 'buyer_accept_goods_timeout', 'buyer_confirm_goods', 'a_new_reason', ' ', undefined].map(
      (reason) => [reason, 'COMPLETED', 'PAID', 'DELIVERED'] as const,
    ),
  ])(
    'an order that finished by %s is %s with its items, with payment %s and shipping %s',
    (reason, status, paymentStatus, shippingStatus) => {
      expect(ended(reason)).toEqual({ status, paymentStatus, shippingStatus });
    },
  );

  test('an order that finished unpaid was cancelled, whether a reason says so or not', () => {
    const unpaid = { fund_status: 'NOT_PAY' };
    const cancelled = { status: 'CANCELLED', paymentStatus: 'UNPAID', shippingStatus: 'NOT_REQUIRED' };
    expect(statuses({ order_status: 'FINISH', ...unpaid })).toMatchObject(cancelled);
    expect(statuses({ order_status: 'FINISH', order_end_reason: 'security_close', ...unpaid })).toMatchObject(
      cancelled,
    );
  });

  test('codes of payment and goods tell of a failed order what they tell of any', () => {
    const codes = { fund_status: 'PAY_SUCCESS', logistics_status: 'WAIT_SELLER_SEND_GOODS' };
    expect(ended('seller_send_goods_timeout', codes)).toEqual({
      status: 'CLOSED',
      paymentStatus: 'PAID',
      shippingStatus: 'NOT_SHIPPED',
    });
  });

  test('an order whose money is in process to be given back has failed too', () => {
    expect(statuses({ order_status: 'FUND_PROCESSING', order_end_reason: 'cancel_order_close_trade' })).toMatchObject({
      status: 'CLOSED',
      shippingStatus: 'NOT_REQUIRED',
    });
    expect(statuses({ order_status: 'FUND_PROCESSING', order_end_reason: 'buyer_accept_goods' })).toMatchObject({
      status: 'DELIVERED',
      shippingStatus: 'DELIVERED',
    });
  });

  test('a reason says nothing of an order that goes on', () => {
    expect(statuses({ order_status: 'WAIT_SELLER_SEND_GOODS', order_end_reason: 'pay_timeout' })).toMatchObject({
      status: 'AWAITING_SHIPMENT',
    });
  });

  test('unknown codes are UNKNOWN, and kept as sent', () => {
    const strange = {
      order_status: 'A',
      fund_status: 'B',
      logistics_status: 'C',
      refund_info: { refund_status: 'D' },
      issue_status: 'E',
    };
    expect(statuses(strange)).toEqual({
      ...{ status: 'UNKNOWN', statusCode: 'A', paymentStatus: 'UNKNOWN', paymentStatusCode: 'B' },
      ...{ shippingStatus: 'UNKNOWN', shippingStatusCode: 'C', refundStatus: 'UNKNOWN', refundStatusCode: 'D' },
      holdReasons: [],
    });
  });

  test('absent codes are UNKNOWN, and NONE for the refund', () => {
    expect(statuses({})).toEqual({
      ...{ status: 'UNKNOWN', statusCode: null, paymentStatus: 'UNKNOWN', paymentStatusCode: null },
      ...{ shippingStatus: 'UNKNOWN', shippingStatusCode: null, refundStatus: 'NONE', refundStatusCode: null },
      holdReasons: [],
    });
  });

  test('a frozen order that is not shipped yet is on hold', () => {
    const frozen = { frozen_status: 'IN_FROZEN' };
    expect(statuses({ order_status: 'WAIT_SELLER_SEND_GOODS', ...frozen })).toMatchObject({
      status: 'ON_HOLD',
      statusCode: 'WAIT_SELLER_SEND_GOODS',
      holdReasons: ['IN_FROZEN'],
    });
    expect(statuses({ order_status: 'FINISH', ...frozen })).toMatchObject({ status: 'COMPLETED' });
    expect(statuses({ order_status: 'IN_FROZEN', ...frozen })).toMatchObject({ holdReasons: ['IN_FROZEN'] });
  });

  test.each([
    ['WAIT_SELLER_CONFIRM_REFUND', 'REQUESTED'],
    ['SELLER_REFUSE_REFUND', 'REFUSED'],
    ['ACCEPTISSUE', 'REQUESTED'],
    ['WAIT_BUYER_SEND_GOODS', 'AWAITING_RETURN'],
    ['WAIT_SELLER_RECEIVE_GOODS', 'RETURNED'],
    ['ARBITRATING', 'REQUESTED'],
    ['SELLER_RESPONSE_ISSUE_TIMEOUT', 'REQUESTED'],
    ['NO_ISSUE', 'NONE'],
    ['END_ISSUE', 'CLOSED'],
    ['processing', 'REQUESTED'],
    ['canceled_issue', 'CLOSED'],
    ['finish', 'CLOSED'],
  ])('the dispute status %s means the refund status %s where there is no refund', (code, refundStatus) => {
    const child = { child_order_id: '1', child_issue_info: { issue_status: code } };
    const { order } = read({ issue_status: code, child_order_list: [child] });
    expect(order).toMatchObject({
      refundStatus,
      refundStatusCode: code,
      items: [{ refundStatus, refundStatusCode: code }],
      disputes: [{ itemId: '1', statusCode: code }],
    });
  });

  test('an order without a refund status takes it from its child orders', () => {
    const child = (refund_status: string) => ({ refund_info: { refund_status } });
    const order = (...codes: string[]) => statuses({ issue_status: 'END_ISSUE', child_order_list: codes.map(child) });
    expect(order('refund_ok')).toMatchObject({ refundStatus: 'REFUNDED', refundStatusCode: 'refund_ok' });
    expect(order('refund_ok', 'wait_refund')).toMatchObject({
      refundStatus: 'REQUESTED',
      refundStatusCode: 'refund_ok,wait_refund',
    });
  });

  test('the shipping status of an order is that of every item, unless items are shipped apart', () => {
    const children = ['WAIT_BUYER_ACCEPT_GOODS', 'WAIT_SELLER_SEND_GOODS'].map((order_status, index) => ({
      child_order_id: String(index),
      order_status,
    }));
    const items = (logistics_status: string) => read({ logistics_status, child_order_list: children }).order.items;
    expect(items('SELLER_SEND_PART_GOODS')).toMatchObject([
      { shippingStatus: 'SHIPPED', shippingStatusCode: 'WAIT_BUYER_ACCEPT_GOODS' },
      { shippingStatus: 'NOT_SHIPPED', shippingStatusCode: 'WAIT_SELLER_SEND_GOODS' },
    ]);
    expect(items('BUYER_ACCEPT_GOODS')).toMatchObject([
      { shippingStatus: 'DELIVERED', shippingStatusCode: 'BUYER_ACCEPT_GOODS' },
      { shippingStatus: 'DELIVERED', shippingStatusCode: 'BUYER_ACCEPT_GOODS' },
    ]);
  });
});

describe('product options of AliExpress', () => {
  const sku = (value: string) => JSON.stringify({ sku: [{ pName: 'Color', pValue: value }] });
  const escaped = (json: string) => JSON.stringify(json).slice(1, -1);
  const optionsOf = (children: readonly Part[], products: readonly Part[] = []) => {
    const { order, warnings } = read(
      { child_order_list: children, child_order_ext_info_list: products },
      { items: { options: {} } },
    );
    return { options: (order.items as readonly Json[]).map(({ options }) => options), warnings };
  };
  const color = (value: string) => [{ name: 'Color', value }];

  test.each([
    ['plain JSON', sku('Rose "Gold"\n')],
    ['JSON with its quotes escaped', escaped(sku('Rose "Gold"\n'))],
    ['JSON as a JSON text', JSON.stringify(sku('Rose "Gold"\n'))],
  ])('options are read from %s', (_what, product_attributes) => {
    expect(optionsOf([{ product_attributes }])).toEqual({ options: [color('Rose "Gold"\n')], warnings: [] });
  });

  test('an option without a value has the one that the seller defines', () => {
    const product_attributes = JSON.stringify({ sku: [{ pName: 'Color', pValue: '', selfDefineValue: 'Mint' }] });
    expect(optionsOf([{ product_attributes }]).options).toEqual([color('Mint')]);
  });

  test.each([
    ['cut off', sku('White').slice(0, 20)],
    ['a text', 'Color: White'],
    ['a number', '21'],
  ])('options are null with a warning, and kept as sent, when their JSON is %s', (_what, product_attributes) => {
    const { order, warnings } = read({ child_order_list: [{ child_order_id: '1', product_attributes }] });
    expect(order.items).toMatchObject([{ options: null }]);
    expect(order.platformOrder?.items).toMatchObject([{ skuPropertiesJson: product_attributes, skuProperties: null }]);
    expect(warnings).toContainEqual({
      path: 'child_order_list[0]',
      message: 'product_attributes cannot be read as JSON of attributes',
    });
  });

  test('options come from the separate product when the item’s JSON is broken', () => {
    const broken = { product_id: 7, product_attributes: '{"sku":[' };
    expect(optionsOf([broken], [{ product_id: '7', sku: sku('White') }])).toMatchObject({
      options: [color('White')],
      warnings: [{ message: 'product_attributes cannot be read as JSON of attributes' }],
    });
    expect(read(changed(`${PRODUCT}.sku`, '{"sku":[')).order.items).toMatchObject([{ options: [] }]);
  });

  test('options come from the product with the same index, or else with the same id', () => {
    const [one, two] = ['White', 'Black'].map(sku);
    const children = [{ product_id: 1 }, { product_id: 2 }];
    const inOrder = [
      { product_id: 1, sku: one },
      { product_id: 2, sku: two },
    ];
    const expected = { options: [color('White'), color('Black')], warnings: [] };
    expect(optionsOf(children, inOrder)).toEqual(expected);
    expect(optionsOf(children, inOrder.toReversed())).toEqual(expected);
    expect(optionsOf(children, [{ product_id: 2, sku: two }]).options).toEqual([null, color('Black')]);
  });

  test('options of two variants of one product are matched by index alone', () => {
    const children = [{ product_id: 1 }, { product_id: 1 }];
    const [white, black] = ['White', 'Black'].map((value) => ({ product_id: 1, sku: sku(value) }));
    expect(optionsOf(children, [white as Part, black as Part]).options).toEqual([color('White'), color('Black')]);
    expect(optionsOf(children, [white as Part]).options).toEqual([color('White'), null]);
  });
});

describe('ids of AliExpress', () => {
  test('ids of any length are read exactly', () => {
    const text =
      '{"id":9100000000747371,"child_order_list":[{"id":9100000000747373}],"opr_log_dto_list":[{"child_order_id":9100000000747373}]}';
    const { order } = read(parseJson(text) as object);
    expect(order).toMatchObject({
      items: [{ itemId: '9100000000747373' }],
      events: [{ itemId: '9100000000747373' }],
      platformOrder: { numericId: '9100000000747371' },
    });
  });

  test('an item without an id gets its position as id', () => {
    const { order } = read({ child_order_list: [{ child_order_id: '1' }, { product_name: 'x' }] });
    expect(order.items).toMatchObject([{ itemId: '1' }, { itemId: '#2' }]);
  });
});

test.each([
  ['the order’s id', '82186657375804'],
  ['a child order’s id', '82186657375805'],
  ['a blank', ' '],
  ['a word for none', 'null'],
])('%s in place of a tracking number is none', (_what, logistics_no) => {
  const { order } = read({
    id: 82186657375804,
    child_order_list: [{ id: 82186657375805 }],
    logistic_info_list: [{ logistics_no, logistics_type_code: 'DHL' }, { logistics_no: '1112221111' }],
  });
  expect(order.logistics?.shipments).toMatchObject([
    { trackingNumber: null, carrierCode: 'DHL' },
    { trackingNumber: '1112221111' },
  ]);
});

test('a buyer without a first and last name has the name of the signer', () => {
  expect(read(changed('buyer_info', undefined)).order.buyer).toMatchObject({ loginId: 'hyt_ifm', name: '12345' });
});

test('a child order has its own tags, memo, commission rate and lot size', () => {
  expect(read(changed(`${CHILD}.tags`, { string: ['presale'] })).order.platformOrder?.items).toMatchObject([
    { tags: ['presale'], buyerMemo: 'Please change the price', commissionRate: '0.08', lotSize: 1 },
  ]);
});

describe('what AliExpress’s own page lists beyond Qimen’s', () => {
  const usd = (amount: string) => ({ amount, currency_code: 'USD' });
  const totalsOf = (order: object) => read(order).order.totals;

  test('the total is the seller’s back office’s, then the changed one, then the first', () => {
    const amounts = {
      new_seller_order_amount: usd('9.10'),
      new_order_amount: usd('9.50'),
      order_amount: usd('10.00'),
    };
    const { new_seller_order_amount: _first, ...older } = amounts;
    expect(totalsOf(amounts)).toMatchObject({ total: { amount: '9.10', currencyCode: 'USD' } });
    expect(totalsOf(older)).toMatchObject({ total: { amount: '9.50' } });
    expect(totalsOf({ order_amount: usd('10.00') })).toMatchObject({ total: { amount: '10.00' } });
  });

  test('the shop’s discount, changes of price and taxes are totals', () => {
    const order = { promotion_fee: usd('1.20'), adjust_fee: usd('-0.30'), retail_sales_tax: usd('0.80') };
    expect(totalsOf(order)).toMatchObject({
      discount: { amount: '1.20', minorUnits: '120' },
      adjustment: { amount: '-0.30' },
      tax: { amount: '0.80' },
    });
    expect(totalsOf({ ...order, include_tax_fee: usd('1.90') })).toMatchObject({ tax: { amount: '1.90' } });
  });

  test('the variant is the one that its product, described apart, names', () => {
    const order = {
      child_order_list: [{ product_id: 1 }, { product_id: 2 }],
      child_order_ext_info_list: [
        { product_id: 2, sku_id: '12000000000000000002' },
        { product_id: 1, sku_id: '12000000000000000001' },
      ],
    };
    expect(read(order, { items: { skuId: {} } }).order.items).toEqual([
      { skuId: '12000000000000000001' },
      { skuId: '12000000000000000002' },
    ]);
  });

  test('a masked receiver has the reference that it is decrypted by, and a town', () => {
    const order = { oaid: 'oa-1', receipt_address: { contact_person: 'A***', tAN: 'Al Olaya' } };
    expect(read(order).order.receiver).toMatchObject({ encryptionReference: 'oa-1', town: 'Al Olaya' });
  });

  test('what is added as JSON is read, and what is none stays readable as sent', () => {
    const own = (extend_map: string) => read({ extend_map }).order.platformOrder;
    expect(own('{"orderBusinessModel":"SEMI_CHOICE_SELF","siteLang":"es"}')).toMatchObject({
      businessModelCode: 'SEMI_CHOICE_SELF',
      siteLanguage: 'es',
    });
    expect(own('none')).toMatchObject({ businessModelCode: null, extensionText: 'none' });
  });

  test.each([
    [{ amount: '3.50', currency_code: 'EUR' }, '3.50', 'EUR'],
    ['3.5', '3.50', 'USD'],
  ])('freight written as %j is an amount', (fee, amount, currencyCode) => {
    const { platformOrder } = read({ original_template_setting_fee: fee }).order;
    expect(platformOrder).toMatchObject({ sellerFreight: { amount, currencyCode } });
  });
});
