// An answer of the largest size is completed, and written, over many turns of the event loop.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { replyWith, shopOf } from '../../support/gateway.js';
import { GATEWAYS } from '../../support/gateways.js';
import { type Graphql, startGraphql } from '../../support/graphql.js';
import type { Part } from '../../support/json.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';
import { waitsDuring } from '../../support/turns.js';

const gateway = GATEWAYS.find(({ type }) => type === 'VV_TOOL');
if (gateway === undefined) throw new Error('There is no such gateway.');
const { type: shop, callOf } = gateway;

/** Members of an order’s lists. */
let members = 0;

function longReply(orderId: string): string {
  const small = (gateway as NonNullable<typeof gateway>).document.small(orderId, '1') as {
    readonly productItems: readonly Part[];
  };
  const [item] = small.productItems;
  return replyWith(gateway as NonNullable<typeof gateway>, {
    ...small,
    productItems: Array.from({ length: members }, (_, index) => ({ ...item, subItemIDString: String(index + 1) })),
    extAttributes: Array.from({ length: members }, (_, index) => ({ key: `key ${index}`, value: 'x' })),
  });
}

let stubGateway: StubGateway;
let graphql: Graphql;
beforeAll(async () => {
  stubGateway = await startStubGateway();
  stubGateway.respondWith((request) => ({ body: longReply(callOf(request).orderId) }));
});
afterEach(() => graphql.close());
afterAll(() => stubGateway?.close());

/** In which an answer of 9,000 members of four and more values is completed at least, one after the other. */
const TURNS = 3;

const ITEM = 'itemId name quantity unit status refundStatus shippingStatus unitPrice { amount currencyCode }';
const one = (fields: string): string => `order(shop: "${shop}", orderId: "1") { ${fields} }`;
const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
const refs = Array.from({ length: 15 }, () => ({ shop, orderId: '1' }));

async function start(limits: Part = {}): Promise<void> {
  graphql = await startGraphql({
    settings: { shops: [shopOf(gateway as NonNullable<typeof gateway>, stubGateway.url)], limits },
    compileAfter: 2,
  });
}

describe.each<[string, number, string, Part, (data: Part) => number]>([
  [
    'one long order',
    9_000,
    `{ ${one(`items { ${ITEM} }`)} }`,
    {},
    ({ order }) => (order as Part & { items: [] }).items.length,
  ],
  [
    'an order under many names',
    600,
    `{ ${aliases(15, one(`items { ${ITEM} }`))} }`,
    {},
    (data) => Object.values(data).reduce<number>((sum, order) => sum + (order as { items: [] }).items.length, 0),
  ],
  [
    'a list under many names',
    600,
    `{ ${one(aliases(15, `items { ${ITEM} }`))} }`,
    {},
    ({ order }) => Object.values(order as Part).reduce<number>((sum, items) => sum + (items as []).length, 0),
  ],
  [
    'one reference many times',
    600,
    `query($refs: [OrderRef!]!) { orders(refs: $refs) { items { ${ITEM} } } }`,
    { refs },
    ({ orders }) => (orders as unknown as { items: [] }[]).reduce((sum, { items }) => sum + items.length, 0),
  ],
  [
    'attributes under many names',
    3_000,
    `{ ${one(aliases(3, 'attributes { key value description }'))} }`,
    {},
    ({ order }) => Object.values(order as Part).reduce<number>((sum, items) => sum + (items as []).length, 0),
  ],
])('%s', (_what, count, query, variables, membersOf) => {
  test('is answered over many turns, and the same whichever way it is executed', async () => {
    await start();
    const waits: number[] = [];
    const texts: string[] = [];
    for (const length of [1, count, count]) {
      members = length;
      waits.push(
        await waitsDuring(async () => {
          const { data, errors, text } = await graphql.query(query, variables);
          expect(errors).toEqual([]);
          expect(membersOf(data as Part)).toBe((9_000 / count) * length);
          texts.push(text);
        }),
      );
    }
    const [ofShort, interpreted, compiled] = waits as [number, number, number];
    expect(interpreted - ofShort).toBeGreaterThanOrEqual(TURNS);
    expect(compiled - ofShort).toBeGreaterThanOrEqual(TURNS);
    expect(texts[2]).toBe(texts[1]);
  });
});

test('an order that is too long for an answer is not read to its end', async () => {
  members = 9_000;
  await start({ maxAnswerValues: 50_000 });
  const { errors } = await graphql.query(`{ ${one(`items { ${ITEM} }`)} }`);
  expect(errors.map(({ message, extensions: { code } }) => [code, message])).toEqual([
    ['COST_LIMIT', 'The answer would hold more than 50000 values; ask for less at once.'],
  ]);
});

test('warnings beside the data are a part of the answer', async () => {
  members = 0;
  const reply = (orderId: string) =>
    replyWith(gateway as NonNullable<typeof gateway>, {
      baseInfo: { idOfStr: orderId, status: 'success' },
      productItems: Array.from({ length: 100 }, (_, index) => ({ subItemIDString: `${index}`, quantity: 'many' })),
    });
  stubGateway.respondWith((request) => ({ body: reply(callOf(request).orderId) }));
  const query = `{ ${one('items { quantity }')} }`;
  await start({ maxAnswerValues: 720 });
  const { errors, warnings } = await graphql.query(query);
  expect(errors).toEqual([]);
  expect(warnings).toHaveLength(100);
  await graphql.close();
  await start({ maxAnswerValues: 600 });
  expect((await graphql.query(query)).errors.map(({ extensions: { code } }) => code)).toEqual(['COST_LIMIT']);
});
