// Tests fault injection in the sandbox: every kind of fault, at the requested gateways, for the requested time.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseSettings } from '../../src/platforms/settings.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { FAULT_INJECTION_PATH, type FaultInjection } from '../../src/sandbox/faultInjection.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { buildServer } from '../../src/server/index.js';
import { startProgram } from '../support/program.js';
import { type QueryResult, sendQuery } from '../support/sendQuery.js';

let sandbox: Sandbox;
let close: () => Promise<unknown>;
let url: string;

async function start(faults?: string): Promise<void> {
  sandbox = await startSandbox({ requestsPerSecond: 100_000, faultInjection: faults });
  const settings = {
    shops: demoShops(sandbox.url),
    cache: { maxBytes: 0 },
    retries: 0,
    deadlines: { callMs: 1000 },
  };
  const server = await buildServer({ settings: parseSettings(JSON.stringify(settings), {}) });
  url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  close = async () => {
    await server.close();
    await sandbox.close();
  };
}
beforeEach(() => start());
afterEach(() => close());

async function inject(how: FaultInjection | Record<string, unknown> | string): Promise<[number, unknown]> {
  const body = typeof how === 'string' ? how : JSON.stringify(how);
  const response = await fetch(sandbox.url + FAULT_INJECTION_PATH, { method: 'POST', body });
  return [response.status, await response.json()];
}

const id = '2198111437768747370';
const order = (shop: string): Promise<QueryResult> =>
  sendQuery(url, `{ order(shop: "${shop}", orderId: "${id}") { status } }`);
const codeOf = ({ errors }: QueryResult): unknown => errors[0]?.extensions.code;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the sandbox injects no faults before they are requested, and none after an empty request', async () => {
  expect(await (await fetch(sandbox.url + FAULT_INJECTION_PATH)).json()).toEqual(
    Object.fromEntries(sandboxGateways.map(({ type }) => [type, {}])),
  );
  expect(codeOf(await order('mill'))).toBeUndefined();
  await inject({ outage: true });
  expect(codeOf(await order('mill'))).toBe('UPSTREAM_UNAVAILABLE');
  await inject('');
  expect(codeOf(await order('mill'))).toBeUndefined();
});

describe('kinds of faults', () => {
  test('injected latency with jitter delays the reply', async () => {
    await inject({ latencyMs: 150, jitterMs: 100 });
    const { ms, errors } = await order('mill');
    expect(errors).toEqual([]);
    expect(ms).toBeGreaterThan(145);
  });

  test('a dripped reply is read whole, or fails with UPSTREAM_TIMEOUT at the deadline of the call', async () => {
    await inject({ dripMs: 5 });
    expect(codeOf(await order('mill'))).toBeUndefined();
    await inject({ dripMs: 400 });
    expect(codeOf(await order('mill'))).toBe('UPSTREAM_TIMEOUT');
  });

  test.each<readonly [FaultInjection, string]>([
    [{ errorRate: 1 }, 'UPSTREAM_UNAVAILABLE'],
    [{ resetRate: 1 }, 'UPSTREAM_UNAVAILABLE'],
    [{ outage: true }, 'UPSTREAM_UNAVAILABLE'],
    [{ throttle: 0 }, 'UPSTREAM_THROTTLED'],
  ])('the injected fault %j is reported as %s at every gateway', async (how, code) => {
    await inject(how);
    for (const { shop } of sandboxGateways) expect([shop.id, codeOf(await order(shop.id))]).toEqual([shop.id, code]);
  });

  test('an injected throttle admits the allowed calls and refuses the others', async () => {
    await inject({ throttle: 3 });
    const codes = [];
    for (let time = 0; time < 5; time += 1) codes.push(codeOf(await order('buyer')));
    expect(codes).toEqual([undefined, undefined, undefined, 'UPSTREAM_THROTTLED', 'UPSTREAM_THROTTLED']);
  });

  test('the same seed injects the same faults, and another seed injects others', async () => {
    const fates = async (seed: number) => {
      await inject({ errorRate: 0.3, resetRate: 0.2, seed });
      const codes = [];
      for (let time = 0; time < 30; time += 1) codes.push(codeOf(await order(`${time % 2 ? 'buyer' : 'depot'}`)));
      return codes;
    };
    const [one, same, other] = [await fates(7), await fates(7), await fates(8)];
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    const failures = one.filter((code) => code !== undefined).length;
    expect(failures).toBeGreaterThan(5);
    expect(failures).toBeLessThan(25);
  });
});

test('faults are injected at one gateway alone when the request names it', async () => {
  const [status, inEffect] = await inject({ outage: true, gateway: 'FW199' });
  expect(status).toBe(200);
  expect(inEffect).toMatchObject({ FW199: { outage: true }, VV_TOOL: {} });
  expect(codeOf(await order('buyer'))).toBe('UPSTREAM_UNAVAILABLE');
  expect(codeOf(await order('mill'))).toBeUndefined();
});

test('injected faults end after the requested seconds', async () => {
  await inject({ outage: true, seconds: 0.3 });
  expect(codeOf(await order('mill'))).toBe('UPSTREAM_UNAVAILABLE');
  await wait(320);
  expect(codeOf(await order('mill'))).toBeUndefined();
});

test.each([
  ['[]', 'must be a JSON object'],
  ['{', 'must be a JSON object'],
  ['{"latency":1}', 'latency: is none of latencyMs'],
  ['{"latencyMs":"1"}', 'latencyMs: must be a number of milliseconds'],
  ['{"errorRate":5}', 'errorRate: must be a number from 0 to 1'],
  ['{"gateway":"X"}', 'gateway: must be one of VV_TOOL'],
  ['{"outage":1}', 'outage: must be true or false'],
])('the fault injection request %s is refused with an error that contains “%s”', async (text, message) => {
  const [status, body] = await inject(text);
  expect(status).toBe(400);
  expect((body as { error: string }).error).toContain(message);
  expect(codeOf(await order('mill'))).toBeUndefined();
});

test('faults in the options of the sandbox are injected from the start', async () => {
  await close();
  await start('{"outage":true}');
  expect(codeOf(await order('mill'))).toBe('UPSTREAM_UNAVAILABLE');
});

test('npm start injects the faults in SANDBOX_MISBEHAVE, and exits with an error when they are invalid', async () => {
  const program = startProgram({ SANDBOX_MISBEHAVE: '{"outage":true}', LOG_LEVEL: 'silent' });
  const answer = await sendQuery(await program.url, `{ order(shop: "mill", orderId: "${id}") { status } }`);
  await program.stop();
  expect(codeOf(answer)).toBe('UPSTREAM_UNAVAILABLE');
  const wrong = startProgram({ SANDBOX_MISBEHAVE: '{"errorRate":2}' });
  const { code, errors } = await wrong.ended;
  expect([code, errors]).toEqual([1, expect.stringContaining('errorRate: must be a number from 0 to 1')]);
});
