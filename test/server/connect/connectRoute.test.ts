// Tests how a shop is connected: by its owner, at its platform, once; and how it is not.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  authorize,
  bearer,
  type ConnectingServer,
  KEYS,
  MEMBER,
  OTHER_MEMBER,
  startConnecting,
  visit,
} from '../../support/connecting.js';

let folder: string;
let server: ConnectingServer;
let clock = Date.now();
const encryptionKey = randomBytes(32).toString('base64');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-connect-'));
  server = await startServer('index.db');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Its shop has no token yet. */
const startServer = (file: string, gateway = {}): Promise<ConnectingServer> =>
  startConnecting({
    now: () => new Date(clock),
    gateway: { sessionKey: undefined, ...gateway },
    index: { path: join(folder, file), encryptionKey },
  });

const begin = (to = server, key: string = KEYS.office) => visit(`${to.url}/connect/flagship`, bearer(key));

/** Begins as a caller, authorizes at the platform, and comes back as the browser that began. */
async function connect(to = server, member = MEMBER, headers: Readonly<Record<string, string>> = {}) {
  const { location, cookie } = await begin(to);
  return visit(await authorize(location, member), { cookie, ...headers });
}

interface Authorized {
  readonly state: string;
  readonly fault: string | null;
}

interface ShopAnswer {
  readonly gateways: readonly { readonly authorization: Authorized }[];
}

async function authorizationAt({ url }: ConnectingServer): Promise<Authorized | undefined> {
  const query = '{ shops { gateways { authorization { state expiresAt renewedAt fault } } } }';
  const { data } = await ask<{ readonly shops: readonly ShopAnswer[] }>(url, query);
  return data?.shops[0]?.gateways[0]?.authorization;
}

interface GraphqlAnswer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly extensions: object }[];
}

async function ask<Data = object>(url: string, query: string): Promise<GraphqlAnswer<Data>> {
  const headers = { 'content-type': 'application/json', ...bearer(KEYS.office) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as GraphqlAnswer<Data>;
}

const ORDER = '{ order(shop: "flagship", orderId: "2231958349") { status } }';

test('a shop of 1688’s own platform is connected, and read with the token that it was given', async () => {
  const gateway = { accessToken: undefined, refreshToken: undefined };
  const maker = await startConnecting({ shop: 'maker', gateway });
  const { location, cookie } = await visit(`${maker.url}/connect/maker`, bearer(KEYS.office));
  const page = await visit(await authorize(location, 'b2b-2200000000002'), { cookie });
  expect([page.status, page.text.includes('It is renewed by itself before that.')]).toEqual([200, true]);
  const order = '{ order(shop: "maker", orderId: "2198765432109876520") { status } }';
  expect(await ask(maker.url, order)).toMatchObject({ data: { order: { status: expect.any(String) } } });
  await maker.close();
});

test('a shop whose tokens stand in the settings is known by what they are renewed to', async () => {
  const maker = await startConnecting({ shop: 'maker' });
  const begun = () => visit(`${maker.url}/connect/maker`, bearer(KEYS.office));
  const foreign = await begun();
  const refused = await visit(await authorize(foreign.location, 'b2b-2200000000003'), { cookie: foreign.cookie });
  expect(refused.status).toBe(403);
  const own = await begun();
  const page = await visit(await authorize(own.location, 'b2b-2200000000002'), { cookie: own.cookie });
  expect(page.status).toBe(200);
  await maker.close();
});

test('a shop that is not connected says where that is done, and its orders come once it is', async () => {
  const fresh = await startServer('fresh.db');
  const { errors } = await ask(fresh.url, ORDER);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'SHOP_NOT_AUTHORIZED',
    authorizeUrl: `${fresh.url}/connect/flagship`,
  });
  expect(await authorizationAt(fresh)).toMatchObject({ state: 'NOT_AUTHORIZED' });
  const page = await connect(fresh);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Flagship Store');
  expect(await authorizationAt(fresh)).toMatchObject({ state: 'AUTHORIZED', fault: null });
  expect(await ask(fresh.url, ORDER)).toMatchObject({ data: { order: { status: expect.any(String) } } });
  await fresh.close();
});

test.each([
  ['en-GB,zh;q=0.5', 'The shop is connected'],
  ['zh-CN,zh;q=0.9,en;q=0.8', '店铺已连接'],
])('the page is in the language that the browser asks for: %s', async (language, title) => {
  const { text, headers } = await connect(server, MEMBER, { 'accept-language': language });
  expect(text).toContain(`<h1>${title}</h1>`);
  expect(text).toMatch(/20\d\d-\d\d-\d\d \d\d:\d\d UTC/);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('what has to do with a connection is stored nowhere on its way and sends no referrer', async () => {
  const started = await begin();
  const page = await visit(await authorize(started.location), { cookie: started.cookie });
  for (const { headers } of [started, page]) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
  expect(page.text).not.toMatch(/(?:href|src)=/);
  expect(started.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax$/);
});

test('the platform is told the registered address, whatever host the request names', async () => {
  const { location } = await visit(`${server.url}/connect/flagship?redirect_uri=https://evil.example`, {
    ...bearer(KEYS.office),
    'x-forwarded-host': 'evil.example',
  });
  const parameters = new URL(location).searchParams;
  expect(new URL(location).origin).toBe(server.sandbox.url);
  expect(parameters.get('redirect_uri')).toBe(`${server.url}/connect/callback`);
  expect(parameters.get('state')).toMatch(/^[\w-]{43}$/);
});

test.each([
  ['without a key', undefined, 401],
  ['without the scope', KEYS.reader, 403],
])('nobody begins %s', async (_who, key, status) => {
  const answer = await visit(`${server.url}/connect/flagship`, key === undefined ? {} : bearer(key));
  expect(answer).toMatchObject({ status, location: '' });
});

test('a shop that is not there is not found', async () => {
  expect((await visit(`${server.url}/connect/nowhere`, bearer(KEYS.office))).status).toBe(404);
});

test('a state is good for one use', async () => {
  const { location, cookie } = await begin();
  const back = await authorize(location);
  expect((await visit(back, { cookie })).status).toBe(200);
  const again = new URL(await authorize(location));
  expect(again.searchParams.get('state')).toBe(new URL(location).searchParams.get('state'));
  expect((await visit(again.href, { cookie })).status).toBe(403);
});

test('a state that nobody was given is refused', async () => {
  const { location, cookie } = await begin();
  const back = new URL(await authorize(location));
  back.searchParams.set('state', randomBytes(32).toString('base64url'));
  expect((await visit(back.href, { cookie })).status).toBe(403);
});

test('a state of another browser is refused, and is used up', async () => {
  const [mine, others] = [await begin(), await begin()];
  const back = await authorize(mine.location);
  expect((await visit(back, { cookie: others.cookie })).status).toBe(403);
  expect((await visit(back, { cookie: mine.cookie })).status).toBe(403);
});

test('a state of another caller is refused, with the cookie or without it', async () => {
  for (const withCookie of [true, false]) {
    const { location, cookie } = await begin(server, KEYS.office);
    const back = await authorize(location);
    const headers = { ...bearer(KEYS.other), ...(withCookie && { cookie }) };
    expect((await visit(back, headers)).status).toBe(403);
  }
});

test('a caller that has no browser comes back with its key', async () => {
  const { location } = await begin();
  expect((await visit(await authorize(location), bearer(KEYS.office))).status).toBe(200);
});

test('a state is good for ten minutes', async () => {
  const { location, cookie } = await begin();
  const back = await authorize(location);
  clock += 600_000;
  expect((await visit(back, { cookie })).status).toBe(403);
});

test('another account than the shop’s is refused, and what was connected stays', async () => {
  const before = await connect();
  expect(before.status).toBe(200);
  const refused = await connect(server, OTHER_MEMBER);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('another account');
  expect(await authorizationAt(server)).toMatchObject({ state: 'AUTHORIZED' });
});

test('the account that the settings name is the only one that may connect', async () => {
  const strict = await startServer('strict.db', { userId: OTHER_MEMBER });
  expect((await connect(strict, MEMBER)).status).toBe(403);
  expect(await authorizationAt(strict)).toMatchObject({ state: 'NOT_AUTHORIZED' });
  expect((await connect(strict, OTHER_MEMBER)).status).toBe(200);
  await strict.close();
});

test('an owner who does not authorize is told so, and nothing is connected', async () => {
  const { location, cookie } = await begin();
  const page = await visit(await authorize(location, ''), { cookie });
  expect([page.status, page.text.includes('Nothing was connected')]).toEqual([400, true]);
});

test('a link is made by who may connect, leads to the platform once, and its browser comes back', async () => {
  const make = (key: string) => fetch(`${server.url}/connect/flagship`, { method: 'POST', headers: bearer(key) });
  expect((await make(KEYS.reader)).status).toBe(403);
  const { url, expiresAt } = (await (await make(KEYS.office)).json()) as { url: string; expiresAt: string };
  expect(Date.parse(expiresAt) - clock).toBe(3_600_000);
  const first = await visit(url);
  expect(first.status).toBe(302);
  expect((await visit(url)).status).toBe(403);
  expect((await visit(await authorize(first.location), { cookie: first.cookie })).status).toBe(200);
});

test('what one replica began another ends, and the first takes it over', async () => {
  const [gateway, index] = [{ sessionKey: undefined }, { path: join(folder, 'shared.db'), encryptionKey }];
  const one = await startConnecting({ gateway, index });
  const other = await startConnecting({ gateway, index, beside: one });
  const { location, cookie } = await begin(one);
  const back = new URL(await authorize(location));
  back.host = new URL(other.url).host;
  expect((await visit(back.href, { cookie })).status).toBe(200);
  expect(await ask(one.url, ORDER)).toMatchObject({ data: { order: { status: expect.any(String) } } });
  await other.close();
  await one.close();
});

test('neither codes nor tokens stand in the log or in any file of the index', async () => {
  const { location, cookie } = await begin();
  const back = await authorize(location);
  const secrets = [new URL(back).searchParams.get('code') ?? '', new URL(back).searchParams.get('state') ?? '', cookie];
  expect((await visit(back, { cookie })).status).toBe(200);
  const log = server.lines.join('\n');
  expect(log).toContain('The shop was connected');
  for (const secret of secrets) expect(log).not.toContain(secret);
  const stored = readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1'));
  for (const secret of secrets) expect(stored.filter((text) => text.includes(secret))).toEqual([]);
});
