// Tests what holds of any order at any gateway, and that one order is the same through every gateway of its platform.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLNamedType } from 'graphql';
import { schema } from '../../src/query/schema.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { allFields } from '../support/allFields.js';
import { demoShopsWithoutPace } from '../support/demoShops.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import { violationsOf } from '../support/invariants.js';
import type { Part } from '../support/json.js';

const COUNT = 60;

/** The fields that gateways of a platform may differ in: themselves, their envelope, and what only one side sees. */
const WITHOUT = new Set([
  ...['id', 'shop', 'gateway', 'view', 'upstream', 'raw', 'warnings', 'fetchedAt', 'privacy'],
  ...['notes.buyerMemo', 'notes.buyerFlag', 'notes.sellerMemo', 'notes.sellerFlag'],
  'receiver.encryptionReference',
  ...['platformOrder.numericId', 'platformOrder.contactEncryptionReference', 'platformOrder.items.numericItemId'],
  // Falls back on the number where the text is missing.
  'platformOrder.items.itemId',
]);

const orderType = schema.getType('Order') as GraphQLNamedType;
const everything = allFields(orderType);
const common = allFields(orderType, WITHOUT);

/** Each demo shop with the ids of some of its platform's orders. */
const SHOPS = sandboxGateways.map(({ platform, shop, syntheticId }) => {
  const siblings = sandboxGateways.filter((gateway) => gateway.platform === platform);
  const documented = siblings.flatMap((gateway) => Object.keys(gateway.documented));
  const synthetic = Array.from({ length: COUNT }, (_, index) => syntheticId(index));
  return { platform, shop: shop.id, ids: [...synthetic, ...documented] };
});

/** What the sandbox's AliExpress writes so that it cannot be read, as the documentation's own example does. */
const UNREADABLE = /could not read (logistic_info_list\[\d\]\.gmt_send|child_order_list\[\d\](\.product_attributes)?)$/;
const brokenIn = (orders: readonly Part[]) => orders.flatMap(violationsOf).filter((broken) => !UNREADABLE.test(broken));

let sandbox: Sandbox;
let graphql: Graphql;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  const shops = demoShopsWithoutPace(sandbox.url);
  graphql = await startGraphql({ settings: { shops } });
});
afterAll(async () => {
  await graphql.close();
  await sandbox.close();
});

async function ordersOf(shop: string, ids: readonly string[], selection: string): Promise<readonly Part[]> {
  const refs = ids.map((orderId) => ({ shop, orderId }));
  const middle = Math.ceil(refs.length / 2);
  // Every field of all of them costs more than one operation may.
  return [...(await ask(refs.slice(0, middle), selection)), ...(await ask(refs.slice(middle), selection))];
}

async function ask(refs: readonly Part[], selection: string): Promise<readonly Part[]> {
  const { data, errors } = await graphql.query(`query($refs: [OrderRef!]!) { orders(refs: $refs) ${selection} }`, {
    refs,
  });
  expect(errors).toEqual([]);
  return data?.orders as unknown as readonly Part[];
}

test.each(SHOPS)('every order of the shop $shop fulfils the invariants of Order', async ({ shop, ids }) => {
  const orders = await ordersOf(shop, ids, everything);
  expect(orders.map(({ orderId }) => orderId)).toEqual(ids);
  expect(brokenIn(orders)).toEqual([]);
});

test('one query without a branch for any platform is answered by every gateway', async () => {
  const refs = [0, 1, 2].flatMap((index) => SHOPS.map(({ shop, ids }) => ({ shop, orderId: ids[index] })));
  const orders = await ask(refs, allFields(orderType, new Set(['platformOrder'])));
  expect(brokenIn(orders)).toEqual([]);
  expect(orders.slice(0, SHOPS.length).map(({ gateway, platform }) => [gateway, platform])).toEqual(
    sandboxGateways.map(({ type, platform }) => [type, platform]),
  );
  for (const order of orders) {
    // What no order of any platform is without.
    expect(order).toMatchObject({
      createdAt: expect.any(String),
      totals: { total: { amount: expect.any(String) } },
      items: expect.arrayContaining([
        expect.objectContaining({ itemId: expect.any(String), name: expect.any(String) }),
      ]),
      logistics: { shipments: expect.any(Array) },
      receiver: { city: expect.any(String) },
    });
  }
});

test.each([...new Set(SHOPS.map(({ platform }) => platform))])(
  'every gateway of %s gives the same order',
  async (of) => {
    const siblings = SHOPS.filter(({ platform }) => platform === of);
    const [first, ...others] = await Promise.all(siblings.map(({ shop, ids }) => ordersOf(shop, ids, common)));
    expect(first).toHaveLength(siblings[0]?.ids.length ?? 0);
    for (const other of others) expect(other).toEqual(first);
  },
);
