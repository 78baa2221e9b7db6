// Tests that every field that a gateway or its platform documents is read: all are set, one is changed at a time, and what
// is read of the document has to change, or the answer to a query of every field.
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
import type { WireField } from '../support/wireFields.js';

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
  // When it was fetched is a part of every answer.
  app = await buildServer({ settings, sandbox: true, now: () => new Date('2026-01-02T03:04:05Z') });
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

  const { definition, read } = compiledGatewayOf(shop as keyof typeof gateways);
  const { order, platformOrder, zone } = definition.document;
  const selection = { ...selectAll(order), platformOrder: selectAll(platformOrder.fields) };

  /** What is read of a document, one of whose fields is flipped. */
  const readOf = (fields: readonly WireField[], flipped?: string): string =>
    JSON.stringify(read(documentIn(wireDocument(fields, fixed, flipped) as Part), selection, zone));

  /** The fields that may change without changing what is read. */
  const unread = (changed: readonly WireField[], fields = changed): readonly string[] => {
    const before = readOf(fields);
    return changed.map(({ path }) => path).filter((path) => readOf(fields, path) === before);
  };

  test('a change of any documented field changes what is read, or else the answer', async () => {
    const answerTo = async (flipped?: string): Promise<string> =>
      JSON.stringify(await ask(shop, orderId, wireDocument(documented, fixed, flipped)));
    const before = await answerTo();
    expect(await answerTo()).toBe(before);
    // Those of the envelope, and the order's own id, which has to be the one that was asked for.
    const beyond = unread(documented);
    expect(beyond.length).toBeLessThan(20);
    for (const path of beyond) expect([path, await answerTo(path)]).not.toEqual([path, before]);
  });

  test('a change of any field that its platform documents beyond that changes what is read', () => {
    expect(unread(platformFields, all)).toEqual([]);
  });
});
