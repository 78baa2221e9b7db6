// Lists of orders over real HTTP: by when they are to be shipped, and whether they may be.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bitsOf, FIELD_GROUPS, FULFILLMENT_STATUSES, OVERDUE_RISKS } from '../../../src/orderIndex/codes.js';
import type { OrderRow } from '../../../src/orderIndex/schema/tables.js';
import { type IndexedShops, millRow, startIndexedShops } from '../../support/indexedShops.js';
import type { Part } from '../../support/json.js';

const at = (day: number): number => Date.UTC(2026, 4, day);
const NOTHING = bitsOf(FIELD_GROUPS, ['shipBy', 'fulfillment']);

const toShip: Partial<OrderRow> = {
  ship_by: at(3),
  fulfillment: FULFILLMENT_STATUSES.indexOf('OPEN'),
  overdue_risk: OVERDUE_RISKS.indexOf('NEAR'),
  may_ship: 2,
};
const held: Partial<OrderRow> = {
  ...{ ship_by: at(2), may_ship: 1 },
  fulfillment: FULFILLMENT_STATUSES.indexOf('ON_HOLD'),
};

let shops: IndexedShops;
beforeAll(async () => {
  shops = await startIndexedShops();
  await shops.index.insert(
    millRow('5', toShip),
    millRow('6', { ...held, shop: 'depot' }),
    millRow('7', { known: 0x1ffff & ~NOTHING }),
    millRow('8', { ...toShip, ship_by: at(4), shop: 'depot' }),
  );
});
afterAll(() => shops?.close());

interface Page {
  readonly edges: readonly { readonly node: Part & { readonly orderId: string }; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

async function page(given: string, selection = ''): Promise<Page> {
  const { data, errors } = await shops.ask(`{ orderSearch(${given}) {
    edges { cursor node { orderId ${selection} } } pageInfo { hasNextPage hasPreviousPage } } }`);
  expect(errors).toEqual([]);
  return (data as unknown as { orderSearch: Page }).orderSearch;
}

const idsOf = ({ edges }: Page): readonly string[] => edges.map(({ node }) => node.orderId);
const found = async (given: string): Promise<readonly string[]> => idsOf(await page(given));

const SOONEST = 'sortBy: { key: SHIP_BY, direction: ASC }';
const FULFILLMENT = 'fulfillment { status mayShip shipBy overdueRisk } warnings { path }';

test('What a row knows of shipping costs no call, and what it does not is null with a warning', async () => {
  const { edges } = await page(`${SOONEST}, indexOnly: true`, FULFILLMENT);
  const due = { status: 'OPEN', mayShip: true, overdueRisk: 'NEAR' };
  expect(edges.map(({ node }) => node)).toEqual([
    {
      orderId: '6',
      fulfillment: { status: 'ON_HOLD', mayShip: false, shipBy: '2026-05-02T00:00:00.000Z', overdueRisk: 'UNKNOWN' },
      warnings: [],
    },
    { orderId: '5', fulfillment: { ...due, shipBy: '2026-05-03T00:00:00.000Z' }, warnings: [] },
    { orderId: '8', fulfillment: { ...due, shipBy: '2026-05-04T00:00:00.000Z' }, warnings: [] },
    {
      orderId: '7',
      fulfillment: null,
      warnings: ['status', 'mayShip', 'shipBy', 'overdueRisk'].map((name) => ({ path: `fulfillment.${name}` })),
    },
  ]);
  await page('where: { orderIds: ["5", "6"] }', FULFILLMENT);
  expect(shops.called()).toEqual([]);
});

test('A row that does not know whether it may be shipped is fetched, and no other', async () => {
  await page(SOONEST, 'fulfillment { mayShip }');
  expect(shops.called()).toEqual(['7']);
});

test('What rows never know of shipping is refused by name where nothing may be fetched', async () => {
  const { errors } = await shops.ask(
    '{ orderSearch(indexOnly: true) { nodes { fulfillment { status holds { code } } } } }',
  );
  expect(errors[0]?.message).toContain('fulfillment.holds');
  expect(errors[0]?.message).not.toContain('fulfillment.status');
});

test('Pages by the deadline follow one another in both directions, those without one last', async () => {
  const first = await page(`${SOONEST}, first: 3`);
  expect(idsOf(first)).toEqual(['6', '5', '8']);
  expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
  const cursor = first.edges.at(-1)?.cursor;
  expect(await found(`${SOONEST}, first: 3, after: "${cursor}"`)).toEqual(['7']);
  expect(await found(`${SOONEST}, last: 2, before: "${cursor}"`)).toEqual(['6', '5']);
  expect(await found('sortBy: { key: SHIP_BY, direction: DESC }')).toEqual(['8', '5', '6', '7']);
});

test('Orders are found and counted by their deadline and by whether they may be shipped', async () => {
  expect(await found('where: { shipBy: { gte: "2026-05-02T00:00:00Z", lt: "2026-05-03T00:00:00Z" } }')).toEqual(['6']);
  expect(await found(`where: { mayShip: true }, ${SOONEST}`)).toEqual(['5', '8']);
  expect(await found('where: { mayShip: false }')).toEqual(['6']);
  const { data } = await shops.ask(`{
    due: orderCount(where: { shipBy: { lt: "2026-05-04T00:00:00Z" } }) { count precision }
    others: orderCount(where: { not: { mayShip: false } }) { count }
    groups: orderStatistics(where: { mayShip: true }, by: [SHOP]) { shop { id } count }
  }`);
  expect(data).toMatchObject({
    due: { count: 2, precision: 'EXACT' },
    others: { count: 3 },
    groups: [
      { shop: { id: 'depot' }, count: 1 },
      { shop: { id: 'mill' }, count: 1 },
    ],
  });
});
