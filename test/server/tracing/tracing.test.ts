// Tests what is traced, as a collector receives it: OTLP over real HTTP.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseSettings } from '../../../src/platforms/settings.js';
import { buildServer } from '../../../src/server/index.js';
import { startTracing } from '../../../src/server/tracing/startTracing.js';
import type { Tracing } from '../../../src/server/tracing/tracing.js';
import { shopOf, smallReply } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { openSqliteIndex } from '../../support/indexEngines.js';
import { served } from '../../support/indexedShops.js';
import { sendQuery } from '../../support/sendQuery.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';

interface Span {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code: number };
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: Pick<Span, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

const [SERVER, CLIENT, ERROR] = [2, 3, 2];

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const CALLER_SPAN = 'b7ad6b7169203331';

let collector: Server;
let exported: { readonly path: string; readonly text: string }[];
let stubGateway: StubGateway;
let tracing: Tracing;
let close: () => Promise<void>;
let url: string;

beforeEach(async () => {
  exported = [];
  collector = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    exported.push({ path: request.url ?? '', text });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  stubGateway = await startStubGateway();
  stubGateway.respondWith((request) => ({ body: smallReply(VV_TOOL, VV_TOOL.callOf(request).orderId) }));
  tracing = await startTracing({ endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}/` });
  const shops = [
    { ...shopOf(VV_TOOL, stubGateway.url, { traceContext: true }), id: 'told' },
    { ...shopOf(VV_TOOL, stubGateway.url), id: 'untold' },
  ];
  const index = await openSqliteIndex();
  const auth = { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read'] } };
  const app = await buildServer({
    settings: parseSettings(JSON.stringify({ shops, auth, retries: 1 }), {}),
    tracing,
    index: () => served(index),
  });
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  close = async () => {
    await app.close();
    await index.close();
  };
});
afterEach(async () => {
  await close();
  await tracing.close();
  collector.closeAllConnections();
  collector.close();
  await stubGateway.close();
});

/** All spans, once they are exported. */
async function spans(): Promise<readonly Span[]> {
  await tracing.close();
  expect(exported.map(({ path }) => path)).toEqual(exported.map(() => '/v1/traces'));
  return exported.flatMap(({ text }) =>
    (JSON.parse(text) as Export).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: own }) => own)),
  );
}

const attributesOf = ({ attributes }: Span): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

const orderQuery = (shop: string, orderId: string): string =>
  `query Traced { order(shop: "${shop}", orderId: "${orderId}") { orderId buyer { name } } }`;

test('an operation, its calls and their retries are spans of the trace that its request names', async () => {
  let calls = 0;
  stubGateway.respondWith((request) => {
    calls += 1;
    return calls === 1 ? { status: 503, body: '' } : { body: smallReply(VV_TOOL, VV_TOOL.callOf(request).orderId) };
  });
  const headers = { traceparent: `00-${TRACE_ID}-${CALLER_SPAN}-01` };
  expect((await sendQuery(url, orderQuery('told', '4001'), { headers })).errors).toEqual([]);
  const sent = stubGateway.take().map((request) => request.headers.traceparent);
  const found = await spans();
  const [operation] = found.filter(({ kind }) => kind === SERVER);
  const [first, second] = found.filter(({ kind }) => kind === CLIENT);
  if (!operation || !first || !second) throw new Error('Spans are missing.');
  expect(found).toHaveLength(3);
  expect(operation).toMatchObject({ name: 'query Traced', traceId: TRACE_ID, parentSpanId: CALLER_SPAN });
  expect(attributesOf(operation)).toMatchObject({
    'graphql.operation.type': 'query',
    'graphql.operation.name': 'Traced',
    'ordergraph.outcome': 'success',
    'ordergraph.orders': 1,
  });
  for (const call of [first, second])
    expect(call).toMatchObject({ name: 'call VV_TOOL', traceId: TRACE_ID, parentSpanId: operation.spanId });
  expect(first.status.code).toBe(ERROR);
  const about = { 'ordergraph.shop': 'told', 'ordergraph.gateway': 'VV_TOOL', 'server.address': '127.0.0.1' };
  expect(attributesOf(first)).toMatchObject({
    ...about,
    'ordergraph.attempt': 1,
    'ordergraph.fault': 'UPSTREAM_UNAVAILABLE',
  });
  expect(attributesOf(second)).toMatchObject({ ...about, 'ordergraph.attempt': 2 });
  expect(attributesOf(second)['ordergraph.subtrees']).toEqual({ values: [{ stringValue: 'GuaranteesTerms' }] });
  // The gateway is configured to be told.
  expect(sent).toEqual([first, second].map(({ spanId }) => `00-${TRACE_ID}-${spanId}-01`));
  const text = exported.map((each) => each.text).join();
  expect(text).toContain('"stringValue":"ordergraph"');
  expect(text).not.toMatch(/4001|Sentinel|accessToken/);
});

test('a gateway that is not configured for it is told of no trace', async () => {
  const headers = { traceparent: `00-${TRACE_ID}-${CALLER_SPAN}-01` };
  await sendQuery(url, orderQuery('untold', '4002'), { headers });
  expect(stubGateway.take().map((request) => request.headers.traceparent)).toEqual([undefined]);
});

test('what is asked of the order index is a span of the operation, which begins a trace where none is named', async () => {
  const query = '{ orderSearch(first: 1) { edges { node { orderId } } } orderCount { count } }';
  expect((await sendQuery(url, query)).errors).toEqual([]);
  const found = await spans();
  const [operation] = found.filter(({ kind }) => kind === SERVER);
  const queries = found.filter(({ name }) => name.startsWith('index '));
  expect(operation?.parentSpanId).toBeUndefined();
  expect(queries.map(({ name }) => name).sort()).toEqual(['index count', 'index list']);
  for (const { traceId, parentSpanId } of queries)
    expect({ traceId, parentSpanId }).toEqual({ traceId: operation?.traceId, parentSpanId: operation?.spanId });
});

test('an operation that fails is a failed span that tells the codes, and one that is no GraphQL a span without a name', async () => {
  await sendQuery(url, orderQuery('none', '1'));
  await sendQuery(url, '{ shops');
  const [failed, unread] = await spans();
  if (!failed || !unread) throw new Error('Spans are missing.');
  expect(failed.status.code).toBe(ERROR);
  expect(attributesOf(failed)['ordergraph.errors']).toEqual({ values: [{ stringValue: 'SHOP_NOT_FOUND' }] });
  expect(unread.name).toBe('GraphQL operation');
  expect(attributesOf(unread)['ordergraph.errors']).toEqual({ values: [{ stringValue: 'GRAPHQL_PARSE_FAILED' }] });
});
