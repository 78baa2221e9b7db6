// What the server sends to browsers and strangers: security headers, CORS, other methods, and nothing internal.
import { afterEach, describe, expect, test } from '@jest/globals';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';

let graphql: Graphql;
const start = async (settings: Part = {}): Promise<void> => {
  graphql = await startGraphql({ settings: { shops: demoShops('http://127.0.0.1:9'), ...settings } });
};
afterEach(() => graphql?.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const SHOPS = JSON.stringify({ query: '{ shops { id } }' });
const ORIGIN = 'https://dashboard.example';

describe('cross-site requests', () => {
  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; application/json',
    'application/jsonp',
    '',
  ])('a cross-site POST with the content type %j is refused', async (type) => {
    await start();
    const body = Buffer.from(SHOPS);
    const { status, data } = await graphql.send({
      method: 'POST',
      headers: type ? { 'content-type': type } : {},
      body,
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(data).toBeUndefined();
  });

  test.each<Record<string, string>>([{}, { 'content-type': 'text/plain' }, { 'x-apollo-operation-name': '' }])(
    'a cross-site GET with the headers %j is refused',
    async (headers) => {
      await start();
      const answer = await graphql.send({ method: 'GET', headers }, '?query=%7Bshops%7Bid%7D%7D');
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.data).toBeUndefined();
    },
  );

  test('responses carry no CORS headers unless cors.origins is set', async () => {
    await start();
    for (const method of ['POST', 'OPTIONS']) {
      const response = await fetch(graphql.url, {
        method,
        headers: { ...JSON_TYPE, origin: ORIGIN, 'access-control-request-method': 'POST' },
        ...(method === 'POST' ? { body: SHOPS } : {}),
      });
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('cors.origins', () => {
  const preflight = (origin: string) =>
    fetch(graphql.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  test('an origin in cors.origins may send requests, but without the browser’s own credentials', async () => {
    await start({ cors: { origins: [ORIGIN, 'http://localhost:5173'] } });
    const allowed = await preflight(ORIGIN);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect(allowed.headers.get('vary')).toMatch(/origin/i);
    const answer = await fetch(graphql.url, { method: 'POST', headers: { ...JSON_TYPE, origin: ORIGIN }, body: SHOPS });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('access-control-expose-headers')).toContain('ratelimit-remaining');
  });

  test.each(['https://evil.example', 'https://dashboard.example.evil.example', 'http://dashboard.example', 'null'])(
    'the origin %s is refused when cors.origins does not list it',
    async (origin) => {
      await start({ cors: { origins: [ORIGIN] } });
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test.each([
    'apollographql-client-name',
    'apollographql-client-version',
    'apollographql-library-name',
    'apollographql-library-version',
    'graphql-client-name',
    'x-apollo-operation-id',
    'x-request-id',
    'x-ordergraph-plan',
  ])('a page of such an origin may send the header %s', async (name) => {
    await start({ cors: { origins: [ORIGIN] } });
    const allowed = (await preflight(ORIGIN)).headers.get('access-control-allow-headers') ?? '';
    expect(allowed.split(', ')).toContain(name);
  });

  test('a CORS preflight needs no credentials where requests do, and the 401 is readable for the page', async () => {
    const apiKeys = [{ key: 'letmein', shops: ['*'], scopes: ['orders:read'] }];
    await start({ cors: { origins: [ORIGIN] }, auth: { apiKeys } });
    expect((await preflight(ORIGIN)).status).toBe(204);
    const refused = await fetch(graphql.url, {
      method: 'POST',
      headers: { ...JSON_TYPE, origin: ORIGIN },
      body: SHOPS,
    });
    expect(refused.status).toBe(401);
    // Or the page could not read why.
    expect(refused.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });
});

describe('response headers', () => {
  test.each(['/graphql', '/health', '/nowhere'])(
    'responses of %s carry the security headers and do not name the server',
    async (path) => {
      await start();
      const { headers } = await fetch(new URL(path, graphql.url));
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );

  test('GraphQL responses carry Cache-Control: no-store', async () => {
    await start();
    const { headers } = await fetch(graphql.url, { method: 'POST', headers: JSON_TYPE, body: SHOPS });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('introspection', () => {
  const ask = (query: string) => graphql.query(query);

  test('introspection and suggestions for misspelt names are on by default', async () => {
    await start();
    expect((await ask('{ __schema { queryType { name } } }')).errors).toEqual([]);
    expect((await ask('{ shop { id } }')).text).toContain('Did you mean');
  });

  test('introspection: false turns off introspection and suggestions', async () => {
    await start({ introspection: false });
    for (const query of ['{ __schema { queryType { name } } }', '{ __type(name: "Order") { name } }'])
      expect(await ask(query)).toMatchObject({ status: 400, data: undefined });
    expect((await ask('{ __typename }')).errors).toEqual([]);
    for (const query of [
      '{ shop { id } }',
      '{ shops { ide } }',
      '{ order(shopp: "a") { id } }',
      '{ ...on Ordr { id } }',
    ])
      expect((await ask(query)).text).not.toMatch(/did you mean/i);
    const wrong = 'query($refs: [OrderRef!]!) { orders(refs: $refs) { id } }';
    expect((await graphql.query(wrong, { refs: [{ shopp: 'a' }] })).text).not.toMatch(/did you mean/i);
  });

  test('introspection is off by default in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await start();
      expect((await ask('{ __schema { queryType { name } } }')).status).toBe(400);
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s to /graphql is refused with 405 and the allowed methods',
  async (method) => {
    await start();
    const response = await fetch(graphql.url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  },
);
