// Tests imports from end to end: posted to the real server, fetched from the sandbox, told over HTTP.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseSettings } from '../../../src/platforms/settings.js';
import { sandboxGateways } from '../../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { buildServer } from '../../../src/server/index.js';
import { demoShopsWithoutPace } from '../../support/demoShops.js';
import { type IndexedServer, startIndexedServer } from '../../support/recordedIndex.js';

const folder = mkdtempSync(join(tmpdir(), 'imports-'));
const path = join(folder, 'index.db');

let sandbox: Sandbox;
let server: IndexedServer;

async function start(): Promise<void> {
  server = await startIndexedServer(
    { shops: demoShopsWithoutPace(sandbox.url) },
    { name: 'SQLite', path },
    { sandbox: true },
  );
}

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  await start();
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly accepted: number;
  readonly done: number;
  readonly failed: number;
}

const post = async (lines: readonly string[]): Promise<Shown> => {
  const headers = { 'content-type': 'text/csv' };
  const body = ['shop,orderId', ...lines].join('\n');
  const reply = await fetch(`${server.url}/import`, { method: 'POST', headers, body });
  expect(reply.status).toBe(202);
  return (await reply.json()) as Shown;
};

async function whenDone(id: string): Promise<Shown> {
  for (;;) {
    const shown = (await (await fetch(`${server.url}/import/${id}`)).json()) as Shown;
    if (shown.state === 'DONE') return shown;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('orders of every shop are fetched in the background, and those that there are not fail', async () => {
  const lines = sandboxGateways.flatMap(({ shop, syntheticId }) =>
    Array.from({ length: 10 }, (_, index) => `${shop.id},${syntheticId(index)}`),
  );
  const { id, accepted } = await post([...lines, 'mill,1', 'overseas,1']);
  const there = 10 * sandboxGateways.length;
  expect(accepted).toBe(there + 2);
  expect(await whenDone(id)).toMatchObject({ accepted: there + 2, done: there, failed: 2 });
});

test('an import goes on after a restart', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => `flagship,${sandboxGateways[3]?.syntheticId(100 + index)}`);
  const { id } = await post(lines);
  await server.close();
  await start();
  expect(await whenDone(id)).toMatchObject({ accepted: 30, done: 30, failed: 0 });
});

test('a server without imports has no route for them', async () => {
  const bare = await buildServer({
    settings: parseSettings(JSON.stringify({ shops: demoShopsWithoutPace(sandbox.url) }), {}),
  });
  const address = await bare.listen({ port: 0, host: '127.0.0.1' });
  expect((await fetch(`${address}/import/any`)).status).toBe(404);
  await bare.close();
});
