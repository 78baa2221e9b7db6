// Counts calls at the gateway for fifty orders: cold, warm, with one more subtree, and for twenty clients at once.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseSettings } from '../src/platforms/settings.js';
import { vvTool } from '../src/sandbox/1688/endpoints/vvTool.js';
import { startSandbox } from '../src/sandbox/server.js';
import { buildServer } from '../src/server/index.js';
import { ask, PAGE, PAGE_WITH_SHIPMENTS } from './queries.js';

const ORDERS = 50;
const CLIENTS = 20;
const refs = Array.from({ length: ORDERS }, (_nothing, index) => ({
  shop: 'mill',
  orderId: vvTool.syntheticId(index),
}));

/** Stands before the sandbox and counts what goes through. */
async function startCountingGateway(address: string) {
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const answer = await fetch(address + request.url, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = calls;
      calls = 0;
      return taken;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const sandbox = await startSandbox({ requestsPerSecond: 100_000, faultInjection: '{"latencyMs":30}' });
const countingGateway = await startCountingGateway(sandbox.url);

async function startServer() {
  const gateway = {
    type: 'VV_TOOL',
    url: countingGateway.url + vvTool.path,
    requestsPerSecond: 100_000,
    ...vvTool.account,
  };
  const settings = { shops: [{ id: 'mill', name: 'Mill', gateways: [gateway] }] };
  const server = await buildServer({ settings: parseSettings(JSON.stringify(settings), {}) });
  const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  // The first query of a process is slow for reasons of its own.
  await ask(url, PAGE, [{ shop: 'mill', orderId: vvTool.syntheticId(999) }]);
  countingGateway.take();
  return { url, close: () => server.close() };
}

let failures = 0;
async function measure(what: string, target: number, url: string, query: string, clients = 1): Promise<void> {
  const began = performance.now();
  const outcomes = await Promise.all(Array.from({ length: clients }, () => ask(url, query, refs)));
  const ms = Math.round(performance.now() - began);
  const calls = countingGateway.take();
  const errors = outcomes.flatMap(({ codes }) => codes).length;
  if (calls !== target || errors > 0) failures += 1;
  console.log(`${what.padEnd(38)} ${String(calls).padStart(4)} calls (target ${target}), ${errors} errors, ${ms} ms`);
}

const one = await startServer();
await measure('50 orders, cold', 50, one.url, PAGE);
await measure('50 orders, warm', 0, one.url, PAGE);
await measure('50 orders, one more subtree', 50, one.url, PAGE_WITH_SHIPMENTS);
await one.close();
const other = await startServer();
await measure(`50 orders, ${CLIENTS} clients at once, cold`, 50, other.url, PAGE, CLIENTS);
await other.close();
countingGateway.close();
await sandbox.close();
process.exit(failures === 0 ? 0 : 1);
