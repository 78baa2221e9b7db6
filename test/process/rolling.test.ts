// Two replicas of the built program behind a real nginx, restarted in turn while they are asked.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../support/freePort.js';
import { shopOf, smallReply } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { type Nginx, startNginx } from '../support/nginx.js';
import { type Program, startProgram } from '../support/program.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const [gateway] = GATEWAYS;
if (gateway === undefined) throw new Error('There is no gateway.');
const { type: shop, callOf } = gateway;

const KEY = 'a-key-of-a-dashboard';
const CALLERS = 6;
const RESTARTS = 3;
/** Answered between two restarts. */
const ANSWERS_BETWEEN = 50;
/** Between two requests of a caller: the load is steady, and leaves replicas the processor to start. */
const PAUSE_MS = 10;

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-rolling-'));
const settingsPath = join(folder, 'settings.json');
const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });

let stubGateway: StubGateway;
let nginx: Nginx | undefined;
const replicas: { readonly port: number; program: Program }[] = [];

function start(port: number): Program {
  return startProgram({ ORDERGRAPH_CONFIG: settingsPath, PORT: String(port), LOG_LEVEL: 'silent' });
}

beforeAll(async () => {
  stubGateway = await startStubGateway();
  stubGateway.respondWith((received) => ({ body: smallReply(gateway, callOf(received).orderId) }));
  const shops = [shopOf(gateway, stubGateway.url, { requestsPerSecond: 1_000 })];
  const auth = { apiKeys: [{ key: KEY, shops: ['*'], scopes: ['orders:read'] }] };
  writeFileSync(settingsPath, JSON.stringify({ shops, auth, limits: { callsPerMinute: 0 } }));
  for (let replica = 0; replica < 2; replica++) {
    const port = await freePort();
    replicas.push({ port, program: start(port) });
  }
  await Promise.all(replicas.map(({ program }) => program.url));
  nginx = await startNginx(replicas.map(({ port }) => port));
});
afterAll(async () => {
  agent.destroy();
  await nginx?.close();
  await Promise.all(replicas.map(({ program }) => program.stop('SIGKILL')));
  await stubGateway?.close();
  rmSync(folder, { recursive: true });
});

/** Asks for an order that was not asked for before: what came of it, which is to be ''. */
function ask(orderId: string): Promise<string> {
  const body = JSON.stringify({ query: `{ order(shop: "${shop}", orderId: "${orderId}") { orderId status } }` });
  const expected = `"orderId":"${orderId}"`;
  return new Promise((resolve) => {
    const sent = request(
      { agent, port: nginx?.port, host: '127.0.0.1', path: '/graphql', method: 'POST' },
      async (response) => {
        let text = '';
        for await (const chunk of response) text += String(chunk);
        resolve(response.statusCode === 200 && text.includes(expected) ? '' : `${response.statusCode} ${text}`);
      },
    );
    sent.setHeader('content-type', 'application/json');
    sent.setHeader('authorization', `Bearer ${KEY}`);
    sent.on('error', (error) => resolve(String(error)));
    sent.end(body);
  });
}

test('no request is lost while replicas behind nginx are restarted in turn', async () => {
  let answered = 0;
  let orders = 0;
  let isOver = false;
  const failures: string[] = [];
  let notify = (): void => {};
  const callers = Array.from({ length: CALLERS }, async () => {
    while (!isOver && failures.length === 0) {
      orders += 1;
      const failure = await ask(String(orders));
      if (failure === '') answered += 1;
      else failures.push(failure);
      notify();
      await wait(PAUSE_MS);
    }
  });
  const answeredMore = (count: number): Promise<void> => {
    const enough = answered + count;
    return new Promise((resolve) => {
      notify = () => {
        if (answered >= enough || failures.length > 0) resolve();
      };
      notify();
    });
  };

  try {
    await answeredMore(ANSWERS_BETWEEN);
    for (let restart = 0; restart < RESTARTS; restart++) {
      const replica = replicas[restart % replicas.length];
      if (replica === undefined) throw new Error('There is no replica.');
      expect(await replica.program.stop('SIGTERM')).toMatchObject({ code: 0, signal: null });
      replica.program = start(replica.port);
      await replica.program.url;
      await answeredMore(ANSWERS_BETWEEN);
      expect(failures).toEqual([]);
    }
  } finally {
    isOver = true;
    await Promise.all(callers);
  }
  expect(failures).toEqual([]);
  expect(answered).toBe(orders);
}, 180_000);
