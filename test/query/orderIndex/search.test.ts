// Lists of orders over real HTTP: what a row covers, what is fetched, what is refused, and what stays hidden.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../../src/order/globalId.js';
import { bitsOf, FIELD_GROUPS, STATUSES } from '../../../src/orderIndex/codes.js';
import { MISSING } from '../../../src/orderIndex/schema/tables.js';
import { smallReply } from '../../support/gateway.js';
import { INDEX_KEY, type IndexedShops, millRow, startIndexedShops } from '../../support/indexedShops.js';
import type { RecordedRequest } from '../../support/stubGateway.js';
import { GATEWAY } from '../../support/twoShops.js';

let shops: IndexedShops;
beforeAll(async () => {
  shops = await startIndexedShops({ settings: { limits: { maxOrders: 60 } } });
  const at = (minute: number): number => Date.UTC(2026, 4, 1, 0, minute);
  await shops.index.insert(
    millRow('1', { created_at: at(1), seen_at: at(30), total: 945_00, amount: '945.00' }),
    millRow('2', {
      created_at: at(2),
      status: STATUSES.indexOf('COMPLETED'),
      paid_at: MISSING,
      known: 0x7fff & ~bitsOf(FIELD_GROUPS, ['paidAt']),
    }),
    millRow('3', { created_at: at(3), total: 10_00, amount: '10.00', flag: 'RED' }),
    millRow('4', { shop: 'depot', created_at: at(4) }),
  );
  await shops.index.addTerm({ shop: 'mill', order_id: '3' }, 'PHONE', '13800000003');
});
afterAll(() => shops?.close());
afterEach(() => {
  shops.gateway.respondWith((request) => ({ body: replyTo(request) }));
  shops.called();
  shops.audited();
});

const replyTo = (request: RecordedRequest): string => smallReply(GATEWAY, GATEWAY.callOf(request).orderId);

const search = (selection: string, given = ''): string => `{ orderSearch${given && `(${given})`} { ${selection} } }`;
const IDS = 'nodes { orderId }';
interface Connection {
  readonly pageInfo: { readonly startCursor: string; readonly endCursor: string };
  readonly edges: readonly { readonly cursor: string }[];
}
const connectionIn = (data: unknown): Connection => (data as { readonly orderSearch: Connection }).orderSearch;
const ids = (data: unknown): readonly string[] =>
  (data as { orderSearch: { nodes: readonly { orderId: string }[] } }).orderSearch.nodes.map(({ orderId }) => orderId);
const found = async (given: string, key?: string): Promise<readonly string[]> => {
  const { data, errors } = await shops.ask(search(IDS, given), {}, key);
  expect(errors).toEqual([]);
  return ids(data);
};

describe('what a row covers', () => {
  const COVERED = `id orderId outOrderId shop { id name } platform view gateway status statusCode paymentStatus
    paymentStatusCode shippingStatus shippingStatusCode refundStatus refundStatusCode createdAt modifiedAt paidAt
    shippedAt completedAt expiresAt totals { total { amount currencyCode minorUnits } } fetchedAt stale
    warnings { path } __typename`;

  test('The fields that a row covers cost no call, and are answered as the row has them', async () => {
    const { data, errors } = await shops.ask(search(`nodes { ${COVERED} }`, 'where: { orderIds: ["1"] }'));
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      orderSearch: {
        nodes: [
          {
            __typename: 'Order',
            id: toGlobalId({ shop: 'mill', orderId: '1' }),
            orderId: '1',
            shop: { id: 'mill', name: 'Shop mill' },
            platform: 'ALIBABA_1688',
            gateway: 'VV_TOOL',
            view: 'SELLER',
            status: 'AWAITING_SHIPMENT',
            createdAt: '2026-05-01T00:01:00.000Z',
            fetchedAt: '2026-05-01T00:30:00.000Z',
            totals: { total: { amount: '945.00', currencyCode: 'CNY', minorUnits: '94500' } },
            stale: false,
            warnings: [],
          },
        ],
      },
    });
    expect(shops.called()).toEqual([]);
  });

  test('A field that a row never covers is fetched with one call for each order of the page', async () => {
    const { data, errors } = await shops.ask(search('nodes { orderId items { name } }', 'where: { shops: ["mill"] }'));
    expect(errors).toEqual([]);
    expect(ids(data)).toEqual(['3', '2', '1']);
    expect([...shops.called()].sort()).toEqual(['1', '2', '3']);
  });

  test('A field that one row alone does not know is fetched for that order alone', async () => {
    const { data } = await shops.ask(search('nodes { orderId paidAt }', 'where: { shops: ["mill"] }'));
    expect(ids(data)).toEqual(['3', '2', '1']);
    expect(shops.called()).toEqual(['2']);
  });

  test('An order that a list and other fields select is fetched once for all of them', async () => {
    const { errors } = await shops.ask(`{
      order(shop: "mill", orderId: "1") { logistics { shipments { trackingNumber } } }
      a: orderSearch(where: { orderIds: ["1"] }) { nodes { items { name } } }
      b: orderSearch(where: { orderIds: ["1"] }) { edges { node { invoice { title } } } nodes { orderId } }
    }`);
    expect(errors).toEqual([]);
    expect(shops.called()).toEqual(['1']);
  });

  test('A node that fails is null in its place, with an error at its path, and its neighbours stand', async () => {
    shops.gateway.respondWith((request) => {
      const { orderId } = GATEWAY.callOf(request);
      return { body: orderId === '2' ? JSON.stringify(GATEWAY.refuse(203, 'refused')) : replyTo(request) };
    });
    const selection = 'nodes { items { name } } edges { cursor node { orderId } }';
    const { data, errors } = await shops.ask(search(selection, 'where: { shops: ["mill"] }'));
    expect(data).toMatchObject({
      orderSearch: {
        nodes: [{}, null, {}],
        edges: [{ node: { orderId: '3' } }, { cursor: expect.any(String), node: null }, { node: { orderId: '1' } }],
      },
    });
    expect(errors.map(({ path, extensions }) => [path, extensions.code]).sort()).toEqual([
      [['orderSearch', 'edges', 1, 'node'], 'API_NOT_ENTITLED'],
      [['orderSearch', 'nodes', 1], 'API_NOT_ENTITLED'],
    ]);
  });

  test('A row that is older than maxAge is fetched, and a younger one is not', async () => {
    const given = (maxAge: number) => `where: { orderIds: ["1"] }, maxAge: ${maxAge}`;
    await shops.ask(search('nodes { status }', given(2_000_000_000)));
    expect(shops.called()).toEqual([]);
    await shops.ask(search('nodes { status }', given(0)));
    expect(shops.called()).toEqual(['1']);
  });

  test('With indexOnly a field that no row covers is refused by name before anything is read', async () => {
    const { data, errors } = await shops.ask(
      search(
        'nodes { orderId items { name } } edges { node { totals { total { amount } shipping { amount } } } }',
        'indexOnly: true',
      ),
    );
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'indexOnly: the index does not hold items, totals.shipping of an order.',
        path: ['orderSearch'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('With indexOnly a field that a row does not know is null, with a warning, and nothing is fetched', async () => {
    const selection = 'nodes { orderId paidAt warnings { path message } }';
    const { data, errors, warnings } = await shops.ask(
      search(selection, 'indexOnly: true, where: { orderIds: ["2"] }'),
    );
    const warning = { path: 'paidAt', message: 'is not known to the order index yet' };
    expect(errors).toEqual([]);
    expect(data).toEqual({ orderSearch: { nodes: [{ orderId: '2', paidAt: null, warnings: [warning] }] } });
    expect(warnings).toEqual([{ shop: 'mill', orderId: '2', ...warning }]);
    expect(shops.called()).toEqual([]);
  });

  test('More orders than one operation may fetch are refused before anything is read', async () => {
    const { status, errors } = await shops.ask(search('nodes { items { name } }', 'first: 61'));
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      { message: 'first: one operation may ask for at most 60 orders.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(shops.called()).toEqual([]);
  });
});

describe('pages and counts', () => {
  test('Pages follow one another by cursors, forward and backward', async () => {
    const page =
      'nodes { orderId } edges { cursor indexedAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const { data } = await shops.ask(search(page, 'first: 3'));
    const { pageInfo, edges } = connectionIn(data);
    expect(ids(data)).toEqual(['4', '3', '2']);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges[2]?.cursor,
    });
    const next = await shops.ask(search(page, `first: 3, after: "${pageInfo.endCursor}"`));
    expect(ids(next.data)).toEqual(['1']);
    expect(next.data).toMatchObject({ orderSearch: { pageInfo: { hasNextPage: false, hasPreviousPage: true } } });
    const before = connectionIn(next.data).pageInfo.startCursor;
    expect(await found(`last: 2, before: "${before}"`)).toEqual(['3', '2']);
  });

  test('Orders are sorted as asked for, the latest first unless said otherwise', async () => {
    expect(await found('')).toEqual(['4', '3', '2', '1']);
    expect(await found('sortBy: { key: CREATED_AT, direction: ASC }')).toEqual(['1', '2', '3', '4']);
    expect((await found('sortBy: { key: TOTAL, direction: ASC }'))[0]).toBe('3');
  });

  test('A count says how many there are, and whether it went to the end', async () => {
    const { data } = await shops.ask(
      `{ all: orderCount { count precision } two: orderCount(limit: 2) { count precision }
         orderSearch(where: { shops: ["mill"] }) { count { count } few: count(limit: 1) { count precision } } }`,
    );
    expect(data).toEqual({
      all: { count: 4, precision: 'EXACT' },
      two: { count: 2, precision: 'AT_LEAST' },
      orderSearch: { count: { count: 3 }, few: { count: 1, precision: 'AT_LEAST' } },
    });
  });

  test('Statistics are grouped by what is asked for, with the shop itself', async () => {
    const { data, errors } = await shops.ask(
      '{ orderStatistics(by: [SHOP, DAY], timeZone: "UTC") { shop { name } from status count totals { amount currencyCode } } }',
    );
    expect(errors).toEqual([]);
    const { orderStatistics } = data as unknown as {
      orderStatistics: readonly { shop: { name: string }; count: number }[];
    };
    expect(orderStatistics.map(({ shop, count }) => [shop.name, count]).sort()).toEqual([
      ['Shop depot', 1],
      ['Shop mill', 3],
    ]);
    expect(orderStatistics).toContainEqual({
      shop: { name: 'Shop depot' },
      from: '2026-05-01T00:00:00.000Z',
      status: null,
      count: 1,
      totals: [{ amount: '945.00', currencyCode: 'CNY' }],
    });
  });
});

describe('filters', () => {
  test.each<[string, readonly string[]]>([
    ['status: [COMPLETED]', ['2']],
    ['not: { status: [COMPLETED] }', ['4', '3', '1']],
    ['shops: ["depot"]', ['4']],
    ['shops: []', []],
    ['not: { shops: ["depot"] }', ['3', '2', '1']],
    ['not: { shops: ["mill"], status: [COMPLETED] }', ['4', '3', '1']],
    ['not: { shops: ["depot"], status: [COMPLETED] }', ['4', '3', '2', '1']],
    ['not: {}', ['4', '3', '2', '1']],
    ['platforms: [TAOBAO]', []],
    ['not: { platforms: [TAOBAO] }', ['4', '3', '2', '1']],
    ['not: { platforms: [ALIBABA_1688] }', []],
    ['view: SELLER', ['4', '3', '2', '1']],
    ['view: BUYER', []],
    ['total: { currencyCode: "CNY", gte: "10", lte: "10.005" }', ['3']],
    ['total: { currencyCode: "USD" }', []],
    ['createdAt: { gte: "2026-05-01T00:02:00Z", lt: "2026-05-01T00:04:00Z" }', ['3', '2']],
    ['sellerFlag: ["RED"]', ['3']],
    ['receiver: { phone: "13800000003" }', ['3']],
  ])('where: { %s } finds the orders %j', async (where, expected) => {
    expect(await found(`where: { ${where} }`)).toEqual(expected);
  });
});

describe('arguments', () => {
  const OK = 'count';
  test.each<[string, string]>([
    ['first: 0', 'first: must be 1 to 200'],
    ['first: 201', 'first: must be 1 to 200'],
    ['last: 201', 'last: must be 1 to 200'],
    ['first: 1, last: 1', 'last: must not be given beside first'],
    ['last: 1, after: "x"', 'after: goes with first, not with last'],
    ['before: "x"', 'before: goes with last'],
    ['first: 1, after: "x"', 'after'],
    ['maxAge: -1', 'maxAge: must be at least 0'],
    ['maxAge: 1, indexOnly: true', 'maxAge: cannot be kept with indexOnly, which fetches nothing'],
    ['search: "  "', 'search: must be 1 to 128 characters'],
    ['where: { orderIds: ["x"] }', 'where.orderIds: must be at most 1000 ids of 1 to 32 digits'],
    ['where: { not: { not: {} } }', 'where.not.not: must not be given here'],
    ['where: { not: { orderIds: ["x"] } }', 'where.not.orderIds: must be'],
    ['where: { receiver: {} }', 'where.receiver: must have exactly one member'],
    ['where: { receiver: { phone: "1", name: "x" } }', 'where.receiver: must have exactly one member'],
    ['where: { receiver: { phoneLast4: "12a4" } }', 'where.receiver.phoneLast4: must be four digits'],
    [
      'where: { receiver: { phoneLast4: "1234" } }',
      'where.receiver.phoneLast4: finds no order, as index.phoneSuffix is off in the settings of this server.',
    ],
    [
      'where: { not: { receiver: { phoneLast4: "1234" } } }',
      'where.not.receiver.phoneLast4: finds no order, as index.phoneSuffix is off in the settings of this server.',
    ],
    [
      'where: { paidAt: { gte: "2026-05-02T00:00:00Z", lt: "2026-05-02T00:00:00Z" } }',
      'where.paidAt.lt: must be later than gte',
    ],
    ['where: { total: { currencyCode: "CNY", gte: "2", lte: "1.99" } }', 'where.total.lte: must not be less than gte'],
  ])('orderSearch(%s) is BAD_USER_INPUT, and the message names the argument', async (given, message) => {
    const { data, errors } = await shops.ask(search(IDS, given));
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), path: ['orderSearch'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test.each<[string, string]>([
    ['orderCount(limit: 0) { count }', 'limit: must be 1 to 10000'],
    ['orderCount(limit: 10001) { count }', 'limit: must be 1 to 10000'],
    ['orderSearch { count(limit: 0) { count } }', 'limit: must be 1 to 10000'],
    ['orderStatistics(by: [DAY, HOUR]) { count }', 'by: must hold at most one of HOUR, DAY and MONTH'],
    ['orderStatistics(by: [], timeZone: "Mars/Olympus") { count }', 'timeZone: must be an IANA time zone'],
    ['orderStatistics(by: [], timeZone: "+08:00") { count }', 'timeZone: must be an IANA time zone'],
    ['orderChanges(first: 201) { pageInfo { endCursor } }', 'first: must be 1 to 200'],
    ['orderChanges(after: "x") { pageInfo { endCursor } }', 'after'],
  ])('%s is BAD_USER_INPUT, and the message names the argument', async (field, message) => {
    const { errors } = await shops.ask(`{ ${field} }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test(`A list of ids has at most 1000 members, in ${OK}s as in lists`, async () => {
    const query = 'query($ids: [ID!]!) { orderCount(where: { orderIds: $ids }) { count } }';
    const many = Array.from({ length: 1_001 }, (_nothing, index) => String(index));
    expect((await shops.ask(query, { ids: many })).errors).toMatchObject([
      { message: 'where.orderIds: must be at most 1000 ids of 1 to 32 digits' },
    ]);
    expect((await shops.ask(query, { ids: many.slice(1) })).data).toEqual({ orderCount: { count: 4 } });
  });
});

test('Receivers are found by the last four digits of their telephone where the settings have them indexed', async () => {
  const indexed = await startIndexedShops({ settings: { index: { encryptionKey: INDEX_KEY, phoneSuffix: true } } });
  await indexed.index.insert(millRow('1'), millRow('2'));
  await indexed.index.addTerm({ shop: 'mill', order_id: '2' }, 'PHONE_LAST_4', '1234');
  const { data, errors } = await indexed.ask(search(IDS, 'where: { receiver: { phoneLast4: "1234" } }'));
  expect(errors).toEqual([]);
  expect(ids(data)).toEqual(['2']);
  await indexed.close();
});

test.each([
  [{}, 'index.encryptionKey is not set'],
  [{ store: 'axes', encryptionKey: INDEX_KEY }, 'index.store is axes'],
])(
  'Where the settings %j store no tokens, what is found by them is refused, and the setting named',
  async (settings, reason) => {
    const plain = await startIndexedShops({ settings: { index: settings } });
    await plain.index.insert(millRow('1'));
    for (const where of [
      'trackingNumber: "SF1"',
      'not: { trackingNumber: "SF1" }',
      'counterpart: "x"',
      'receiver: { name: "x" }',
      'receiver: { phoneLast4: "1234" }',
    ]) {
      const { errors } = await plain.ask(search(IDS, `where: { ${where} }`));
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(`^where\\S+: finds no order, as ${reason} in the settings of this server\\.$`),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    }
    expect(ids((await plain.ask(search(IDS, 'search: "1"'))).data)).toEqual(['1']);
    await plain.close();
  },
);

describe('callers', () => {
  test('A caller of one shop finds nothing of another by list, count, statistic or feed', async () => {
    const { data, errors } = await shops.ask(
      `{ orderSearch { nodes { orderId } count { count } coverage { shop { id } } } orderCount { count }
         orderStatistics(by: [SHOP]) { shop { id } count } byId: orderSearch(where: { orderIds: ["4"] }) { nodes { id } }
         found: orderSearch(search: "4") { nodes { id } } }`,
      {},
      'screen',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      orderSearch: {
        nodes: [{ orderId: '3' }, { orderId: '2' }, { orderId: '1' }],
        count: { count: 3 },
        coverage: [{ shop: { id: 'mill' } }],
      },
      orderCount: { count: 3 },
      orderStatistics: [{ shop: { id: 'mill' }, count: 3 }],
      byId: { nodes: [] },
      found: { nodes: [] },
    });
  });

  test('A cursor of another caller leads to orders of one’s own shops alone', async () => {
    const { data } = await shops.ask(search('pageInfo { startCursor }', 'first: 1'));
    const { startCursor } = connectionIn(data).pageInfo;
    expect(await found(`after: "${startCursor}"`, 'screen')).toEqual(['3', '2', '1']);
  });

  test.each([
    'orderSearch(where: { shops: ["SHOP"] }) { nodes { id } }',
    'orderCount(where: { not: { shops: ["SHOP"] } }) { count }',
    'orderStatistics(by: [], where: { shops: ["SHOP"] }) { count }',
    'orderChanges(where: { shops: ["SHOP"] }) { nodes { orderId } }',
  ])('A shop of another caller is not found, to the letter as one that does not exist: %s', async (field) => {
    const refusal = async (shop: string) => {
      const { data, errors } = await shops.ask(`{ ${field.replace('SHOP', shop)} }`, {}, 'screen');
      expect(data).toBeNull();
      return JSON.stringify(errors).replaceAll(shop, 'SHOP');
    };
    const hidden = await refusal('depot');
    expect(hidden).toBe(await refusal('nothere'));
    expect(hidden).toContain('There is no shop SHOP.');
    expect(hidden).toContain('SHOP_NOT_FOUND');
  });

  test('Without orders:read nothing of the index is answered', async () => {
    const { errors } = await shops.ask(
      '{ a: orderSearch { nodes { id } } b: orderCount { count } c: orderStatistics(by: []) { count } d: orderChanges { pageInfo { endCursor } } }',
      {},
      'clerk',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN');
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  });

  test('Whoever may not search for people is told so for each argument, and the value is not repeated', async () => {
    const { errors } = await shops.ask(
      search(IDS, 'where: { counterpart: "b2b-1", not: { receiver: { phone: "13800000003" } } }'),
      {},
      'screen',
    );
    expect(errors).toMatchObject([
      {
        message: 'where.counterpart, where.not.receiver.phone: needs the scope pii:search, which the caller lacks.',
        extensions: { code: 'PII_SCOPE_REQUIRED' },
      },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/b2b-1|138000/);
  });

  test('A search looks among people only for callers with pii:search', async () => {
    expect(await found('search: "13800000003"')).toEqual(['3']);
    expect(await found('search: "13800000003"', 'screen')).toEqual([]);
    expect(await found('search: " 2 "', 'screen')).toEqual(['2']);
  });

  test('A search by person leaves a line in the audit log, with the argument and never its value', async () => {
    await found('where: { shops: ["mill"], receiver: { phone: "13800000003" } }');
    await found('search: "13800000003"', 'screen');
    const lines = shops.audited();
    expect(lines).toMatchObject([
      { audit: 'people searched for', caller: 'office', shops: ['mill'], arguments: ['where.receiver.phone'] },
    ]);
    expect(JSON.stringify(lines)).not.toContain('138000');
  });
});
