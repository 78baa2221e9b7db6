// Tests what is peculiar to Taobao's trades: structured texts, units, parcels, services, holds, and the four statuses.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { shopOf } from '../../support/gateway.js';
import { TAOBAO_TOP } from '../../support/gateways/taobaoTop.js';
import { type Graphql, startGraphql } from '../../support/graphql.js';
import type { Json, Part } from '../../support/json.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';

const TID = '2231958349531846';

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  graphql = await startGraphql({ settings: { shops: [shopOf(TAOBAO_TOP, stubGateway.url)] } });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
afterEach(() => {
  stubGateway.take();
});

/** What is read of a trade, and the paths of what could not be. */
async function readAll(trade: Part, selection: string): Promise<{ order: Json; warnings: readonly unknown[] }> {
  const reply = TAOBAO_TOP.reply({ tid: Number(TID), tid_str: TID, ...trade });
  stubGateway.respondWith(() => ({ body: JSON.stringify(reply) }));
  const { data, errors, warnings } = await graphql.query(
    `{ order(shop: "TAOBAO_TOP", orderId: "${TID}") { ${selection} } }`,
  );
  expect(errors).toEqual([]);
  return { order: data?.order as Json, warnings: warnings.map(({ path }) => path) };
}

async function read(trade: Part, selection: string): Promise<Json> {
  const { order, warnings } = await readAll(trade, selection);
  expect(warnings).toEqual([]);
  return order;
}

const lines = (...order: readonly Part[]): Part => ({
  orders: { order: order.map((line, index) => ({ oid: 100 + index, oid_str: String(100 + index), ...line })) },
});
const own = (selection: string): string => `platformOrder { ... on TaobaoTrade { ${selection} } }`;
const yuan = (amount: string) => ({
  amount,
  currencyCode: 'CNY',
  minorUnits: String(Math.round(Number(amount) * 100)),
});
const MONEY = '{ amount currencyCode minorUnits }';

describe('structured texts of Taobao', () => {
  const pairsOf = (pairs: Part): readonly Part[] => Object.entries(pairs).map(([key, value]) => ({ key, value }));
  const optionsOf = (options: Part): readonly Part[] =>
    Object.entries(options).map(([name, value]) => ({ name, value }));

  test.each([
    ['颜色:桔色;尺码:M', { 颜色: '桔色', 尺码: 'M' }],
    ['机身颜色:黑色;手机套餐:官方标配;', { 机身颜色: '黑色', 手机套餐: '官方标配' }],
    ['尺寸:长:90cm;颜色:红', { 尺寸: '长:90cm', 颜色: '红' }],
    [' 颜色 : 红 ; ', { 颜色: '红' }],
  ])('sku_properties_name %s is read as options, and kept as sent', async (sku_properties_name, options) => {
    const order = await read(
      lines({ sku_properties_name }),
      `items { options { name value } } ${own('items { optionsText }')}`,
    );
    expect(order.items).toEqual([{ options: optionsOf(options) }]);
    expect(order.platformOrder).toEqual({ items: [{ optionsText: sku_properties_name }] });
  });

  test('service_tag in nested lists is read as attributes, and kept as sent', async () => {
    const service_tag = 'comFee=1211;comTim=1;companyCode=SF;note=a=b;';
    const service = { service_tag, service_type: 'FAST' };
    const tag = { order_id: TID, logistic_service_tag_list: { logistic_service_tag: [service] } };
    const { platformOrder } = await read(
      { service_tags: { logistics_tag: [tag] } },
      own('logisticsTags { orderId services { serviceType tag attributes { key value } } }'),
    );
    const attributes = pairsOf({ comFee: '1211', comTim: '1', companyCode: 'SF', note: 'a=b' });
    expect(platformOrder).toEqual({
      logisticsTags: [{ orderId: TID, services: [{ serviceType: 'FAST', tag: service_tag, attributes }] }],
    });
  });

  test.each([
    [
      '3_1_100_paid',
      [{ number: 1, isLast: false, due: yuan('1.00'), paymentStatus: 'PAID', paymentStatusCode: 'paid' }],
    ],
    [
      '2_2_60300_nopaid',
      [{ number: 2, isLast: true, due: yuan('603.00'), paymentStatus: 'UNPAID', paymentStatusCode: 'nopaid' }],
    ],
    [
      '1_1_1_refunding',
      [{ number: 1, isLast: true, due: yuan('0.01'), paymentStatus: 'UNKNOWN', paymentStatusCode: 'refunding' }],
    ],
  ])('o2o_step_trade_detail %s is read as stages, and kept as sent', async (o2o_step_trade_detail, stages) => {
    const selection = `stages { number isLast due ${MONEY} paymentStatus paymentStatusCode }`;
    expect(await read({ o2o_step_trade_detail }, `${selection} ${own('o2o { stageText }')}`)).toEqual({
      stages,
      platformOrder: { o2o: { stageText: o2o_step_trade_detail } },
    });
  });

  test('o2o_step_trade_detail_new and omnichannel_param are read as pairs, and kept as sent', async () => {
    const step =
      'bizType:分阶段付款交易,subOrderPayTime:step 0: payTime Sun Jul 30 17:08:50 CST 2017,totalStep:2,fee:60300,payStatus:paid';
    const omnichannel_param = 'orderState:X_SHOP_HANDLED,acceptExpirationTime:2016-09-05 23:41:59,targetCode:34510274';
    const { platformOrder } = await read(
      { o2o_step_trade_detail_new: step, omnichannel_param },
      own('o2o { stageDetailText stageDetails { key value } } retail { omnichannelText omnichannel { key value } }'),
    );
    const stageDetails = pairsOf({
      bizType: '分阶段付款交易',
      subOrderPayTime: 'step 0: payTime Sun Jul 30 17:08:50 CST 2017',
      totalStep: '2',
      fee: '60300',
      payStatus: 'paid',
    });
    const omnichannel = pairsOf({
      orderState: 'X_SHOP_HANDLED',
      acceptExpirationTime: '2016-09-05 23:41:59',
      targetCode: '34510274',
    });
    expect(platformOrder).toEqual({
      o2o: { stageDetailText: step, stageDetails },
      retail: { omnichannelText: omnichannel_param, omnichannel },
    });
  });

  test('a semicolon at the end of omnichannel_param is not part of its last value', async () => {
    const { platformOrder } = await read(
      { omnichannel_param: 'orderState:X_SHOP_HANDLED,targetType:STORE;' },
      own('retail { omnichannel { key value } }'),
    );
    expect(platformOrder).toEqual({
      retail: { omnichannel: pairsOf({ orderState: 'X_SHOP_HANDLED', targetType: 'STORE' }) },
    });
  });

  test('bind_oids, trade_from and service_type are read as lists', async () => {
    const trade = {
      ...lines({ bind_oids: '193741211090019,193741211080019' }),
      trade_from: 'WAP,JHS',
      service_type: 'timedd, jiaju',
    };
    const selection = 'items { fulfilment { shipWithIds } } sourceText sources serviceTypesText serviceTypes';
    expect((await read(trade, own(selection))).platformOrder).toEqual({
      items: [{ fulfilment: { shipWithIds: ['193741211090019', '193741211080019'] } }],
      sourceText: 'WAP,JHS',
      sources: ['WAP', 'JHS'],
      serviceTypesText: 'timedd, jiaju',
      serviceTypes: ['timedd', 'jiaju'],
    });
  });

  const made =
    '{ "itemId": 1123456789012345678, "text": [ { "id": 44, "content": "home" } ], "dingzhi":";pluginId:182;" }';

  test('customization, order_attr, omni_attr and omni_param are read as JSON, and kept as sent', async () => {
    const trade = {
      ...lines({ customization: made, order_attr: '{"a":"b"}' }),
      omni_attr: '{"flag":1}',
      omni_param: '{}',
    };
    const selection =
      'items { customizationText customization attributesText attributes } retail { flagsText flags fieldsText fields }';
    expect((await read(trade, own(selection))).platformOrder).toEqual({
      items: [
        {
          customizationText: made,
          customization: {
            itemId: '1123456789012345678',
            text: [{ id: 44, content: 'home' }],
            dingzhi: ';pluginId:182;',
          },
          attributesText: '{"a":"b"}',
          attributes: { a: 'b' },
        },
      ],
      retail: { flagsText: '{"flag":1}', flags: { flag: 1 }, fieldsText: '{}', fields: {} },
    });
  });

  test.each(['{"payCurrency":"HKD","n":{"a":1}}', '{\\"payCurrency\\":\\"HKD\\",\\"n\\":{\\"a\\":1}}'])(
    'trade_attr %s is read as attributes, and kept as sent',
    async (trade_attr) => {
      const order = await read(
        { trade_attr },
        `attributes { key value } one: attributes(keys: ["payCurrency"]) { value } ${own('attributesText')}`,
      );
      expect(order).toEqual({
        attributes: pairsOf({ payCurrency: 'HKD', n: '{"a":1}' }),
        one: [{ value: 'HKD' }],
        platformOrder: { attributesText: trade_attr },
      });
    },
  );

  test('a structured text that cannot be parsed is null with a warning, and kept as sent', async () => {
    const trade = {
      ...lines({ customization: '{broken' }),
      trade_attr: '[1]',
      o2o_step_trade_detail: '3_1_100_paid;half',
    };
    const selection = 'attributesText o2o { stageText } items { customizationText customization }';
    expect(await readAll(trade, `attributes { key } stages { number } ${own(selection)}`)).toEqual({
      order: {
        attributes: null,
        stages: null,
        platformOrder: {
          attributesText: '[1]',
          o2o: { stageText: '3_1_100_paid;half' },
          items: [{ customizationText: '{broken', customization: null }],
        },
      },
      warnings: expect.arrayContaining(['trade_attr', 'o2o_step_trade_detail', 'orders[0].customization']),
    });
  });
});

describe('units of Taobao', () => {
  test('amounts are read in yuan, or in fen where the documentation says so', async () => {
    const trade = {
      payment: '200.07',
      post_fee: '0',
      step_paid_fee: '525.70',
      yfx_fee: '0.50',
      alipay_point: 150,
      pcc_af: 1,
      o2o_voucher_price: '1000',
      coupon_fee: 500,
    };
    const order = await read(
      trade,
      `totals { total ${MONEY} shipping ${MONEY} coupon ${MONEY} } ${own(
        `presale { paid ${MONEY} } shippingInsurance { fee ${MONEY} } payment { alipayPoints ${MONEY} tmallCards ${MONEY} couponFee } o2o { voucher ${MONEY} }`,
      )}`,
    );
    expect(order).toEqual({
      totals: { total: yuan('200.07'), shipping: yuan('0.00'), coupon: yuan('5.00') },
      platformOrder: {
        presale: { paid: yuan('525.70') },
        shippingInsurance: { fee: yuan('0.50') },
        payment: { alipayPoints: yuan('1.50'), tmallCards: yuan('0.01'), couponFee: '500' },
        o2o: { voucher: yuan('10.00') },
      },
    });
  });

  test('a text in place of an amount, as in the documentation’s example, is null with a warning', async () => {
    const { order, warnings } = await readAll({ coupon_fee: '使用红包付款金额' }, 'totals { coupon { amount } }');
    expect([order, warnings]).toEqual([{ totals: { coupon: null } }, ['coupon_fee']]);
  });

  test('times to the second or the minute are read as Beijing time', async () => {
    const trade = {
      created: '2025-01-01 00:00:00',
      ...lines({ consign_time: '2013-01-13 15:23:00', et_ser_time: '2015-04-15 13:00' }),
      hk_flight_date: '2014-12-01 15:50',
    };
    const order = await read(
      trade,
      `createdAt items { shippedAt } ${own('hongKong { flightAt } items { appointment { at } }')}`,
    );
    expect(order).toEqual({
      createdAt: '2024-12-31T16:00:00.000Z',
      items: [{ shippedAt: '2013-01-13T07:23:00.000Z' }],
      platformOrder: {
        hongKong: { flightAt: '2014-12-01T07:50:00.000Z' },
        items: [{ appointment: { at: '2015-04-15T05:00:00.000Z' } }],
      },
    });
  });
});

describe('receiver and parcels of Taobao', () => {
  test.each([
    ['a city and a district', { receiver_city: '杭州市', receiver_district: '西湖区' }, '杭州市', '西湖区'],
    [
      'a county governed by its province',
      { receiver_state: '河南省', receiver_district: '济源市' },
      '济源市',
      '济源市',
    ],
    [
      'a county governed by its province and an empty city',
      { receiver_city: '', receiver_district: '济源市' },
      '济源市',
      '济源市',
    ],
    ['a city alone', { receiver_city: '东莞市' }, '东莞市', null],
  ])('the receiver’s city is read from a trade with %s', async (_what, trade, city, district) => {
    expect(await read(trade, 'receiver { city district }')).toEqual({ receiver: { city, district } });
  });

  const shipped = (invoice_no: string, logistics_company = '顺丰速运'): Part => ({
    invoice_no,
    logistics_company,
    shipping_type: 'express',
    consign_time: '2025-05-26 10:00:00',
  });
  const SHIPMENTS = 'logistics { shipments { trackingNumber carrierName methodCode shippedAt itemIds } methodCode }';
  const parcel = (trackingNumber: string, itemIds: readonly string[], carrierName = '顺丰速运') => ({
    trackingNumber,
    carrierName,
    methodCode: 'express',
    shippedAt: '2025-05-26T02:00:00.000Z',
    itemIds,
  });

  test('lines with the same tracking number are in one shipment', async () => {
    const trade = {
      shipping_type: 'express',
      sid: 'SF1',
      ...lines(shipped('SF1'), shipped('YT2', '圆通速递'), shipped('SF1'), { title: 'not yet shipped' }),
    };
    expect((await read(trade, SHIPMENTS)).logistics).toEqual({
      shipments: [parcel('SF1', ['100', '102']), parcel('YT2', ['101'], '圆通速递')],
      methodCode: 'express',
    });
  });

  test('a trade whose lines have no tracking number has one shipment with its own', async () => {
    const trade = { sid: 'SF9', shipping_type: 'express', consign_time: '2025-05-26 10:00:00', ...lines({}) };
    expect((await read(trade, SHIPMENTS)).logistics).toEqual({
      shipments: [{ ...parcel('SF9', []), carrierName: null, itemIds: null }],
      methodCode: 'express',
    });
  });

  test.each([
    ['the trade’s own id', TID],
    ['the id of one of its lines', '101'],
    ['a blank', '  '],
    ['a word for none', '不需要物流'],
    ['a zero', '0'],
  ])('%s in place of a tracking number is no shipment', async (_what, number) => {
    const trade = { sid: number, ...lines({ invoice_no: number }, { title: '袜' }) };
    const { logistics, platformOrder } = await read(
      trade,
      `logistics { shipments { trackingNumber } } ${own('delivery { trackingNumber } items { trackingNumber }')}`,
    );
    expect(logistics).toEqual({ shipments: [] });
    expect(platformOrder).toEqual({
      delivery: { trackingNumber: null },
      items: [{ trackingNumber: null }, { trackingNumber: null }],
    });
  });

  test('lines that repeat the trade’s id leave the parcel of the trade itself', async () => {
    const trade = { sid: 'SF9', ...lines({ invoice_no: TID }) };
    expect((await read(trade, 'logistics { shipments { trackingNumber } }')).logistics).toEqual({
      shipments: [{ trackingNumber: 'SF9' }],
    });
  });

  test('the trade’s own id in place of a payment’s number is no payment', async () => {
    const selection = 'paymentTransactionId payments { id }';
    expect(await read({ alipay_no: TID }, selection)).toEqual({ paymentTransactionId: null, payments: [] });
    expect(await read({ alipay_no: '2018112522001' }, selection)).toEqual({
      paymentTransactionId: '2018112522001',
      payments: [{ id: '2018112522001' }],
    });
  });

  test('a trade without a tracking number has no shipments', async () => {
    expect((await read({ shipping_type: 'virtual', ...lines({}) }, SHIPMENTS)).logistics).toEqual({
      shipments: [],
      methodCode: 'virtual',
    });
  });
});

test('service orders are listed apart from items', async () => {
  const service = { oid: 77, oid_str: '77', item_oid: 100, title: '上门安装', num: 1, payment: '29.98' };
  const trade = { ...lines({ title: '大衣' }), service_orders: { service_order: [service] } };
  const selection = `items { itemId name } ${own(`serviceOrders { id itemId title quantity payment ${MONEY} }`)}`;
  expect(await read(trade, selection)).toEqual({
    items: [{ itemId: '100', name: '大衣' }],
    platformOrder: {
      serviceOrders: [{ id: '77', itemId: '100', title: '上门安装', quantity: '1', payment: yuan('29.98') }],
    },
  });
});

describe('holds of Taobao', () => {
  const FLAGS = ['top_hold', 'team_buy_hold', 'share_group_hold', 'ofp_hold', 'forbid_consign'];
  const HOLDS = 'status statusCode shippingStatus paymentStatus holdReasons';
  const held = { status: 'ON_HOLD', shippingStatus: 'NOT_SHIPPED', paymentStatus: 'PAID' };

  test.each(FLAGS.flatMap((flag) => [1, '1', true, 'true'].map((value) => [flag, value] as const)))(
    '%s = %j puts a paid trade on hold',
    async (flag, value) => {
      expect(await read({ status: 'WAIT_SELLER_SEND_GOODS', [flag]: value }, HOLDS)).toEqual({
        ...held,
        shippingStatus: 'NOT_SHIPPED',
        statusCode: 'WAIT_SELLER_SEND_GOODS',
        holdReasons: [flag],
      });
    },
  );

  test.each([0, '0', false, 'false', '', null, undefined])(
    'hold flags that are %j put no trade on hold',
    async (value) => {
      const flags = Object.fromEntries(FLAGS.map((flag) => [flag, value]));
      expect(await read({ status: 'WAIT_SELLER_SEND_GOODS', ...flags }, 'status holdReasons')).toEqual({
        status: 'AWAITING_SHIPMENT',
        holdReasons: [],
      });
    },
  );

  test('PAID_FORBID_CONSIGN and a flag beside it are both reasons of the hold', async () => {
    expect(await read({ status: 'PAID_FORBID_CONSIGN', team_buy_hold: 1 }, HOLDS)).toEqual({
      ...held,
      statusCode: 'PAID_FORBID_CONSIGN',
      holdReasons: ['PAID_FORBID_CONSIGN', 'team_buy_hold'],
    });
  });

  test.each([
    ['WAIT_BUYER_PAY', 'AWAITING_PAYMENT'],
    ['WAIT_BUYER_CONFIRM_GOODS', 'SHIPPED'],
    ['TRADE_FINISHED', 'COMPLETED'],
    ['TRADE_CLOSED', 'CLOSED'],
  ])('a hold flag does not change the status of a trade in %s, and stays a reason', async (code, status) => {
    expect(await read({ status: code, ofp_hold: 1 }, 'status holdReasons')).toEqual({
      status,
      holdReasons: ['ofp_hold'],
    });
  });
});

describe('statuses of Taobao', () => {
  const AXES = 'status paymentStatus shippingStatus';
  test.each([
    ['TRADE_NO_CREATE_PAY', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED'],
    ['WAIT_BUYER_PAY', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED'],
    ['PAY_PENDING', 'PAYMENT_PENDING', 'PENDING', 'NOT_SHIPPED'],
    ['WAIT_PRE_AUTH_CONFIRM', 'PAYMENT_PENDING', 'PENDING', 'NOT_SHIPPED'],
    ['PAID_FORBID_CONSIGN', 'ON_HOLD', 'PAID', 'NOT_SHIPPED'],
    ['WAIT_SELLER_SEND_GOODS', 'AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED'],
    ['SELLER_CONSIGNED_PART', 'PARTIALLY_SHIPPED', 'PAID', 'PARTIALLY_SHIPPED'],
    ['WAIT_BUYER_CONFIRM_GOODS', 'SHIPPED', 'PAID', 'SHIPPED'],
    ['TRADE_FINISHED', 'COMPLETED', 'PAID', 'DELIVERED'],
    ['TRADE_CLOSED_BY_TAOBAO', 'CANCELLED', 'CANCELLED', 'NOT_REQUIRED'],
    ['WAIT_BUYER_PAY(等待买家付款)', 'AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED'],
  ])('%s means status %s, payment %s, shipping %s', async (code, status, paymentStatus, shippingStatus) => {
    const order = await read({ status: code, ...lines({ status: code }) }, `${AXES} items { status statusCode }`);
    expect(order).toEqual({ status, paymentStatus, shippingStatus, items: [{ status, statusCode: code }] });
  });

  test('TRADE_CLOSED means refunded, and TRADE_BUYER_SIGNED means delivered', async () => {
    expect(await read({ status: 'TRADE_CLOSED' }, AXES)).toMatchObject({ status: 'CLOSED', paymentStatus: 'REFUNDED' });
    expect(await read({ status: 'TRADE_BUYER_SIGNED' }, AXES)).toMatchObject({
      status: 'DELIVERED',
      shippingStatus: 'DELIVERED',
    });
  });

  test.each(['WAIT_PLATFORM_REVIEW', 'constructor', '__proto__', '等待', 'wait_buyer_pay'])(
    'the unknown code %s is UNKNOWN, and kept as sent',
    async (code) => {
      const trade = { status: code, ...lines({ status: code, refund_status: code, refund_id: '5' }) };
      const item = 'status statusCode refundStatus refundStatusCode shippingStatus';
      expect(await read(trade, `${AXES} statusCode items { ${item} } refunds { status statusCode }`)).toEqual({
        status: 'UNKNOWN',
        statusCode: code,
        paymentStatus: 'UNKNOWN',
        shippingStatus: 'UNKNOWN',
        items: [
          {
            status: 'UNKNOWN',
            statusCode: code,
            refundStatus: 'UNKNOWN',
            refundStatusCode: code,
            shippingStatus: 'UNKNOWN',
          },
        ],
        refunds: [{ status: 'UNKNOWN', statusCode: code }],
      });
    },
  );

  test.each([
    ['WAIT_BUYER_PAY', 'FRONT_NOPAID_FINAL_NOPAID', 'UNPAID'],
    ['WAIT_BUYER_PAY', 'FRONT_PAID_FINAL_NOPAID', 'PARTIALLY_PAID'],
    ['WAIT_SELLER_SEND_GOODS', 'FRONT_PAID_FINAL_PAID', 'PAID'],
    ['TRADE_CLOSED', 'FRONT_PAID_FINAL_PAID', 'REFUNDED'],
    ['TRADE_CLOSED_BY_TAOBAO', 'FRONT_NOPAID_FINAL_NOPAID', 'CANCELLED'],
    ['TRADE_CLOSED_BY_TAOBAO', 'FRONT_PAID_FINAL_NOPAID', 'PARTIALLY_PAID'],
    ['TRADE_CLOSED', 'FRONT_PAID_FINAL_NOPAID', 'REFUNDED'],
    ['TRADE_CLOSED', 'FRONT_PAID_FRONT_FORFEITED', 'PARTIALLY_PAID'],
    ['TRADE_CLOSED_BY_TAOBAO', 'FRONT_PAID_FRONT_FORFEITED', 'PARTIALLY_PAID'],
    ['WAIT_BUYER_PAY', 'FRONT_SOMETHING_NEW', 'UNPAID'],
  ])('a presale in %s with %s has the payment status %s', async (status, step_trade_status, paymentStatus) => {
    const order = await read({ status, step_trade_status, type: 'step' }, 'paymentStatus paymentStatusCode');
    expect(order).toEqual({ paymentStatus, paymentStatusCode: step_trade_status });
  });

  test.each([
    ['WAIT_SELLER_SEND_GOODS', 'UNPAID'],
    ['WAIT_BUYER_CONFIRM_GOODS', 'UNPAID'],
    ['TRADE_FINISHED', 'PAID'],
    ['TRADE_CLOSED_BY_TAOBAO', 'CANCELLED'],
  ])('cash on delivery in %s has the payment status %s', async (status, paymentStatus) => {
    for (const type of ['cod', 'cod(货到付款)'])
      expect(await read({ status, type }, 'paymentStatus typeCode')).toEqual({ paymentStatus, typeCode: type });
  });

  test.each([
    [[undefined], 'NONE', null],
    [['NO_REFUND', 'NO_REFUND'], 'NONE', 'NO_REFUND'],
    [['NO_REFUND', 'SUCCESS'], 'REFUNDED', 'NO_REFUND,SUCCESS'],
    [['SUCCESS(退款成功)'], 'REFUNDED', 'SUCCESS(退款成功)'],
    [['SUCCESS', 'WAIT_SELLER_AGREE'], 'REQUESTED', 'SUCCESS,WAIT_SELLER_AGREE'],
    [['CLOSED', 'WAIT_BUYER_RETURN_GOODS'], 'AWAITING_RETURN', 'CLOSED,WAIT_BUYER_RETURN_GOODS'],
    [['WAIT_SELLER_CONFIRM_GOODS', 'SUCCESS'], 'RETURNED', 'WAIT_SELLER_CONFIRM_GOODS,SUCCESS'],
    [['SELLER_REFUSE_BUYER', 'CLOSED'], 'REFUSED', 'SELLER_REFUSE_BUYER,CLOSED'],
    [['CLOSED', undefined], 'CLOSED', 'CLOSED'],
    [['SOMETHING_NEW', 'SUCCESS'], 'UNKNOWN', 'SOMETHING_NEW,SUCCESS'],
  ] as const)('refunds of lines in %j mean the refund status %s', async (codes, refundStatus, refundStatusCode) => {
    const trade = lines(...codes.map((refund_status) => ({ refund_status })));
    expect(await read(trade, 'refundStatus refundStatusCode')).toEqual({ refundStatus, refundStatusCode });
  });
});

test.each([
  [true, 'RATED'],
  ['true', 'RATED'],
  ['True', 'RATED'],
  [1, 'RATED'],
  ['1', 'RATED'],
  [false, 'NOT_RATED'],
  [0, 'NOT_RATED'],
  ['0', 'NOT_RATED'],
  [2, 'UNKNOWN'],
])('a rate of %j is %s', async (rate, status) => {
  expect(await read({ buyer_rate: rate, seller_rate: rate }, 'ratings { buyerStatus sellerStatus }')).toEqual({
    ratings: { buyerStatus: status, sellerStatus: status },
  });
});

test('a blank is no value, and gives no warning, whatever the field', async () => {
  const blank = ' \u3000\t';
  const trade = {
    ...{
      buyer_email: blank,
      seller_memo: blank,
      payment: blank,
      created: blank,
      status: blank,
      step_trade_status: blank,
    },
    ...{ top_hold: blank, alipay_no: blank, buyer_rate: blank },
    ...lines({ refund_id: blank, refund_status: blank, pic_path: blank, sku_properties_name: blank }),
  };
  const selection = `buyer { email } notes { sellerMemo } totals { total { amount } } createdAt status statusCode holdReasons
    paymentStatusCode payments { id } ratings { buyerStatus } refunds { id } refundStatus refundStatusCode
    items { refundStatus imageUrls options { name } }`;
  expect(await read(trade, selection)).toEqual({
    ...{ buyer: { email: null }, notes: { sellerMemo: null }, totals: { total: null }, createdAt: null },
    ...{ status: 'UNKNOWN', statusCode: null, holdReasons: [], paymentStatusCode: null, payments: [], ratings: null },
    ...{ refunds: [], refundStatus: 'NONE', refundStatusCode: null },
    items: [{ refundStatus: 'NONE', imageUrls: null, options: null }],
  });
});

describe('realistic trades of Taobao', () => {
  const ORDER = `status paymentStatus refundStatus completedAt expiresAt totals { total ${MONEY} discount ${MONEY} received ${MONEY} }
    items { itemId name quantity total ${MONEY} status refundStatus refundId } refunds { id itemId status } logistics { shipments { trackingNumber itemIds } }`;
  const tid = 4_355_875_836_205_969;

  test('a finished trade with a refunded line is read whole', async () => {
    const trade = {
      status: 'TRADE_FINISHED',
      payment: '128.50',
      discount_fee: '0.00',
      received_payment: '99.50',
      end_time: '2025-06-09 11:12:13',
      orders: {
        order: [
          {
            oid: tid + 1,
            title: '连衣裙',
            num: 1,
            payment: '99.50',
            status: 'TRADE_FINISHED',
            refund_status: 'NO_REFUND',
            invoice_no: '773333333333',
          },
          {
            oid: tid + 2,
            title: '袜子',
            num: 3,
            payment: '29.00',
            status: 'TRADE_CLOSED',
            refund_status: 'SUCCESS',
            refund_id: '190000000000000123',
            invoice_no: '773333333333',
          },
        ],
      },
      promotion_details: {},
      service_orders: {},
    };
    expect(await read(trade, ORDER)).toEqual({
      status: 'COMPLETED',
      paymentStatus: 'PAID',
      refundStatus: 'REFUNDED',
      completedAt: '2025-06-09T03:12:13.000Z',
      expiresAt: null,
      totals: { total: yuan('128.50'), discount: yuan('0.00'), received: yuan('99.50') },
      items: [
        {
          itemId: String(tid + 1),
          name: '连衣裙',
          quantity: '1',
          total: yuan('99.50'),
          status: 'COMPLETED',
          refundStatus: 'NONE',
          refundId: null,
        },
        {
          itemId: String(tid + 2),
          name: '袜子',
          quantity: '3',
          total: yuan('29.00'),
          status: 'CLOSED',
          refundStatus: 'REFUNDED',
          refundId: '190000000000000123',
        },
      ],
      refunds: [{ id: '190000000000000123', itemId: String(tid + 2), status: 'REFUNDED' }],
      logistics: { shipments: [{ trackingNumber: '773333333333', itemIds: [String(tid + 1), String(tid + 2)] }] },
    });
  });

  test('a trade closed before payment has no times and payments, and null for empty texts', async () => {
    const trade = {
      status: 'TRADE_CLOSED_BY_TAOBAO',
      payment: '10.00',
      pay_time: '',
      consign_time: null,
      end_time: '2025-06-09 11:12:13',
      buyer_message: '',
      alipay_no: '',
      ...lines({ title: '帽', num: 1, status: 'TRADE_CLOSED_BY_TAOBAO', refund_status: 'NO_REFUND', sku_id: '' }),
    };
    const selection =
      'status paidAt shippedAt completedAt notes { buyerMessage } payments { id } items { skuId status }';
    expect(await read(trade, selection)).toEqual({
      status: 'CANCELLED',
      paidAt: null,
      shippedAt: null,
      completedAt: '2025-06-09T03:12:13.000Z',
      notes: { buyerMessage: null },
      payments: [],
      items: [{ skuId: null, status: 'CANCELLED' }],
    });
  });

  test('a trade with cash on delivery is read with its fees', async () => {
    const trade = {
      type: 'cod',
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      payment: '88.00',
      cod_fee: '5.00',
      buyer_cod_fee: '5.00',
      seller_cod_fee: '0.00',
      cod_status: 'TAKEN_IN_SUCCESS',
      express_agency_fee: '93.00',
      ...lines({ title: '茶', num: 2 }),
    };
    const selection = own(`cashOnDelivery { statusCode fee ${MONEY} collected ${MONEY} }`);
    expect(await read(trade, `status typeCode paymentStatus shippingStatus ${selection}`)).toEqual({
      status: 'SHIPPED',
      typeCode: 'cod',
      paymentStatus: 'UNPAID',
      shippingStatus: 'SHIPPED',
      platformOrder: {
        cashOnDelivery: { statusCode: 'TAKEN_IN_SUCCESS', fee: yuan('5.00'), collected: yuan('93.00') },
      },
    });
  });
});

describe('what Taobao’s page of the whole trade lists beyond that of its sister', () => {
  test('the reference to print labels by is asked for with all that TOP makes it of', async () => {
    expect(await read({ oaid: 'oa-1' }, 'receiver { encryptionReference }')).toEqual({
      receiver: { encryptionReference: 'oa-1' },
    });
    const [request] = stubGateway.take();
    expect(request && [...TAOBAO_TOP.callOf(request).subtrees].sort()).toEqual(
      ['tid', 'oaid', 'created', ...['address', 'mobile', 'name', 'phone'].map((name) => `receiver_${name}`)].sort(),
    );
  });

  test('a day is read in the form of trades and in that of lines', async () => {
    const trade = { es_date: '20261201', ...lines({ es_date: '2026-12-02', os_date: 'soon' }) };
    const selection = own('promises { directDay } items { promises { directDay bookedDay bookedDate } }');
    expect(await read(trade, selection)).toEqual({
      platformOrder: {
        promises: { directDay: '2026-12-01' },
        items: [{ promises: { directDay: '2026-12-02', bookedDay: null, bookedDate: 'soon' } }],
      },
    });
  });

  test('subsidies and shipping that was given back are fen, duties yuan', async () => {
    const trade = { gov_subsidy_amount_exact: '12345', real_post_fee: '600', m_tariff_fee: '1.20' };
    const selection = own('subsidy { amount { amount } } payment { actualShipping { amount } tariff { amount } }');
    expect(await read(trade, selection)).toEqual({
      platformOrder: {
        subsidy: { amount: { amount: '123.45' } },
        payment: { actualShipping: { amount: '6.00' }, tariff: { amount: '1.20' } },
      },
    });
  });

  test('a payment says how it was made', async () => {
    const trade = { alipay_no: '2026112622001', payment_method: 'wx' };
    expect(await read(trade, 'payments { methodCode }')).toEqual({ payments: [{ methodCode: 'wx' }] });
  });

  test.each(['bare', 'wrapped'])('the parts of a set are read from a %s list', async (form) => {
    const parts = [{ item_id: 600, sku_id: 700, quantity: 2, outer_sku_id: 'S-1', ismain: true }];
    const combine_item_info = form === 'bare' ? parts : { combine_sub_item_do: parts };
    const selection = own('items { set { components { productId skuId quantity skuCode isMain } } }');
    expect(await read(lines({ combine_item_info }), selection)).toEqual({
      platformOrder: {
        items: [
          { set: { components: [{ productId: '600', skuId: '700', quantity: '2', skuCode: 'S-1', isMain: true }] } },
        ],
      },
    });
  });
});
