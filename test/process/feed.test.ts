// Tests the change feed of two worker processes: whoever records a change, subscribers of either are told of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Agent, fetch, type Response } from 'undici';
import { type EventReader, readEvents } from '../support/eventStream.js';
import { shopOf, smallReply } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import type { Json } from '../support/json.js';
import { type Program, startProgram } from '../support/program.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const FEED = 'subscription Feed($after: String) { orderChanged(after: $after) { cursor orderId kind } }';

interface Change {
  readonly cursor: string;
  readonly orderId: string;
  readonly kind: string;
}

/** A client with one connection, and so always of the same worker. */
interface Client {
  readonly worker: number;
  readonly query: (query: string, variables?: object) => Promise<Json>;
  /** From then on the connection is the stream's. */
  readonly subscribe: (after?: string) => Promise<EventReader>;
}

let folder: string;
let gateway: StubGateway;
let program: Program;
let url: string;
const agents: Agent[] = [];

beforeAll(async () => {
  gateway = await startStubGateway();
  gateway.respondWith((request) => ({ body: smallReply(VV_TOOL, VV_TOOL.callOf(request).orderId) }));
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-feed-'));
  const settings = join(folder, 'settings.yaml');
  writeFileSync(settings, JSON.stringify({ shops: [{ ...shopOf(VV_TOOL, gateway.url), id: 'mill' }] }));
  program = startProgram({ ORDERGRAPH_CONFIG: settings, WORKERS: '2', LOG_LEVEL: 'info' });
  url = await program.url;
});
afterAll(async () => {
  await program?.stop('SIGKILL');
  await Promise.all(agents.map((agent) => agent.destroy()));
  await gateway.close();
  rmSync(folder, { recursive: true });
});

let requests = 0;

/** The process that answered a request, as its line in the log says. */
async function workerOf(requestId: string): Promise<number> {
  for (;;) {
    const line = program
      .output()
      .split('\n')
      .find((one) => one.includes(`"requestId":"${requestId}"`) && one.includes('"msg":"answered"'));
    if (line !== undefined) return (JSON.parse(line) as { readonly pid: number }).pid;
    await wait(5);
  }
}

async function connect(): Promise<Client> {
  const agent = new Agent({ connections: 1, keepAliveTimeout: 60_000 });
  agents.push(agent);
  const post = (path: string, query: string, variables: object, more: object = {}): Promise<Response> => {
    requests += 1;
    return fetch(url + path, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': `request-${requests}` },
      body: JSON.stringify({ query, variables }),
      ...more,
    });
  };
  const first = post('', '{ __typename }', {});
  const id = `request-${requests}`;
  await (await first).text();
  return {
    worker: await workerOf(id),
    query: async (query, variables = {}) => (await (await post('', query, variables)).json()) as Json,
    async subscribe(after) {
      const ending = new AbortController();
      const response = await post('/stream', FEED, { after }, { signal: ending.signal });
      return readEvents(response as unknown as globalThis.Response, () => ending.abort());
    },
  };
}

/** Clients of each of the workers, so many. */
async function clientsOfBoth(count: number): Promise<readonly (readonly Client[])[]> {
  const clients = new Map<number, Client[]>();
  const isEnough = (): boolean => clients.size === 2 && [...clients.values()].every(({ length }) => length >= count);
  while (!isEnough()) {
    const client = await connect();
    clients.set(client.worker, [...(clients.get(client.worker) ?? []), client]);
  }
  return [...clients.values()];
}

async function take(stream: EventReader, count: number): Promise<readonly Change[]> {
  const changes: Change[] = [];
  while (changes.length < count) {
    const { event, data = '' } = (await stream.next()) ?? {};
    expect(event).toBe('next');
    changes.push((JSON.parse(data) as { readonly data: { readonly orderChanged: Change } }).data.orderChanged);
  }
  return changes;
}

/** As many orders that nobody asked for before. */
let orders = 0;
const newOrders = (count: number): readonly string[] =>
  Array.from({ length: count }, () => {
    orders += 1;
    return String(4_355_875_836_205_900_000n + BigInt(orders));
  });

const ask = async ({ query }: Client, orderIds: readonly string[]): Promise<void> => {
  for (const orderId of orderIds) {
    const { data } = await query('query($orderId: ID!) { order(shop: "mill", orderId: $orderId) { status } }', {
      orderId,
    });
    expect(data).toEqual({ order: { status: 'AWAITING_SHIPMENT' } });
  }
};

/** The feed as it is read page by page. */
async function readFeed({ query }: Client, after: string): Promise<readonly Change[]> {
  const { data } = await query(
    'query($after: String) { orderChanges(after: $after, first: 200) { nodes { cursor orderId kind } } }',
    { after },
  );
  return (data as unknown as { readonly orderChanges: { readonly nodes: readonly Change[] } }).orderChanges.nodes;
}

/** Where the feed ends now; each worker has a reader of its own, which has to have found the index. */
async function endOfFeed({ query }: Client): Promise<string> {
  for (;;) {
    const { data } = await query('{ orderChanges(first: 1) { pageInfo { endCursor } } }');
    const cursor = data?.orderChanges?.pageInfo?.endCursor;
    if (cursor !== undefined) return cursor;
    await wait(20);
  }
}

const idsOf = (changes: readonly Change[]): readonly string[] => changes.map(({ orderId }) => orderId);

test('subscribers of either worker get what both record, in one order, also after a reconnect, until SIGTERM', async () => {
  const [ones = [], others = []] = await clientsOfBoth(3);
  const [writer, subscriber, spare] = ones as [Client, Client, Client];
  const [otherWriter, otherSubscriber] = others as [Client, Client];
  const start = await endOfFeed(writer);
  await endOfFeed(otherWriter);
  const stream = await subscriber.subscribe();
  const otherStream = await otherSubscriber.subscribe();

  const ids = newOrders(30);
  await Promise.all([ask(writer, ids.slice(0, 15)), ask(otherWriter, ids.slice(15))]);
  const told = await take(stream, 20);
  expect(await take(otherStream, 30)).toEqual(await readFeed(writer, start));
  expect(told).toEqual((await readFeed(otherWriter, start)).slice(0, 20));
  expect([...idsOf(await readFeed(writer, start))].sort()).toEqual(ids);

  // What comes while nobody is connected is brought to whoever comes back, at whichever worker that is.
  const { cursor } = told.at(-1) as Change;
  stream.close();
  const missed = newOrders(3);
  await ask(writer, missed);
  const resumed = await spare.subscribe(cursor);
  expect(await take(resumed, 13)).toEqual((await readFeed(otherWriter, start)).slice(20));
  const last = newOrders(2);
  await ask(otherWriter, last);
  expect(idsOf(await take(resumed, 2))).toEqual(last);
  expect(idsOf(await take(otherStream, 5))).toEqual([...missed, ...last]);

  const ended = program.stop('SIGTERM');
  for (const open of [resumed, otherStream])
    expect((await open.rest()).filter(({ event }) => event !== undefined)).toEqual([{ event: 'complete', data: '' }]);
  expect(await ended).toMatchObject({ code: 0, errors: '' });
}, 60_000);
