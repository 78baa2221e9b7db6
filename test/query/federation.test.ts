// OrderGraph as a subgraph: composed with another by Apollo's own gateway, and asked through it and directly.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { toGlobalId } from '../../src/order/globalId.js';
import { smallReply } from '../support/gateway.js';
import type { Part } from '../support/json.js';
import { blocks, textOf } from '../support/readme.js';
import { type Supergraph, startSupergraph } from '../support/supergraph.js';
import { bearer, GATEWAY, startTwoShops, type TwoShops } from '../support/twoShops.js';

const apiKeys = [
  { key: 'office-key', name: 'office', shops: ['*'], scopes: ['orders:read', 'pii:read', 'orders:raw'] },
  { key: 'screen-key', name: 'screen', shops: ['mill'], scopes: ['orders:read'] },
];
const office = bearer('office-key');
const screen = bearer('screen-key');

let logged: Part[] = [];
let server: TwoShops;
let supergraph: Supergraph;
beforeAll(async () => {
  server = await startTwoShops({
    settings: { federation: true, introspection: false, auth: { apiKeys }, limits: { maxOrders: 5 } },
    logger: { level: 'info', stream: { write: (line) => void logged.push(JSON.parse(line) as Part) } },
  });
  supergraph = await startSupergraph(server.graphql.url, office);
});
afterAll(async () => {
  await supergraph?.close();
  await server?.close();
});
afterEach(() => {
  server.gateway.respondWith((request) => ({ body: smallReply(GATEWAY, GATEWAY.callOf(request).orderId) }));
  logged = [];
});

/** What the gateway was asked since this was last asked for. */
const calls = () => server.gateway.take().map(GATEWAY.callOf);

const idOf = (orderId: string, shop = 'mill') => toGlobalId({ shop, orderId });
const ENTITIES = (selection: string) =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
const representations = (...ids: readonly string[]) => ids.map((id) => ({ __typename: 'Order', id }));
const askEntities = (authorization: string | undefined, selection: string, of: readonly unknown[]) =>
  server.queryAs(authorization, ENTITIES(selection), { representations: of });

describe('through a gateway', () => {
  test('an order has the other subgraph’s field', async () => {
    const query = '{ order(shop: "mill", orderId: "1") { status createdAt note platformOrder { __typename } } }';
    expect(await supergraph.query(query, {}, office)).toMatchObject({
      data: {
        order: {
          status: 'AWAITING_SHIPMENT',
          createdAt: '2025-05-25T14:50:53.000Z',
          note: `Note on ${idOf('1')}`,
          platformOrder: { __typename: 'Alibaba1688Order' },
        },
      },
    });
    expect(calls()).toHaveLength(1);
  });

  test('the interface Node leads to it as well', async () => {
    const query = 'query($id: ID!) { node(id: $id) { __typename ... on Order { orderId note } } }';
    const { data, errors } = await supergraph.query(query, { id: idOf('1') }, office);
    expect([errors, data]).toEqual([
      undefined,
      { node: { __typename: 'Order', orderId: '1', note: `Note on ${idOf('1')}` } },
    ]);
  });

  const [, NOTES = ''] = blocks(textOf('docs/federation.md'), 'graphql');

  test('the other subgraph leads to orders, each asked for once with all that is selected', async () => {
    const orders = [idOf('1'), idOf('2'), idOf('1')];
    const { data, errors } = await supergraph.query(NOTES, { orders }, office);
    expect(errors).toBeUndefined();
    expect(data?.latestNotes).toEqual(
      ['1', '2', '1'].map((orderId) => ({
        text: `About ${idOf(orderId)}`,
        order: {
          status: 'AWAITING_SHIPMENT',
          note: `Note on ${idOf(orderId)}`,
          logistics: { shipments: [{ trackingNumber: null }] },
        },
      })),
    );
    expect(calls()).toMatchObject([
      { orderId: '1', subtrees: ['NativeLogistics'] },
      { orderId: '2', subtrees: ['NativeLogistics'] },
    ]);
  });

  test('an order that fails is null, and says why; the rest stand', async () => {
    server.gateway.respondWith((request) => {
      const { orderId } = GATEWAY.callOf(request);
      return { body: orderId === '2' ? JSON.stringify(GATEWAY.refuse(203, 'refused')) : smallReply(GATEWAY, orderId) };
    });
    const orders = [idOf('1'), idOf('2'), idOf('3')];
    const { data, errors } = await supergraph.query(NOTES, { orders }, office);
    expect(data?.latestNotes).toMatchObject([
      { order: { status: 'AWAITING_SHIPMENT' } },
      { order: null },
      { order: { status: 'AWAITING_SHIPMENT' } },
    ]);
    expect(errors).toMatchObject([{ extensions: { code: 'API_NOT_ENTITLED', shop: 'mill', orderId: '2' } }]);
    expect(calls()).toHaveLength(3);
  });

  test('who asks is who asked the gateway', async () => {
    const query = '{ order(shop: "mill", orderId: "1") { note } }';
    const { errors } = await supergraph.query(query);
    expect(JSON.stringify(errors)).toContain('UNAUTHENTICATED');
    expect(calls()).toEqual([]);
  });
});

describe('_entities', () => {
  test('unites what all ask of one order into one call', async () => {
    const query = `query($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Order { status } }
      again: _entities(representations: $representations) { ...F }
      order(shop: "mill", orderId: "1") { invoice { title } }
    }
    fragment F on Order { bill: invoice { title } guarantees { description } }`;
    const { errors, data } = await server.queryAs(office, query, {
      representations: representations(idOf('1'), idOf('1')),
    });
    expect(errors).toEqual([]);
    expect(data?.again).toEqual(Array(2).fill({ bill: null, guarantees: null }));
    expect(calls()).toMatchObject([{ orderId: '1', subtrees: ['GuaranteesTerms', 'OrderInvoice'] }]);
  });

  test('calls nobody for what is known', async () => {
    const { data } = await askEntities(office, '__typename ... on Order { orderId shop { id } }', [
      { __typename: 'Order', id: idOf('7', 'depot') },
    ]);
    expect(data).toEqual({ _entities: [{ __typename: 'Order', orderId: '7', shop: { id: 'depot' } }] });
    expect(calls()).toEqual([]);
  });

  test.each<[string, unknown, string, string]>([
    ['an id of nothing', { __typename: 'Order', id: 'x' }, 'BAD_USER_INPUT', 'representations[1].id: is not the id of'],
    ['no id', { __typename: 'Order' }, 'BAD_USER_INPUT', 'representations[1].id: is not the id of'],
    ['an id that is no text', { __typename: 'Order', id: { toString: 1 } }, 'BAD_USER_INPUT', 'representations[1].id'],
    ['another type', { __typename: 'Shop', id: 'mill' }, 'BAD_USER_INPUT', 'representations[1].__typename: must be'],
    ['no object', 'Order', 'BAD_USER_INPUT', 'representations[1].__typename: must be Order'],
    ['a shop that is none', { __typename: 'Order', id: idOf('1', 'nowhere') }, 'SHOP_NOT_FOUND', 'nowhere'],
    ['a shop of others', { __typename: 'Order', id: idOf('1', 'depot') }, 'SHOP_NOT_FOUND', 'depot'],
  ])('%s fails in its place alone', async (_what, representation, code, message) => {
    const of = [...representations(idOf('1')), representation, ...representations(idOf('2'))];
    const { status, data, errors } = await askEntities(screen, '... on Order { status }', of);
    const good = { status: 'AWAITING_SHIPMENT' };
    expect([status, data]).toEqual([200, { _entities: [good, null, good] }]);
    expect(errors).toMatchObject([
      { path: ['_entities', 1], message: expect.stringContaining(message), extensions: { code } },
    ]);
  });

  test('masks personal data, and says who read it plain', async () => {
    server.gateway.respondWith((request) => {
      const { orderId } = GATEWAY.callOf(request);
      const reply = smallReply(GATEWAY, orderId).replace('"杭州市"', '"杭州市","contact_person":"王小明"');
      return { body: reply };
    });
    const selection = '... on Order { receiver { name } raw }';
    const masked = await askEntities(screen, selection, representations(idOf('1')));
    expect(masked.data).toMatchObject({ _entities: [{ receiver: { name: '王*' }, raw: null }] });
    expect(masked.errors).toMatchObject([{ path: ['_entities', 0, 'raw'], extensions: { code: 'FORBIDDEN' } }]);
    expect(logged.filter(({ audit }) => audit !== undefined)).toEqual([]);
    const plain = await askEntities(office, selection, representations(idOf('1')));
    expect(plain.data).toMatchObject({ _entities: [{ receiver: { name: '王小明' } }] });
    expect(logged.filter(({ audit }) => audit !== undefined)).not.toEqual([]);
  });

  test('costs what its orders cost, and takes no more of them than any list', async () => {
    const asked = representations(...['1', '2', '2'].map((orderId) => idOf(orderId)));
    const { text } = await askEntities(office, '... on Order { status }', [...asked, { id: { toString: 1 } }]);
    expect(JSON.parse(text).extensions.cost.requested).toBe(3 * 100 + 5);
    calls();
    const many = representations(...['1', '2', '3', '4', '5', '6'].map((orderId) => idOf(orderId)));
    const refused = await askEntities(office, '... on Order { status }', many);
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(calls()).toEqual([]);
  });
});

describe('the subgraph’s own text', () => {
  const SERVICE = '{ _service { sdl } }';

  test('is answered to callers, introspection or not', async () => {
    const { text } = await server.queryAs(screen, SERVICE);
    const { sdl } = JSON.parse(text).data._service;
    expect(sdl).toMatch(/^extend type Order\s+@key\(fields: "id"\)/m);
    expect(sdl).toContain('name: String @personal(kind: NAME)');
    expect(sdl).toContain('An order on any platform, in one vocabulary.');
    expect((await server.queryAs(screen, getIntrospectionQuery())).errors).not.toEqual([]);
  });

  test('is not answered to strangers', async () => {
    expect(await server.queryAs(undefined, SERVICE)).toMatchObject({ status: 401, data: undefined });
  });

  test('is not there without the setting', async () => {
    const alone = await startTwoShops({ settings: {} });
    const { errors } = await alone.queryAs(undefined, SERVICE);
    await alone.close();
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
