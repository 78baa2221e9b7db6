// Tests the built program's index: its writer in a thread, in one process and in two, and what is there when it has ended.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { createSqliteEngine } from '../../src/orderIndex/engine/sqlite.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { shopOf, smallReply } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { startProgram } from '../support/program.js';
import { sendQuery } from '../support/sendQuery.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

let folder: string;
let gateway: StubGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-thread-'));
  gateway = await startStubGateway();
  gateway.respondWith((request) => ({ body: smallReply(VV_TOOL, VV_TOOL.callOf(request).orderId) }));
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

/** A settings file in a folder of its own. */
function settingsFile(name: string, more = {}): string {
  mkdirSync(join(folder, name));
  const path = join(folder, name, 'settings.yaml');
  writeFileSync(path, JSON.stringify({ shops: [shopOf(VV_TOOL, gateway.url)], ...more }));
  return path;
}

const ORDERS = Array.from({ length: 40 }, (_nothing, at) => String(4_355_875_836_205_900_000n + BigInt(at)));

/** Asks for all of them, ends the program, and returns what is in the index then. */
async function indexedAfter(path: string, workers: string): Promise<readonly string[]> {
  const program = startProgram({ ORDERGRAPH_CONFIG: path, WORKERS: workers });
  const url = await program.url;
  await Promise.all(ORDERS.map((id) => sendQuery(url, `{ order(shop: "VV_TOOL", orderId: "${id}") { status } }`)));
  // The thread takes a moment to start; what it was given until then it writes at the end.
  while (!existsSync(join(path, '..', 'ordergraph-index.db'))) await pause(50);
  expect(await program.stop()).toMatchObject({ code: 0 });
  const engine = createSqliteEngine({ path: join(path, '..', 'ordergraph-index.db') });
  const db = new Kysely<Tables>({ dialect: engine.createDialect('reader') });
  const rows = await db.selectFrom('orders').select('order_id').orderBy('order_id').execute();
  await db.destroy();
  return rows.map(({ order_id }) => order_id);
}

test.each(['1', '2'])(
  'what %s process(es) answered is in the file beside the settings once they have ended',
  async (workers) => {
    expect(await indexedAfter(settingsFile(`workers-${workers}`), workers)).toEqual(ORDERS);
  },
);

test.each([
  ['index: false', { index: false }],
  ['index.store: none', { index: { store: 'none' } }],
])('with %s no file is made', async (_what, more) => {
  const path = settingsFile(JSON.stringify(more).replace(/\W/g, ''), more);
  const program = startProgram({ ORDERGRAPH_CONFIG: path });
  await sendQuery(await program.url, `{ order(shop: "VV_TOOL", orderId: "${ORDERS[0]}") { status } }`);
  await program.stop();
  expect(existsSync(join(path, '..', 'ordergraph-index.db'))).toBe(false);
});
