// Tests authentication by API key or without one, and the shops and scopes that follow.
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { toGlobalId } from '../../src/order/globalId.js';
import type { Part } from '../support/json.js';
import { bearer, ORDER, post, startTwoShops, type TwoShops } from '../support/twoShops.js';

const SHOPS = '{ shops { id } }';
const order = (shop: string, fields = '{ status }') => `{ order(shop: "${shop}", orderId: "${ORDER}") ${fields} }`;

const ALL = ['orders:read', 'pii:read', 'orders:raw', 'metrics:read'];
const hashed = (key: string) => createHash('sha256').update(key).digest('hex');
const HOLDERS = {
  office: { key: 'office-key', shops: ['*'], scopes: ALL, name: 'office' },
  mill: { key: 'mill-key', shops: ['mill'], scopes: ['orders:read'] },
  hashed: { sha256: hashed('hashed-key').toUpperCase(), shops: ['depot'], scopes: ['orders:read', 'orders:raw'] },
  idle: { sha256: hashed('idle-key'), shops: ['*'], scopes: ['pii:read', 'orders:raw'] },
};

let server: TwoShops;
const open = (auth: Part | undefined, sandbox = true) => startTwoShops({ settings: { auth }, sandbox });

beforeAll(async () => {
  server = await open({ apiKeys: Object.values(HOLDERS) });
});
afterAll(() => server.close());
afterEach(() => {
  server.gateway.take();
});

const idsAs = async (authorization: string, at = server) => {
  const { data } = await at.queryAs(authorization, SHOPS);
  return (data as unknown as { shops: { id: string }[] }).shops.map(({ id }) => id);
};

describe('API keys', () => {
  test.each([
    ['a plain key', 'mill-key', ['mill']],
    ['a hashed key', 'hashed-key', ['depot']],
    ['a key for every shop', 'office-key', ['mill', 'depot']],
  ])('%s authenticates its holder, who sees its shops alone', async (_what, key, shops) => {
    expect(await idsAs(bearer(key))).toEqual(shops);
    expect(await idsAs(`bearer  ${key}`)).toEqual(shops);
  });

  test.each([
    ['a wrong key', 'Bearer mill-kez'],
    ['a key that is too long', 'Bearer mill-key1'],
    ['a key that is too short', 'Bearer mill-ke'],
    ['a key in capitals', 'Bearer MILL-KEY'],
    ['the hash of a key', `Bearer ${hashed('hashed-key')}`],
    ['a text that looks like a token', 'Bearer a.b.c'],
    ['a pair of keys', 'Bearer mill-key office-key'],
    ['a key without Bearer', 'mill-key'],
    ['a key as Basic credentials', `Basic ${Buffer.from('x:mill-key').toString('base64')}`],
    ['the word Bearer alone', 'Bearer'],
    ['an empty header', ''],
  ])('%s is answered with 401 UNAUTHENTICATED, and no gateway is called', async (_what, authorization) => {
    const answer = await server.queryAs(authorization, order('mill'));
    expect(answer.status).toBe(401);
    expect(answer.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', retryable: false });
    expect(answer.text).not.toMatch(/mill|depot|office/);
    expect(server.gateway.take()).toEqual([]);
  });

  test('every operation without credentials is answered with 401 and WWW-Authenticate: Bearer', async () => {
    for (const query of [SHOPS, '{ __typename }', getIntrospectionQuery(), order('mill'), 'no query', '']) {
      const response = await fetch(server.graphql.url, post(undefined, query));
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(response.headers.get('content-type')).toContain('json');
      expect(await response.json()).toEqual({
        errors: [
          {
            message: 'An API key or a token is needed: send it as Authorization: Bearer KEY.',
            extensions: { code: 'UNAUTHENTICATED', retryable: false },
          },
        ],
      });
    }
    const byGet = await fetch(`${server.graphql.url}?query=${encodeURIComponent(SHOPS)}`, {
      headers: { accept: 'text/html' },
    });
    expect(byGet.status).toBe(401);
  });

  test('the body of a request without credentials is not parsed', async () => {
    const body = '['.repeat(300_000);
    const answer = await server.graphql.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(answer.status).toBe(401);
  });

  test('the playground page and /health need no credentials', async () => {
    const page = await fetch(server.graphql.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/^text\//);
    expect(page.status).not.toBe(401);
    expect((await fetch(new URL('/health', server.graphql.url))).status).toBe(200);
  });
});

describe('shops of a caller', () => {
  /** The answer, less what is different in every answer. */
  const askedFor = async (shop: string, query: (shop: string) => string) => {
    const { status, text } = await server.queryAs(bearer('mill-key'), query(shop));
    return { status, text: text.replaceAll(shop, 'SHOP') };
  };
  const globalId = (shop: string) => toGlobalId({ shop, orderId: ORDER });

  test.each<[string, (shop: string) => string]>([
    ['order', (shop) => order(shop)],
    ['order of id and shop alone', (shop) => order(shop, '{ id shop { name } }')],
    ['raw', (shop) => order(shop, '{ raw }')],
    [
      'orders',
      (shop) => `{ orders(refs: [{ shop: "${shop}", orderId: "1" }, { shop: "mill", orderId: "7" }]) { status } }`,
    ],
    ['node', (shop) => `{ node(id: "${globalId(shop)}") { id } }`],
    ['nodes', (shop) => `{ nodes(ids: ["${globalId(shop)}"]) { id ... on Order { status } } }`],
  ])(
    'the query %s for a shop of another caller is answered like one for a shop that does not exist',
    async (_what, query) => {
      const foreign = await askedFor('depot', query);
      expect(server.gateway.take().filter(({ body }) => !body.includes('"order_id":7'))).toEqual([]);
      expect(foreign).toEqual(await askedFor('depoz', query));
      expect(foreign.text).toContain('SHOP_NOT_FOUND');
      expect(foreign.text).toContain('There is no shop SHOP.');
    },
  );

  test('each caller gets orders of its own shops, and SHOP_NOT_FOUND for those of others', async () => {
    expect((await server.queryAs(bearer('mill-key'), order('mill'))).data).toEqual({
      order: { status: 'AWAITING_SHIPMENT' },
    });
    expect((await server.queryAs(bearer('hashed-key'), order('depot'))).errors).toEqual([]);
    expect((await server.queryAs(bearer('hashed-key'), order('mill'))).errors[0]?.extensions.code).toBe(
      'SHOP_NOT_FOUND',
    );
  });

  test('an order that another caller had cached is not served for a foreign shop', async () => {
    const cached = await startTwoShops({
      settings: { auth: { apiKeys: Object.values(HOLDERS) }, cache: { maxBytes: 1_000_000 } },
    });
    expect((await cached.queryAs(bearer('office-key'), order('depot'))).errors).toEqual([]);
    const plan = { 'x-ordergraph-plan': '1' };
    const ask = async (shop: string) => {
      const request = post(bearer('mill-key'), order(shop));
      const { text } = await cached.graphql.send({
        ...request,
        headers: { ...request.headers, ...plan },
      });
      return text.replaceAll(shop, 'SHOP');
    };
    expect(await ask('depot')).toBe(await ask('depoz'));
    expect(await ask('depot')).toContain('"orders":[]');
    expect(cached.gateway.take().length).toBe(1);
    await cached.close();
  });
});

describe('scopes of a caller', () => {
  test.each([
    ['order', order('mill')],
    ['order', order('mill', '{ id }')],
    ['order', order('nowhere')],
    ['orders', `{ orders(refs: [{ shop: "mill", orderId: "1" }]) { status } }`],
    ['node', `{ node(id: "${toGlobalId({ shop: 'mill', orderId: '1' })}") { id } }`],
    ['nodes', `{ nodes(ids: ["${toGlobalId({ shop: 'mill', orderId: '1' })}"]) { id } }`],
  ])('the query %s without orders:read is FORBIDDEN: %s', async (_field, query) => {
    const { status, errors } = await server.queryAs(bearer('idle-key'), query);
    expect(status).toBe(200);
    expect(errors.map(({ message, extensions: { code } }) => [code, message])).toEqual([
      ['FORBIDDEN', 'This needs the scope orders:read, which the caller lacks.'],
    ]);
    expect(server.gateway.take()).toEqual([]);
  });

  test('the field raw without orders:raw is null with an error at its path, and adds nothing to the call', async () => {
    const fields = '{ status theirs: raw items { name } }';
    const { data, errors } = await server.queryAs(bearer('mill-key'), order('mill', fields));
    expect(data).toEqual({
      order: { status: 'AWAITING_SHIPMENT', theirs: null, items: [{ name: '大衣' }] },
    });
    expect(errors).toMatchObject([
      {
        message: 'This needs the scope orders:raw, which the caller lacks.',
        path: ['order', 'theirs'],
        extensions: { code: 'FORBIDDEN', shop: 'mill', orderId: ORDER, retryable: false },
      },
    ]);
    const withRaw = server.gateway.take();
    await server.queryAs(bearer('mill-key'), order('mill', '{ status items { name } }'));
    expect(withRaw.map(({ body }) => body)).toEqual(server.gateway.take().map(({ body }) => body));

    expect(
      (await server.queryAs(bearer('mill-key'), order('mill', '{ ... on Node { ... on Order { raw } } }'))).data,
    ).toEqual({ order: { raw: null } });
    expect(server.gateway.take()).toEqual([]);
  });

  test('the field raw with orders:raw is the gateway’s document', async () => {
    const { data, errors } = await server.queryAs(bearer('hashed-key'), order('depot', '{ raw }'));
    expect(errors).toEqual([]);
    expect((data as unknown as { order: { raw: object } }).order.raw).toBeInstanceOf(Object);
  });
});

describe('callers without credentials', () => {
  const scopesOf = async (at: TwoShops, authorization?: string) => {
    const read = await at.queryAs(authorization, order('mill'));
    const raw = await at.queryAs(authorization, order('mill', '{ raw }'));
    return [read, raw].map(({ status, errors }) => errors[0]?.extensions.code ?? status);
  };

  test.each<[string, Part | undefined, boolean, readonly (string | number)[]]>([
    ['the sandbox without auth allows everything', undefined, true, [200, 200]],
    ['a server of real gateways without auth allows orders:read alone', undefined, false, [200, 'FORBIDDEN']],
    ['auth without anonymous allows nothing', {}, true, ['UNAUTHENTICATED', 'UNAUTHENTICATED']],
    [
      'auth.anonymous allows its scopes alone',
      { anonymous: { shops: ['mill'], scopes: ['orders:read'] } },
      true,
      [200, 'FORBIDDEN'],
    ],
    [
      'auth.anonymous allows its shops alone',
      { anonymous: { shops: ['depot'], scopes: ALL } },
      true,
      ['SHOP_NOT_FOUND', 'SHOP_NOT_FOUND'],
    ],
  ])('%s', async (_what, auth, sandbox, codes) => {
    const at = await open(auth, sandbox);
    expect(await scopesOf(at)).toEqual(codes);
    await at.close();
  });

  test('wrong credentials are refused even where auth.anonymous allows everything', async () => {
    const at = await open({ anonymous: { shops: ['*'], scopes: ALL } });
    expect(await scopesOf(at)).toEqual([200, 200]);
    expect(await scopesOf(at, bearer('guess'))).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    await at.close();
  });

  test('a server of real gateways without auth accepts loopback names alone in the Host header', async () => {
    const at = await open(undefined, false);
    const { port, hostname } = new URL(at.graphql.url);
    const { request } = await import('node:http');
    const statusFor = (host: string) =>
      new Promise((resolve) => {
        const { headers, body } = post(undefined, SHOPS);
        request(
          {
            port,
            hostname,
            path: '/graphql',
            method: 'POST',
            headers: { ...(headers as Record<string, string>), host },
          },
          (response) => resolve(response.resume().statusCode),
        ).end(body);
      });
    for (const host of ['localhost', `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST:1'])
      expect([host, await statusFor(host)]).toEqual([host, 200]);
    for (const host of ['shop.example.com', '127.0.0.1.example.com', `10.0.0.1:${port}`, 'localhost@example.com'])
      expect([host, await statusFor(host)]).toEqual([host, 403]);
    await at.close();
  });
});
