// Tests that every field that a gateway or its platform documents is read: all are set, one is changed at a time, and the answer to a
// query of every field has to change.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { selectAll } from '../../src/mapping/walk.js';
import { Order } from '../../src/order/order.js';
import { compiledGatewayOf, type gateways } from '../../src/platforms/index.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { schema } from '../../src/query/schema.js';
import { buildServer } from '../../src/server/index.js';
import { allFields } from '../support/allFields.js';
import { shopOf } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import type { Part } from '../support/json.js';
import { wireDocument } from '../support/wireDocument.js';

let reply: unknown;
let gateway: Server;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  gateway = createServer((_request, response) => response.end(JSON.stringify(reply)));
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const shops = GATEWAYS.map((gatewayCase) => shopOf(gatewayCase, address, { requestsPerSecond: 100_000 }));
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

describe.each(GATEWAYS)('$type', ({ type: shop, orderId, fields: documented, platformFields, fixed, documentIn }) => {
  const all = [...documented, ...platformFields];

  test('a document with every field set is read without a warning', async () => {
    for (const fields of [documented, all]) {
      const answer = await ask(shop, orderId, wireDocument(fields, fixed));
      expect(answer.errors).toBeUndefined();
      expect(answer.data.order).toMatchObject({ warnings: [] });
    }
  });

  test('a change of any documented field changes the answer', async () => {
    const before = JSON.stringify(await ask(shop, orderId, wireDocument(documented, fixed)));
    const unread: string[] = [];
    for (const { path } of documented) {
      const after = JSON.stringify(await ask(shop, orderId, wireDocument(documented, fixed, path)));
      if (after === before) unread.push(path);
    }
    expect(unread).toEqual([]);
  }, 60_000);

  test('a change of any field that its platform documents beyond that changes what is read', () => {
    const { definition, read } = compiledGatewayOf(shop as keyof typeof gateways);
    const { order, platformOrder, zone } = definition.document;
    const selection = { ...selectAll(order), platformOrder: selectAll(platformOrder.fields) };
    const readOf = (flipped?: string): string => {
      const document = documentIn(wireDocument(all, fixed, flipped) as Part);
      return JSON.stringify(read(document, selection, zone));
    };
    const before = readOf();
    expect(platformFields.map(({ path }) => path).filter((path) => readOf(path) === before)).toEqual([]);
  });
});
