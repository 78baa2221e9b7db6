// What holds of any Order, whatever its gateway; and that one order is the same through every gateway.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLNamedType } from 'graphql';
import { schema } from '../src/query/schema.js';
import { generatedOrderId } from '../src/sandbox/1688/generated/order.js';
import { SAMPLE_ORDER_IDS } from '../src/sandbox/1688/orders.js';
import { demoShops } from '../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../src/sandbox/server.js';
import { allFields } from './support/allFields.js';
import { type Graphql, startGraphql } from './support/graphql.js';
import { violationsOf } from './support/invariants.js';
import type { Part } from './support/json.js';

const COUNT = 60;

/** What a gateway may answer otherwise than its siblings: itself, its envelope, and what only one side sees. */
const WITHOUT = new Set([
  ...['id', 'shop', 'gateway', 'view', 'upstream', 'raw', 'warnings'],
  ...['notes.buyerMemo', 'notes.buyerFlag', 'notes.sellerMemo', 'notes.sellerFlag'],
  'receiver.encryptionReference',
  // Sent as a number, which two of the three round, and without a twin that is text.
  'invoice.orderId',
  ...['platformOrder.numericId', 'platformOrder.contactEncryptionReference', 'platformOrder.items.numericItemId'],
  // Falls back on the number where the text is missing.
  'platformOrder.items.itemId',
]);

const SHOPS_1688 = ['mill', 'buyer', 'depot'] as const;

const orderType = schema.getType('Order') as GraphQLNamedType;
const everything = allFields(orderType);
const common = allFields(orderType, WITHOUT);
const ids = [
  ...Array.from({ length: COUNT }, (_, index) => generatedOrderId(index)),
  ...Object.values(SAMPLE_ORDER_IDS),
];

let sandbox: Sandbox;
let graphql: Graphql;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  const shops = demoShops(sandbox.url)
    .filter(({ id }) => SHOPS_1688.some((shop) => shop === id))
    .map((shop) => ({ ...shop, gateways: shop.gateways.map((one) => ({ ...one, requestsPerSecond: 100_000 })) }));
  graphql = await startGraphql({ settings: { shops } });
});
afterAll(async () => {
  await graphql.close();
  await sandbox.close();
});

async function ordersOf(shop: string, selection: string): Promise<readonly Part[]> {
  const { data, errors } = await graphql.query(`query($refs: [OrderRef!]!) { orders(refs: $refs) ${selection} }`, {
    refs: ids.map((orderId) => ({ shop, orderId })),
  });
  expect(errors).toEqual([]);
  return data?.orders as unknown as readonly Part[];
}

describe.each(SHOPS_1688)('%s', (shop) => {
  test('every order keeps what any order promises', async () => {
    const orders = await ordersOf(shop, everything);
    expect(orders.map(({ orderId }) => orderId)).toEqual(ids);
    expect(orders.flatMap(violationsOf)).toEqual([]);
  });
});

test('the three gateways of 1688 tell one order alike', async () => {
  const [first = [], ...others] = await Promise.all(SHOPS_1688.map((shop) => ordersOf(shop, common)));
  expect(first).toHaveLength(ids.length);
  for (const other of others) expect(other).toEqual(first);
});
