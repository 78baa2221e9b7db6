// Who is let in by key, or by none, and what they then may ask.
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

describe('keys', () => {
  test.each([
    ['plain', 'mill-key', ['mill']],
    ['as a hash', 'hashed-key', ['depot']],
    ['for every shop', 'office-key', ['mill', 'depot']],
  ])('%s', async (_what, key, shops) => {
    expect(await idsAs(bearer(key))).toEqual(shops);
    expect(await idsAs(`bearer  ${key}`)).toEqual(shops);
  });

  test.each([
    ['wrong', 'Bearer mill-kez'],
    ['too long', 'Bearer mill-key1'],
    ['too short', 'Bearer mill-ke'],
    ['in capitals', 'Bearer MILL-KEY'],
    ['the hash', `Bearer ${hashed('hashed-key')}`],
    ['like a token', 'Bearer a.b.c'],
    ['two', 'Bearer mill-key office-key'],
    ['without Bearer', 'mill-key'],
    ['Basic', `Basic ${Buffer.from('x:mill-key').toString('base64')}`],
    ['only Bearer', 'Bearer'],
    ['empty', ''],
  ])('%s: not let in', async (_what, authorization) => {
    const answer = await server.queryAs(authorization, order('mill'));
    expect(answer.status).toBe(401);
    expect(answer.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', retryable: false });
    expect(answer.text).not.toMatch(/mill|depot|office/);
    expect(server.gateway.take()).toEqual([]);
  });

  test('none: every operation is refused, as HTTP says', async () => {
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

  test('the body of a stranger is not read', async () => {
    const body = '['.repeat(300_000);
    const answer = await server.graphql.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(answer.status).toBe(401);
  });

  test('the playground’s page is served, and health told', async () => {
    const page = await fetch(server.graphql.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/^text\//);
    expect(page.status).not.toBe(401);
    expect((await fetch(new URL('/health', server.graphql.url))).status).toBe(200);
  });
});

describe('shops', () => {
  /** The answer, less what is different in every answer. */
  const askedFor = async (shop: string, query: (shop: string) => string) => {
    const { status, text } = await server.queryAs(bearer('mill-key'), query(shop));
    return { status, text: text.replaceAll(shop, 'SHOP') };
  };
  const globalId = (shop: string) => toGlobalId({ shop, orderId: ORDER });

  test.each<[string, (shop: string) => string]>([
    ['order', (shop) => order(shop)],
    ['order of what is known unasked', (shop) => order(shop, '{ id shop { name } }')],
    ['raw', (shop) => order(shop, '{ raw }')],
    [
      'orders',
      (shop) => `{ orders(refs: [{ shop: "${shop}", orderId: "1" }, { shop: "mill", orderId: "7" }]) { status } }`,
    ],
    ['node', (shop) => `{ node(id: "${globalId(shop)}") { id } }`],
    ['nodes', (shop) => `{ nodes(ids: ["${globalId(shop)}"]) { id ... on Order { status } } }`],
  ])('%s of another’s shop is answered as that of a shop that does not exist', async (_what, query) => {
    const foreign = await askedFor('depot', query);
    expect(server.gateway.take().filter(({ body }) => !body.includes('"order_id":7'))).toEqual([]);
    expect(foreign).toEqual(await askedFor('depoz', query));
    expect(foreign.text).toContain('SHOP_NOT_FOUND');
    expect(foreign.text).toContain('There is no shop SHOP.');
  });

  test('its own shop answers, and another’s holder finds the other', async () => {
    expect((await server.queryAs(bearer('mill-key'), order('mill'))).data).toEqual({
      order: { status: 'AWAITING_SHIPMENT' },
    });
    expect((await server.queryAs(bearer('hashed-key'), order('depot'))).errors).toEqual([]);
    expect((await server.queryAs(bearer('hashed-key'), order('mill'))).errors[0]?.extensions.code).toBe(
      'SHOP_NOT_FOUND',
    );
  });

  test('what others had fetched before makes no difference', async () => {
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

describe('scopes', () => {
  test.each([
    ['order', order('mill')],
    ['order', order('mill', '{ id }')],
    ['order', order('nowhere')],
    ['orders', `{ orders(refs: [{ shop: "mill", orderId: "1" }]) { status } }`],
    ['node', `{ node(id: "${toGlobalId({ shop: 'mill', orderId: '1' })}") { id } }`],
    ['nodes', `{ nodes(ids: ["${toGlobalId({ shop: 'mill', orderId: '1' })}"]) { id } }`],
  ])('%s without orders:read: %s', async (_field, query) => {
    const { status, errors } = await server.queryAs(bearer('idle-key'), query);
    expect(status).toBe(200);
    expect(errors.map(({ message, extensions: { code } }) => [code, message])).toEqual([
      ['FORBIDDEN', 'This needs the scope orders:read, which the caller lacks.'],
    ]);
    expect(server.gateway.take()).toEqual([]);
  });

  test('raw without orders:raw is null with an error at its path, and asks for nothing', async () => {
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

  test('raw with it is the document', async () => {
    const { data, errors } = await server.queryAs(bearer('hashed-key'), order('depot', '{ raw }'));
    expect(errors).toEqual([]);
    expect((data as unknown as { order: { raw: object } }).order.raw).toBeInstanceOf(Object);
  });
});

describe('no credentials', () => {
  const scopesOf = async (at: TwoShops, authorization?: string) => {
    const read = await at.queryAs(authorization, order('mill'));
    const raw = await at.queryAs(authorization, order('mill', '{ raw }'));
    return [read, raw].map(({ status, errors }) => errors[0]?.extensions.code ?? status);
  };

  test.each<[string, Part | undefined, boolean, readonly (string | number)[]]>([
    ['the sandbox: everything', undefined, true, [200, 200]],
    ['real gateways: orders alone', undefined, false, [200, 'FORBIDDEN']],
    ['auth without anonymous: nothing', {}, true, ['UNAUTHENTICATED', 'UNAUTHENTICATED']],
    ['what anonymous says', { anonymous: { shops: ['mill'], scopes: ['orders:read'] } }, true, [200, 'FORBIDDEN']],
    ['another shop', { anonymous: { shops: ['depot'], scopes: ALL } }, true, ['SHOP_NOT_FOUND', 'SHOP_NOT_FOUND']],
  ])('%s', async (_what, auth, sandbox, codes) => {
    const at = await open(auth, sandbox);
    expect(await scopesOf(at)).toEqual(codes);
    await at.close();
  });

  test('wrong credentials are not made good by an anonymous grant', async () => {
    const at = await open({ anonymous: { shops: ['*'], scopes: ALL } });
    expect(await scopesOf(at)).toEqual([200, 200]);
    expect(await scopesOf(at, bearer('guess'))).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    await at.close();
  });

  test('without auth, real gateways answer to the names of this machine only', async () => {
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
