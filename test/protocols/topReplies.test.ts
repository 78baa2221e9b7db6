// Tests replies of TOP and the Qimen cloud in every form: with and without a root member, lists wrapped or bare.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { writeJson } from '../../src/common/json.js';
import { shopOf } from '../support/gateway.js';
import { ALIEXPRESS_QIMEN } from '../support/gateways/aliexpressQimen.js';
import { TAOBAO_TOP } from '../support/gateways/taobaoTop.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  const shops = [TAOBAO_TOP, ALIEXPRESS_QIMEN].map((gateway) => shopOf(gateway, stubGateway.url));
  graphql = await startGraphql({ settings: { shops } });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
afterEach(() => {
  stubGateway.take();
});

/** What is read of an order that is answered with a body. */
async function read(shop: string, orderId: string, body: unknown, selection: string): Promise<Part> {
  stubGateway.respondWith(() => ({ body: typeof body === 'string' ? body : writeJson(body) }));
  const { data, errors } = await graphql.query(
    `{ order(shop: "${shop}", orderId: "${orderId}") { ${selection} warnings { path } } }`,
  );
  expect(errors).toEqual([]);
  const { warnings, ...order } = (data?.order ?? {}) as unknown as Part;
  expect(warnings).toEqual([]);
  return order;
}

const ID = '4355875836205969811';
const ITEM = '9223372036854775807';

describe('TAOBAO_TOP', () => {
  const selection = `status totals { total { amount } } items { itemId productId name quantity total { amount } }
    promotions { targetId discount { amount } } upstream { requestId }
    platformOrder { ... on TaobaoTrade { serviceOrders { id quantity } logisticsTags { services { tag } } } }`;
  const line = { oid: BigInt(ITEM), oid_str: ITEM, num_iid: 12, title: '大衣', num: 2, payment: '3.50' };
  const promotion = { id: BigInt(ITEM), discount_fee: '1.00' };
  const service = { oid: 7, oid_str: '7', num: 1 };
  const tag = { service_tag: 'companyCode=SF;' };
  const trade = { tid: BigInt(ID), status: 'TRADE_FINISHED', payment: '7.00' };
  const wrapped = {
    ...trade,
    orders: { order: [line] },
    promotion_details: { promotion_detail: [promotion] },
    service_orders: { service_order: [service] },
    service_tags: { logistics_tag: [{ logistic_service_tag_list: { logistic_service_tag: [tag] } }] },
  };
  const bare = {
    ...trade,
    orders: [line],
    promotion_details: [promotion],
    service_orders: [service],
    service_tags: [{ logistic_service_tag_list: [tag] }],
  };
  const rooted = (document: unknown) => ({
    trade_fullinfo_get_customization_response: { trade: document, request_id: 'r-1' },
  });
  const expected = {
    status: 'COMPLETED',
    totals: { total: { amount: '7.00' } },
    items: [{ itemId: ITEM, productId: '12', name: '大衣', quantity: '2', total: { amount: '3.50' } }],
    promotions: [{ targetId: ITEM, discount: { amount: '1.00' } }],
    upstream: { requestId: 'r-1' },
    platformOrder: {
      serviceOrders: [{ id: '7', quantity: '1' }],
      logisticsTags: [{ services: [{ tag: tag.service_tag }] }],
    },
  };
  const reading = (body: unknown) => read('TAOBAO_TOP', ID, body, selection);

  test.each([
    ['wrapped lists in the root member', rooted(wrapped)],
    ['bare lists in the root member', rooted(bare)],
    ['bare lists and no root member', { trade: bare, request_id: 'r-1' }],
    ['wrapped lists and no root member', { trade: wrapped, request_id: 'r-1' }],
    ['a root member of another name', { anything: { trade: wrapped, request_id: 'r-1' } }],
    [
      'a lone object in each wrapper',
      rooted({ ...wrapped, orders: { order: line }, promotion_details: { promotion_detail: promotion } }),
    ],
  ])('a trade is read from a reply with %s', async (_form, body) => {
    expect(await reading(body)).toEqual(expected);
  });

  test.each([
    [
      'numbers where strings are documented',
      { payment: 7, orders: { order: [{ ...line, payment: 3.5, oid_str: BigInt(ITEM), title: 2024 }] } },
      '2024',
    ],
    [
      'strings where numbers are documented',
      { tid: ID, orders: { order: [{ ...line, oid: ITEM, num_iid: '12', num: '2' }] } },
      '大衣',
    ],
    [
      'other numbers of zeros after the decimal point',
      { payment: '7.0', orders: { order: [{ ...line, num: 2.0, payment: '3.5' }] } },
      '大衣',
    ],
    [
      'white space around values',
      { payment: ' 7.00 ', orders: { order: [{ ...line, oid_str: ` ${ITEM} `, num: ' 2 ' }] } },
      '大衣',
    ],
  ])('a trade is read from a reply with %s', async (_what, changes, name) => {
    const { items } = expected;
    expect(await reading(rooted({ ...wrapped, ...changes }))).toEqual({ ...expected, items: [{ ...items[0], name }] });
  });

  test('a total that is the number 0.1 is read as 0.10', async () => {
    const { totals } = await read(
      'TAOBAO_TOP',
      ID,
      rooted({ ...trade, payment: 0.1 }),
      'totals { total { amount minorUnits } }',
    );
    expect(totals).toEqual({ total: { amount: '0.10', minorUnits: '10' } });
  });

  const lists = ['orders', 'promotion_details', 'service_orders', 'service_tags'];
  test.each([
    ['{}', {}, []],
    ['[]', [], []],
    ['absent', undefined, null],
    ['null', null, null],
    ['empty strings', '', null],
  ])('a trade whose lists are %s is read without items and promotions', async (_form, empty, list) => {
    const body = rooted({ ...wrapped, ...Object.fromEntries(lists.map((name) => [name, empty])) });
    const { items, promotions, platformOrder } = await reading(body);
    expect({ items, promotions, platformOrder }).toEqual({
      items: list,
      promotions: list,
      platformOrder: { serviceOrders: list, logisticsTags: list },
    });
  });

  test('empty lists inside their wrappers are read as empty lists', async () => {
    const body = rooted({ ...wrapped, orders: { order: [] }, promotion_details: { promotion_detail: [] } });
    expect(await reading(body)).toMatchObject({ items: [], promotions: [] });
  });

  test('a request id that is a number is read to the digit', async () => {
    const body = { trade: bare, request_id: 4_355_875_836_205_969_811n };
    expect(await reading(body)).toMatchObject({ upstream: { requestId: ID } });
  });
});

describe('ALIEXPRESS_QIMEN', () => {
  const selection = `status items { itemId name } logistics { shipments { trackingNumber } } messages { content }
    events { actionCode } payments { amount { amount currencyCode } } upstream { code message success requestId }`;
  const child = { id: BigInt(ITEM), child_order_id: ITEM, product_name: 'coat' };
  const order = { id: BigInt(ID), order_status: 'FINISH', fund_status: 'PAY_SUCCESS' };
  const wrapped = {
    ...order,
    child_order_list: { tp_open_child_order_dto: [child] },
    logistic_info_list: { tp_open_logistic_info_dto: [{ logistics_no: 'RB1' }] },
    order_msg_list: { tp_open_order_msg_dto: [{ content: 'hi' }] },
    opr_log_dto_list: { tp_operation_log_dto: [{ action_type: 'pay' }] },
  };
  const bare = {
    ...order,
    child_order_list: [child],
    logistic_info_list: [{ logistics_no: 'RB1' }],
    order_msg_list: [{ content: 'hi' }],
    opr_log_dto_list: [{ action_type: 'pay' }],
  };
  const beside = { pay_amount_by_settlement_cur: '1.01', settlement_currency: 'USD', request_id: 'q-1' };
  const expected = {
    status: 'COMPLETED',
    items: [{ itemId: ITEM, name: 'coat' }],
    logistics: { shipments: [{ trackingNumber: 'RB1' }] },
    messages: [{ content: 'hi' }],
    events: [{ actionCode: 'pay' }],
    payments: [{ amount: { amount: '1.01', currencyCode: 'USD' } }],
    upstream: { code: null, message: null, success: 'true', requestId: 'q-1' },
  };
  const reading = (body: unknown) => read('ALIEXPRESS_QIMEN', ID, body, selection);
  const good = { result: wrapped, result_success: true, ...beside };

  test.each([
    ['wrapped lists and no root member', good],
    ['bare lists and no root member', { ...good, result: bare }],
    ['wrapped lists in one root member', { aliexpress_trade_findorderbyid_response: good }],
    ['bare lists in one root member', { findorderbyid_response: { ...good, result: bare } }],
    ['wrapped lists in Qimen’s own root member', { response: { ...good, flag: 'success' } }],
    ['result_success as a string', { ...good, result_success: 'true' }],
  ])('an order is read from a reply with %s', async (_form, body) => {
    expect(await reading(body)).toEqual(expected);
  });

  test('an order without result_success is read, and its upstream success is null', async () => {
    const { result_success: _success, ...unsaid } = good;
    expect(await reading(unsaid)).toEqual({ ...expected, upstream: { ...expected.upstream, success: null } });
  });

  test('an order with an error code beside result_success true is read, with the code in upstream', async () => {
    const body = { ...good, error_code: 'SYSTEM_ERROR', error_message: 'system error' };
    expect(await reading(body)).toEqual({
      ...expected,
      upstream: { ...expected.upstream, code: 'SYSTEM_ERROR', message: 'system error' },
    });
  });

  test('members beside the order in a reply never replace the members of the order', async () => {
    expect(await reading({ response: { ...good, id: 5, order_status: 'x' } })).toEqual(expected);
  });

  test.each([
    ['{}', {}, []],
    ['[]', [], []],
    ['absent', undefined, null],
    ['null', null, null],
  ])('an order whose lists are %s is read without items, messages and events', async (_form, empty, list) => {
    const names = ['child_order_list', 'logistic_info_list', 'order_msg_list', 'opr_log_dto_list'];
    const result = { ...wrapped, ...Object.fromEntries(names.map((name) => [name, empty])) };
    expect(await reading({ ...good, result })).toMatchObject({
      items: list,
      logistics: { shipments: [] },
      messages: list,
      events: list,
    });
  });
});
