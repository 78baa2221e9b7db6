// Tests which orders are cached, for how long, and which queries are answered from the cache.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pass, startCalendar, stopCalendar } from '../../support/clock.js';
import { shopOf } from '../../support/gateway.js';
import { FW199 } from '../../support/gateways/fw199.js';
import { TAOBAO_TOP } from '../../support/gateways/taobaoTop.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import type { Part } from '../../support/json.js';
import { ordersQuery, refsOf } from '../../support/sendQuery.js';
import { answerOf, startTestServer, type TestServer, type TestServerOptions } from '../../support/testServer.js';

let server: TestServer;
const start = async (options: TestServerOptions = {}): Promise<void> => {
  server = await startTestServer({ ...options, settings: { retries: 0, ...options.settings } });
};
beforeEach(() => stopCalendar());
afterEach(async () => {
  startCalendar();
  await server.close();
});

const order = (selection: string, more = ''): string => `{ order(shop: "shop", orderId: "7"${more}) { ${selection} } }`;

/** Sends a query, and reports the calls that it caused and the cache state of each order. */
async function ask(query: string, variables: Part = {}) {
  const answer = await server.query(query, { variables });
  return { ...answer, calls: server.calls(), cache: answer.plan?.orders.map(({ cache }) => cache) };
}

describe('coverage of cached documents', () => {
  test('a query that the cached document covers causes no call', async () => {
    await start();
    const cold = await ask(order('status logistics { shipments { id } }'));
    expect(cold).toMatchObject({ errors: [], cache: ['MISS'], calls: [{ subtrees: ['NativeLogistics'] }] });
    const warm = await ask(order('items { name } receiver { city } fetchedAt stale upstream { code cost }'));
    expect(warm).toMatchObject({ errors: [], warnings: [], cache: ['HIT'], calls: [] });
    expect(warm.data).toMatchObject({
      order: {
        items: [{ name: '大衣' }],
        receiver: { city: '杭州市' },
        stale: false,
        upstream: { code: '0', cost: '1' },
      },
    });
    expect(warm.plan?.orders).toMatchObject([{ gateway: 'VV_TOOL', attempts: 0, subtrees: [], cost: null }]);
  });

  test('only the missing subtrees of a 1688 order are fetched, and merged with the cached ones', async () => {
    await start();
    await ask(order('logistics { shipments { id } }'));
    const more = await ask(order('status invoice { title } receiver { city } items { name }'));
    expect(more).toMatchObject({ errors: [], cache: ['PARTIAL'], calls: [{ subtrees: ['OrderInvoice'] }] });
    const whole = {
      status: 'AWAITING_SHIPMENT',
      invoice: { title: 'Sentinel Ltd' },
      receiver: { city: '杭州市' },
      items: [{ name: '大衣' }],
    };
    expect(more.data).toEqual({ order: whole });
    const again = await ask(order('status invoice { title } receiver { city } items { name }'));
    expect(again).toMatchObject({ calls: [], cache: ['HIT'], data: { order: whole } });
  });

  test('only the missing fields of a Taobao trade are fetched, and merged line by line', async () => {
    await start({ gateway: TAOBAO_TOP });
    await ask(order('items { itemId name }'));
    const more = await ask(order('createdAt items { itemId name unitPrice { amount } }'));
    expect(more).toMatchObject({ errors: [], cache: ['PARTIAL'] });
    expect(more.calls).toHaveLength(1);
    expect([...(more.calls[0]?.subtrees ?? [])].sort()).toEqual(['created', 'orders.price', 'tid']);
    expect(more.data).toEqual({
      order: {
        createdAt: '2025-05-25T14:50:53.000Z',
        items: [{ itemId: '7', name: '大衣', unitPrice: { amount: '10.00' } }],
      },
    });
  });

  test('a merged document is as old as its oldest part', async () => {
    await start();
    const first = await ask(order('fetchedAt'));
    pass(10);
    const more = await ask(order('fetchedAt invoice { title }'));
    expect(more.cache).toEqual(['PARTIAL']);
    expect(more.data?.order?.fetchedAt).toBe(first.data?.order?.fetchedAt);
    pass(25);
    expect((await ask(order('fetchedAt'))).cache).toEqual(['MISS']);
  });

  const other = (change: (item: Part) => readonly Part[]) => () =>
    server.onCall(() => (request) => ({
      body: answerOf(VV_TOOL, request, (document) => ({
        ...document,
        productItems: (document.productItems as readonly Part[]).flatMap(change),
      })),
    }));
  test.each([
    ['more items', other((item) => [item, { ...item, subItemIDString: '8' }]), ['7', '8']],
    ['another item in its place', other((item) => [{ ...item, subItemIDString: '9' }]), ['9']],
    ['no items', other(() => []), []],
  ])('an order whose reply has %s is fetched anew instead of merged', async (_what, begin, itemIds) => {
    await start();
    await ask(order('items { itemId }'));
    begin();
    const more = await ask(order('items { itemId } invoice { title } receiver { city }'));
    expect(more.errors).toEqual([]);
    expect(more.data?.order?.items).toEqual(itemIds.map((itemId) => ({ itemId })));
    expect(more.data).toMatchObject({ order: { invoice: { title: 'Sentinel Ltd' }, receiver: { city: '杭州市' } } });
    expect(more.calls.map(({ subtrees }) => subtrees)).toEqual(
      [
        ['NativeLogistics', 'OrderInvoice'],
        ['NativeLogistics', 'OrderInvoice'],
      ].slice(0, more.calls.length),
    );
    expect((await ask(order('items { itemId } invoice { title }'))).calls).toEqual([]);
  });
});

describe('cache keys', () => {
  test('orders are cached by shop, order id, outer id and attribute keys', async () => {
    const shops = (url: string) => ['shop', 'twin'].map((id) => ({ ...shopOf(FW199, url), id }));
    await start({ gateway: FW199, shops });
    const keys = (names: string) => `attributes(keys: [${names}]) { key }`;
    const queries = [
      order('status'),
      order('status').replace('"shop"', '"twin"'),
      order('status').replace('"7"', '"8"'),
      order('status', ', outOrderId: "mine"'),
      order('status', ', outOrderId: "yours"'),
      order(keys('"channel"')),
      order(keys('"channel", "other"')),
    ];
    for (const query of queries) expect(await ask(query)).toMatchObject({ errors: [], cache: ['MISS'] });
    for (const query of queries) expect(await ask(query)).toMatchObject({ errors: [], cache: ['HIT'], calls: [] });
    expect(await ask(order(keys('"other", "channel"')))).toMatchObject({
      cache: ['HIT'],
      data: { order: { attributes: [{ key: 'channel' }, { key: 'other' }] } },
    });
  });

  test('an order that is cached for one shop is not served for another', async () => {
    const shops = (url: string) => ['shop', 'twin'].map((id) => ({ ...shopOf(VV_TOOL, url), id }));
    await start({ shops });
    await ask(order('items { name }'));
    server.onCall(() => () => ({ status: 503 }));
    const twin = await ask(order('items { name }').replace('"shop"', '"twin"'));
    expect(twin.data).toEqual({ order: null });
    expect(twin.errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', shop: 'twin' });
  });
});

describe('age of cached documents', () => {
  const endAs = (status: string) =>
    server.onCall(() => (request) => ({
      body: answerOf(VV_TOOL, request, (document) => ({
        ...document,
        baseInfo: { ...(document.baseInfo as Part), status },
      })),
    }));

  test.each([
    ['waitsellersend', 29, 31],
    ['waitbuyerreceive', 29, 31],
    ['never heard of', 29, 31],
    ['success', 86_000, 86_500],
    ['cancel', 86_000, 86_500],
    ['terminated', 86_000, 86_500],
  ])('an order with the status %s is fresh after %d s, and fetched again after %d s', async (status, fresh, old) => {
    await start();
    endAs(status);
    await ask(order('totals { total { amount } }'));
    pass(fresh);
    expect((await ask(order('totals { total { amount } }'))).cache).toEqual(['HIT']);
    pass(old - fresh);
    expect((await ask(order('totals { total { amount } }'))).cache).toEqual(['MISS']);
  });

  test('the settings say how long open and final orders stay fresh', async () => {
    await start({ settings: { cache: { openSeconds: 0, finalSeconds: 5 } } });
    for (const _time of ['once', 'twice']) expect((await ask(order('status'))).calls).toHaveLength(1);
    endAs('success');
    await ask(order('status'));
    pass(4);
    expect((await ask(order('status'))).calls).toHaveLength(0);
    pass(2);
    expect((await ask(order('status'))).calls).toHaveLength(1);
  });

  test('a document from the future is not fresh, but for what clocks may differ', async () => {
    await start();
    await ask(order('status'));
    pass(-1);
    expect((await ask(order('status'))).cache).toEqual(['HIT']);
    pass(-3600);
    expect((await ask(order('status'))).cache).toEqual(['MISS']);
    expect((await ask(order('status', ', maxAge: 86400'))).cache).toEqual(['HIT']);
    pass(3600);
    expect((await ask(order('status'))).cache).toEqual(['MISS']);
  });

  test('maxAge bounds the age of a cached order, beyond the settings too, and 0 fetches it anew', async () => {
    await start();
    const first = await ask(order('fetchedAt'));
    expect((await ask(order('fetchedAt', ', maxAge: 0'))).cache).toEqual(['MISS']);
    pass(20);
    expect((await ask(order('fetchedAt', ', maxAge: 25'))).cache).toEqual(['HIT']);
    const fresh = await ask(order('fetchedAt', ', maxAge: 15'));
    expect(fresh.cache).toEqual(['MISS']);
    const age = Date.parse(fresh.data?.order?.fetchedAt ?? '') - Date.parse(first.data?.order?.fetchedAt ?? '');
    expect(age).toBe(20_000);
    pass(100);
    expect((await ask(order('fetchedAt', ', maxAge: 200'))).cache).toEqual(['HIT']);
    const many = ordersQuery('status');
    const refs = refsOf('shop', [7, 8]);
    expect((await ask(many, { refs, maxAge: 200 })).cache).toEqual(['HIT', 'MISS']);
    expect((await ask(many, { refs, maxAge: 0 })).cache).toEqual(['MISS', 'MISS']);
  });

  test('a document answers for cache.minAgeSeconds whatever maxAge says, and however short the others are', async () => {
    await start({ settings: { cache: { openSeconds: 0, minAgeSeconds: 10 } } });
    expect((await ask(order('status', ', maxAge: 0'))).cache).toEqual(['MISS']);
    pass(9);
    expect((await ask(order('status', ', maxAge: 0'))).cache).toEqual(['HIT']);
    expect((await ask(order('status', ', maxAge: 5'))).cache).toEqual(['HIT']);
    expect((await ask(order('status'))).cache).toEqual(['HIT']);
    pass(2);
    expect((await ask(order('status', ', maxAge: 15'))).cache).toEqual(['HIT']);
    expect((await ask(order('status', ', maxAge: 0'))).cache).toEqual(['MISS']);
  });

  test('the smallest maxAge of one order in a query counts', async () => {
    await start();
    await ask(order('status'));
    pass(10);
    const one = (more: string) => `order(shop: "shop", orderId: "7"${more}) { status }`;
    expect((await ask(`{ a: ${one('')} b: ${one(', maxAge: 5')} }`)).cache).toEqual(['MISS']);
  });

  test('a negative maxAge is BAD_USER_INPUT', async () => {
    await start();
    const { errors, calls } = await ask(order('status', ', maxAge: -1'));
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(calls).toEqual([]);
  });
});

describe('stale orders while every gateway fails', () => {
  const selection = order('status stale fetchedAt warnings { path }');

  test.each([
    ['is down', { status: 503 }, 'UPSTREAM_UNAVAILABLE'],
    ['never replies', undefined, 'UPSTREAM_TIMEOUT'],
    ['has no calls left', { body: JSON.stringify(VV_TOOL.refuse(204, 'API 调用次数不足')) }, 'QUOTA_EXHAUSTED'],
    ['throttles', { status: 429 }, 'UPSTREAM_THROTTLED'],
    ['replies with a page', { body: '<html>' }, 'UPSTREAM_MALFORMED'],
  ])('a stale order is served with a warning when the gateway %s', async (_what, reply, code) => {
    await start({ settings: { deadlines: { callMs: 1000 } } });
    const first = await ask(selection);
    pass(3600);
    server.onCall(() => () => reply);
    const { data, errors, warnings, cache, calls } = await ask(selection);
    expect({ errors, cache, calls: calls.length }).toEqual({ errors: [], cache: ['STALE'], calls: 1 });
    expect(data?.order).toMatchObject({
      status: 'AWAITING_SHIPMENT',
      stale: true,
      fetchedAt: first.data?.order?.fetchedAt,
    });
    expect(warnings).toMatchObject([{ shop: 'shop', orderId: '7', code }]);
    server.onCall(() => undefined);
    expect(await ask(selection)).toMatchObject({ cache: ['MISS'], warnings: [], data: { order: { stale: false } } });
  });

  test('a stale order is served with a warning when the deadline of the request passes', async () => {
    await start({ settings: { deadlines: { callMs: 8000, requestMs: 1500 } } });
    await ask(selection);
    pass(3600);
    server.onCall(() => () => undefined);
    const { data, errors, warnings } = await ask(selection);
    expect(errors).toEqual([]);
    expect(data?.order).toMatchObject({ stale: true });
    expect(warnings).toMatchObject([{ code: 'DEADLINE_EXCEEDED' }]);
  });

  test.each([
    ['an order that does not exist', 100, '请求参数错误:订单不存在', 'ORDER_NOT_FOUND'],
    ['a lack of authorization', 302, '未授权店铺', 'SHOP_NOT_AUTHORIZED'],
  ])('no stale order is served when the gateway refuses the call for %s', async (_what, code, words, fault) => {
    await start();
    await ask(selection);
    pass(3600);
    server.onCall(() => () => ({ body: JSON.stringify(VV_TOOL.refuse(code, words)) }));
    const { data, errors } = await ask(selection);
    expect(data).toEqual({ order: null });
    expect(errors[0]?.extensions.code).toBe(fault);
  });

  test('a stale order that does not cover the query is not served', async () => {
    await start();
    await ask(order('status'));
    pass(3600);
    server.onCall(() => () => ({ status: 503 }));
    expect((await ask(order('invoice { title }'))).errors[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  });

  test('no stale order is served when serveStale is off', async () => {
    await start({ settings: { cache: { serveStale: false } } });
    await ask(selection);
    pass(3600);
    server.onCall(() => () => ({ status: 503 }));
    const { data, errors } = await ask(selection);
    expect(data).toEqual({ order: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', shop: 'shop', orderId: '7' });
  });
});

describe('memory of the cache', () => {
  test('the cache is bounded in bytes, and evicts the least recently used orders', async () => {
    await start({ settings: { cache: { maxBytes: 40_000 } } });
    const ids = Array.from({ length: 40 }, (_nothing, index) => 100 + index);
    const query = ordersQuery('status');
    await ask(query, { refs: refsOf('shop', ids) });
    const again = await ask(query, { refs: refsOf('shop', [...ids].reverse()) });
    const hits = again.cache?.filter((cache) => cache === 'HIT').length ?? 0;
    expect(again.errors).toEqual([]);
    expect(hits).toBeGreaterThan(5);
    expect(hits).toBeLessThan(35);
    expect(again.calls).toHaveLength(ids.length - hits);
  });

  test('the cache holds nothing when maxBytes is 0', async () => {
    await start({ settings: { cache: { maxBytes: 0 } } });
    for (const _time of ['once', 'twice']) expect((await ask(order('status'))).calls).toHaveLength(1);
  });

  test('a failure is not cached', async () => {
    await start();
    server.onCall((_call, before) => (before === 0 ? () => ({ status: 503 }) : undefined));
    expect((await ask(order('status'))).errors).toHaveLength(1);
    expect(await ask(order('status'))).toMatchObject({ errors: [], cache: ['MISS'] });
  });
});
