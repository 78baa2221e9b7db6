// Tests the demo shops’ latest orders: that they are the gateways’ own, that they have happened, and how far they have come.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Order } from '../../src/order/order.js';
import { gateways } from '../../src/platforms/index.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type RecentOrder, recentOrders } from '../../src/sandbox/recentOrders.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { demoShopsWithoutPace } from '../support/demoShops.js';
import { type Graphql, startGraphql } from '../support/graphql.js';

const COUNT = 150;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26, 9, 41);

let sandbox: Sandbox;
let graphql: Graphql;
const ordersOf = new Map<string, readonly RecentOrder[]>();

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  graphql = await startGraphql({
    settings: {
      shops: demoShopsWithoutPace(sandbox.url),
      // Hundreds of orders are asked for at once, of a sandbox in this process.
      deadlines: { callMs: 50_000, requestMs: 55_000 },
      limits: { maxOrders: 1000, maxCost: 1e9, maxAnswerBytes: 1e9, maxAnswerValues: 1e9 },
    },
  });
  const all: RecentOrder[] = [];
  for (const order of recentOrders({ count: COUNT, now: NOW, sandboxUrl: sandbox.url })) all.push(order);
  for (const { shop } of sandboxGateways)
    ordersOf.set(
      shop.id,
      all.filter((order) => order.shop === shop.id),
    );
});
afterAll(async () => {
  await graphql.close();
  await sandbox.close();
});

const recent = (shop: string): readonly RecentOrder[] => ordersOf.get(shop) ?? [];

const FIELDS = `orderId status refundStatus createdAt modifiedAt paidAt shippedAt receivedAt completedAt expiresAt
  items { imageUrls }`;

async function read(orders: readonly RecentOrder[], fields = FIELDS): Promise<readonly Order[]> {
  const refs = orders.map(({ shop, orderId }) => ({ shop, orderId }));
  const { data, errors } = await graphql.query(`query($refs: [OrderRef!]!) { orders(refs: $refs) { ${fields} } }`, {
    refs,
  });
  expect(errors).toEqual([]);
  return (data as unknown as { readonly orders: readonly Order[] }).orders;
}

/** Where a document says what is still to come. */
const FORETOLD =
  /^(?:gmtPayExpireTime|gracePeriodEndTime|accountPeriodTime|arriveTime|over_time_left|timeout_action_time|(?:delivery|collect|dispatch|(?:promise_)?sign)_time|et_ser_time|est(?:imate)?_con_time|send_time|[eo]s_date|hk_flight_date|omnichannel_param|order_attr)$/;

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The instants in a document, by the names that they stand under, whichever way they are written. */
function* instantsIn(value: unknown, name = ''): Generator<{ readonly name: string; readonly instant: number }> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* instantsIn(member, Array.isArray(value) ? name : key);
    return;
  }
  const text = String(value);
  const compact = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{3}([+-]\d{4})$/.exec(text);
  const plain = /(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d(?::\d\d)?))?/.exec(text.replaceAll(': ', ':'));
  if (compact) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    yield { name, instant: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`) };
  } else if (plain) yield { name, instant: Date.parse(`${plain[1]}T${plain[2] ?? '00:00'}+08:00`) };
  else if (/^1\d{12}$/.test(text) && /time|gmt/i.test(name)) yield { name, instant: Number(text) };
}

describe.each(sandboxGateways)('$type', ({ type, shop, platform }) => {
  test('a demo shop has as many recent orders as are wanted, each once, the newest first', () => {
    const ids = recent(shop.id).map(({ orderId }) => BigInt(orderId));
    expect(ids.length).toBe(COUNT);
    expect(ids.every((id, place) => place === 0 || id < (ids[place - 1] ?? 0n))).toBe(true);
    expect(new Set(recent(shop.id).map(({ gateway }) => gateway))).toEqual(new Set([type]));
  });

  test('a recent order has the document that its gateway sends of it', async () => {
    const some = recent(shop.id).filter((_, place) => place % 13 === 0);
    const fetched = await read(some, 'raw');
    for (const [place, { text }] of some.entries())
      expect(
        gateways[type].parseReply({ status: 200, text, retryAfter: undefined, receivedAt: new Date(NOW) }),
      ).toMatchObject({
        document: fetched[place]?.raw,
      });
  });

  test('nothing that a recent order’s document tells of is later than now', () => {
    const later = recent(shop.id).flatMap(({ orderId, text }) =>
      [...instantsIn(JSON.parse(text))]
        .filter(({ name, instant }) => instant > NOW && !FORETOLD.test(name) && !FORETOLD.test(camel(name)))
        .map(({ name, instant }) => `${orderId} ${name} ${new Date(instant).toISOString()}`),
    );
    expect(later).toEqual([]);
  });

  test('recent orders begin within the hour, go back ninety days, and are as far as orders of their age are', async () => {
    const orders = await read(recent(shop.id));
    const ages = orders.map(({ createdAt }) => NOW - Date.parse(String(createdAt)));
    expect(Math.min(...ages)).toBeLessThan(DAY / 24);
    expect(Math.max(...ages)).toBeGreaterThan(89 * DAY);
    expect(Math.max(...ages)).toBeLessThan(91 * DAY);
    const statusesOf = (isMember: (age: number) => boolean) =>
      new Set(orders.filter((_, place) => isMember(ages[place] ?? 0)).map(({ status }) => status));
    const all = statusesOf(() => true);
    for (const status of ['AWAITING_PAYMENT', 'AWAITING_SHIPMENT', 'SHIPPED', 'DELIVERED', 'COMPLETED'])
      expect(all).toContain(status);
    expect(all.has('CANCELLED') || all.has('CLOSED')).toBe(true);
    expect(all.has('ON_HOLD')).toBe(platform !== 'ALIBABA_1688');
    expect(all).not.toContain('UNKNOWN');
    for (const status of statusesOf((age) => age > 6 * DAY))
      expect(['COMPLETED', 'CANCELLED', 'CLOSED']).toContain(status);
    expect(orders.filter(({ refundStatus }) => refundStatus === 'REFUNDED').length).toBeGreaterThan(3);
  });

  test('the pictures of a recent order are the sandbox’s own', () => {
    for (const { text } of recent(shop.id)) expect(text).not.toContain('img.example.com');
    expect(recent(shop.id)[0]?.text).toContain(`${sandbox.url}/pictures/`);
  });
});

test('no order is the recent one of two demo shops', () => {
  const ids = [...ordersOf.values()].flat().map(({ orderId }) => orderId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('recent orders come in turns of the shops', () => {
  const shops = [...recentOrders({ count: 20, now: NOW, sandboxUrl: sandbox.url })].map(({ shop }) => shop);
  expect(shops.slice(0, sandboxGateways.length)).toEqual(sandboxGateways.map(({ shop }) => shop.id));
  expect(shops.length).toBe(20 * sandboxGateways.length);
});

test.each([1, 30, 500, 3000].map((days) => new Date(NOW + days * DAY)))('orders are recent on %s', async (day) => {
  const ids = new Set<string>();
  for (const { orderId } of recentOrders({ count: 60, now: day.getTime(), sandboxUrl: sandbox.url })) ids.add(orderId);
  expect(ids.size).toBe(60 * sandboxGateways.length);
});
