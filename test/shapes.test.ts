// Documents that are not shaped as documented: what can be read stands, the rest is null with a warning, nothing crashes.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLNamedType } from 'graphql';
import { parseJson } from '../src/protocols/json.js';
import { schema } from '../src/query/schema.js';
import { allFields } from './support/allFields.js';
import { expectNamed } from './support/faults.js';
import { fixture, GATEWAYS, shopOf, spell } from './support/gateways.js';
import { type Graphql, startGraphql } from './support/graphql.js';
import type { Part } from './support/json.js';
import { placesIn, replaced } from './support/places.js';
import { type StandIn, startStandIn } from './support/standIn.js';

const everything = allFields(schema.getType('Order') as GraphQLNamedType, new Set(['raw', 'shop']));

let standIn: StandIn;
let graphql: Graphql;

beforeAll(async () => {
  standIn = await startStandIn();
  graphql = await startGraphql({
    settings: { shops: GATEWAYS.map((gateway) => shopOf(gateway, standIn.url)), limits: { maxOrders: 1000 } },
  });
});
afterAll(async () => {
  await graphql.close();
  await standIn.close();
});
afterEach(() => {
  standIn.take();
});

interface Misshape {
  readonly what: string;
  /** Put at a path of the small document, in the reference spelling. */
  readonly at: readonly (string | number)[];
  readonly value: unknown;
  readonly selection: string;
  readonly read: unknown;
  /** The path of the warning, in the reference spelling; none where the value says nothing. */
  readonly warning?: string;
}

const unreadable = (at: readonly (string | number)[], value: unknown, field: string, warning: string): Misshape => {
  const [outer = '', inner] = field.split('.');
  const selection = inner === undefined ? outer : `${outer} { ${inner} { amount } }`;
  return {
    what: `${at.join('.')} = ${JSON.stringify(value)}`,
    at,
    value,
    selection,
    read: inner === undefined ? { [outer]: null } : { [outer]: { [inner]: null } },
    warning,
  };
};

const MISSHAPES: readonly Misshape[] = [
  unreadable(['baseInfo', 'createTime'], '昨天', 'createdAt', 'baseInfo.createTime'),
  unreadable(['baseInfo', 'createTime'], '2021-02-30 10:00:00', 'createdAt', 'baseInfo.createTime'),
  unreadable(['baseInfo', 'createTime'], { at: 1 }, 'createdAt', 'baseInfo.createTime'),
  unreadable(['baseInfo', 'createTime'], 20211021, 'createdAt', 'baseInfo.createTime'),
  unreadable(['baseInfo', 'createTime'], true, 'createdAt', 'baseInfo.createTime'),
  unreadable(['baseInfo', 'totalAmount'], '约6元', 'totals.total', 'baseInfo.totalAmount'),
  unreadable(['baseInfo', 'totalAmount'], [6.15], 'totals.total', 'baseInfo.totalAmount'),
  unreadable(['baseInfo', 'totalAmount'], '0x10', 'totals.total', 'baseInfo.totalAmount'),
  unreadable(['baseInfo', 'totalAmount'], '1,000.00', 'totals.total', 'baseInfo.totalAmount'),
  unreadable(['baseInfo', 'remark'], {}, 'notes', 'baseInfo.remark'),
  unreadable(['productItems'], 'none', 'items', 'productItems'),
  unreadable(['productItems'], 7, 'items', 'productItems'),
  unreadable(['nativeLogistics'], 'none', 'logistics', 'nativeLogistics'),
  unreadable(['nativeLogistics'], 1, 'logistics', 'nativeLogistics'),
  ...[null, '', undefined].map((value) => ({
    ...unreadable(['baseInfo', 'createTime'], value, 'createdAt', ''),
    what: `createTime that is ${value === '' ? 'empty' : value}`,
    warning: undefined as never,
  })),
  {
    what: 'a list inside an object that is a text',
    at: ['nativeLogistics', 'logisticsItems'],
    value: 'none',
    selection: 'logistics { shipments { id } }',
    read: { logistics: { shipments: [] } },
    warning: 'nativeLogistics.logisticsItems',
  },
  {
    what: 'a text inside a list that is an object',
    at: ['productItems', 0, 'name'],
    value: { zh: '大衣' },
    selection: 'items { name unitPrice { amount } }',
    read: { items: [{ name: null, unitPrice: { amount: '10.00' } }] },
    warning: 'productItems[0].name',
  },
  {
    what: 'an item without an id',
    at: ['productItems', 0, 'subItemIDString'],
    value: null,
    selection: 'items { itemId name }',
    read: { items: [{ itemId: '#1', name: '大衣' }] },
    warning: 'productItems[0]',
  },
  {
    what: 'an item whose id is blank',
    at: ['productItems', 0, 'subItemIDString'],
    value: '  ',
    selection: 'items { itemId }',
    read: { items: [{ itemId: '#1' }] },
    warning: 'productItems[0]',
  },
  {
    what: 'a code that is an object',
    at: ['baseInfo', 'status'],
    value: { toString: 1 },
    selection: 'status',
    read: { status: 'UNKNOWN' },
  },
  {
    what: 'a currency that is none',
    at: ['baseInfo', 'currency'],
    value: '人民币',
    selection: 'totals { total { amount currencyCode } }',
    read: { totals: { total: { amount: '6.15', currencyCode: 'CNY' } } },
    warning: 'baseInfo.currency',
  },
  {
    what: 'a list that is one object',
    at: ['productItems'],
    value: { subItemIDString: '1', name: '帽' },
    selection: 'items { itemId name }',
    read: { items: [{ itemId: '1', name: '帽' }] },
  },
];

/** Values that stand where something else is documented. */
const ODD = [null, {}, [], '', 'x', -1, true, 1e300, [[null]], [null, 'x', {}]] as const;

describe.each(GATEWAYS)('$type', (gateway) => {
  const { type, callOf, document, orderId, spelling, reply } = gateway;

  test.each(MISSHAPES)('$what', async ({ at, value, selection, read, warning }) => {
    const misshapen = replaced(document.small(orderId, '9'), at, value) as Part;
    standIn.behave(() => ({ body: JSON.stringify(reply(spell(misshapen, spelling))) }));
    const isLeaf = !/^(notes|items|logistics)$/.test(selection);
    const asked = isLeaf
      ? selection
      : `${selection} { ${{ notes: 'remark', items: 'name', logistics: '__typename' }[selection]} }`;
    const answer = await graphql.query(
      `{ order(shop: "${type}", orderId: "${orderId}") { ${asked} warnings { path message } } }`,
    );
    expectNamed(answer);
    expect(answer.errors).toEqual([]);
    const wirePath = warning
      ?.split('.')
      .map((name) => spelling(name))
      .join('.');
    const expected = wirePath === undefined ? [] : [{ path: wirePath, message: expect.any(String) }];
    expect(answer.data?.order).toMatchObject(selection === 'notes' ? { notes: { remark: null } } : (read as Part));
    if (read !== undefined && (read as Part).status !== 'UNKNOWN') {
      expect(answer.data?.order?.warnings).toEqual(expected);
      expect(answer.warnings).toEqual(expected.map((one) => ({ shop: type, orderId, ...one })));
    }
  });

  test('a line broken inside a text, which JSON forbids, is read', async () => {
    const body = JSON.stringify(reply(spell(document.small(orderId, '9'), spelling))).replace('"9"}', '"8,\n   9"}');
    expect(body).toContain('\n');
    standIn.behave(() => ({ body }));
    const { data, errors } = await graphql.query(
      `{ order(shop: "${type}", orderId: "${orderId}") { logistics { shipments { itemIds } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data?.order?.logistics).toEqual({ shipments: [{ itemIds: ['8', '9'] }] });
  });

  test('a warning never holds the value', async () => {
    const misshapen = replaced(document.small(orderId, '9'), ['baseInfo', 'createTime'], '13800000000张三') as Part;
    standIn.behave(() => ({ body: JSON.stringify(reply(spell(misshapen, spelling))) }));
    const { text } = await graphql.query(`{ order(shop: "${type}", orderId: "${orderId}") { createdAt } }`);
    expect(text).toContain('cannot be read');
    expect(text).not.toContain('张三');
  });

  test('anything in the place of anything else is no defect', async () => {
    const sample = parseJson(fixture(type, 'reply.json')) as { data: { result: Part } };
    const good = sample.data.result;
    const places = placesIn(good).filter((place) => !/^id_?of_?str$/i.test(String(place.at(-1))) && place.length > 0);
    const documents = new Map<string, unknown>();
    const made: string[] = [];
    // In turns: every kind of place still meets every value.
    for (const [index, place] of places.entries())
      for (const odd of ODD.filter((_odd, turn) => (index + turn) % 3 === 0)) {
        documents.set(String(1000 + documents.size), replaced(good, place, odd));
        made.push(`${place.join('.')} = ${JSON.stringify(odd)}`);
      }
    standIn.behave((request) => {
      const asked = callOf(request).orderId;
      // The document still names its own order, so every reply is told which one was asked for.
      const result = JSON.stringify(documents.get(asked)).replaceAll(orderId, asked);
      return { body: JSON.stringify({ ...reply('RESULT') }).replace('"RESULT"', () => result) };
    });
    const ids = [...documents.keys()];
    let read = 0;
    for (let from = 0; from < ids.length; from += 500) {
      const refs = ids.slice(from, from + 500).map((id) => ({ shop: type, orderId: id }));
      const answer = await graphql.query(`query($refs: [OrderRef!]!) { orders(refs: $refs) ${everything} }`, { refs });
      const defects = answer.errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR');
      expect(defects.map(({ path = [] }) => made[from + Number(path[1])])).toEqual([]);
      expectNamed(answer);
      expect(answer.text).not.toContain('[object');
      read += refs.length - answer.errors.length;
    }
    // Only an order that no longer says its id is refused.
    expect(read).toBeGreaterThan(ids.length - 2 * ODD.length - 1);
  }, 60_000);

  test('a raw document nested deeply is still an answer', async () => {
    const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`;
    const body = JSON.stringify(reply(spell(document.small(orderId, '9'), spelling)));
    standIn.behave(() => ({ body: body.replace('"result":{', `"result":{"deep":${deep},`) }));
    const answer = await graphql.query(`{ order(shop: "${type}", orderId: "${orderId}") { raw status } }`);
    expectNamed(answer);
    expect(answer.errors).toEqual([]);
  });
});
