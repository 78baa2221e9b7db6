// Tests OrderGraph as a subgraph: composed with another by Apollo's gateway, and queried through it and directly.
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

/** The calls that the gateway received since this was last called. */
const calls = () => server.gateway.take().map(GATEWAY.callOf);

const idOf = (orderId: string, shop = 'mill') => toGlobalId({ shop, orderId });
const ENTITIES = (selection: string) =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
const representations = (...ids: readonly string[]) => ids.map((id) => ({ __typename: 'Order', id }));
const askEntities = (authorization: string | undefined, selection: string, of: readonly unknown[]) =>
  server.queryAs(authorization, ENTITIES(selection), { representations: of });

describe('supergraph', () => {
  test('the supergraph gives an order with the field of the other subgraph', async () => {
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

  test('the supergraph gives that field through the interface Node as well', async () => {
    const query = 'query($id: ID!) { node(id: $id) { __typename ... on Order { orderId note } } }';
    const { data, errors } = await supergraph.query(query, { id: idOf('1') }, office);
    expect([errors, data]).toEqual([
      undefined,
      { node: { __typename: 'Order', orderId: '1', note: `Note on ${idOf('1')}` } },
    ]);
  });

  const [, NOTES = ''] = blocks(textOf('docs/federation.md'), 'graphql');

  test('orders that the other subgraph refers to cause one call each, with all selected subtrees', async () => {
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

  test('an order that fails in the supergraph is null with its error, and the others are answered', async () => {
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

  test('the supergraph passes on the credentials of its caller', async () => {
    const query = '{ order(shop: "mill", orderId: "1") { note } }';
    const { errors } = await supergraph.query(query);
    expect(JSON.stringify(errors)).toContain('UNAUTHENTICATED');
    expect(calls()).toEqual([]);
  });
});

describe('_entities', () => {
  test('all selections of one entity in an operation cause one call', async () => {
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

  test('entity fields that are known without the gateway cause no call', async () => {
    const { data } = await askEntities(office, '__typename ... on Order { orderId shop { id } }', [
      { __typename: 'Order', id: idOf('7', 'depot') },
    ]);
    expect(data).toEqual({ _entities: [{ __typename: 'Order', orderId: '7', shop: { id: 'depot' } }] });
    expect(calls()).toEqual([]);
  });

  test.each<[string, unknown, string, string]>([
    [
      'with an invalid id',
      { __typename: 'Order', id: 'x' },
      'BAD_USER_INPUT',
      'representations[1].id: is not the id of',
    ],
    ['without an id', { __typename: 'Order' }, 'BAD_USER_INPUT', 'representations[1].id: is not the id of'],
    [
      'with an id that is no text',
      { __typename: 'Order', id: { toString: 1 } },
      'BAD_USER_INPUT',
      'representations[1].id',
    ],
    ['of another type', { __typename: 'Shop', id: 'mill' }, 'BAD_USER_INPUT', 'representations[1].__typename: must be'],
    ['that is no object', 'Order', 'BAD_USER_INPUT', 'representations[1].__typename: must be Order'],
    ['of a shop that does not exist', { __typename: 'Order', id: idOf('1', 'nowhere') }, 'SHOP_NOT_FOUND', 'nowhere'],
    ['of a shop of another caller', { __typename: 'Order', id: idOf('1', 'depot') }, 'SHOP_NOT_FOUND', 'depot'],
  ])('a representation %s fails alone', async (_what, representation, code, message) => {
    const of = [...representations(idOf('1')), representation, ...representations(idOf('2'))];
    const { status, data, errors } = await askEntities(screen, '... on Order { status }', of);
    const good = { status: 'AWAITING_SHIPMENT' };
    expect([status, data]).toEqual([200, { _entities: [good, null, good] }]);
    expect(errors).toMatchObject([
      { path: ['_entities', 1], message: expect.stringContaining(message), extensions: { code } },
    ]);
  });

  test('entities are masked without pii:read, and recorded in the audit log with it', async () => {
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

  test('entities cost what their orders cost, and count towards maxOrders', async () => {
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

describe('schema of the subgraph', () => {
  const SERVICE = '{ _service { sdl } }';

  test('the schema of the subgraph is given to callers even without introspection', async () => {
    const { text } = await server.queryAs(screen, SERVICE);
    const { sdl } = JSON.parse(text).data._service;
    expect(sdl).toMatch(/^extend type Order\s+@key\(fields: "id"\)/m);
    expect(sdl).toContain('name: String @personal(kind: NAME)');
    expect(sdl).not.toContain('type Subscription');
    expect(sdl).toMatch(/^type PageInfo\s+@shareable/m);
    expect(sdl).toContain('An order on any platform, in one vocabulary.');
    expect((await server.queryAs(screen, getIntrospectionQuery())).errors).not.toEqual([]);
  });

  test('the schema of the subgraph is not given without credentials', async () => {
    expect(await server.queryAs(undefined, SERVICE)).toMatchObject({ status: 401, data: undefined });
  });

  test('the schema of the subgraph is not there without the setting federation', async () => {
    const alone = await startTwoShops({ settings: {} });
    const { errors } = await alone.queryAs(undefined, SERVICE);
    await alone.close();
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
