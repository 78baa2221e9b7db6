// What is missing in an order that was built of a document out of bounds.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { shopOf } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const DEEPER = 'is nested deeper than 200 lists and objects';
const deep = `${'['.repeat(500)}${']'.repeat(500)}`;

let stubGateway: StubGateway;
let graphql: Graphql;
beforeAll(async () => {
  stubGateway = await startStubGateway();
});
afterEach(() => graphql.close());
afterAll(() => stubGateway?.close());

async function ask(type: string, reply: string, fields: string, sandbox = true) {
  const gateway = GATEWAYS.find((row) => row.type === type);
  if (gateway === undefined) throw new Error(`There is no gateway ${type}.`);
  stubGateway.respondWith(() => ({ body: reply }));
  graphql = await startGraphql({ settings: { shops: [shopOf(gateway, stubGateway.url)], cache: {} }, sandbox });
  return graphql.query(`{ order(shop: "${type}", orderId: "1") { ${fields} warnings { path message } } }`);
}

describe('raw', () => {
  const replyWith = (more: string): string =>
    `{"code":0,"data":{"success":"true","result":{"base_info":{"id_of_str":"1","status":"success"${more}}}}}`;

  test('what lies too deep in it is null, with a warning that names the place', async () => {
    const { data, errors, warnings } = await ask('VV_TOOL', replyWith(`,"more":${deep}`), 'raw');
    expect(errors).toEqual([]);
    const { raw, warnings: selected } = (
      data as unknown as { order: { raw: { base_info: { more: unknown[] } }; warnings: [] } }
    ).order;
    expect([raw.base_info.more].flat(Number.POSITIVE_INFINITY)).toEqual([null]);
    expect(selected).toEqual([{ path: expect.stringMatching(/^base_info\.more\[0\]\[0\]/), message: DEEPER }]);
    expect(warnings).toMatchObject([{ shop: 'VV_TOOL', orderId: '1', message: DEEPER }]);
  });

  test('a list that is cut in it has a warning, once for both who selects it and who selects raw', async () => {
    const items = Array.from({ length: 10_001 }, () => '{}').join(',');
    const reply = replyWith('').replace('"base_info"', `"product_items":[${items}],"base_info"`);
    const { warnings } = await ask('VV_TOOL', reply, 'raw items { __typename }');
    expect(warnings).toMatchObject([{ path: 'product_items', message: 'has more than 10000 members' }]);
  });

  test('whoever does not select it has no warning of what only it holds', async () => {
    const { warnings } = await ask('VV_TOOL', replyWith(`,"more":${deep}`), 'status');
    expect(warnings).toEqual([]);
  });

  test('names that may be personal are masked in the path', async () => {
    const { warnings } = await ask('VV_TOOL', replyWith(`,"13812345678":${deep}`), 'raw', false);
    for (const { path } of warnings) expect(path).not.toContain('13812345678');
  });
});

test('JSON in a text that is nested too deep is null from there on, with a warning that names the field', async () => {
  const trade = { tid: 1, orders: { order: [{ oid: 2, customization: `{"a":${deep}}` }] } };
  const reply = JSON.stringify({ trade_fullinfo_get_customization_response: { trade } });
  const fields = 'platformOrder { ... on TaobaoTrade { items { customization } } }';
  const { errors, warnings } = await ask('TAOBAO_TOP', reply, fields);
  expect(errors).toEqual([]);
  expect(warnings).toMatchObject([{ path: expect.stringContaining('customization'), message: DEEPER }]);
});
