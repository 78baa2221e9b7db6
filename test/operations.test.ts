// The example operations, run as they are against the sandbox's shops and read through their generated types.
import { readdirSync, readFileSync } from 'node:fs';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { demoShops } from '../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../src/sandbox/server.js';
import * as operations from './generated/graphql.js';
import { type Graphql, type GraphqlError, startGraphql } from './support/graphql.js';

const folder = new URL('../schema/operations/', import.meta.url);
const files = readdirSync(folder);

let sandbox: Sandbox;
let graphql: Graphql;
beforeAll(async () => {
  sandbox = await startSandbox();
  graphql = await startGraphql({ settings: { shops: demoShops(sandbox.url) } });
});
afterAll(async () => {
  await graphql?.close();
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
  const variables = files.includes(file) ? JSON.parse(readFileSync(new URL(file, folder), 'utf8')) : {};
  const { data, errors } = await graphql.query(print(document), variables);
  return { data: data as Data, errors };
}

/** Runs a document whose answer has nothing to complain of. */
async function answer<Data, Variables>(name: string, document: TypedDocumentNode<Data, Variables>): Promise<Data> {
  const { data, errors } = await run(name, document);
  expect(errors).toEqual([]);
  return data;
}

test('first-order: the order that the README begins with', async () => {
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

test('orders-page: three shops, three gateways, in the order asked', async () => {
  const { orders } = await answer('orders-page', operations.OrdersPageDocument);
  expect(
    orders.map((order) => [order?.shop.name, order?.gateway, order?.status, order?.totals?.total?.amount]),
  ).toEqual([
    ['Mill Knitwear', 'VV_TOOL', 'CANCELLED', '945.00'],
    ['Buyer Office', 'FW199', 'AWAITING_PAYMENT', '98.00'],
    ['Depot Supplies', 'DAMAIJIA168', 'SHIPPED', '6.15'],
  ]);
});

test('logistics: two parcels, each with its items, carrier and price', async () => {
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

test('invoice: a VAT invoice with the company as registered', async () => {
  const { order } = await answer('invoice', operations.InvoiceDocument);
  expect(order?.invoice).toMatchObject({ type: 'VAT', typeCode: '1', medium: 'UNKNOWN' });
  expect(order?.invoice?.taxpayerId).toMatch(/^\d+$/);
  expect(order?.invoice?.registration?.bank).toContain('银行');
});

test('refunds: one item on its way back, the others not asked for', async () => {
  const { order } = await answer('refunds', operations.RefundsDocument);
  expect([order?.refundStatus, order?.refundStatusCode]).toEqual(['RETURNED', 'waitsellerreceive']);
  expect(order?.refunds?.map(({ status }) => status)).toEqual(['RETURNED']);
  expect(order?.items?.map(({ refundStatus }) => refundStatus)).toEqual(['RETURNED', 'NONE', 'NONE', 'NONE']);
});

test('payments-and-stages: a deposit and the rest, each paid', async () => {
  const { order } = await answer('payments-and-stages', operations.PaymentsAndStagesDocument);
  expect(order?.paymentStatus).toBe('PAID');
  expect(order?.payments?.map(({ status }) => status)).toEqual(['PAID', 'PAID']);
  expect(order?.stages?.map(({ number, name, isLast }) => [number, name, isLast])).toEqual([
    [1, '定金', false],
    [2, '尾款', true],
  ]);
  expect(order?.stages?.map(({ due }) => due)).toEqual(order?.payments?.map(({ amount }) => amount));
});

test('ratings: what the seller wrote of the buyer, and the reverse', async () => {
  const { order } = await answer('ratings', operations.RatingsDocument);
  expect(order?.ratings).toMatchObject({ buyerStatus: 'RATED', sellerStatus: 'RATED' });
  expect(order?.ratings?.ofBuyer?.[0]?.content).toMatch(/好买家|合作愉快/);
  expect(order?.ratings?.ofSeller?.[0]?.content).toMatch(/质量|包装|描述/);
});

test('cross-border: declared in dollars, sent through a forwarder', async () => {
  const { order } = await answer('cross-border', operations.CrossBorderDocument);
  expect(order?.typeCode).toBe('cb');
  expect(order?.customs?.lines?.map(({ value }) => value?.currencyCode)).toEqual(['USD', 'USD']);
  expect(order?.overseasAddress).toMatchObject({ routeName: '欧洲铁路专线', countryCode: 'DE' });
});

test('platform-fields: fen become yuan, and a long number stays whole', async () => {
  const { order } = await answer('platform-fields', operations.PlatformFieldsDocument);
  if (order?.platformOrder?.__typename !== 'Alibaba1688Order') throw new Error('not a 1688 order');
  const { refundPayment, items, encryptedOrigin } = order.platformOrder;
  expect(refundPayment).toEqual({ amount: expect.stringMatching(/^\d+\.\d\d$/), currencyCode: 'CNY' });
  expect(items?.map(({ quantityFactor }) => quantityFactor)).toEqual(['1', '1000', '1', '1']);
  expect(encryptedOrigin?.orderNumber).toMatch(/^\d{19}$/);
});

test('attributes: those asked for alone', async () => {
  const { order } = await answer('attributes', operations.AttributesDocument);
  expect(order?.attributes?.map(({ key, value }) => [key, value])).toEqual([
    ['channel', 'erp'],
    ['traceCode', 'T-0001'],
  ]);
});

test('failing-neighbours: null and an error in its place, the rest stand', async () => {
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

test('no-call: answered even when every gateway is out of reach', async () => {
  const unreachable = await startGraphql({ settings: { shops: demoShops('http://127.0.0.1:1') } });
  const { data, errors } = await unreachable.query(print(operations.NoCallDocument));
  await unreachable.close();
  expect(errors).toEqual([]);
  expect(data).toEqual(await answer('no-call', operations.NoCallDocument));
  expect(data).toMatchObject({ order: { orderId: '58218860983545941', platform: 'ALIBABA_1688', view: 'BUYER' } });
});

test('every example was run', () => {
  expect([...ran].sort()).toEqual(files.filter((name) => name.endsWith('.graphql')).sort());
});
