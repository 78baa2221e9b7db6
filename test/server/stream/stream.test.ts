// Tests event streams over real HTTP: the server with its schema, over a change feed that is written by hand.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createClient } from 'graphql-sse';
import { parseSettings } from '../../../src/platforms/settings.js';
import { buildServer, type ServerOptions } from '../../../src/server/index.js';
import { type EventReader, openStream, readEvents, type StreamOptions } from '../../support/eventStream.js';
import { HandWrittenFeed, indexWith } from '../../support/handWrittenFeed.js';
import type { Part } from '../../support/json.js';

const SUBSCRIPTION = 'subscription Feed($after: String) { orderChanged(after: $after) { cursor shop orderId kind } }';

const AUTH: Part = {
  apiKeys: [
    { key: 'mill-key', name: 'miller', shops: ['mill'], scopes: ['orders:read'] },
    { key: 'depot-key', name: 'keeper', shops: ['depot'], scopes: ['orders:read'] },
  ],
};
const MILL = { authorization: 'Bearer mill-key' };
const DEPOT = { authorization: 'Bearer depot-key' };

const shop = (id: string): Part => ({
  id,
  name: id,
  gateways: [{ type: 'VV_TOOL', url: 'http://127.0.0.1:9', shopId: '1', accessToken: 'token-of-a-shop' }],
});

interface Served {
  readonly app: FastifyInstance;
  readonly feed: HandWrittenFeed;
  readonly url: string;
  readonly open: (query?: string, options?: StreamOptions) => Promise<EventReader>;
}

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

async function serve(settings: Part = {}, options: Partial<ServerOptions> = {}): Promise<Served> {
  const feed = new HandWrittenFeed();
  const app = await buildServer({
    settings: parseSettings(JSON.stringify({ shops: [shop('mill'), shop('depot')], auth: AUTH, ...settings }), {}),
    index: () => indexWith(feed),
    ...options,
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  closing.push(async () => {
    app.server.closeAllConnections();
    await app.close();
  });
  const url = `${address}/graphql/stream`;
  const open = (query = SUBSCRIPTION, { headers = {}, ...rest }: StreamOptions = {}) =>
    openStream(url, query, { headers: { ...MILL, ...headers }, ...rest });
  return { app, feed, url, open };
}

const dataOf = (event: { readonly data?: string } | undefined): Part => JSON.parse(event?.data ?? '{}') as Part;

/** The order that a `next` event tells of. */
const orderIn = (event: { readonly data?: string } | undefined): unknown =>
  (dataOf(event) as { data?: { orderChanged?: { orderId?: string } } }).data?.orderChanged?.orderId;

const codesIn = (event: { readonly data?: string } | undefined): readonly unknown[] =>
  ((dataOf(event).errors ?? []) as readonly { extensions: { code: string } }[]).map(
    ({ extensions }) => extensions.code,
  );

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a subscription', () => {
  test('a change that is written reaches a subscriber as a next event, whose id is its cursor', async () => {
    const { feed, open } = await serve();
    const stream = await open();
    expect(stream.response.status).toBe(200);
    feed.write('101');
    const event = await stream.next();
    expect(event).toMatchObject({ event: 'next', id: '1' });
    expect(dataOf(event)).toEqual({
      data: { orderChanged: { cursor: '1', shop: 'mill', orderId: '101', kind: 'UPDATED' } },
    });
    stream.close();
  });

  test('its headers keep proxies from storing and gathering it, and are otherwise those of any answer', async () => {
    const { open } = await serve();
    const stream = await open();
    const { headers } = stream.response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/./);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    stream.close();
  });

  test('the client of graphql-sse reads it, and ends it', async () => {
    const { feed, url } = await serve();
    const client = createClient({ url, headers: MILL });
    const changes = client.iterate({ query: SUBSCRIPTION, variables: { after: '0' } });
    feed.write('1', '2');
    const seen: unknown[] = [];
    for await (const { data } of changes) {
      seen.push((data?.orderChanged as Part | undefined)?.orderId);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(['1', '2']);
    await until(() => feed.listeners.size === 0);
    client.dispose();
  });

  test('it replays what came behind a cursor, and then follows', async () => {
    const { feed, open } = await serve();
    feed.write('1', '2', '3');
    const stream = await open(SUBSCRIPTION, { variables: { after: '1' } });
    expect([orderIn(await stream.next()), orderIn(await stream.next())]).toEqual(['2', '3']);
    feed.write('4');
    expect(orderIn(await stream.next())).toBe('4');
    stream.close();
  });

  test('the header Last-Event-ID takes the place of the cursor in the query, which is older', async () => {
    const { feed, open } = await serve();
    feed.write('1', '2', '3');
    const stream = await open(SUBSCRIPTION, { variables: { after: '0' }, headers: { 'last-event-id': '2' } });
    expect(orderIn(await stream.next())).toBe('3');
    stream.close();
  });

  test('a cursor that is kept no longer is answered with CURSOR_EXPIRED, and the stream is complete', async () => {
    const { feed, open } = await serve();
    feed.write('1', '2', '3');
    feed.kept = 2;
    const stream = await open(SUBSCRIPTION, { variables: { after: '1' } });
    const [error, complete] = (await stream.rest()).filter(({ event }) => event !== undefined);
    expect(codesIn(error)).toEqual(['CURSOR_EXPIRED']);
    expect(complete).toEqual({ event: 'complete', data: '' });
  });

  test('a feed that fails while it is followed is told as an error, and the stream is complete', async () => {
    const { feed, open } = await serve();
    const stream = await open();
    feed.write('1');
    expect(orderIn(await stream.next())).toBe('1');
    feed.kept = 100;
    feed.write('2');
    expect(codesIn(await stream.next())).toEqual(['CURSOR_EXPIRED']);
    expect(await stream.next()).toEqual({ event: 'complete', data: '' });
    expect(await stream.next()).toBeUndefined();
  });

  test('each event is an answer of its own: more of them than one operation may ask orders of are no mistake', async () => {
    const { feed, open } = await serve({ limits: { maxOrders: 2, maxAnswerValues: 50 } });
    feed.write(...Array.from({ length: 100 }, (_, index) => String(index)));
    const stream = await open('subscription { orderChanged(after: "0") { orderId order { orderId } } }');
    for (let index = 0; index < 100; index++) expect(orderIn(await stream.next())).toBe(String(index));
    stream.close();
  });

  test('it is streamed at /graphql too, for a client that wants an event stream before all else', async () => {
    const { feed, url } = await serve();
    const stream = await openStream(url.replace('/stream', ''), SUBSCRIPTION, {
      headers: { ...MILL, accept: 'text/event-stream, multipart/mixed' },
    });
    feed.write('1');
    expect(orderIn(await stream.next())).toBe('1');
    stream.close();
  });

  test('at /graphql it is refused to a client that wants a single answer, with words on what to do', async () => {
    const { url } = await serve();
    for (let run = 0; run < 4; run++) {
      const response = await fetch(url.replace('/stream', ''), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...MILL },
        body: JSON.stringify({ query: SUBSCRIPTION }),
      });
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as { errors: readonly { message: string; extensions: Part }[] };
      expect(errors[0]?.message).toContain('/graphql/stream');
      expect(errors[0]?.extensions).toEqual({ code: 'BAD_REQUEST' });
    }
  });

  test('it can be asked by GET, as EventSource asks', async () => {
    const { feed, url } = await serve();
    const controller = new AbortController();
    const response = await fetch(`${url}?${new URLSearchParams({ query: SUBSCRIPTION, variables: '{"after":"0"}' })}`, {
      headers: { accept: 'text/event-stream', ...MILL },
      signal: controller.signal,
    });
    const stream = readEvents(response, () => controller.abort());
    feed.write('1');
    expect(orderIn(await stream.next())).toBe('1');
    stream.close();
  });

  test('pages of other sites cannot have a browser open one by its address', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}?${new URLSearchParams({ query: SUBSCRIPTION })}`, {
      headers: { accept: 'text/event-stream', 'sec-fetch-site': 'cross-site', ...MILL },
    });
    expect(response.status).toBe(403);
  });
});

describe('the gates', () => {
  test('without a key there is no stream', async () => {
    const { url } = await serve();
    const { response } = await openStream(url, SUBSCRIPTION);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  test('a subscriber hears of the shops that they may ask, and of no others', async () => {
    const { feed, open } = await serve();
    const mill = await open();
    const depot = await open(SUBSCRIPTION, { headers: DEPOT });
    feed.writeOf('depot', 'of depot');
    feed.writeOf('mill', 'of mill');
    expect(orderIn(await mill.next())).toBe('of mill');
    expect(orderIn(await depot.next())).toBe('of depot');
    for (const stream of [mill, depot]) stream.close();
  });

  test('a shop that the subscriber may not know of is one that does not exist', async () => {
    const { open } = await serve();
    const stream = await open('subscription { orderChanged(where: { shops: ["depot"] }) { cursor } }');
    expect(codesIn(await stream.next())).toEqual(['SHOP_NOT_FOUND']);
    expect(await stream.next()).toEqual({ event: 'complete', data: '' });
  });

  test('an operation that is not valid is told so in the stream, as browsers tell nothing of a status', async () => {
    const { open } = await serve();
    const stream = await open('subscription { orderChanged { nothing } }');
    expect(stream.response.status).toBe(200);
    expect(codesIn(await stream.next())).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await stream.next()).toEqual({ event: 'complete', data: '' });
  });

  test('what costs too much is refused before anything is followed', async () => {
    const { feed, open } = await serve({ limits: { maxCost: 1 } });
    const stream = await open();
    expect(codesIn(await stream.next())).toEqual(['COST_LIMIT']);
    expect(feed.queries).toEqual([]);
  });

  test('a text out of bounds is refused like any other', async () => {
    const { open } = await serve({ limits: { maxDepth: 1 } });
    const { response } = await open();
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('COST_LIMIT');
  });

  test('a query and a mutation have a single answer in the stream, and a mutation by GET has none', async () => {
    const { open, url } = await serve();
    const stream = await open('{ shops { id } }');
    expect(dataOf(await stream.next())).toMatchObject({ data: { shops: [{ id: 'mill' }] } });
    expect(await stream.next()).toEqual({ event: 'complete', data: '' });
    expect(await stream.next()).toBeUndefined();
    const query = 'mutation { importOrders(refs: []) { id } }';
    const byGet = await fetch(`${url}?${new URLSearchParams({ query })}`, { headers: MILL });
    const refused = readEvents(byGet, () => {});
    expect(dataOf(await refused.next())).toMatchObject({ errors: [{ message: 'A mutation is sent by POST.' }] });
  });

  test('a caller whose budget is used up is answered with 429 and when to come back', async () => {
    const { open } = await serve({ limits: { costPerMinute: 60 } });
    let refused: EventReader | undefined;
    while (refused === undefined) {
      const stream = await open();
      if (stream.response.status === 200) stream.close();
      else refused = stream;
    }
    expect(refused.response.status).toBe(429);
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.response.text()).toContain('RATE_LIMITED');
  });
});

describe('limits', () => {
  test('a caller has as many streams as limits.streams says, others have theirs, and a closed one makes room', async () => {
    const { feed, open } = await serve({ limits: { streams: 2 } });
    const streams = [await open(), await open()];
    const refused = await open();
    expect(refused.response.status).toBe(429);
    expect(await refused.response.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    const other = await open(SUBSCRIPTION, { headers: DEPOT });
    expect(other.response.status).toBe(200);
    await until(() => feed.listeners.size === 3);
    streams[0]?.close();
    await until(() => feed.listeners.size === 2);
    const again = await open();
    expect(again.response.status).toBe(200);
    for (const stream of [...streams, other, again]) stream.close();
  });

  test('nothing is left of subscribers who hang up', async () => {
    const { feed, open } = await serve();
    for (let round = 0; round < 30; round++) {
      const stream = await open();
      await until(() => feed.listeners.size === 1);
      stream.close();
      await until(() => feed.listeners.size === 0);
    }
    expect(feed.listeners.size).toBe(0);
  });

  test('a quiet stream is heard of at an interval, by comments that clients pass over', async () => {
    const { feed, open } = await serve({}, { heartbeatMs: 10 });
    const stream = await open();
    for (let beat = 0; beat < 4; beat++) expect(await stream.nextBlock()).toEqual({ comment: '' });
    feed.write('1');
    expect(orderIn(await stream.next())).toBe('1');
    stream.close();
  });

  test('of a feed that nobody reads no more is read than the connection holds', async () => {
    const { feed, url } = await serve();
    for (let index = 0; index < 200_000; index++) feed.write(String(index));
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: SUBSCRIPTION, variables: { after: '0' } });
    socket.pause();
    socket.write(
      `POST /graphql/stream HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: ${MILL.authorization}\r\n` +
        `accept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    let before = -1;
    await until(() => feed.queries.length > 0);
    while (before !== feed.queries.length) {
      before = feed.queries.length;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(feed.queries.length).toBeLessThan(1_900);
    socket.destroy();
    await until(() => feed.listeners.size === 0);
  });

  test('a stream that is read outlives the time in which requests must come and answers be read', async () => {
    const { feed, open } = await serve(
      { http: { requestTimeoutMs: 1_000, answerTimeoutMs: 1_000 } },
      { heartbeatMs: 100 },
    );
    const stream = await open();
    for (let beat = 0; beat < 15; beat++) await stream.nextBlock();
    feed.write('1');
    expect(dataOf(await stream.next())).toMatchObject({ data: { orderChanged: { orderId: '1' } } });
    stream.close();
  });
});

describe('the end', () => {
  test('a server that drains completes its streams with the reason, and those that still come', async () => {
    const { app, feed, open } = await serve();
    const stream = await open();
    await until(() => feed.listeners.size === 1);
    const drained = app.acceptedConnections.drain(0);
    expect(await stream.rest()).toEqual([
      { comment: '' },
      { comment: 'the server ends; come back with the last cursor' },
      { event: 'complete', data: '' },
    ]);
    await drained;
    const late = await open();
    expect((await late.rest()).at(-1)).toEqual({ event: 'complete', data: '' });
    expect(feed.listeners.size).toBe(0);
  });

  test('a server that is closed waits for no stream', async () => {
    const { app, open } = await serve();
    const stream = await open();
    const closed = app.close();
    expect((await stream.rest()).at(-1)).toEqual({ event: 'complete', data: '' });
    await closed;
  });
});

test('a trusted document can be subscribed to by its hash, and nothing else can where they are enforced', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-stream-'));
  const manifest = join(folder, 'documents.json');
  writeFileSync(manifest, JSON.stringify({ feed: SUBSCRIPTION }));
  try {
    const { feed, open, url } = await serve({ trustedDocuments: { manifest, mode: 'enforce' } });
    const { response } = await open('subscription { orderChanged { cursor } }');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    const byName = (id: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...MILL },
        body: JSON.stringify({ documentId: id, variables: { after: '0' } }),
      });
    feed.write('1');
    const reader = readEvents(await byName('feed'), () => {});
    expect(orderIn(await reader.next())).toBe('1');
    const unknown = readEvents(await byName('other'), () => {});
    expect(codesIn(await unknown.next())).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(await unknown.next()).toEqual({ event: 'complete', data: '' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the HTTP methods that streams are asked by are named to whoever uses another', async () => {
  const { url } = await serve();
  const response = await fetch(url, { method: 'PUT', headers: MILL });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, POST');
});
