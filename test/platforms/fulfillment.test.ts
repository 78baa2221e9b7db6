// Tests whether orders of every platform say what may be shipped, by when, by whom and with which carrier.
import { describe, expect, test } from '@jest/globals';
import { selectAll } from '../../src/mapping/walk.js';
import type { Gateway } from '../../src/order/enums.js';
import { compiledGatewayOf } from '../../src/platforms/index.js';
import type { Json, Part } from '../support/json.js';

/** What is read of a document's fulfillment, and of that of its lines. */
function read(type: Gateway, document: object): Json {
  const { definition, read: readOrder } = compiledGatewayOf(type);
  const { order, zone } = definition.document;
  const { holdReasons = {}, fulfillment = {}, items = {} } = selectAll(order);
  const selection = { holdReasons, fulfillment, items: { fulfillment: items.fulfillment ?? {} } };
  const { order: found, warnings } = readOrder(document, selection, zone);
  expect(warnings).toEqual([]);
  return JSON.parse(JSON.stringify(found)) as Json;
}

const itemsOf = ({ items }: Json): readonly Part[] =>
  (items as unknown as readonly { fulfillment: Part }[]).map(({ fulfillment }) => fulfillment);

describe('1688', () => {
  const open = (lines: readonly object[], order: object = {}) =>
    read('ALIBABA_1688', { baseInfo: { status: 'waitsellersend' }, productItems: lines, ...order });
  const waits = (more: object = {}) => ({ status: 'waitsellersend', canSendGoods: true, ...more });

  test('a line may be shipped only where it waits for the seller and 1688 says so', () => {
    const order = open([
      waits(),
      waits({ canSendGoods: false, cantSendReason: '拼团未成团' }),
      waits({ canSendGoods: undefined }),
      waits({ status: 'waitlogisticstakein' }),
      waits({ status: 'paid_but_not_fund' }),
      waits({ status: 'cancel' }),
    ]);
    expect(itemsOf(order)).toMatchObject([
      { status: 'OPEN', mayShip: true, holds: [] },
      {
        status: 'ON_HOLD',
        mayShip: false,
        holds: [{ reason: 'GROUP_BUYING', code: 'canSendGoods', message: '拼团未成团' }],
      },
      { status: 'OPEN', mayShip: null, holds: [] },
      { status: 'CLOSED', mayShip: false },
      { status: 'NOT_READY', mayShip: false },
      { status: 'CANCELLED', mayShip: false },
    ]);
    expect(order).toMatchObject({ holdReasons: ['拼团未成团'], fulfillment: { status: 'ON_HOLD', mayShip: false } });
  });

  test('an order whose lines all may be shipped may be, with the worst of its risks and what was promised', () => {
    const order = open(
      [
        waits({ extAttributes: [{ key: 'b_i48h' }, { key: 'color' }], permitLogisticsCpCode: 'SF,YTO' }),
        waits({
          deliverGoodsOverdueRisk: 'overdue',
          bizFenXiaoOutSubOrderInfoList: [{ outSubOrderLatestDeliveryTime: '2026-11-27 12:00:00' }],
        }),
      ],
      { sendGoodsOverdueRisk: 'PTMO', orderBizInfo: { appointLogisticsCompany: 'SF_BK' } },
    );
    expect(order.fulfillment).toMatchObject({
      status: 'OPEN',
      mayShip: true,
      overdueRisk: 'OVERDUE',
      overdueRiskCode: 'PTMO,overdue',
      services: ['b_i48h'],
      shipBy: '2026-11-27T04:00:00.000Z',
      carriers: { prescribed: ['SF_BK'] },
      shipper: 'MERCHANT',
    });
    expect(itemsOf(order)).toMatchObject([
      { overdueRisk: 'NEAR', services: ['b_i48h'], carriers: { prescribed: ['SF', 'YTO'] }, shipBy: null },
      { overdueRisk: 'OVERDUE', overdueRiskCode: 'overdue,PTMO', carriers: { prescribed: ['SF_BK'] } },
    ]);
  });

  test.each([
    [{ orderBizInfo: { ycdf: true } }, 'EXTERNAL', 'PLATFORM_WAREHOUSE', 'ycdf'],
    [{ orderBizInfo: { dropshipping: true } }, 'OPEN', 'DROPSHIPPER', 'dropshipping'],
    [{ orderBizInfo: { officialPickUp: true } }, 'OPEN', 'PLATFORM_PICKUP', 'officialPickUp'],
  ])('an order with %j is %s, by %s', (more, status, shipper, shipperCode) => {
    expect(open([waits()], more).fulfillment).toMatchObject({ status, shipper, shipperCode });
  });
});

describe('Taobao', () => {
  const open = (trade: Part, ...lines: readonly Part[]) =>
    read('TAOBAO_TOP', {
      status: 'WAIT_SELLER_SEND_GOODS',
      ...trade,
      orders: lines.map((line, place) => ({ oid: 100 + place, status: 'WAIT_SELLER_SEND_GOODS', ...line })),
    });

  test('lines are shipped by their own deadline, else their warehouse’s, else their trade’s', () => {
    const order = open(
      {
        delivery_time: '2026-11-28 18:00:00',
        promise_sign_time: '2026-12-01 00:00:00',
        logistics_infos: [{ sub_trade_id: 101, promise_outbound_time: '2026-11-27 20:00:00' }],
      },
      { delivery_time: '2026-11-26 18:00:00', collect_time: '2026-11-26 23:59:59' },
      {},
      {},
      { consign_due_time: '2_7' },
    );
    expect(itemsOf(order).map(({ shipBy }) => shipBy)).toEqual([
      '2026-11-26T10:00:00.000Z',
      '2026-11-27T12:00:00.000Z',
      '2026-11-28T10:00:00.000Z',
      '2026-11-28T10:00:00.000Z',
    ]);
    expect(order.fulfillment).toMatchObject({
      status: 'OPEN',
      mayShip: true,
      shipBy: '2026-11-26T10:00:00.000Z',
      collectBy: '2026-11-26T15:59:59.000Z',
      deliverBy: '2026-11-30T16:00:00.000Z',
      shipper: 'MERCHANT',
    });
  });

  test('what is promised to the buyer is the last moment, of a line before that of its trade', () => {
    const order = open(
      { promise_sign_time: '2026-12-01 00:00:00', promise_collect_time: '2026-11-27 20:00:00' },
      { promise_sign_time: '2026-11-30 00:00:00', sign_time: '2026-12-02 00:00:00' },
      {},
    );
    expect(itemsOf(order)).toMatchObject([
      { deliverBy: '2026-11-29T16:00:00.000Z', collectBy: '2026-11-27T12:00:00.000Z' },
      { deliverBy: '2026-11-30T16:00:00.000Z', collectBy: '2026-11-27T12:00:00.000Z' },
    ]);
    expect(order.fulfillment).toMatchObject({ deliverBy: '2026-11-29T16:00:00.000Z' });
  });

  test('carriers must, should and may not be taken as the rule of each line says', () => {
    const order = open(
      {
        logistics_infos: [
          { sub_trade_id: 100, biz_delivery_type: 2, white_delivery_cps: 'SF,YTO', send_city: '杭州市' },
          { sub_trade_id: 101, biz_delivery_type: 3, biz_delivery_code: 'EMS', black_delivery_cps: 'STO' },
        ],
      },
      {},
      {},
    );
    expect(itemsOf(order)).toMatchObject([
      { carriers: { prescribed: ['SF', 'YTO'], preferred: null, forbidden: null }, location: { city: '杭州市' } },
      { carriers: { prescribed: null, preferred: ['EMS'], forbidden: ['STO'] } },
    ]);
    expect(order.fulfillment).toMatchObject({
      carriers: { prescribed: ['SF', 'YTO'], preferred: ['EMS'], forbidden: ['STO'] },
    });
  });

  test('a trade that is held holds its lines, and lines that others ship are not the seller’s', () => {
    expect(open({ team_buy_hold: 1 }, {}, { status: 'TRADE_CLOSED' })).toMatchObject({
      fulfillment: { status: 'ON_HOLD', mayShip: false, holds: [{ reason: 'GROUP_BUYING', code: 'team_buy_hold' }] },
      items: [{ fulfillment: { status: 'ON_HOLD' } }, { fulfillment: { status: 'CANCELLED', holds: [] } }],
    });
    const order = open({}, { is_force_dc: true }, { distribute_status: 'distribute' }, { distribute_status: 'cancel' });
    expect(itemsOf(order)).toMatchObject([
      { status: 'EXTERNAL', shipper: 'PLATFORM_WAREHOUSE', shipperCode: 'is_force_dc', mayShip: false },
      { status: 'EXTERNAL', shipper: 'DROPSHIPPER', shipperCode: 'distribute', mayShip: false },
      { status: 'OPEN', shipper: 'MERCHANT', mayShip: true },
    ]);
    expect(order.fulfillment).toMatchObject({ status: 'OPEN', mayShip: true });
  });

  test('presents, the parts of sets and changes of the address are told', () => {
    const parts = [{ item_id: 1, sku_id: 2, quantity: 2, item_name: '电池' }];
    const order = open(
      { lm: '1', promotion_details: [{ gift_item_id: '9', gift_item_name: '签字笔', gift_item_num: '1' }] },
      {
        gift_mids: '101',
        combine_item_info: parts,
        modify_address: '1',
        ti_modify_address_time: '2026-11-26 09:00:00',
      },
      { is_free_gift: true, gift_mids: '100', modify_address: '2' },
    );
    expect(order.fulfillment).toMatchObject({
      components: [{ productId: '9', name: '签字笔', quantity: '1', isGift: true }],
      isAddressChanged: true,
      addressChangedAt: '2026-11-26T01:00:00.000Z',
    });
    expect(itemsOf(order)).toMatchObject([
      {
        relatedItemIds: ['101'],
        isAddressChanged: true,
        components: [{ productId: '1', skuId: '2', quantity: '2', isGift: false }],
      },
      { isGift: true, relatedItemIds: ['100'], isAddressChanged: false },
    ]);
  });
});

describe('AliExpress', () => {
  const child = (more: Part = {}): Part => ({
    order_status: 'WAIT_SELLER_SEND_GOODS',
    send_goods_operator: 'SELLER_SEND_GOODS',
    logistics_type: 'CAINIAO_STANDARD',
    ...more,
  });
  const open = (order: Part, ...children: readonly Part[]) =>
    read('ALIEXPRESS_QIMEN', { order_status: 'WAIT_SELLER_SEND_GOODS', child_order_list: children, ...order });

  test('the time left is that to ship while the order waits for its seller, and not otherwise', () => {
    const order = { over_time_left: '2026-11-27 12:00' };
    expect(open(order, child()).fulfillment).toMatchObject({
      status: 'OPEN',
      mayShip: true,
      shipBy: '2026-11-27T20:00:00.000Z',
      carriers: { preferred: ['CAINIAO_STANDARD'] },
      shipper: 'MERCHANT',
    });
    const waiting = { ...order, order_status: 'RISK_CONTROL' };
    expect(open(waiting, child({ order_status: 'RISK_CONTROL' })).fulfillment).toMatchObject({
      status: 'ON_HOLD',
      mayShip: false,
      shipBy: null,
      holds: [{ reason: 'RISK_CONTROL', code: 'RISK_CONTROL' }],
    });
  });

  test('a child order that a warehouse ships is not the seller’s, and a disputed one waits', () => {
    const order = open(
      {},
      child(),
      child({ logistics_warehouse_type: 'cainiaoInternationalWarehouse' }),
      child({ issue_status: 'IN_ISSUE' }),
      child({ order_status: 'WAIT_BUYER_ACCEPT_GOODS', issue_status: 'IN_ISSUE' }),
    );
    expect(itemsOf(order)).toMatchObject([
      { status: 'OPEN', mayShip: true },
      { status: 'EXTERNAL', mayShip: false, location: { code: 'cainiaoInternationalWarehouse' } },
      { status: 'ON_HOLD', mayShip: false, holds: [{ reason: 'DISPUTE', code: 'IN_ISSUE' }] },
      { status: 'CLOSED', mayShip: false, holds: [] },
    ]);
    expect(order.fulfillment).toMatchObject({ status: 'ON_HOLD', mayShip: false });
  });
});
