// Tests documents that are not shaped as documented: what can be read is read, the rest is null with a warning.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLNamedType } from 'graphql';
import { parseJson, writeJson } from '../../src/common/json.js';
import { schema } from '../../src/query/schema.js';
import { allFields } from '../support/allFields.js';
import { expectNamed } from '../support/faults.js';
import { fixture } from '../support/fixture.js';
import { replyAround, replyWith, shopOf, spell } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { pathsIn, replaceAt } from '../support/jsonPath.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const everything = allFields(schema.getType('Order') as GraphQLNamedType, new Set(['raw', 'shop']));

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  graphql = await startGraphql({
    settings: {
      shops: GATEWAYS.map((gateway) => shopOf(gateway, stubGateway.url)),
      limits: { maxOrders: 1000, maxCost: 1_000_000_000, maxAnswerValues: 10_000_000, maxAnswerBytes: 1_000_000_000 },
      // Hundreds of orders at once take their time on a busy machine.
      deadlines: { callMs: 30_000, requestMs: 60_000 },
    },
  });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
afterEach(() => {
  stubGateway.take();
});

/** Values that stand where something else is documented. */
const ODD = [null, {}, [], '', 'x', -1, true, 1e300, [[null]], [null, 'x', {}], { toString: 1, valueOf: 1 }] as const;

describe.each(GATEWAYS)('$type', (gateway) => {
  const { type, callOf, document, documentIn, orderId, spelling } = gateway;
  const order = `order(shop: "${type}", orderId: "${orderId}")`;

  test.each(document.malformedValues)(
    'a document with $what is read as far as it can be',
    async ({ at, value, selection, read, warning }) => {
      const malformed = replaceAt(document.small(orderId, '9'), at, value) as Part;
      stubGateway.respondWith(() => ({ body: replyWith(gateway, malformed) }));
      const answer = await graphql.query(`{ ${order} { ${selection} warnings { path message } } }`);
      expectNamed(answer);
      expect(answer.errors).toEqual([]);
      expect(answer.data?.order).toMatchObject(read as Part);
      const path = warning?.replace(/\w+/g, (name) => spelling(name));
      const warnings = path === undefined ? [] : [{ path, message: expect.any(String) }];
      expect(answer.data?.order?.warnings).toEqual(warnings);
      expect(answer.warnings).toEqual(warnings.map((one) => ({ shop: type, orderId, ...one })));
    },
  );

  test('a raw line break inside a text, which JSON forbids, is read', async () => {
    const body = replyWith(gateway, document.small(orderId, '9')).replace('大衣', '大\n衣');
    stubGateway.respondWith(() => ({ body }));
    const { data, errors } = await graphql.query(`{ ${order} { items { name } } }`);
    expect(errors).toEqual([]);
    expect(data?.order?.items).toEqual([{ name: '大\n衣' }]);
  });

  test('a warning does not contain the value that cannot be read', async () => {
    const malformed = replaceAt(document.small(orderId, '9'), document.createdAt, '13800000000张三') as Part;
    stubGateway.respondWith(() => ({ body: replyWith(gateway, malformed) }));
    const { text } = await graphql.query(`{ ${order} { createdAt } }`);
    expect(text).toContain('cannot be read');
    expect(text).not.toContain('张三');
  });

  test('any value in the place of any other causes no internal error', async () => {
    const good = documentIn(parseJson(fixture(type, 'reply.json')) as Part);
    const places = pathsIn(good).filter((place) => !document.ownId.test(place.join('.')) && place.length > 0);
    const documents = new Map<string, unknown>();
    const made: string[] = [];
    // In turns: every kind of place still meets every value.
    for (const [index, place] of places.entries())
      for (const odd of ODD.filter((_odd, turn) => (index + turn) % 8 === 0)) {
        documents.set(String(1000 + documents.size), replaceAt(good, place, odd));
        made.push(`${place.join('.')} = ${JSON.stringify(odd)}`);
      }
    stubGateway.respondWith((request) => {
      const asked = callOf(request).orderId;
      // The document still names its own order, so every reply is told which one was asked for.
      return { body: replyAround(gateway, JSON.stringify(documents.get(asked)).replaceAll(orderId, asked)) };
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

  test('a deeply nested raw document is answered without errors', async () => {
    const deep = `{"deep":${'['.repeat(3000)}${']'.repeat(3000)},`;
    const small = writeJson(spell(document.small(orderId, '9'), spelling));
    stubGateway.respondWith(() => ({ body: replyAround(gateway, small.replace('{', deep)) }));
    const answer = await graphql.query(`{ ${order} { raw status } }`);
    expectNamed(answer);
    expect(answer.errors).toEqual([]);
  });
});
