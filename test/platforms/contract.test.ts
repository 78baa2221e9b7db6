// The contract that every gateway passes: the request to the byte, exact ids, only the needed subtrees, one call.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SubtreeCase } from '../support/documents/document.js';
import { fixture } from '../support/fixture.js';
import { type GatewayCase, shopOf, smallReply } from '../support/gateway.js';
import { GATEWAYS, gatewayOf } from '../support/gateways.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const CLOCK = new Date('2025-05-25T14:50:53.999Z');

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  const shops = GATEWAYS.map((gateway) => shopOf(gateway, stubGateway.url));
  graphql = await startGraphql({ settings: { shops }, now: () => CLOCK });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});

describe.each(GATEWAYS)('$type', (gateway) => {
  const { type, orderId, callOf, document, takes, says } = gateway;
  const order = `order(shop: "${type}", orderId: "${orderId}")`;
  /** The calls that the gateway received; the order of subtrees means nothing. */
  const calls = () => {
    const asked = stubGateway.take().map(callOf);
    return asked.map((call) => ({ ...call, subtrees: [...call.subtrees].sort() }));
  };

  beforeEach(() => stubGateway.respondWith((request) => ({ body: smallReply(gateway, callOf(request).orderId) })));
  afterEach(() => {
    stubGateway.take();
  });

  test('the request is the recorded one to the byte', async () => {
    const text = `query($orderId: ID!) { order(shop: "${type}", orderId: $orderId, outOrderId: "bxg-1003") {
      items { name } logistics { shipments { trackingNumber } } ratings { ofSeller { stars } }
      attributes(keys: ["traceCode", "channel"]) { value } } }`;
    const { errors } = await graphql.query(text, { orderId });
    expect(errors).toEqual([]);
    const [request, ...more] = stubGateway.take();
    expect(more).toEqual([]);
    const { method, url, headers, body } = request ?? { headers: {} };
    const recorded = { method, url, authorization: headers.authorization, contentType: headers['content-type'], body };
    expect(JSON.parse(JSON.stringify(recorded))).toEqual(JSON.parse(fixture(type, 'request.json')));
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body ?? '')));
  });

  test('the documented reply is read without errors and warnings', async () => {
    stubGateway.respondWith(() => ({ body: fixture(type, 'reply.json') }));
    const { data, errors, warnings } = await graphql.query(`{ ${order} {
      orderId gateway status statusCode createdAt totals { total { amount currencyCode minorUnits } }
      items { itemId productId name total { amount } } upstream { code cost returnCodes } raw } }`);
    expect([errors, warnings]).toEqual([[], []]);
    const read = data?.order as unknown as Part;
    expect({ ...read, raw: typeof read.raw }).toMatchSnapshot();
  });

  const exact = ['0', '1', orderId, '9007199254740993', '4355875836205969811', '9223372036854775807'];
  test.each(exact)('order id %s is sent and read exactly', async (id) => {
    const { data, errors } = await graphql.query(
      `query($id: ID!) { order(shop: "${type}", orderId: $id) { orderId items { itemId } } }`,
      { id },
    );
    expect(errors).toEqual([]);
    expect(calls()).toMatchObject([{ orderId: id }]);
    expect(data?.order).toEqual({ orderId: id, items: [{ itemId: id }] });
  });

  test.each(document.subtreeCases)('the call requests only the needed subtrees for $what', async (subtreeCase) => {
    const { text, variables } = withVariables(subtreeCase, `${order} { ${subtreeCase.selection} }`);
    const { errors } = await graphql.query(text, variables);
    expect(errors).toEqual([]);
    const { subtrees } = subtreeCase;
    expect(calls().map((call) => call.subtrees)).toEqual([
      [...(subtrees.length > 0 ? subtrees : document.least)].sort(),
    ]);
  });

  test('all selections of one order in a query cause one call, with the subtrees of all', async () => {
    const id = await globalId(gateway);
    const [one, two, three] = someThatNeed(gateway, 3);
    const text = `{
      a: ${order} { ${one.selection} }
      b: ${order} { ${one.selection} }
      many: orders(refs: [{ shop: "${type}", orderId: "${orderId}" }, { shop: "${type}", orderId: "${orderId}" }]) { ${two.selection} }
      node(id: "${id}") { id ... on Order { ${three.selection} } }
      nodes(ids: ["${id}", "${id}"]) { ... on Order { items { itemId } } }
    }`;
    const { data, errors } = await graphql.query(text);
    expect(errors).toEqual([]);
    const needed = new Set([...[one, two, three].flatMap(({ subtrees }) => subtrees), ...document.itemIds]);
    expect(calls()).toMatchObject([{ orderId, subtrees: [...needed].sort() }]);
    expect(data?.nodes).toEqual([{ items: [{ itemId: orderId }] }, { items: [{ itemId: orderId }] }]);
  });

  test('each distinct order causes one call, and orders are answered in the order of their refs', async () => {
    const ids = ['12', '3', '12', '9223372036854775807', '3'];
    const { data, errors } = await graphql.query(
      'query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId items { itemId } } }',
      { refs: ids.map((id) => ({ shop: type, orderId: id })) },
    );
    expect(errors).toEqual([]);
    expect(calls().map((call) => call.orderId)).toEqual(['12', '3', '9223372036854775807']);
    expect(data?.orders).toEqual(ids.map((id) => ({ orderId: id, items: [{ itemId: id }] })));
  });

  test('fields that are known without the gateway cause no call', async () => {
    const id = await globalId(gateway);
    const known =
      '__typename id orderId platform view warnings { path } shop { id name platform view gateways { type view health { lastFault } } }';
    const { data, errors } = await graphql.query(
      `{ ${order} { ${known} } orders(refs: [{ shop: "${type}", orderId: "7" }]) { id }
         node(id: "${id}") { id ... on Order { orderId } } shops { id gateways { health { lastSuccessAt } } } }`,
    );
    expect(errors).toEqual([]);
    expect(calls()).toEqual([]);
    expect(data?.order).toMatchObject({ id, orderId, shop: { id: type, gateways: [{ type }] } });
    expect(data?.node).toEqual({ id, orderId });
  });

  test('fields that @include leaves out cause no call', async () => {
    const { errors } = await graphql.query(`query($no: Boolean!) { ${order} { id status @include(if: $no) } }`, {
      no: false,
    });
    expect(errors).toEqual([]);
    expect(calls()).toEqual([]);
  });

  test('attribute keys of all aliases are sent in one call, and each alias gets its own', async () => {
    const { data, errors } = await graphql.query(
      `query($keys: [String!]) {
        a: ${order} { attributes(keys: $keys) { key } }
        b: ${order} { one: attributes(keys: ["other"]) { key } two: attributes(keys: ["channel", "none"]) { value } }
      }`,
      { keys: ['traceCode', 'channel'] },
    );
    expect(errors).toEqual([]);
    const united = ['channel', 'none', 'other', 'traceCode'];
    expect(calls().map((call) => call.attributeKeys)).toEqual([takes.includes('attributeKeys') ? united : undefined]);
    expect(data).toEqual(
      document.hasAttributes
        ? {
            a: { attributes: [{ key: 'channel' }, { key: 'traceCode' }] },
            b: { one: [{ key: 'other' }], two: [{ value: 'channel!' }] },
          }
        : { a: { attributes: null }, b: { one: null, two: null } },
    );
  });

  test('attributes without keys, or with null for keys, are those that the gateway sends by default', async () => {
    const { data } = await graphql.query(`{ ${order} { a: attributes { key } b: attributes(keys: null) { key } } }`);
    expect(calls().map((call) => call.attributeKeys)).toEqual([undefined]);
    expect(data?.order?.b).toEqual(data?.order?.a);
    if (document.hasAttributes) expect(data?.order?.a).toHaveLength(3);
    else expect(data?.order?.a).toBeNull();
  });

  test('orders with different outer ids are different orders', async () => {
    const { data, errors } = await graphql.query(
      `{ a: order(shop: "${type}", orderId: "5", outOrderId: "mine-1") { id status }
         b: order(shop: "${type}", orderId: "5", outOrderId: "mine-2") { id status }
         c: order(shop: "${type}", orderId: "5", outOrderId: "mine-1") { id items { name } }
         d: order(shop: "${type}", orderId: "5", outOrderId: null) { id status } }`,
    );
    expect(errors).toEqual([]);
    const sent = calls().map((call) => call.outOrderId);
    expect(sent).toEqual(
      takes.includes('outOrderId') ? ['mine-1', 'mine-2', undefined] : [undefined, undefined, undefined],
    );
    expect(data?.a?.id).toBe(data?.c?.id);
    expect(new Set([data?.a?.id, data?.b?.id, data?.d?.id]).size).toBe(3);
    const again = await graphql.query('query($id: ID!) { node(id: $id) { id ... on Order { status } } }', {
      id: data?.a?.id,
    });
    expect(again.data?.node?.id).toBe(data?.a?.id);
    expect(calls().map((call) => [call.orderId, call.outOrderId])).toEqual([['5', sent[0]]]);
  });

  test('Order.upstream shows the envelope of the reply', async () => {
    const { data } = await graphql.query(
      `{ ${order} { gateway view upstream { code message success returnCodes cost elapsedMs repliedAt requestId } } }`,
    );
    expect(data?.order?.upstream).toMatchObject(says);
    expect(data?.order).toMatchObject({ gateway: type });
    expect(data?.order?.upstream).toMatchSnapshot();
  });

  test('Gateway.health shows the last success and the last failure', async () => {
    await graphql.query(`{ ${order} { status } }`);
    stubGateway.respondWith(() => ({ status: 500 }));
    await graphql.query(`{ ${order} { status } }`);
    const { data } = await graphql.query(
      '{ shops { id gateways { health { lastSuccessAt lastFailureAt lastFault } } } }',
    );
    const shops = data?.shops as unknown as readonly { id: string; gateways: readonly { health: Part }[] }[];
    expect(shops.find(({ id }) => id === type)?.gateways[0]?.health).toEqual({
      lastSuccessAt: CLOCK.toISOString(),
      lastFailureAt: CLOCK.toISOString(),
      lastFault: 'UPSTREAM_UNAVAILABLE',
    });
  });
});

test('one query over all gateways causes one call to each', async () => {
  stubGateway.respondWith((request) => ({ body: smallReply(gatewayOf(request)) }));
  const refs = [...GATEWAYS, ...GATEWAYS].map(({ type, orderId }) => ({ shop: type, orderId }));
  const { data, errors } = await graphql.query(
    'query($refs: [OrderRef!]!) { orders(refs: $refs) { gateway orderId items { itemId } } }',
    { refs },
  );
  expect(errors).toEqual([]);
  expect(stubGateway.take().map(gatewayOf)).toEqual(GATEWAYS);
  expect(data?.orders).toEqual(
    refs.map(({ shop, orderId }) => ({ gateway: shop, orderId, items: [{ itemId: orderId }] })),
  );
});

async function globalId({ type, orderId }: GatewayCase): Promise<string> {
  const { data } = await graphql.query(`{ order(shop: "${type}", orderId: "${orderId}") { id } }`);
  return String(data?.order?.id);
}

/** Cases that need something, each something else, without variables and fragments. */
function someThatNeed({ document }: GatewayCase, count: number): [SubtreeCase, SubtreeCase, SubtreeCase] {
  const plain = document.subtreeCases.filter(({ selection, fragments, subtrees }) => {
    const needsSome = subtrees.length > document.least.length || document.least.length === 0;
    return needsSome && fragments === undefined && !selection.includes('$') && !selection.includes('raw');
  });
  const distinct = new Map(plain.map((subtreeCase) => [subtreeCase.subtrees.join(), subtreeCase]));
  const some = [...distinct.values(), ...plain].slice(0, count);
  return some as [SubtreeCase, SubtreeCase, SubtreeCase];
}

/** An operation that declares those of $yes and $no that its selection uses. */
function withVariables({ selection, fragments = '' }: SubtreeCase, field: string): { text: string; variables: Part } {
  const used = (['yes', 'no'] as const).filter((name) => selection.includes(`$${name}`));
  const declared = used.length > 0 ? `(${used.map((name) => `$${name}: Boolean!`).join(', ')})` : '';
  return {
    text: `query${declared} { ${field} } ${fragments}`,
    variables: Object.fromEntries(used.map((name) => [name, name === 'yes'])),
  };
}
