// Tests what is counted, and what Prometheus reads of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smallReply } from '../../support/gateway.js';
import { VV_TOOL } from '../../support/gateways/vvTool.js';
import { promtool } from '../../support/promtool.js';
import { startTestServer, type TestServer } from '../../support/testServer.js';

const OPERATOR = 'a-key-of-prometheus';
const DASHBOARD = 'a-key-of-a-dashboard';

let server: TestServer;
beforeAll(async () => {
  const key = (name: string, text: string, scope: string) => ({ name, key: text, shops: ['*'], scopes: [scope] });
  server = await startTestServer({
    settings: {
      auth: {
        apiKeys: [key('prometheus', OPERATOR, 'metrics:read'), key('dashboard', DASHBOARD, 'orders:read')],
      },
      retries: 1,
    },
  });
});
afterAll(() => server?.close());

const read = (key: string) => fetch(new URL('/metrics', server.url), { headers: { authorization: `Bearer ${key}` } });

/** The value of a series as Prometheus would have it. */
async function value(series: string): Promise<number | undefined> {
  const text = await (await read(OPERATOR)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length));
}

async function ask(query: string, operationName?: string): Promise<void> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${DASHBOARD}` },
    body: JSON.stringify({ query, operationName }),
  });
  await response.text();
}

const orderQuery = (name: string, orderId: string): string =>
  `query ${name} { order(shop: "shop", orderId: "${orderId}") { orderId status } }`;

const ORDER = 'ordergraph_operation_duration_seconds_count{operation="Metered",outcome="success"}';
const OF_GATEWAY = '{shop="shop",gateway="VV_TOOL"}';

test('metrics are for callers with the scope metrics:read alone', async () => {
  const refused = await read(DASHBOARD);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect((await fetch(new URL('/metrics', server.url))).status).toBe(401);
  const answer = await read(OPERATOR);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  await answer.text();
});

test('an operation is counted by its name and outcome, its call by shop and gateway, and what was cached', async () => {
  // The first two times it is interpreted.
  for (let run = 0; run < 3; run += 1) await ask(orderQuery('Metered', '11'));
  expect(await value(ORDER)).toBe(3);
  expect(
    await value(`ordergraph_operation_duration_seconds_bucket{le="+Inf",operation="Metered",outcome="success"}`),
  ).toBe(3);
  expect(await value(`ordergraph_gateway_call_duration_seconds_count${OF_GATEWAY}`)).toBe(1);
  expect(await value('ordergraph_cache_answers_total{result="hit"}')).toBe(2);
  expect(await value('ordergraph_cache_answers_total{result="miss"}')).toBe(1);
  expect(await value('ordergraph_cache_lookups_total{level="memory",result="hit"}')).toBe(2);
  expect(await value('ordergraph_cache_lookups_total{level="memory",result="miss"}')).toBe(1);
  expect(await value('ordergraph_operation_runs_total{executor="compiled"}')).toBe(1);
  expect(await value('ordergraph_operation_runs_total{executor="interpreted"}')).toBe(2);
  expect(await value('ordergraph_compiled_operations')).toBe(1);
  expect(await value('ordergraph_loader_batches_total')).toBe(1);
  expect(await value('ordergraph_loader_loads_total{way="direct"}')).toBe(2);
});

test('faults are counted by their code, and so are retries and errors in answers', async () => {
  server.onCall(({ orderId }, before) => {
    if (orderId === '12') return () => ({ status: 503, body: '' });
    return orderId === '13' && before === 0 ? () => ({ status: 503, body: '' }) : undefined;
  });
  await ask(orderQuery('Failing', '12'));
  await ask(orderQuery('Retried', '13'));
  await ask('query Partial { shops { id } order(shop: "none", orderId: "1") { status } }');
  server.onCall(() => undefined);
  expect(await value('ordergraph_operation_duration_seconds_count{operation="Failing",outcome="failure"}')).toBe(1);
  expect(await value('ordergraph_operation_duration_seconds_count{operation="Retried",outcome="success"}')).toBe(1);
  expect(await value('ordergraph_operation_duration_seconds_count{operation="Partial",outcome="partial"}')).toBe(1);
  expect(
    await value('ordergraph_gateway_faults_total{shop="shop",gateway="VV_TOOL",code="UPSTREAM_UNAVAILABLE"}'),
  ).toBe(3);
  expect(await value(`ordergraph_gateway_retries_total${OF_GATEWAY}`)).toBe(2);
  expect(await value('ordergraph_errors_total{code="UPSTREAM_UNAVAILABLE"}')).toBe(1);
  expect(await value('ordergraph_errors_total{code="SHOP_NOT_FOUND"}')).toBe(1);
  expect(await value('ordergraph_gateway_circuit{shop="shop",gateway="VV_TOOL",state="CLOSED"}')).toBe(1);
  expect(await value('ordergraph_gateway_circuit{shop="shop",gateway="VV_TOOL",state="OPEN"}')).toBe(0);
});

test('requests that share a call in flight are counted, and so is the call while it lasts', async () => {
  let answer = (): void => {};
  server.onCall(() => (_request, response) => {
    answer = () => void response.end(smallReply(VV_TOOL, '14'));
    return undefined;
  });
  const asked = [ask(orderQuery('Shared', '14')), ask(orderQuery('Shared', '14'))];
  while ((await value('ordergraph_coalesced_requests_total')) !== 1) await new Promise(setImmediate);
  expect(await value(`ordergraph_gateway_calls_in_flight${OF_GATEWAY}`)).toBe(1);
  answer();
  await Promise.all(asked);
  server.onCall(() => undefined);
  expect(await value(`ordergraph_gateway_calls_in_flight${OF_GATEWAY}`)).toBe(0);
});

test('an operation without a name, and whatever cannot be parsed, are counted under one label', async () => {
  await ask('{ shops { id } }');
  await ask('{ shops { id');
  expect(await value('ordergraph_operation_duration_seconds_count{operation="(unnamed)",outcome="success"}')).toBe(1);
  expect(await value('ordergraph_operation_duration_seconds_count{operation="(unnamed)",outcome="failure"}')).toBe(1);
  expect(await value('ordergraph_errors_total{code="GRAPHQL_PARSE_FAILED"}')).toBe(1);
});

test('promtool finds nothing wrong with what Prometheus reads', async () => {
  await ask(orderQuery('Checked', '21'));
  const text = await (await read(OPERATOR)).text();
  expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, text: '' });
  // It does look.
  expect(promtool(['check', 'metrics'], '# TYPE things_total gauge\nthings_total 1\n').status).not.toBe(0);
});
