// Tests the whole way: the sandbox's orders come into the index of a server by themselves, and it says how that stands.
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoShops } from '../../../src/sandbox/demo.js';
import { createDemoLedger } from '../../../src/sandbox/ledger/index.js';
import type { Ledger } from '../../../src/sandbox/ledger/ledger.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { type IndexedServer, startIndexedServer } from '../../support/recordedIndex.js';

const DAY = 86_400_000;
const SECRET = 'a-secret-of-the-application';

let folder: string;
let ledger: Ledger;
let sandbox: Sandbox;
let server: IndexedServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-sync-'));
  ledger = createDemoLedger({ now: () => Date.now(), seed: 11 });
  ledger.add({ orders: 6, from: Date.now() - DAY, to: Date.now() - 120_000, pace: 20 });
  sandbox = await startSandbox({ ledger, faultInjection: '{}' });
  const since = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
  const posts = {
    ...{ id: 'posted', name: 'Posted', sync: { list: false, push: true } },
    gateways: [
      {
        type: 'ALIBABA_1688',
        url: `${sandbox.url}/nowhere`,
        appKey: '77',
        appSecret: SECRET,
        accessToken: 'token',
        view: 'SELLER',
      },
    ],
  };
  const shops = demoShops(sandbox.url).map((shop) => ({ ...shop, sync: { since, push: true } }));
  server = await startIndexedServer(
    { shops: [...shops, posts], sync: { maxCallsPerDay: 50 } },
    { name: 'SQLite', path: join(folder, 'index.db') },
    { sandbox: true, syncAfterMs: 0 },
  );
}, 60_000);
afterAll(async () => {
  await server.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const SHOPS = `{ shops { id sync {
  completeSince syncedUntil lagSeconds callsToday maxCallsPerDay foundLate due fault advice
  streams { name syncedUntil percent fault nextAt callsToday foundLate dropped }
} } }`;

interface ToldSync {
  readonly id: string;
  readonly sync: {
    readonly lagSeconds: number;
    readonly due: number;
    readonly streams: readonly { readonly name: string }[];
  };
}

const told = async (): Promise<readonly ToldSync[]> =>
  (await server.query(SHOPS)).data?.shops as unknown as readonly ToldSync[];

/** Waits until something is so. */
async function until<Value>(read: () => Promise<Value>, isSo: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('orders of every shop whose gateway has a list come by themselves, and each says how that stands', async () => {
  const ids = async (shop: string): Promise<readonly unknown[]> => {
    const { data } = await server.query(`{ orderSearch(where: { shops: ["${shop}"] }) { nodes { orderId } } }`);
    return (data as unknown as { orderSearch: { nodes: { orderId: string }[] } }).orderSearch.nodes
      .map(({ orderId }) => orderId)
      .sort();
  };
  for (const shop of ledger.shops) {
    const orders = shop.orders().map(({ order }) => order.orderId);
    expect(
      await until(
        () => ids(shop.id),
        (found) => found.length >= orders.length,
      ),
    ).toEqual([...orders].sort());
  }
  const shops = await until(told, (found) =>
    found.some((shop) => shop.id === 'flagship' && shop.sync.lagSeconds < 3_600),
  );
  const { sync } = shops.find(({ id }) => id === 'flagship') as ToldSync;
  expect(sync).toMatchObject({ maxCallsPerDay: 50, foundLate: 0, due: 0, fault: null, advice: null });
  expect(sync.streams.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['fill', 'list', 'sweep nightly', 'sweep weekly']),
  );
}, 60_000);

test('platforms are asked for messages of their orders, and told what was stored', async () => {
  ledger.add({ orders: 2, from: Date.now() - 5_000, to: Date.now() - 1_000 });
  ledger.catchUp();
  const waiting = async (): Promise<number> =>
    (['TAOBAO_TOP', 'ALIEXPRESS_QIMEN'] as const).reduce(
      (sum, gateway) => sum + (sandbox.messages.get(gateway)?.waiting().length ?? 0),
      0,
    );
  expect(await waiting()).toBeGreaterThan(0);
  await until(waiting, (count) => count === 0);
  const { data } = await server.query('{ orderSearch(first: 1) { coverage { shop { id } sources fault } } }');
  const { coverage } = (data as unknown as { orderSearch: { coverage: readonly object[] } }).orderSearch;
  for (const id of ['flagship', 'overseas', 'maker'])
    expect(coverage).toContainEqual({ shop: { id }, sources: expect.arrayContaining(['PUSH']), fault: null });
}, 60_000);

const post = (shop: string, message: string, signature = signatureOf(message)) =>
  fetch(`${server.url}/push/1688/${shop}`, {
    method: 'POST',
    body: new URLSearchParams({ message, _aop_signature: signature }),
  });

const signatureOf = (message: string): string =>
  createHmac('sha1', SECRET).update(`message${message}`).digest('hex').toUpperCase();

const messageOf = (id: number, orderId: string): string =>
  `{"msgId":${id},"type":"ORDER_BUYER_VIEW_ORDER_PAY","userInfo":"b2b-1","data":{"orderId":${orderId},"currentStatus":"success"}}`;

test('a posted message that is signed well is stored and answered, and its order is then due, with all its digits', async () => {
  const reply = await post('posted', messageOf(1, '4355875836205969811'));
  expect([reply.status, await reply.text()]).toEqual([200, 'success']);
  const shops = await told();
  expect(shops.find(({ id }) => id === 'posted')?.sync.due).toBe(1);
  expect((await post('posted', messageOf(1, '4355875836205969811'))).status).toBe(200);
  expect((await told()).find(({ id }) => id === 'posted')?.sync.due).toBe(1);
});

test('whoever posts something else is refused, and nothing is stored', async () => {
  expect((await post('posted', messageOf(2, '5'), 'F'.repeat(40))).status).toBe(403);
  expect((await post('posted', 'no message')).status).toBe(400);
  expect((await post('flagship', messageOf(3, '5'))).status).toBe(404);
  expect((await post('posted', messageOf(4, '5').padEnd(65 * 1024))).status).toBe(413);
  expect((await told()).find(({ id }) => id === 'posted')?.sync.due).toBe(1);
});
