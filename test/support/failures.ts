// Every way that any gateway can fail in which is not a documented refusal, and the fault it must become.
import { parseJson } from '../../src/common/json.js';
import { type Failure, type GatewayCase, smallReply } from './gateway.js';
import type { Part } from './json.js';
import type { Reply } from './stubGateway.js';

const page = '<html><head><title>Error</title></head><body>at Object.<anonymous> (/srv/app.js:1:1)</body></html>';
export const answer =
  (make: (gateway: GatewayCase, orderId: string) => Reply): Failure['respondWith'] =>
  (gateway, orderId) =>
  () =>
    make(gateway, orderId);
const text = (body: string): Failure['respondWith'] => answer(() => ({ body }));

const byStatus = (status: number, code: string, also: Part = {}): Failure => ({
  what: `HTTP ${status} with a page`,
  code,
  also: { upstreamCode: String(status), ...also },
  respondWith: answer(() => ({ status, headers: { 'content-type': 'text/html' }, body: page })),
});

export const MALFORMED = 'UPSTREAM_MALFORMED';

/** Stand where an order is documented. */
export const NO_ORDERS = [null, [], 'x', 1, true, '', [[]]] as const;

/** The envelope of a good reply, changed. */
export const envelope = (change: (envelope: Record<string, unknown>) => void): Failure['respondWith'] =>
  answer((gateway, orderId) => {
    const good = parseJson(smallReply(gateway, orderId)) as Record<string, unknown>;
    change(good);
    return { body: JSON.stringify(good) };
  });

export const FAILURES: readonly Failure[] = [
  byStatus(400, 'UPSTREAM_BAD_REQUEST', { retryable: false }),
  byStatus(401, 'SHOP_NOT_AUTHORIZED', { retryable: false }),
  byStatus(403, 'SHOP_NOT_AUTHORIZED', { retryable: false }),
  byStatus(404, 'UPSTREAM_BAD_REQUEST', { retryable: false }),
  byStatus(429, 'UPSTREAM_THROTTLED', { retryable: true }),
  byStatus(500, 'UPSTREAM_UNAVAILABLE', { retryable: true }),
  byStatus(502, 'UPSTREAM_UNAVAILABLE', { retryable: true }),
  byStatus(503, 'UPSTREAM_UNAVAILABLE', { retryable: true }),
  byStatus(504, 'UPSTREAM_TIMEOUT', { retryable: true }),
  {
    what: 'HTTP 429 that says when to come back',
    code: 'UPSTREAM_THROTTLED',
    also: { retryAfterMs: 2000, retryable: true },
    respondWith: answer(() => ({ status: 429, headers: { 'retry-after': '2' } })),
  },
  {
    what: 'HTTP 429 with a refusal in words',
    code: 'UPSTREAM_THROTTLED',
    also: { retryAfterMs: 1000, upstreamCode: '429', retryable: true },
    respondWith: answer(({ refuse }) => ({
      status: 429,
      headers: { 'retry-after': '1' },
      body: JSON.stringify(refuse(429, '请求过于频繁')),
    })),
  },
  {
    what: 'HTTP 503 with JSON of another server',
    code: 'UPSTREAM_UNAVAILABLE',
    also: { upstreamCode: '503' },
    respondWith: answer(() => ({ status: 503, body: '{"error":"no healthy upstream"}' })),
  },
  {
    what: 'HTTP 500 with the JSON of a framework',
    code: 'UPSTREAM_UNAVAILABLE',
    respondWith: answer(() => ({
      status: 500,
      body: '{"timestamp":1,"status":500,"error":"Internal Server Error","path":"/"}',
    })),
  },
  {
    what: 'a redirect',
    code: 'UPSTREAM_UNAVAILABLE',
    respondWith: () => (_request, _response) => ({ status: 307, headers: { location: '/elsewhere' } }),
  },
  {
    what: 'a reset connection',
    code: 'UPSTREAM_UNAVAILABLE',
    also: { retryable: true },
    respondWith: () => (_request, response) => {
      response.socket?.resetAndDestroy();
      return undefined;
    },
  },
  {
    what: 'a connection closed in the middle of the body',
    code: 'UPSTREAM_UNAVAILABLE',
    respondWith: () => (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"code":0,', () => response.socket?.destroy());
      return undefined;
    },
  },
  {
    what: 'silence',
    code: 'UPSTREAM_TIMEOUT',
    also: { retryable: true },
    isEndless: true,
    respondWith: () => () => undefined,
  },
  {
    what: 'a body that drips',
    code: 'UPSTREAM_TIMEOUT',
    also: { retryable: true },
    isEndless: true,
    respondWith: () => (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
      return undefined;
    },
  },
  {
    what: 'a reply of more than 8 MiB',
    code: MALFORMED,
    respondWith: answer((gateway, orderId) => ({ body: smallReply(gateway, orderId) + ' '.repeat(8 * 1024 * 1024) })),
  },
  {
    what: 'a broken gzip',
    code: MALFORMED,
    respondWith: answer(() => ({ headers: { 'content-encoding': 'gzip' }, body: 'no gzip' })),
  },
  { what: 'a page', code: MALFORMED, respondWith: text(page) },
  { what: 'an empty body', code: MALFORMED, respondWith: text('') },
  { what: 'white space', code: MALFORMED, respondWith: text(' \n') },
  { what: 'HTTP 204', code: MALFORMED, respondWith: answer(() => ({ status: 204 })) },
  ...['null', '[]', '"x"', '0', 'true', '{}', '{"code":null}', '[{"code":0}]', '[['.repeat(50_000)].map((body) => ({
    what: `the text ${body.slice(0, 20)}`,
    code: MALFORMED,
    respondWith: text(body),
  })),
  ...[0.2, 0.5, 0.99].map((part) => ({
    what: `${part * 100} % of a good reply`,
    code: MALFORMED,
    respondWith: answer((gateway, orderId) => {
      const body = smallReply(gateway, orderId);
      return { body: body.slice(0, Math.floor(body.length * part)) };
    }),
  })),
  {
    what: 'another order',
    code: MALFORMED,
    also: { retryable: false },
    respondWith: answer((gateway) => ({ body: smallReply(gateway, '4355875836205969812') })),
  },
  {
    what: 'an unknown code',
    code: 'UPSTREAM_BAD_REQUEST',
    also: { upstreamCode: '999' },
    respondWith: answer(({ refuse }) => ({ body: JSON.stringify(refuse(999, '???')) })),
  },
  {
    what: 'an unknown code without words',
    code: 'UPSTREAM_BAD_REQUEST',
    also: { upstreamCode: '-1', upstreamMessage: '' },
    respondWith: answer(({ refuse }) => ({ body: JSON.stringify(refuse(-1, '')) })),
  },
];

/** Those that are over at once. */
export const PROMPT_FAILURES = FAILURES.filter(({ isEndless = false }) => !isEndless);

/** Those that last until the call is given up; a test of them waits for all gateways together. */
export const ENDLESS_FAILURES = FAILURES.filter(({ isEndless = false }) => isEndless);
