// One query over the demo shops of every gateway: which lines must leave the house today, and which must not.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { ToShipTodayDocument, type ToShipTodayQuery } from '../generated/graphql.js';
import { type Graphql, startGraphql } from '../support/graphql.js';

let sandbox: Sandbox;
let graphql: Graphql;
let lines: ReadonlyMap<string, readonly Line[]>;

type Order = NonNullable<ToShipTodayQuery['orders'][number]>;
type Line = NonNullable<Order['items']>[number];

const [NEAR, PAST, HELD, WAREHOUSE, PICKED_UP] = [1n, 2n, 3n, 4n, 5n].map((place) =>
  String(4_355_840_000_000_000_000n + place * 10_240_000_000n),
) as [string, string, string, string, string];
const OF_1688 = [NEAR, PAST, HELD, WAREHOUSE, PICKED_UP];
const OF_ALIEXPRESS = [1, 2, 3, 4, 5].map((place) => `820100000000${place}001`);
const OF_TAOBAO = ['2231958349000000001', '2231958349000100001', '2231958349000200001'];

beforeAll(async () => {
  sandbox = await startSandbox();
  graphql = await startGraphql({ settings: { shops: demoShops(sandbox.url) } });
  const refs = [
    ...['mill', 'maker', 'buyer', 'depot'].flatMap((shop) => OF_1688.map((orderId) => ({ shop, orderId }))),
    ...OF_ALIEXPRESS.map((orderId) => ({ shop: 'overseas', orderId })),
    ...OF_TAOBAO.map((orderId) => ({ shop: 'flagship', orderId })),
  ];
  const { data, errors } = await graphql.query(print(ToShipTodayDocument), { refs });
  expect(errors).toEqual([]);
  const { orders } = data as unknown as ToShipTodayQuery;
  lines = new Map(orders.map((order, place) => [`${refs[place]?.shop} ${order?.orderId}`, order?.items ?? []]));
});
afterAll(async () => {
  await graphql?.close();
  await sandbox?.close();
});

const DAY = 86_400_000;

/** What somebody who packs does with a line. */
function actionOf({ fulfillment }: Line): string {
  const { status, mayShip, shipBy, overdueRisk } = fulfillment ?? {};
  if (mayShip === false) return `LEAVE: ${status}`;
  const isLate = overdueRisk === 'OVERDUE' || (typeof shipBy === 'string' && Date.parse(shipBy) < Date.now());
  const isNear = overdueRisk === 'NEAR' || (typeof shipBy === 'string' && Date.parse(shipBy) < Date.now() + DAY);
  return `${mayShip === true ? 'SHIP' : 'ASK'}${isLate ? ' LATE' : isNear ? ' TODAY' : ''}`;
}

const linesOf = (shop: string, orderId: string): readonly Line[] => lines.get(`${shop} ${orderId}`) ?? [];
const actionsOf = (shop: string, ids: readonly string[]) =>
  ids.map((orderId) => linesOf(shop, orderId).map((line) => actionOf(line)));

describe('1688', () => {
  test.each(['mill', 'maker'])(
    'the seller at %s is told which lines leave today, and why the others do not',
    (shop) => {
      expect(actionsOf(shop, OF_1688)).toEqual([
        ['SHIP TODAY', 'LEAVE: ON_HOLD', 'LEAVE: CLOSED'],
        ['SHIP LATE'],
        ['LEAVE: ON_HOLD'],
        ['LEAVE: EXTERNAL'],
        ['SHIP TODAY'],
      ]);
      const [first, second] = linesOf(shop, NEAR);
      expect(first?.fulfillment?.carriers?.prescribed).toEqual(['SF', 'YTO']);
      expect(second?.fulfillment?.holds).toEqual([
        { reason: 'GROUP_BUYING', code: 'canSendGoods', message: '拼团未成团' },
      ]);
      expect(linesOf(shop, WAREHOUSE)[0]?.fulfillment?.shipper).toBe('PLATFORM_WAREHOUSE');
      expect(linesOf(shop, PICKED_UP)[0]?.fulfillment?.shipper).toBe('PLATFORM_PICKUP');
    },
  );

  test.each(['buyer', 'depot'])(
    'the buyer at %s is not told whether a seller may ship, and of nothing more',
    (shop) => {
      expect(actionsOf(shop, OF_1688)).toEqual([
        ['ASK', 'ASK', 'LEAVE: CLOSED'],
        ['ASK'],
        ['ASK'],
        ['LEAVE: EXTERNAL'],
        ['ASK'],
      ]);
      const told = OF_1688.flatMap((orderId) => linesOf(shop, orderId));
      expect(new Set(told.map(({ fulfillment }) => fulfillment?.carriers?.prescribed ?? null))).toEqual(
        new Set([null]),
      );
    },
  );
});

test('AliExpress’s seller ships before the order times out what is theirs to ship and nothing holds', () => {
  expect(actionsOf('overseas', OF_ALIEXPRESS)).toEqual([
    ['SHIP TODAY', 'LEAVE: EXTERNAL'],
    ['SHIP LATE'],
    ['LEAVE: ON_HOLD'],
    ['LEAVE: ON_HOLD'],
    ['LEAVE: ON_HOLD', 'SHIP TODAY'],
  ]);
  const reasons = OF_ALIEXPRESS.flatMap((orderId) =>
    linesOf('overseas', orderId).flatMap(({ fulfillment }) => fulfillment?.holds?.map(({ reason }) => reason) ?? []),
  );
  expect(reasons).toEqual(['CANCELLATION_REQUESTED', 'RISK_CONTROL', 'DISPUTE']);
});

test('Taobao’s seller ships a set and its present by their deadline, and neither what Cainiao ships nor what is held', () => {
  expect(actionsOf('flagship', OF_TAOBAO)).toEqual([
    ['SHIP TODAY', 'SHIP TODAY', 'LEAVE: EXTERNAL'],
    ['SHIP LATE'],
    ['LEAVE: ON_HOLD'],
  ]);
  const [set, present] = linesOf('flagship', OF_TAOBAO[0] ?? '');
  expect(set?.fulfillment?.components?.map(({ skuCode }) => skuCode)).toEqual(['CAM-1', 'BAT-2']);
  expect(present?.fulfillment?.isGift).toBe(true);
});

test('Generated trades of Taobao that wait for their seller mostly have a deadline, and some must not be shipped', async () => {
  const refs = Array.from({ length: 60 }, (_, place) => ({
    shop: 'flagship',
    orderId: String(3_200_000_000_000_531_846n + BigInt(2 + place * 12) * 100_000_000n),
  }));
  const { data, errors } = await graphql.query(
    `query ($refs: [OrderRef!]!) {
      orders(refs: $refs) {
        paidAt
        fulfillment { status shipBy isAddressChanged carriers { prescribed } }
        items { fulfillment { components { quantity } } }
      }
    }`,
    { refs },
  );
  expect(errors).toEqual([]);
  type Told = Order & { readonly paidAt: string | null; readonly fulfillment: { readonly shipBy: string | null } };
  const orders = (data as unknown as { orders: readonly Told[] }).orders.filter(({ paidAt }) => paidAt !== null);
  const count = (isSo: (order: Told) => boolean | undefined): number => orders.filter(isSo).length;
  const due = count(({ fulfillment }) => fulfillment.shipBy !== null);
  expect(due).toBeGreaterThan(orders.length / 2);
  expect(due).toBeLessThan(orders.length);
  expect(count(({ fulfillment }) => fulfillment?.isAddressChanged === true)).toBeGreaterThan(0);
  expect(count(({ fulfillment }) => fulfillment?.status === 'EXTERNAL')).toBeGreaterThan(0);
  expect(count(({ items }) => items?.some((item) => item.fulfillment?.components?.length === 2))).toBeGreaterThan(0);
});
