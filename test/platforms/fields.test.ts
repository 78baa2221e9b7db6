// Every documented field of every gateway is reachable: all are set, one is flipped at a time, and the answer to a query
// of every field has to change.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { Order } from '../../src/order/order.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { schema } from '../../src/query/schema.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { buildServer } from '../../src/server/index.js';
import { allFields } from '../support/allFields.js';
import { fw199Fields, type WireField, wireDocument, wireFields } from '../support/wireDocument.js';

const TRADE = 'trade_fullinfo_get_customization_response.trade';
const ORDER_ID = '2198111437768747370';

const gateways: readonly {
  readonly shop: string;
  readonly wire: string;
  readonly orderId?: string;
  readonly fields?: () => readonly WireField[];
  /** What a good reply needs. */
  readonly fixed: Readonly<Record<string, unknown>>;
}[] = [
  {
    shop: 'mill',
    wire: '1688-vv-tool',
    fixed: {
      code: 0,
      'data.success': 'true',
      'data.result.base_info.id_of_str': ORDER_ID,
      'data.result.base_info.currency': 'USD',
    },
  },
  {
    shop: 'buyer',
    wire: '1688-fw199',
    fields: fw199Fields,
    fixed: { code: 0, 'data.success': 'true', 'data.result.baseInfo.idOfStr': ORDER_ID },
  },
  {
    shop: 'flagship',
    wire: 'taobao-top',
    fixed: {
      [`${TRADE}.tid`]: 2198111437768747,
      [`${TRADE}.hk_flight_date`]: '2014-12-01 15:50',
      [`${TRADE}.trade_attr`]: '{"payCurrency":"HKD"}',
      [`${TRADE}.o2o_step_trade_detail`]: '3_1_100_paid',
    },
    orderId: '2198111437768747',
  },
  {
    shop: 'overseas',
    wire: 'aliexpress-qimen',
    fixed: { 'result.id': 2198111437768747, result_success: true },
    orderId: '2198111437768747',
  },
  {
    shop: 'depot',
    wire: '1688-damaijia168',
    fixed: { status: 0, 'data.result.base_info.id_of_str': ORDER_ID },
  },
];

let reply: unknown;
let gateway: Server;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  gateway = createServer((_request, response) => response.end(JSON.stringify(reply)));
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const shops = demoShops(address).map(({ gateways: [preferred], ...shop }) => ({
    ...shop,
    gateways: [{ ...preferred, requestsPerSecond: 100_000 }],
  }));
  const settings = parseSettings(JSON.stringify({ shops, cache: { maxBytes: 0 } }), {});
  app = await buildServer({ settings, sandbox: true });
  url = `${await app.listen({ port: 0 })}/graphql`;
});

afterAll(async () => {
  await app.close();
  gateway.closeAllConnections();
  await new Promise((resolve) => gateway.close(resolve));
});

const everything = allFields(schema.getType(Order.name) as never, new Set(['raw', 'shop']));

async function ask(
  shop: string,
  orderId: string,
  document: unknown,
): Promise<{ data: { order: unknown }; errors?: unknown[] }> {
  reply = document;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ order(shop: "${shop}", orderId: "${orderId}") ${everything} }` }),
  });
  return (await response.json()) as { data: { order: unknown }; errors?: unknown[] };
}

describe.each(gateways)('$wire', ({ shop, wire, fixed, orderId = ORDER_ID, fields = () => wireFields(wire) }) => {
  const documented = fields();

  test('a document with every field set is read without a warning', async () => {
    const answer = await ask(shop, orderId, wireDocument(documented, fixed));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.order).toMatchObject({ warnings: [] });
  });

  test('every documented field flips the answer', async () => {
    const before = JSON.stringify(await ask(shop, orderId, wireDocument(documented, fixed)));
    const unread: string[] = [];
    for (const { path } of documented) {
      const after = JSON.stringify(await ask(shop, orderId, wireDocument(documented, fixed, path)));
      if (after === before) unread.push(path);
    }
    expect(unread).toEqual([]);
  }, 60_000);
});
