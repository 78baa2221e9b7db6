// Tests that a cached order is answered by the scopes of each caller, and recorded in the audit log each time.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Part } from '../support/json.js';
import { lineStream } from '../support/lineStream.js';
import { bearer, ORDER, startTwoShops, type TwoShops } from '../support/twoShops.js';

const apiKeys = [
  { key: 'office-key', name: 'office', shops: ['*'], scopes: ['orders:read', 'orders:raw', 'pii:read'] },
  { key: 'screen-key', name: 'screen', shops: ['*'], scopes: ['orders:read', 'orders:raw'] },
];

let lines: Part[] = [];
const stream = lineStream((line) => {
  lines.push(JSON.parse(line) as Part);
});

let server: TwoShops;
beforeAll(async () => {
  server = await startTwoShops({ settings: { auth: { apiKeys }, cache: {} }, logger: { level: 'info', stream } });
  const result = {
    base_info: { id_of_str: ORDER, status: 'waitsellersend' },
    native_logistics: { contact_person: '张三', mobile: '13812348888', address: '浙江省 杭州市 文三路 1 号' },
  };
  server.gateway.respondWith(() => ({ body: JSON.stringify({ code: 0, data: { success: 'true', result } }) }));
});
beforeEach(() => {
  lines = [];
  server.gateway.take();
});
afterAll(() => server.close());

const audits = () => lines.filter(({ audit }) => audit !== undefined);
const WHOLE = `{ order(shop: "mill", orderId: "${ORDER}") { status receiver { name mobile } privacy raw } }`;

test('the same query of two callers is answered by the scopes of each, from the cache too', async () => {
  // Often enough to be interpreted, compiled and answered from memory.
  for (const _time of ['once', 'twice', 'thrice', 'again']) {
    const plain = await server.queryAs(bearer('office-key'), WHOLE);
    expect(plain.data).toMatchObject({
      order: { receiver: { name: '张三', mobile: '13812348888' }, privacy: 'PLAIN' },
    });
    const masked = await server.queryAs(bearer('screen-key'), WHOLE);
    expect(masked.data).toMatchObject({ order: { privacy: 'MASKED' } });
    expect(masked.text).not.toMatch(/张三|13812348888|文三路/);
  }
  expect(server.gateway.take().length).toBe(1);
});

test('the audit log records each query of personal data, also when the cache answers it', async () => {
  for (const _time of ['once', 'twice', 'thrice', 'again']) {
    await server.queryAs(bearer('office-key'), `{ order(shop: "mill", orderId: "${ORDER}") { receiver { name } } }`);
  }
  expect(audits().map(({ orderId, fields }) => [orderId, fields])).toEqual(Array(4).fill([ORDER, ['receiver.name']]));
  expect(new Set(audits().map(({ requestId }) => requestId)).size).toBe(4);
});

test('an order that a query lists twice is answered twice and recorded once', async () => {
  const query = `{ orders(refs: [${`{ shop: "mill", orderId: "${ORDER}" } `.repeat(2)}]) { orderId receiver { name } } }`;
  const { data, errors } = await server.queryAs(bearer('office-key'), query);
  expect(errors).toEqual([]);
  expect(data).toEqual({ orders: Array(2).fill({ orderId: ORDER, receiver: { name: '张三' } }) });
  expect(audits()).toHaveLength(1);
});
