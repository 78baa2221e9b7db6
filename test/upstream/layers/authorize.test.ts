// Tests the real server with tokens that end: renewed at the platform, revoked there, and shown nowhere.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { smallReply } from '../../support/gateway.js';
import { TAOBAO_TOP } from '../../support/gateways/taobaoTop.js';
import { lineStream } from '../../support/lineStream.js';
import { type IndexedServer, startIndexedServer } from '../../support/recordedIndex.js';
import { type StubGateway, startStubGateway } from '../../support/stubGateway.js';

const SENTINEL = 'sentinel-of-a-token';
const SPARE = 'session-of-the-spare-gateway';
const OLD = `${SENTINEL}-old`;
const REFRESH = `${SENTINEL}-refresh`;

let stub: StubGateway;
let folder: string;
let server: IndexedServer;
let lines: string[] = [];
/** The sessions that the platform takes, and how many it has issued. */
let sessions = new Set<string>();
let issued = 0;
let isRevoked = false;

const sessionIn = (url: string): string => new URL(url, stub.url).searchParams.get('session') ?? '';

beforeAll(async () => {
  stub = await startStubGateway();
  stub.respondWith((request) => {
    if (request.url.startsWith('/token')) return grant();
    if (!sessions.has(sessionIn(request.url)))
      return {
        body: JSON.stringify({ error_response: { code: 27, msg: `Invalid session ${sessionIn(request.url)}` } }),
      };
    return { body: smallReply(TAOBAO_TOP, TAOBAO_TOP.callOf(request).orderId) };
  });
});
afterAll(() => stub.close());

function grant() {
  if (isRevoked) return { status: 400, body: `{"error":"invalid_grant","error_description":"${REFRESH} expired"}` };
  issued += 1;
  const session = `${SENTINEL}-${issued}`;
  sessions.add(session);
  return {
    body: JSON.stringify({ access_token: session, refresh_token: REFRESH, expires_in: 3600, re_expires_in: 9000 }),
  };
}

beforeEach(async () => {
  [sessions, issued, isRevoked, lines] = [new Set([SPARE]), 0, false, []];
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-authorize-'));
  const gateway = { ...TAOBAO_TOP.settings, url: `${stub.url}/TAOBAO_TOP`, tokenUrl: `${stub.url}/token` };
  const shop = {
    id: 'flagship',
    name: 'Flagship',
    gateways: [
      { ...gateway, sessionKey: OLD, refreshToken: REFRESH },
      { ...gateway, appKey: '87654321', sessionKey: SPARE },
    ],
  };
  const index = { encryptionKey: randomBytes(32).toString('base64') };
  const path = join(folder, 'index.db');
  server = await startIndexedServer(
    { shops: [shop], cache: { maxBytes: 0 }, retries: 0, index },
    { name: 'SQLite', path },
    { sandbox: true, logger: { level: 'trace', stream: lineStream((line) => void lines.push(line)) } },
  );
  // Tokens are renewed under a lock that is in the index: before it is open, a slow machine's first query goes without.
  await server.index.coverage({ shops: [] });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  stub.take();
});

const ORDER = '{ order(shop: "flagship", orderId: "2231958349") { orderId upstream { requestId } } }';
const SHOPS = '{ shops { gateways { authorization { state expiresAt renewedAt fault } } } }';

/** The sessions that calls came with since the last time. */
const sessionsCalled = (): readonly string[] =>
  stub.take().flatMap(({ url }) => (url.startsWith('/token') ? ['token'] : [sessionIn(url)]));

test('an order whose token has ended is answered with the one that it is renewed to', async () => {
  expect(await server.query(ORDER)).toMatchObject({ data: { order: { orderId: '2231958349' } } });
  expect(sessionsCalled()).toEqual([OLD, 'token', `${SENTINEL}-1`]);
  const { data } = await server.query(SHOPS);
  expect(data).toMatchObject({ shops: [{ gateways: [{ authorization: { state: 'AUTHORIZED', fault: null } }, {}] }] });
});

test('a gateway whose tokens are revoked is left alone at once, says so, and the shop’s next one answers', async () => {
  await server.query(ORDER);
  [sessions, isRevoked] = [new Set([SPARE]), true];
  sessionsCalled();
  expect(await server.query(ORDER)).toMatchObject({ data: { order: { orderId: '2231958349' } } });
  expect(sessionsCalled()).toEqual([`${SENTINEL}-1`, 'token', SPARE]);
  expect(await server.query(ORDER)).toMatchObject({ data: { order: { orderId: '2231958349' } } });
  expect(sessionsCalled()).toEqual([SPARE]);
  const { data } = await server.query(SHOPS);
  expect(data).toMatchObject({
    shops: [{ gateways: [{ authorization: { state: 'REVOKED', fault: 'SHOP_NOT_AUTHORIZED' } }, {}] }],
  });
});

test('a token stands in no answer, no line of the log and no file of the index', async () => {
  const answers = [await server.query(ORDER), await server.query(SHOPS)];
  sessions = new Set();
  isRevoked = true;
  answers.push(await server.query(ORDER), await server.query(SHOPS));
  expect(JSON.stringify(answers)).toContain('SHOP_NOT_AUTHORIZED');
  await server.index.flush();
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1'));
  expect(files.length).toBeGreaterThan(0);
  for (const text of [JSON.stringify(answers), ...lines, ...files]) expect(text).not.toContain(SENTINEL);
  expect(lines.join('')).toContain('The platform refuses to renew the access token');
});
