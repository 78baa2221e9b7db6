// Tests the fetching of whole orders in the background, at the sandbox.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '../../src/common/clock.js';
import { Fault } from '../../src/common/fault.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { createUpstream } from '../../src/upstream/index.js';
import type { RequestScope } from '../../src/upstream/requestScope.js';
import type { FetchOrder, OrderRequest, Shops, UpstreamDocument } from '../../src/upstream/types.js';
import { createWholeOrderFetch } from '../../src/upstream/wholeOrder.js';
import { demoShopsWithoutPace } from '../support/demoShops.js';

let sandbox: Sandbox;
let upstream: Awaited<ReturnType<typeof createUpstream>>;
let calls: { readonly request: OrderRequest; readonly scope: RequestScope; readonly document: UpstreamDocument }[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
  upstream = await createUpstream(parseSettings(JSON.stringify({ shops: demoShopsWithoutPace(sandbox.url) }), {}), {
    now: systemClock,
    redisUrl: undefined,
    workers: 1,
    transport: 'node-fetch',
    callBudget: undefined,
    log: { info: () => {}, warn: () => {} },
    recorder: undefined,
  });
});
afterAll(async () => {
  await upstream.close();
  await sandbox.close();
});

const noted: FetchOrder = async (request, scope) => {
  const document = await upstream.fetchOrder(request, scope);
  calls.push({ request, scope, document });
  return document;
};
const fetchWith = (fetchOrder: FetchOrder, shops: Shops = upstream.shops) =>
  createWholeOrderFetch({ shops, fetchOrder, caller: 'import', requestMs: 10_000 });

test.each(sandboxGateways)('an order of $type is fetched with every subtree, once', async ({ shop, syntheticId }) => {
  calls = [];
  const fetchWhole = fetchWith(noted);
  const key = { shop: shop.id, orderId: syntheticId(7) };
  expect(await fetchWhole(key, undefined)).toBe(true);
  expect(await fetchWhole(key, undefined)).toBe(false);
  expect(await fetchWhole(key, 0)).toBe(true);
  const { compiled } = upstream.shops.get(shop.id)?.gateways[0] ?? {};
  expect(calls.map(({ scope }) => scope.caller)).toEqual(['import', 'import', 'import']);
  expect(new Set(calls[0]?.document.subtrees)).toEqual(
    new Set(compiled?.requestedSubtrees(compiled.neededSubtrees({ raw: {} }))),
  );
});

test('an order of a shop that there is not is SHOP_NOT_FOUND', async () => {
  await expect(fetchWith(noted)({ shop: 'none', orderId: '1' }, undefined)).rejects.toMatchObject({
    code: 'SHOP_NOT_FOUND',
  });
});

test('an older document that stands in for a gateway that is down is no success', async () => {
  const stale: FetchOrder = async (...given) => ({
    ...(await upstream.fetchOrder(...given)),
    staleBecause: new Fault('CIRCUIT_OPEN', 'Down.'),
  });
  const { shop, syntheticId } = sandboxGateways[0] as (typeof sandboxGateways)[number];
  await expect(fetchWith(stale)({ shop: shop.id, orderId: syntheticId(9) }, undefined)).rejects.toMatchObject({
    code: 'CIRCUIT_OPEN',
  });
});
