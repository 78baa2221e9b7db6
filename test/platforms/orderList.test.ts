// Tests how gateways list orders: the exact requests, what is read of the replies, and what a row tells of an order.
import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../src/common/fault.js';
import type { GatewaySettings } from '../../src/config/gatewaySettings.js';
import type { Order } from '../../src/order/order.js';
import { ROW_FIELDS, ROW_SELECTION } from '../../src/orderIndex/record/rows.js';
import type { WithUrl } from '../../src/platforms/gateway.js';
import { compiledGatewayFor, gateways } from '../../src/platforms/index.js';
import { DAY, HOUR, type ListQuery, MINUTE, type OrderList, orderListOf } from '../../src/platforms/orderList.js';
import { parseSettings } from '../../src/platforms/settings.js';
import type { ReceivedReply } from '../../src/protocols/http.js';
import { fixture } from '../support/fixture.js';
import { type GatewayCase, SECRET } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { calledOpen1688 } from '../support/open1688Client.js';
import { calledWith } from '../support/topClient.js';

const CLOCK = new Date('2026-09-01T03:00:00.000Z');

const settingsOf = (type: string, more: object = {}): WithUrl<GatewaySettings> => {
  const { settings } = GATEWAYS.find((row) => row.type === type) as GatewayCase;
  const text = JSON.stringify({ shops: [{ id: 's', name: 'S', gateways: [{ ...settings, ...more }] }] });
  const [shop] = parseSettings(text, {}).shops;
  const [parsed] = shop?.gateways ?? [];
  if (parsed === undefined) throw new Error('no settings');
  return { ...parsed, url: parsed.url ?? compiledGatewayFor(parsed).definition.url };
};

const listFor = (settings: GatewaySettings): OrderList => {
  const { list } = compiledGatewayFor(settings);
  if (list === undefined) throw new Error(`${settings.type} has no list`);
  return list;
};

const query = (more: Partial<ListQuery> = {}): ListQuery => ({
  basis: 'MODIFIED',
  pass: 'ALL',
  from: new Date('2026-09-01T02:00:00.000Z'),
  to: new Date('2026-09-01T02:30:00.000Z'),
  page: 3,
  pageSize: 50,
  rows: 'FULL',
  purpose: 'PAGE',
  ...more,
});

const received = (body: unknown, status = 200): ReceivedReply => ({
  status,
  retryAfter: undefined,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  receivedAt: CLOCK,
});

const requestFor = (settings: WithUrl<GatewaySettings>, asked: ListQuery) =>
  listFor(settings).buildListRequest(asked, settings, CLOCK);

const recorded = (request: { readonly url: string; readonly body: string }) =>
  ({ ...request, method: 'POST' }) as never;

describe('Taobao', () => {
  const settings = settingsOf('TAOBAO_TOP');
  const callOf = (asked: ListQuery) => calledWith(recorded(requestFor(settings, asked)));
  const TYPES =
    'fixed,auction,guarantee_trade,step,independent_simple_trade,independent_shop_trade,auto_delivery,ec,cod,fenxiao,' +
    'game_equipment,shopex_trade,netcn_trade,external_trade,instant_trade,b2c_cod,hotel_trade,super_market_trade,' +
    'super_market_cod_trade,taohua,waimai,o2o_offlinetrade,nopaid,eticket,tmall_i18n,insurance_plus,finance,' +
    'pre_auth_type,lazada';
  const FIELDS =
    'tid,status,type,step_trade_status,top_hold,team_buy_hold,share_group_hold,ofp_hold,forbid_consign,created,modified,' +
    'pay_time,consign_time,end_time,timeout_action_time,payment,buyer_nick,buyer_open_uid,buyer_open_id,orders.oid,' +
    'orders.num_iid,orders.refund_status,delivery_time,is_force_dc,is_force_wlb,is_brand_sale,is_daixiao,b2b_daixiao,' +
    'logistics_infos,orders.oid_str,orders.status,orders.delivery_time,orders.consign_due_time,orders.is_force_dc,' +
    'orders.shipper,orders.is_daixiao,orders.b2b_daixiao,orders.distribute_status';
  const open = {
    app_key: '12345678',
    session: `6100${SECRET}`,
    timestamp: '2026-09-01 11:00:00',
    format: 'json',
    v: '2.0',
    sign_method: 'hmac-sha256',
  };

  test('a page of what was modified names its window in Beijing time, every type of trade and no count', () => {
    expect(callOf(query())).toEqual({
      ...open,
      method: 'taobao.trades.sold.increment.get',
      fields: FIELDS,
      type: TYPES,
      start_modified: '2026-09-01 10:00:00',
      end_modified: '2026-09-01 10:30:00',
      page_no: '3',
      page_size: '50',
      use_has_next: 'true',
    });
  });

  test('the call that counts a window asks for one id alone', () => {
    expect(callOf(query({ purpose: 'COUNT' }))).toEqual({
      ...open,
      method: 'taobao.trades.sold.increment.get',
      fields: 'tid',
      type: TYPES,
      start_modified: '2026-09-01 10:00:00',
      end_modified: '2026-09-01 10:30:00',
      page_no: '1',
      page_size: '1',
      use_has_next: 'false',
    });
  });

  test('what was created is listed by the other interface, briefly where only changes are looked for', () => {
    expect(callOf(query({ basis: 'CREATED', rows: 'BRIEF', page: 1 }))).toMatchObject({
      method: 'taobao.trades.sold.get',
      fields: 'tid,modified,status',
      start_created: '2026-09-01 10:00:00',
      end_created: '2026-09-01 10:30:00',
      page_no: '1',
    });
  });

  test('a window that ends within a second ends with that second', () => {
    const window = { from: new Date('2026-09-01T02:00:00.700Z'), to: new Date('2026-09-01T02:30:00.001Z') };
    expect(callOf(query(window))).toMatchObject({
      start_modified: '2026-09-01 10:00:00',
      end_modified: '2026-09-01 10:30:01',
    });
  });
});

describe('AliExpress', () => {
  const settings = settingsOf('ALIEXPRESS_QIMEN');
  const callOf = (asked: ListQuery) => calledWith(recorded(requestFor(settings, asked)));
  const param1Of = (asked: ListQuery): unknown => JSON.parse(callOf(asked).param1 ?? '{}');

  test('a page of open orders names both windows in Pacific time, to the second', () => {
    const { param1, ...others } = callOf(query({ pass: 'OPEN' }));
    expect(others).toEqual({
      method: 'qimen.aliexpress.trade.findorderlistquery',
      app_key: '12345678',
      target_app_key: '87654321',
      timestamp: '2026-09-01 11:00:00',
      format: 'json',
      v: '2.0',
      sign_method: 'hmac',
      id: 'cn12343523',
    });
    expect(param1).toBe(
      '{"create_date_start":"03/04/2026 18:30:00","create_date_end":"08/31/2026 19:30:00",' +
        '"modified_date_start":"08/31/2026 19:00:00","modified_date_end":"08/31/2026 19:30:00",' +
        '"page":3,"page_size":50}',
    );
  });

  test('finished orders are asked for by their status, after the open ones', () => {
    expect(listFor(settings).steady.passes).toEqual(['OPEN', 'FINISH']);
    expect(param1Of(query({ pass: 'FINISH', basis: 'CREATED' }))).toEqual({
      create_date_start: '08/31/2026 19:00:00',
      create_date_end: '08/31/2026 19:30:00',
      order_status: 'FINISH',
      page: 3,
      page_size: 50,
    });
  });

  test('neither end of a window lies in the hour that Pacific clocks show twice', () => {
    const windows = [
      ['2026-11-01T08:20:00Z', '2026-11-01T08:40:00Z'],
      ['2026-11-01T09:20:00Z', '2026-11-01T09:40:00Z'],
    ];
    for (const [from = '', to = ''] of windows) {
      expect(param1Of(query({ pass: 'OPEN', from: new Date(from), to: new Date(to) }))).toMatchObject({
        modified_date_start: '11/01/2026 00:20:00',
        modified_date_end: '11/01/2026 02:40:00',
      });
    }
  });

  test('a window of what changed reaches beyond what it overlaps, which is at least that hour', () => {
    const { windowMs, overlapMs } = listFor(settings).steady;
    expect(overlapMs).toBeGreaterThanOrEqual(HOUR);
    expect(windowMs).toBeGreaterThan(overlapMs);
  });
});

describe('1688', () => {
  const CASES = [
    { view: 'SELLER', name: 'alibaba.trade.ec.getOrderList.sellerView' },
    { view: 'SELLER', name: 'alibaba.trade.getSellerOrderList', interface: 'alibaba.trade.get.sellerView' },
    { view: 'BUYER', name: 'alibaba.trade.getBuyerOrderList' },
  ];
  const parameters = {
    access_token: `token-${SECRET}`,
    _aop_timestamp: String(CLOCK.getTime()),
    modifyStartTime: '20260901100000000+0800',
    modifyEndTime: '20260901103000000+0800',
    isHis: 'false',
    page: '3',
    pageSize: '20',
  };

  test.each(CASES)('a page of $name names its window with its zone, and history by a text', ({ name, ...more }) => {
    const request = requestFor(settingsOf('ALIBABA_1688', more), query({ pass: 'CURRENT', pageSize: 20 }));
    const checks = { needCheckSend: 'true', needSendGoodsOverdueRisk: 'true', needDeliverGoodsOverdueRisk: 'true' };
    const isSale = !('view' in more && more.view === 'BUYER');
    expect(calledOpen1688(recorded(request))).toEqual({ name, parameters: { ...parameters, ...(isSale && checks) } });
  });

  test('history is asked for where it is wanted', () => {
    const settings = settingsOf('ALIBABA_1688');
    const [pass = ''] = listFor(settings).history?.passes ?? [];
    const request = requestFor(settings, query({ basis: 'CREATED', pass, pageSize: 20 }));
    expect(calledOpen1688(recorded(request)).parameters).toMatchObject({
      isHis: 'true',
      createStartTime: '20260901100000000+0800',
      createEndTime: '20260901103000000+0800',
    });
  });

  test('only the list for buyers is narrowed to ids, and long ones stay exact', () => {
    const asked = query({ pass: 'CURRENT', orderIds: ['2198765432109876520', '58218860983545941'] });
    const orderIds = (view: string) =>
      calledOpen1688(recorded(requestFor(settingsOf('ALIBABA_1688', { view }), asked))).parameters.orderIds;
    expect(orderIds('BUYER')).toBe('[2198765432109876520,58218860983545941]');
    expect(orderIds('SELLER')).toBeUndefined();
  });

  test('fw199’s list stands beside its detail, and takes the partner’s own parameters too', () => {
    const { url, body } = requestFor(settingsOf('FW199'), query({ pass: 'CURRENT', pageSize: 20 }));
    expect(url).toBe('https://open.fw199.com/gateway/1688/fenxiao/trade/list');
    const { sign, ...fields } = Object.fromEntries(new URLSearchParams(body));
    expect(sign).toMatch(/^[0-9a-f]{32}$/);
    const { access_token: _token, _aop_timestamp: _at, ...listed } = parameters;
    expect(fields).toEqual({
      ...listed,
      appid: '32432143214214',
      seller_nick: 'b2b-1624961122',
      timestamp: String(CLOCK.getTime() / 1000),
    });
  });
});

describe('a recorded page', () => {
  const pageOf = (type: string, asked = query(), more: object = {}) => {
    const settings = settingsOf(type, more);
    return listFor(settings).parseListReply(received(fixture(type, 'list.json')), asked, settings);
  };
  const orderOf = (type: string, document: object): Order => {
    const { read, definition } = compiledGatewayFor(settingsOf(type));
    const { order, warnings } = read(document, ROW_SELECTION[definition.view], definition.document.zone);
    expect(warnings).toEqual([]);
    return order as Order;
  };

  test.each([
    [{ buyer_open_id: 'AAH2' }, 'AAH2'],
    [{ buyer_open_id: 'AAH2', buyer_open_uid: 'AAH1' }, 'AAH1'],
  ])('of Taobao names its buyer as either list does: %j', (named, id) => {
    const trades = { trade: [{ tid: 2231958349, ...named }] };
    const settings = settingsOf('TAOBAO_TOP');
    const reply = received(JSON.stringify({ trades_sold_get_response: { trades, total_results: 1 } }));
    const { rows } = listFor(settings).parseListReply(reply, query(), settings);
    expect(orderOf('TAOBAO_TOP', rows[0]?.document ?? {})).toMatchObject({ buyer: { id } });
  });

  test('of Taobao says how many there are and whether more follow', () => {
    const { rows, ...page } = pageOf('TAOBAO_TOP');
    expect(page).toEqual({ total: 100, hasNext: true, dropped: 0 });
    expect(rows.map(({ orderId }) => orderId)).toEqual(['2231958349']);
    expect(orderOf('TAOBAO_TOP', rows[0]?.document ?? {})).toMatchObject({
      status: 'AWAITING_PAYMENT',
      refundStatus: 'REFUNDED',
      totals: { total: { amount: '200.07', currencyCode: 'CNY' } },
      modifiedAt: new Date('1999-12-31T16:00:00.000Z'),
    });
  });

  test('of AliExpress is read by the names of its detail, and its amount by the count beside a 0', () => {
    const { rows, ...page } = pageOf('ALIEXPRESS_QIMEN');
    expect(page).toEqual({ total: 4, hasNext: undefined, dropped: 0 });
    expect(rows.map(({ orderId }) => orderId)).toEqual(['91033838215804']);
    expect(orderOf('ALIEXPRESS_QIMEN', rows[0]?.document ?? {})).toMatchObject({
      status: 'AWAITING_PAYMENT',
      paymentStatus: 'UNPAID',
      totals: { total: { amount: '3331.00', currencyCode: 'USD' } },
      createdAt: new Date('2018-03-07T19:53:38.000Z'),
      items: [{ productId: '32850000001' }],
    });
  });

  test.each([
    [{ fund_status: 'PAY_SUCCESS', logistics_status: 'BUYER_ACCEPT_GOODS' }, 'COMPLETED', null],
    [{ fund_status: 'NOT_PAY' }, 'CANCELLED', null],
    [{ fund_status: 'PAY_SUCCESS', end_reason: 'send_goods_timeout' }, 'CLOSED', 'send_goods_timeout'],
  ])('of AliExpress with a finished order is read with and without why it ended: %j', (more, status, closeReason) => {
    const settings = settingsOf('ALIEXPRESS_QIMEN');
    const row = { order_id: 1160045760122535, order_status: 'FINISH', gmt_create: '2026-08-07 11:53:38', ...more };
    const body = { result: { total_item: 1, order_list: { order_item_vo: [row] } }, result_success: true };
    const { rows, dropped } = listFor(settings).parseListReply(received(body), query({ pass: 'FINISH' }), settings);
    expect([rows.map(({ orderId }) => orderId), dropped]).toEqual([['1160045760122535'], 0]);
    const { read, definition } = compiledGatewayFor(settings);
    const { order, warnings } = read(
      rows[0]?.document ?? {},
      { ...ROW_SELECTION[definition.view], closeReason: {} },
      definition.document.zone,
    );
    expect(warnings).toEqual([]);
    expect(order).toMatchObject({ status, closeReason });
  });

  test.each([
    ['ALIBABA_1688', '2198765432109876520', 615],
    ['FW199', '4355875836205969811', 1],
  ])('of %s has its order by the exact id', (type, orderId, total) => {
    const { rows, ...page } = pageOf(type);
    expect(page).toEqual({ total, hasNext: undefined, dropped: 0 });
    expect(rows.map((row) => row.orderId)).toEqual([orderId]);
    expect(orderOf(type, rows[0]?.document ?? {})).toMatchObject({
      status: 'AWAITING_SHIPMENT',
      paymentStatus: 'PAID',
      totals: { total: { amount: '1860.50', currencyCode: 'CNY' } },
      createdAt: new Date('2026-09-01T02:11:12.000Z'),
    });
  });

  test('is without the orders that were not asked for, of a list that ignores ids', () => {
    const asked = query({ orderIds: ['58218860983545941'] });
    expect(pageOf('FW199', asked)).toEqual({ rows: [], total: 1, hasNext: undefined, dropped: 1 });
  });

  test('is without another member’s orders', () => {
    expect(pageOf('ALIBABA_1688', query(), { memberId: 'b2b-1' })).toMatchObject({ rows: [], dropped: 1 });
    expect(pageOf('ALIBABA_1688', query(), { memberId: 'b2b-1624961198' }).rows).toHaveLength(1);
  });
});

describe('a page of nothing', () => {
  test.each([
    ['TAOBAO_TOP', { trades_sold_increment_get_response: { request_id: 'r' } }],
    ['TAOBAO_TOP', { trades_sold_get_response: { trades: {}, total_results: 0 } }],
    ['ALIEXPRESS_QIMEN', { result: { total_item: 0 }, result_success: true }],
    ['ALIBABA_1688', { totalRecord: 0 }],
    ['ALIBABA_1688', { result: [], totalRecord: 0, success: true }],
    ['FW199', { code: 0, data: { totalRecord: 0 } }],
  ])('of %s is no failure: %j', (type, body) => {
    const settings = settingsOf(type);
    expect(listFor(settings).parseListReply(received(body), query(), settings)).toMatchObject({ rows: [], dropped: 0 });
  });
});

describe('a refusal in place of a page', () => {
  const THROTTLED = { code: 7, msg: 'App Call Limited', sub_msg: 'This ban will last for 1 more seconds' };
  test.each([
    ['TAOBAO_TOP', { error_response: THROTTLED }, 200, 'UPSTREAM_THROTTLED'],
    ['TAOBAO_TOP', '<html></html>', 502, 'UPSTREAM_UNAVAILABLE'],
    ['TAOBAO_TOP', { trade: {} }, 200, 'UPSTREAM_MALFORMED'],
    ['ALIEXPRESS_QIMEN', { response: { flag: 'failure', code: 'sign-check-failure' } }, 200, 'UPSTREAM_BAD_REQUEST'],
    ['ALIBABA_1688', { error_code: 'gw.QosAppFrequencyLimit' }, 200, 'UPSTREAM_THROTTLED'],
    ['ALIBABA_1688', { error_code: '401', error_message: 'Request need user authorized' }, 401, 'SHOP_NOT_AUTHORIZED'],
    ['ALIBABA_1688', { result: {} }, 200, 'UPSTREAM_MALFORMED'],
    ['FW199', { code: 302, message: '未授权店铺', data: null }, 200, 'SHOP_NOT_AUTHORIZED'],
  ])('of %s is named as a detail’s would be: %j', (type, body, status, code) => {
    const settings = settingsOf(type);
    const parse = () => listFor(settings).parseListReply(received(body, status), query(), settings);
    expect(parse).toThrow(Fault);
    expect(parse).toThrow(expect.objectContaining({ code }));
  });
});

describe('what a row tells', () => {
  const MISSING = {
    TAOBAO_TOP: ['notes'],
    ALIEXPRESS_QIMEN: ['refundStatus', 'modifiedAt', 'completedAt', 'expiresAt', 'notes', 'shipBy', 'fulfillment'],
    ALIBABA_1688: ['notes', 'shipBy'],
    FW199: ['notes'],
  };
  test.each(Object.entries(MISSING))('of %s is all that the index keeps but what stands here', (type, missing) => {
    const compiled = compiledGatewayFor(settingsOf(type));
    const lacks = ROW_FIELDS.filter(({ selection }) => !compiled.isInRow(selection, 'FULL'));
    expect(lacks.map(({ known }) => known)).toEqual(missing);
    const counterpart = compiled.definition.view === 'SELLER' ? 'buyer' : 'seller';
    expect(compiled.isInRow({ [counterpart]: { loginId: {} } }, 'FULL')).toBe(true);
    expect(compiled.isInRow({ receiver: { name: {} } }, 'FULL')).toBe(false);
    expect(compiled.isInRow({ raw: {} }, 'FULL')).toBe(false);
  });
});

describe('the rules of a list', () => {
  const lists = Object.values(gateways).flatMap((row) =>
    [row, ...(row.variants ?? [])].flatMap(({ list, view }) => {
      const found = orderListOf(list);
      return found ? [{ name: `${row.type} ${view}`, list: found }] : [];
    }),
  );

  test.each(lists)('of $name lose no order that changes while they are read', ({ list }) => {
    for (const stream of [list.fill, list.steady, ...list.sweeps]) {
      if (stream.basis === 'MODIFIED') expect(stream.paging).not.toBe('FORWARD');
      expect(stream.windowMs).toBeLessThanOrEqual(list.widestWindowMs ?? DAY);
      expect(stream.pageSize).toBeGreaterThan(0);
    }
    expect(list.steady.windowMs).toBeGreaterThan(list.steady.overlapMs);
    expect(list.steady.overlapMs).toBeGreaterThanOrEqual(10 * MINUTE);
  });

  test('a gateway without a list says why', () => {
    for (const { list } of [gateways.VV_TOOL, gateways.DAMAIJIA168]) {
      expect(list).toEqual({ none: expect.stringMatching(/documents no list/) });
    }
  });
});
