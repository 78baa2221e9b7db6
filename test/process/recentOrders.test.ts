// Tests that the sandbox’s order index holds the demo shops’ recent orders soon after the start.
import { afterAll, expect, test } from '@jest/globals';
import { parseSettings } from '../../src/platforms/settings.js';
import { recordRecentOrders } from '../../src/process/recentOrders.js';
import { demoSettings } from '../../src/sandbox/demo.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { recentOrders } from '../../src/sandbox/recentOrders.js';
import type { RecordedReply } from '../../src/upstream/types.js';
import { type Program, startProgram } from '../support/program.js';

const SANDBOX = 'http://127.0.0.1:4100';
const NOW = Date.UTC(2026, 10, 26, 9, 41);

test('recent orders are recorded as replies of their shops’ accounts, and never many at once', async () => {
  const settings = parseSettings(JSON.stringify(demoSettings(SANDBOX)), {});
  const recorded: RecordedReply[] = [];
  let [waiting, most] = [0, 0];
  await recordRecentOrders({
    index: {
      record(origin, text) {
        recorded.push({ ...origin, text });
        waiting += text.length;
        most = Math.max(most, waiting);
      },
      flush: async () => {
        waiting = 0;
      },
    },
    settings,
    orders: recentOrders({ sandboxUrl: SANDBOX, now: NOW, count: 60 }),
    now: NOW,
  });
  expect(waiting).toBe(0);
  expect(most).toBeLessThan(2 * 1024 * 1024);
  for (const { shop, type, platform } of sandboxGateways) {
    const own = recorded.filter((reply) => reply.shop === shop.id);
    expect(own.length).toBe(60);
    expect(new Set(own.map(({ credential }) => credential)).size).toBe(1);
    expect(own[0]).toMatchObject({ gateway: type, status: 200, fetchedAt: NOW });
    if (platform !== 'ALIEXPRESS') expect(own[0]?.subtrees.length).toBeGreaterThan(1); // its documents come whole
  }
  expect(new Set(recorded.map(({ credential }) => credential)).size).toBe(sandboxGateways.length);
});

test('nothing is recorded any more once the process ends', async () => {
  const settings = parseSettings(JSON.stringify(demoSettings(SANDBOX)), {});
  const ending = new AbortController();
  let recorded = 0;
  const record = (): void => {
    recorded += 1;
    if (recorded === 7) ending.abort();
  };
  const index = { record, flush: async () => {} };
  const orders = recentOrders({ sandboxUrl: SANDBOX, now: NOW, count: 60 });
  await recordRecentOrders({ orders, index, settings, now: NOW, signal: ending.signal });
  expect(recorded).toBe(7);
});

const COUNT = 60;
let program: Program | undefined;
afterAll(() => program?.stop());

test('the sandbox lists as many orders of each shop as it is told, whichever of its processes is asked', async () => {
  program = startProgram({ WORKERS: '2', LOG_LEVEL: 'warn', SANDBOX_ORDERS: String(COUNT) });
  const url = await program.url;
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return ((await reply.json()) as { readonly data: Readonly<Record<string, { readonly count: number }>> | null })
      .data;
  };
  const counts = (): Promise<number> =>
    // Before the index is there, it is unavailable.
    ask('{ orderCount { count } }').then((data) => data?.orderCount?.count ?? 0);
  const all = COUNT * sandboxGateways.length;
  while ((await counts()) < all) await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await counts()).toBe(all);
  const byShop = (await ask('{ orderStatistics(by: [SHOP]) { count } }'))?.orderStatistics;
  expect(byShop).toEqual(sandboxGateways.map(() => ({ count: COUNT })));
}, 300_000);
