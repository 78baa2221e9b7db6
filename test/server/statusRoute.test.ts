// Tests the page that tells people how shops and gateways fare.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bearer, startTwoShops, type TwoShops } from '../support/twoShops.js';

const [OPERATOR, DASHBOARD] = ['a-key-of-an-operator', 'a-key-of-a-dashboard'];

let server: TwoShops;
beforeAll(async () => {
  const apiKeys = [
    { key: OPERATOR, shops: ['mill'], scopes: ['orders:read', 'metrics:read'] },
    { key: DASHBOARD, shops: ['*'], scopes: ['orders:read'] },
  ];
  server = await startTwoShops({ settings: { auth: { apiKeys } } });
});
afterAll(() => server?.close());

const get = (key: string, language = 'en') =>
  fetch(new URL('/status', server.graphql.url), {
    headers: { authorization: bearer(key), 'accept-language': language },
  });

test('the status page tells how the gateways of the caller’s shops fare, and loads nothing', async () => {
  await server.queryAs(bearer(OPERATOR), '{ order(shop: "mill", orderId: "1") { status } }');
  const response = await get(OPERATOR);
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
  expect(page).toContain('<h2>Shop mill (mill, ALIBABA_1688)</h2>');
  expect(page).toMatch(/<td>VV_TOOL<\/td><td>CLOSED<\/td><td>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC<\/td><td>none<\/td>/);
  expect(page).not.toContain('depot');
  expect(page).not.toMatch(/<script|<link|<img|style=/);
});

test('the status page is Chinese for whoever reads that first', async () => {
  const page = await (await get(OPERATOR, 'zh-CN,zh;q=0.9,en;q=0.8')).text();
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain('熔断器');
});

test('the status page is for callers with the scope metrics:read alone', async () => {
  expect((await get(DASHBOARD)).status).toBe(403);
  expect((await get('an-unknown-key-of-nobody')).status).toBe(401);
});
