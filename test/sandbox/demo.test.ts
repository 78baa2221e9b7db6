// Tests the demo shops: one for each gateway there is, at the sandbox’s own addresses.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gateways } from '../../src/platforms/index.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('the sandbox serves every gateway, each at its own path and for its own shop', () => {
  expect(sandboxGateways.map(({ type }) => type)).toEqual(Object.keys(gateways));
  expect(new Set(sandboxGateways.map(({ path }) => path)).size).toBe(sandboxGateways.length);
  expect(new Set(sandboxGateways.map(({ shop }) => shop.id)).size).toBe(sandboxGateways.length);
});

describe.each(sandboxGateways)('$type', ({ type, platform, path, documented }) => {
  test('the sandbox gateway has the platform of the real gateway', () => {
    expect(platform).toBe(gateways[type].document.platform);
  });

  test('the sandbox gateway has the path of the real gateway', () => {
    expect(path).toBe(new URL(gateways[type].url).pathname);
  });

  test('the sandbox gateway serves at least one documented order', () => {
    expect(Object.keys(documented)).not.toEqual([]);
  });

  test('the sandbox gateway answers at the address that its demo shop names', async () => {
    const [gateway] = demoShops(sandbox.url).flatMap((shop) => shop.gateways.filter((one) => one.type === type));
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(gateway?.url ?? '', { method: 'POST', headers, body: '{}' });
    expect(reply.status).toBe(200);
  });
});
