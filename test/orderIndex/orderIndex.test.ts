// Tests the index as the program meets it: what it does while its database fails, and when it comes back.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type GatewayCase, shopOf, smallReply } from '../support/gateway.js';
import { TAOBAO_TOP } from '../support/gateways/taobaoTop.js';
import { GATEWAYS } from '../support/gateways.js';
import { lineStream } from '../support/lineStream.js';
import { startPostgres } from '../support/postgres.js';
import { type IndexedServer, startIndexedServer } from '../support/recordedIndex.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-indexed-'));
let gateway: StubGateway;
let server: IndexedServer | undefined;
const lines: string[] = [];
const logger = { level: 'info', stream: lineStream((line) => lines.push(line)) };

beforeAll(async () => {
  gateway = await startStubGateway();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  lines.length = 0;
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

const settingsOf = (cases: readonly GatewayCase[], more = {}) => ({
  shops: cases.map((one) => shopOf(one, gateway.url)),
  auth: { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read'] } },
  cache: { maxBytes: 0 },
  retries: 0,
  ...more,
});

const answerSmall = (gatewayCase: GatewayCase): void =>
  gateway.respondWith((request) => ({ body: smallReply(gatewayCase, gatewayCase.callOf(request).orderId) }));

const listOf = (index: IndexedServer['index'], shop: string) =>
  index.list({ shops: [shop], filter: {}, sort: { key: 'CREATED_AT', direction: 'DESC' }, page: { first: 10 } });

const ask = (shop: string, orderId: string) =>
  `{ order(shop: "${shop}", orderId: "${orderId}") { status items { itemId } } }`;

test.each(GATEWAYS.map((one) => [one.type, one] as const))(
  'an order that %s answers is in the index',
  async (type, one) => {
    answerSmall(one);
    server = await startIndexedServer(settingsOf([one]), { name: 'SQLite', path: join(folder, `${type}.db`) });
    const { data } = await server.query(ask(type, one.orderId));
    await server.index.flush();
    const { edges } = await listOf(server.index, type);
    expect(edges.map(({ order }) => order)).toMatchObject([
      { shop: type, orderId: one.orderId, gateway: type, status: 'AWAITING_SHIPMENT' },
    ]);
    expect(data).toMatchObject({ order: { status: 'AWAITING_SHIPMENT' } });
  },
);

test('an order that its platform has put away leaves the index', async () => {
  answerSmall(TAOBAO_TOP);
  const { type, orderId } = TAOBAO_TOP;
  server = await startIndexedServer(settingsOf([TAOBAO_TOP]), { name: 'SQLite', path: join(folder, 'buried.db') });
  await server.query(ask(type, orderId));
  await server.index.flush();
  expect((await listOf(server.index, type)).edges).toHaveLength(1);
  const refusal = { code: 15, msg: 'Remote service error', sub_code: 'isv.trade-not-exist', sub_msg: '订单不存在' };
  gateway.respondWith(() => ({ body: JSON.stringify({ error_response: refusal }) }));
  const { errors } = await server.query(ask(type, orderId));
  expect(errors).toMatchObject([{ extensions: { code: 'ORDER_ARCHIVED' } }]);
  await server.index.flush();
  expect((await listOf(server.index, type)).edges).toEqual([]);
  expect(await server.index.isBuried?.(type, orderId)).toBe(true);
});

test('a damaged file is set aside, said in the log, and begun anew', async () => {
  const path = join(folder, 'damaged.db');
  writeFileSync(path, Buffer.alloc(8192, 7));
  answerSmall(TAOBAO_TOP);
  server = await startIndexedServer(settingsOf([TAOBAO_TOP]), { name: 'SQLite', path }, { logger });
  await server.query(ask(TAOBAO_TOP.type, TAOBAO_TOP.orderId));
  await server.index.flush();
  expect((await listOf(server.index, TAOBAO_TOP.type)).edges).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.startsWith('damaged.db.damaged-'))).toHaveLength(1);
  expect(lines.join('')).toContain('it is set aside, and begun anew');
});

test('where no file can be made, orders are answered, reading is INDEX_UNAVAILABLE, and it recovers by itself', async () => {
  const place = join(folder, 'place');
  writeFileSync(place, 'a file where a folder should be');
  answerSmall(TAOBAO_TOP);
  const { type, orderId } = TAOBAO_TOP;
  server = await startIndexedServer(
    settingsOf([TAOBAO_TOP]),
    { name: 'SQLite', path: join(place, 'index.db') },
    { logger },
  );
  const { data } = await server.query(ask(type, orderId));
  expect(data).toMatchObject({ order: { status: 'AWAITING_SHIPMENT' } });
  await expect(listOf(server.index, type)).rejects.toMatchObject({
    code: 'INDEX_UNAVAILABLE',
    details: { retryable: true },
  });
  expect(lines.join('')).toContain('The order index cannot be written');
  rmSync(place);
  mkdirSync(place);
  await server.index.flush();
  expect((await listOf(server.index, type)).edges).toHaveLength(1);
});

test('while PostgreSQL is away orders are answered, and it recovers when it comes back', async () => {
  const postgres = await startPostgres(['max_connections=50']);
  try {
    const url = await postgres.createDatabase();
    answerSmall(TAOBAO_TOP);
    const { type, orderId } = TAOBAO_TOP;
    server = await startIndexedServer(settingsOf([TAOBAO_TOP]), { name: 'PostgreSQL', url }, { logger });
    await server.query(ask(type, orderId));
    await server.index.flush();
    await postgres.kill();
    await expect(listOf(server.index, type)).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' });
    const { data } = await server.query(ask(type, '4200000000000000002'));
    expect(data).toMatchObject({ order: { status: 'AWAITING_SHIPMENT' } });
    await postgres.start();
    await server.index.flush();
    expect((await listOf(server.index, type)).edges).toHaveLength(2);
    expect(lines.join('')).not.toContain(new URL(url).username);
  } finally {
    await server?.close();
    server = undefined;
    await postgres.close();
  }
});
