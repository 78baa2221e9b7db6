// Tests the example operations as they are, against the sandbox's shops, read through their generated types.
import { readdirSync, readFileSync } from 'node:fs';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { ASPECTS, bitsOf, STATUSES } from '../../src/orderIndex/codes.js';
import { encodeState } from '../../src/orderIndex/orderState.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import type { ManyGatewaysQuery } from '../generated/graphql.js';
import * as operations from '../generated/graphql.js';
import { openStream } from '../support/eventStream.js';
import { type Graphql, type GraphqlError, startGraphql } from '../support/graphql.js';
import { importsOf, storeOf } from '../support/imports.js';
import { openSqliteIndex, orderRow } from '../support/indexEngines.js';
import { millRow, served } from '../support/indexedShops.js';

const folder = new URL('../../schema/operations/', import.meta.url);
const files = readdirSync(folder);
const readExample = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

let sandbox: Sandbox;
let index: Awaited<ReturnType<typeof openSqliteIndex>>;
let graphql: Graphql;
beforeAll(async () => {
  sandbox = await startSandbox();
  index = await openSqliteIndex();
  const imports = importsOf(storeOf(index), { intervalOf: () => 100 });
  graphql = await startGraphql({
    settings: { shops: demoShops(sandbox.url) },
    index: () => served(index),
    imports: () => ({ ...imports, close: async () => {} }),
  });
  await index.insert(
    millRow('2198111437768747370', { created_at: Date.UTC(2024, 11, 2), total: 100, amount: '1.00' }),
    { order_id: '3200000000300531846', created_at: Date.UTC(2024, 11, 3) },
  );
});
afterAll(async () => {
  await graphql?.close();
  await index?.close();
  await sandbox?.close();
});

const ran = new Set<string>();

/** Runs a document with the variables in the file beside it. */
async function run<Data, Variables>(
  name: string,
  document: TypedDocumentNode<Data, Variables>,
): Promise<{ data: Data; errors: readonly GraphqlError[] }> {
  ran.add(`${name}.graphql`);
  const file = `${name}.variables.json`;
  const variables = files.includes(file) ? JSON.parse(readExample(file)) : {};
  const { data, errors } = await graphql.query(print(document), variables);
  return { data: data as Data, errors };
}

/** Runs a document whose answer has nothing to complain of. */
async function answer<Data, Variables>(name: string, document: TypedDocumentNode<Data, Variables>): Promise<Data> {
  const { data, errors } = await run(name, document);
  expect(errors).toEqual([]);
  return data;
}

test('first-order gives the order that the README begins with', async () => {
  const { order } = await answer('first-order', operations.FirstOrderDocument);
  expect(order?.status).toBe('CANCELLED');
  expect(order?.createdAt).toBe('2021-10-21T10:20:12.000Z');
  expect(order?.totals?.total).toEqual({ amount: '945.00', currencyCode: 'CNY' });
  expect(order?.items?.map(({ quantity, unitPrice }) => [quantity, unitPrice?.amount])).toEqual([
    ['3', '190.00'],
    ['2', '190.00'],
  ]);
  expect(order?.logistics?.shipments).toEqual([]);
});

test('orders-page gives orders of three shops and gateways in the order of the refs', async () => {
  const { orders } = await answer('orders-page', operations.OrdersPageDocument);
  expect(
    orders.map((order) => [order?.shop.name, order?.gateway, order?.status, order?.totals?.total?.amount]),
  ).toEqual([
    ['Mill Knitwear', 'VV_TOOL', 'CANCELLED', '945.00'],
    ['Buyer Office', 'FW199', 'AWAITING_PAYMENT', '98.00'],
    ['Depot Supplies', 'DAMAIJIA168', 'SHIPPED', '6.15'],
  ]);
});

describe('many-gateways', () => {
  let orders: ManyGatewaysQuery['orders'];
  beforeAll(async () => {
    ({ orders } = await answer('many-gateways', operations.ManyGatewaysDocument));
  });

  test('many-gateways gives an order of every gateway', () => {
    expect(orders.map((order) => [order?.gateway, order?.platform, order?.orderId])).toEqual([
      ['VV_TOOL', 'ALIBABA_1688', '2198111437768747370'],
      ['FW199', 'ALIBABA_1688', '4355875836205969811'],
      ['DAMAIJIA168', 'ALIBABA_1688', '58218860983545941'],
      ['TAOBAO_TOP', 'TAOBAO', '3200000000300531846'],
      ['ALIEXPRESS_QIMEN', 'ALIEXPRESS', '9100000000751371'],
      ['ALIBABA_1688', 'ALIBABA_1688', '2198765432109876520'],
    ]);
  });

  test('many-gateways gives the four statuses in one vocabulary', () => {
    expect(
      orders.map((order) => [order?.status, order?.paymentStatus, order?.shippingStatus, order?.refundStatus]),
    ).toEqual([
      ['CANCELLED', 'CANCELLED', 'NOT_SHIPPED', 'NONE'],
      ['AWAITING_PAYMENT', 'UNPAID', 'NOT_SHIPPED', 'NONE'],
      ['SHIPPED', 'PAID', 'PARTIALLY_SHIPPED', 'REQUESTED'],
      ['PARTIALLY_SHIPPED', 'PAID', 'PARTIALLY_SHIPPED', 'REQUESTED'],
      ['PARTIALLY_SHIPPED', 'PAID', 'PARTIALLY_SHIPPED', 'NONE'],
      ['AWAITING_SHIPMENT', 'PAID', 'NOT_SHIPPED', 'NONE'],
    ]);
  });

  test('many-gateways gives amounts with their currency, and times in UTC', () => {
    expect(orders.map((order) => [order?.totals?.total?.amount, order?.totals?.total?.currencyCode])).toEqual([
      ['945.00', 'CNY'],
      ['98.00', 'CNY'],
      ['6.15', 'CNY'],
      ['1660.90', 'CNY'],
      ['17912.70', 'RUB'],
      ['0.03', 'CNY'],
    ]);
    expect(orders.map((order) => order?.createdAt)).toEqual([
      '2021-10-21T10:20:12.000Z',
      '2025-05-25T14:50:53.000Z',
      '2017-09-14T06:17:08.000Z',
      '2024-12-31T16:01:51.000Z',
      '2024-12-31T16:02:00.000Z',
      '2026-09-15T02:15:02.000Z',
    ]);
  });

  test('many-gateways gives exact ids of items, and tracking numbers', () => {
    expect(orders.map((order) => order?.items?.map(({ itemId, quantity }) => [itemId, quantity]))).toEqual([
      [
        ['2198111437769747370', '3'],
        ['2198111437770747370', '2'],
      ],
      [['4355875836205969811', '1']],
      [
        ['128403042259997715', '1'],
        ['58218860985545941', '1'],
        ['58218860986545941', '1'],
      ],
      [
        ['3200000000301531846', '4'],
        ['3200000000302531846', '3'],
      ],
      [
        ['9100000000751372', '5'],
        ['9100000000751373', '1'],
        ['9100000000751374', '1'],
      ],
      [
        ['2198765432110876520', '8'],
        ['2198765432111876520', '2'],
        ['2198765432112876520', '2'],
      ],
    ]);
    for (const { name } of orders.flatMap((order) => order?.items ?? [])) expect(name).toMatch(/\S/);
    expect(orders.map((order) => order?.logistics?.shipments.map(({ trackingNumber }) => trackingNumber))).toEqual([
      [],
      [],
      [null],
      ['EA028832450857'],
      ['LP00946697839', 'LK738812083'],
      [],
    ]);
  });
});

test('logistics gives two shipments, each with its items, carrier and fee', async () => {
  const { order } = await answer('logistics', operations.LogisticsDocument);
  expect(order?.shippingStatus).toBe('SHIPPED');
  expect(order?.receiver?.province).toBe('浙江省');
  const shipments = order?.logistics?.shipments ?? [];
  expect(shipments.map(({ carrierName, carrierCode }) => [carrierName, carrierCode])).toEqual([
    ['中通快递', 'ZTO'],
    ['韵达快递', 'YUNDA'],
  ]);
  expect(shipments.map(({ itemIds }) => itemIds)).toEqual([['3100000000041747370'], ['3100000000042747370']]);
  for (const { trackingNumber, fee } of shipments) {
    expect(trackingNumber).toMatch(/^\d+$/);
    expect(fee).toEqual({ amount: expect.stringMatching(/^\d+\.\d\d$/), currencyCode: 'CNY' });
  }
});

test('invoice gives a VAT invoice with the registered company', async () => {
  const { order } = await answer('invoice', operations.InvoiceDocument);
  expect(order?.invoice).toMatchObject({ type: 'VAT', typeCode: '1', medium: 'UNKNOWN' });
  expect(order?.invoice?.taxpayerId).toMatch(/^\d+$/);
  expect(order?.invoice?.registration?.bank).toContain('银行');
});

test('refunds gives one returned item, and no refund of the others', async () => {
  const { order } = await answer('refunds', operations.RefundsDocument);
  expect([order?.refundStatus, order?.refundStatusCode]).toEqual(['RETURNED', 'waitsellerreceive']);
  expect(order?.refunds?.map(({ status }) => status)).toEqual(['RETURNED']);
  expect(order?.items?.map(({ refundStatus }) => refundStatus)).toEqual(['RETURNED', 'NONE', 'NONE', 'NONE']);
});

test('payments-and-stages gives a deposit and the balance, each paid', async () => {
  const { order } = await answer('payments-and-stages', operations.PaymentsAndStagesDocument);
  expect(order?.paymentStatus).toBe('PAID');
  expect(order?.payments?.map(({ status }) => status)).toEqual(['PAID', 'PAID']);
  expect(order?.stages?.map(({ number, name, isLast }) => [number, name, isLast])).toEqual([
    [1, '定金', false],
    [2, '尾款', true],
  ]);
  expect(order?.stages?.map(({ due }) => due)).toEqual(order?.payments?.map(({ amount }) => amount));
});

test('ratings gives the ratings of the buyer and of the seller', async () => {
  const { order } = await answer('ratings', operations.RatingsDocument);
  expect(order?.ratings).toMatchObject({ buyerStatus: 'RATED', sellerStatus: 'RATED' });
  expect(order?.ratings?.ofBuyer?.[0]?.content).toMatch(/好买家|合作愉快/);
  expect(order?.ratings?.ofSeller?.[0]?.content).toMatch(/质量|包装|描述/);
});

test('cross-border gives customs values in dollars, and the address of the forwarder', async () => {
  const { order } = await answer('cross-border', operations.CrossBorderDocument);
  expect(order?.typeCode).toBe('cb');
  expect(order?.customs?.lines?.map(({ value }) => value?.currencyCode)).toEqual(['USD', 'USD']);
  expect(order?.overseasAddress).toMatchObject({ routeName: '欧洲铁路专线', countryCode: 'DE' });
});

test('platform-fields gives the own type of each platform, with exact long numbers', async () => {
  const { orders } = await answer('platform-fields', operations.PlatformFieldsDocument);
  const [on1688, onTaobao, onAliExpress] = orders.map((order) => order?.platformOrder);
  if (on1688?.__typename !== 'Alibaba1688Order') throw new Error('not a 1688 order');
  expect(on1688.refundPayment).toEqual({ amount: expect.stringMatching(/^\d+\.\d\d$/), currencyCode: 'CNY' });
  expect(on1688.items?.map(({ quantityFactor }) => quantityFactor)).toEqual(['1', '1000', '1', '1']);
  expect(on1688.encryptedOrigin?.orderNumber).toMatch(/^\d{19}$/);
  expect(onTaobao).toMatchObject({
    __typename: 'TaobaoTrade',
    presale: { statusCode: 'FRONT_PAID_FINAL_PAID', paid: { amount: '1023.67', currencyCode: 'CNY' } },
    delivery: { isPartlyShipped: true },
    payment: { couponFee: '500' },
  });
  expect(onAliExpress).toMatchObject({
    __typename: 'AliExpressOrder',
    loanStatusCode: 'loan_none',
    escrowFee: { cent: '132278', centFactor: '100', amount: '1322.78', currencyCode: 'RUB' },
    items: [{ commissionRate: '0.08' }, { commissionRate: '0.08' }, { commissionRate: '0.08' }],
  });
});

test('attributes gives the requested attributes alone', async () => {
  const { order } = await answer('attributes', operations.AttributesDocument);
  expect(order?.attributes?.map(({ key, value }) => [key, value])).toEqual([
    ['channel', 'erp'],
    ['traceCode', 'T-0001'],
  ]);
});

test('failing-neighbours gives null and an error for the failing order, and the others', async () => {
  const { data, errors } = await run('failing-neighbours', operations.FailingNeighboursDocument);
  expect(data.orders.map((order) => order?.status)).toEqual(['CANCELLED', undefined, 'AWAITING_PAYMENT']);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({
    path: ['orders', 1],
    extensions: {
      code: 'SHOP_NOT_AUTHORIZED',
      gateway: 'VV_TOOL',
      shop: 'mill',
      orderId: '100000000000000302',
      upstreamCode: '302',
      retryable: false,
      authorizeUrl: 'https://auth.example.com/authorize?shop=12152545454',
    },
  });
});

test('shipping-deadlines gives which lines may be shipped and how late it is', async () => {
  const { order } = await answer('shipping-deadlines', operations.ShippingDeadlinesDocument);
  expect(order?.status).toBe('AWAITING_SHIPMENT');
  const platformOrder = order?.platformOrder as { readonly items: readonly object[] };
  expect(platformOrder).toMatchObject({
    shippingRisk: 'PTMO',
    downstreamChannel: 'weixin',
    prescribedCarrierCode: 'SF_BK',
  });
  const line = { canSendGoods: true, cantSendReason: null, pickupRisk: null };
  const downstreamLines = [{ shipBy: '2026-09-17T02:14:40.000Z' }];
  expect(platformOrder.items).toMatchObject([
    { ...line, pickupRisk: 'overdue', downstreamLines },
    { ...line, downstreamLines },
    { ...line, canSendGoods: false, cantSendReason: '拼团未成团', downstreamLines },
  ]);
});

test('to-ship-today gives, over all platforms, which lines must leave today and which must not', async () => {
  const { orders } = await answer('to-ship-today', operations.ToShipTodayDocument);
  const tomorrow = Date.now() + 86_400_000;
  const lines = orders.flatMap((order) =>
    (order?.items ?? []).map(({ name, fulfillment }) => {
      const isUrgent = fulfillment?.overdueRisk === 'NEAR' || fulfillment?.overdueRisk === 'OVERDUE';
      const isDue = isUrgent || Date.parse(String(fulfillment?.shipBy)) < tomorrow;
      return [order?.platform, fulfillment?.status, fulfillment?.mayShip === true && isDue ? name : null];
    }),
  );
  const [maker, , , near, bag, tripod, scarf, coffee, ...overseas] = lines;
  expect(lines.slice(0, 3).map(([, status]) => status)).toEqual(['OPEN', 'OPEN', 'ON_HOLD']);
  expect(maker?.[2]).toEqual(expect.any(String));
  expect(lines[2]?.[2]).toBeNull();
  expect([near, bag, tripod, scarf, coffee]).toEqual([
    ['TAOBAO', 'OPEN', '相机套装'],
    ['TAOBAO', 'OPEN', '相机包'],
    ['TAOBAO', 'EXTERNAL', null],
    ['TAOBAO', 'OPEN', '羊毛围巾'],
    ['TAOBAO', 'ON_HOLD', null],
  ]);
  expect(overseas.length).toBeGreaterThan(0);
  expect(new Set(overseas.map(([platform]) => platform))).toEqual(new Set(['ALIEXPRESS']));
  expect(overseas.every(([, status]) => status === 'OPEN' || status === 'EXTERNAL')).toBe(true);
});

test('no-call is answered even when no gateway can be reached', async () => {
  const unreachable = await startGraphql({ settings: { shops: demoShops('http://127.0.0.1:1') } });
  const { data, errors } = await unreachable.query(print(operations.NoCallDocument));
  await unreachable.close();
  expect(errors).toEqual([]);
  expect(data).toEqual(await answer('no-call', operations.NoCallDocument));
  expect(data).toMatchObject({ order: { orderId: '58218860983545941', platform: 'ALIBABA_1688', view: 'BUYER' } });
});

test('shops gives each shop with its gateways', async () => {
  const { shops } = await answer('shops', operations.ShopsDocument);
  expect(shops.map(({ id, gateways }) => [id, gateways.map(({ type }) => type)])).toEqual(
    sandboxGateways.map(({ shop, type }) => [shop.id, [type]]),
  );
});

test('plan with its header reports that an order with two refs is fetched once', async () => {
  const { orders } = await answer('plan', operations.PlanDocument);
  expect(orders[2]).toEqual(orders[0]);
  const { text } = await graphql.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...JSON.parse(readExample('plan.headers.json')) },
    body: JSON.stringify({
      query: readExample('plan.graphql'),
      variables: JSON.parse(readExample('plan.variables.json')),
    }),
  });
  expect(JSON.parse(text).extensions.upstream.orders).toHaveLength(2);
});

test('order-list gives the latest orders that wait for shipment, and how many there are', async () => {
  const { orderSearch } = await answer('order-list', operations.OrderListDocument);
  expect(orderSearch.nodes.map((order) => [order?.shop.name, order?.orderId, order?.totals?.total?.amount])).toEqual([
    ['Flagship Store', '3200000000300531846', '945.00'],
    ['Mill Knitwear', '2198111437768747370', '1.00'],
  ]);
  expect(orderSearch.count).toEqual({ count: 2, precision: 'EXACT' });
});

test('order-filter gives the dearest orders first, with what only their gateways know', async () => {
  const { orderSearch } = await answer('order-filter', operations.OrderFilterDocument);
  expect(orderSearch.edges.map(({ node }) => [node?.orderId, node?.items?.length])).toEqual([
    ['3200000000300531846', 2],
    ['2198111437768747370', 2],
  ]);
});

test('order-counts gives the numbers of orders that wait', async () => {
  const { toPay, toShip } = await answer('order-counts', operations.OrderCountsDocument);
  expect([toPay.count, toShip.count]).toEqual([0, 2]);
});

test('order-statistics gives days of Beijing and what was ordered on each', async () => {
  const { orderStatistics } = await answer('order-statistics', operations.OrderStatisticsDocument);
  expect(orderStatistics.map(({ from, shop, count, totals }) => [from, shop?.id, count, totals[0]?.amount])).toEqual([
    ['2024-12-01T16:00:00.000Z', 'mill', 1, '1.00'],
    ['2024-12-02T16:00:00.000Z', 'flagship', 1, '945.00'],
  ]);
});

test('order-changes gives the cursor to begin with', async () => {
  const { orderChanges } = await answer('order-changes', operations.OrderChangesDocument);
  expect(orderChanges).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: expect.any(String) } });
});

test('order-changed gives a change as it comes', async () => {
  ran.add('order-changed.graphql');
  const { next, close } = await openStream(`${graphql.url}/stream`, print(operations.OrderChangedDocument));
  const before = orderRow({ status: STATUSES.indexOf('AWAITING_PAYMENT') });
  const after = orderRow({ status: STATUSES.indexOf('AWAITING_SHIPMENT') });
  await index.change({
    ...{ shop: 'mill', order_id: '1', aspects: bitsOf(ASPECTS, ['STATUS']) },
    ...{ before: encodeState(before), after: encodeState(after) },
  });
  const { event, data } = (await next()) ?? {};
  close();
  expect(event).toBe('next');
  expect(JSON.parse(data ?? '')).toMatchObject({
    data: {
      orderChanged: {
        ...{ kind: 'UPDATED', shop: 'mill', orderId: '1', changed: ['STATUS'] },
        ...{ before: { status: 'AWAITING_PAYMENT' }, after: { status: 'AWAITING_SHIPMENT' } },
      },
    },
  });
});

test('import-orders gives an import that can be asked for again', async () => {
  const { importOrders } = await answer('import-orders', operations.ImportOrdersDocument);
  expect(importOrders).toMatchObject({ state: 'RUNNING', accepted: 2, refused: [], done: 0, failed: 0 });
  const { data } = await graphql.query(`{ orderImport(id: "${importOrders.id}") { accepted } }`);
  expect(data).toEqual({ orderImport: { accepted: 2 } });
});

test('every example operation is tested', () => {
  expect([...ran].sort()).toEqual(files.filter((name) => name.endsWith('.graphql')).sort());
});
