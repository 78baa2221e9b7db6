// Tests POST /import and GET /import/ID over real HTTP: both formats, every mistake by its line, bounds and access.
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { Kysely } from 'kysely';
import { createAuthenticator } from '../../src/auth/authentication.js';
import type { Scope } from '../../src/config/authSettings.js';
import { sha256Of } from '../../src/config/keyHash.js';
import { createSqliteEngine } from '../../src/orderIndex/engine/sqlite.js';
import { createImportStore } from '../../src/orderIndex/import/store.js';
import type { ImportStore } from '../../src/orderIndex/import/storeTypes.js';
import { migrate } from '../../src/orderIndex/schema/index.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { createIdentify } from '../../src/server/authenticate.js';
import { refuseRequest } from '../../src/server/errors.js';
import { MAX_LINE_LENGTH } from '../../src/server/importBody.js';
import { importRoute, MAX_IMPORT_BYTES } from '../../src/server/importRoute.js';
import { importsOf } from '../support/imports.js';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const [IMPORTER, OTHER, READER] = ['a-key-that-may-import', 'another-that-may-import', 'a-key-that-may-read'];

let app: FastifyInstance;
let url: string;
let db: Kysely<Tables>;
let store: ImportStore;

beforeAll(async () => {
  const engine = createSqliteEngine({ path: join(folder, 'index.db'), isTemporary: true });
  db = new Kysely<Tables>({ dialect: engine.createDialect('sideWriter') });
  await migrate(db, engine);
  store = createImportStore(engine, (run) => run(db));
  const grant = (key: string, name: string, scopes: readonly Scope[], mayAccess = ['*']) => ({
    ...{ sha256: sha256Of(key), name, shops: mayAccess, scopes },
  });
  const apiKeys = [
    grant(IMPORTER, 'importer', ['orders:import']),
    grant(OTHER, 'other', ['orders:import'], ['slow']),
    grant(READER, 'reader', ['orders:read']),
  ];
  const shops = demoShops('http://127.0.0.1:9').map((shop, place) => ({
    ...shop,
    id: ['fast', 'slow'][place] ?? shop.id,
  }));
  const { auth } = parseSettings(JSON.stringify({ shops, auth: { apiKeys } }), {});
  app = Fastify();
  const identify = createIdentify(app, createAuthenticator({ auth, sandbox: false, now: () => new Date() }));
  app.setErrorHandler<FastifyError>((error, _request, reply) => refuseRequest(error, reply));
  await app.register(importRoute, { imports: importsOf(store), identify, onResponse: undefined });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const CSV = 'text/csv';
const NDJSON = 'application/x-ndjson';

const post = async (body: string | Uint8Array, type = CSV, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${url}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${IMPORTER}`, 'content-type': type, ...headers },
    body,
  });
  const answer = (await reply.json()) as { readonly errors?: readonly { readonly message: string }[] } & Record<
    string,
    unknown
  >;
  return { status: reply.status, headers: reply.headers, answer, message: answer.errors?.[0]?.message };
};

const due = async () =>
  (await Promise.all(['fast', 'slow'].map((shop) => store.due(shop, Date.now(), 1000))))
    .flat()
    .map(({ shop, orderId, outOrderId, position }) => [position, shop, orderId, outOrderId]);

async function removeAll(): Promise<void> {
  for (const { id } of await db.selectFrom('imports').select('id').execute()) await store.remove(id);
}

describe('what is taken', () => {
  test.each([
    ['a CSV file', CSV, 'shop,orderId\nfast,2198111437768747370\nslow,7\n'],
    [
      'a CSV file of Windows, with a byte order mark',
      'text/csv; charset=utf-8',
      '\uFEFFshop,orderId\r\nfast,2198111437768747370\r\nslow,7\r\n',
    ],
    [
      'a CSV file with its columns in another order, quotes and blanks',
      CSV,
      'orderId , "shop"\n"2198111437768747370", fast \n7,"slow"',
    ],
    ['an NDJSON file', NDJSON, '{"shop":"fast","orderId":"2198111437768747370"}\n{"shop":"slow","orderId":"7"}\n'],
    [
      'an NDJSON file with its ids as numbers',
      'application/jsonl',
      '{"orderId":2198111437768747370,"shop":"fast"}\r\n{"orderId":7,"shop":"slow","outOrderId":null}',
    ],
  ])('%s is taken, every digit of its ids kept', async (_what, type, body) => {
    const { status, headers, answer } = await post(body, type);
    expect(status).toBe(202);
    expect(answer).toMatchObject({ accepted: 2, refused: [], done: 0, failed: 0, state: 'RUNNING' });
    expect(headers.get('location')).toBe(`/import/${answer.id}`);
    expect((await due()).map(([, ...ref]) => ref)).toEqual([
      ['fast', '2198111437768747370', null],
      ['slow', '7', null],
    ]);
    await removeAll();
  });

  test('an order’s own id at the merchant is taken along, and lines are counted as an editor does', async () => {
    await post('shop,orderId,outOrderId\nfast,1,mine-1\n\nfast,2,\n');
    expect(await due()).toEqual([
      [2, 'fast', '1', 'mine-1'],
      [4, 'fast', '2', null],
    ]);
    await removeAll();
    await post('{"shop":"fast","orderId":"1","outOrderId":"mine-1"}\n\n{"shop":"fast","orderId":"2"}\n', NDJSON);
    expect(await due()).toEqual([
      [1, 'fast', '1', 'mine-1'],
      [3, 'fast', '2', null],
    ]);
    await removeAll();
  });

  test('what cannot be fetched is refused by its line, and the rest is taken', async () => {
    const { status, answer } = await post('shop,orderId\nfast,1\nnone,2\nfast,2.1981E+18\nfast,3\n');
    expect(status).toBe(202);
    expect(answer).toMatchObject({
      accepted: 2,
      refused: [
        { line: 3, shop: 'none', orderId: '2', code: 'SHOP_NOT_FOUND', message: 'There is no shop none.' },
        {
          line: 4,
          shop: 'fast',
          orderId: '2.1981E+18',
          code: 'BAD_USER_INPUT',
          message: 'orderId: must be 1 to 32 digits',
        },
      ],
    });
    await removeAll();
  });

  test('an import under an idempotency-key goes on when it is sent again', async () => {
    const file = 'shop,orderId\nfast,1\n';
    const first = await post(file, CSV, { 'idempotency-key': 'sha256' });
    const second = await post(file, CSV, { 'idempotency-key': 'sha256' });
    expect(second.answer.id).toBe(first.answer.id);
    expect((await post(file)).answer.id).not.toBe(first.answer.id);
    await removeAll();
  });
});

describe('what is refused', () => {
  const long = 'x'.repeat(MAX_LINE_LENGTH + 1);

  test.each([
    [
      'CSV without a header',
      CSV,
      'fast,1\nfast,2\n',
      'Line 1: the header must be shop,orderId or shop,orderId,outOrderId.',
    ],
    [
      'CSV with an unknown column',
      CSV,
      'shop,orderId,buyer\nfast,1,x\n',
      'Line 1: the header must be shop,orderId or shop,orderId,outOrderId.',
    ],
    [
      'CSV with a column twice',
      CSV,
      'shop,orderId,shop\nfast,1,x\n',
      'Line 1: the header must be shop,orderId or shop,orderId,outOrderId.',
    ],
    [
      'a line of CSV with too many values',
      CSV,
      'shop,orderId\nfast,1\nfast,2,3\n',
      'Line 3: it has not as many values as the header has names.',
    ],
    [
      'a line of CSV with too few values',
      CSV,
      'shop,orderId\nfast\n',
      'Line 2: it has not as many values as the header has names.',
    ],
    [
      'a long line of CSV',
      CSV,
      `shop,orderId\nfast,1\nfast,${long}\n`,
      `Line 3: it is longer than ${MAX_LINE_LENGTH} characters.`,
    ],
    ['a quotation mark that is not closed', CSV, 'shop,orderId\nfast,"1\nfast,2\n', 'a quotation mark is not closed.'],
    ['a line that is not JSON', NDJSON, '{"shop":"fast","orderId":"1"}\n{"shop"\n', 'Line 2: it is not a JSON object.'],
    ['a line that is a list', NDJSON, '["fast","1"]\n', 'Line 1: it is not a JSON object.'],
    ['a line without an order', NDJSON, '\n{"shop":"fast"}\n', 'Line 2: orderId is missing.'],
    [
      'a line with an unknown member',
      NDJSON,
      '{"shop":"fast","orderId":"1","buyer":"x"}',
      'Line 1: its members must be shop, orderId and, if need be, outOrderId.',
    ],
    ['a line whose order is an object', NDJSON, '{"shop":"fast","orderId":{}}', 'Line 1: orderId must be a string.'],
    [
      'a long line',
      NDJSON,
      `{"shop":"fast","orderId":"1"}\n{"shop":"${long}"}\n`,
      `Line 2: it is longer than ${MAX_LINE_LENGTH} characters.`,
    ],
  ])('%s is refused with the line’s number, and nothing is taken', async (_what, type, body, message) => {
    const refused = await post(body, type);
    expect(refused.status).toBe(400);
    expect(refused.message).toContain(message);
    expect(refused.message).toMatch(/^Line \d+: /);
    expect(await due()).toEqual([]);
  });

  test('bytes that are no UTF-8 are refused', async () => {
    const refused = await post(Buffer.concat([Buffer.from('shop,orderId\nfast,'), Buffer.from([0xff, 0x31])]));
    expect([refused.status, refused.message]).toEqual([400, 'The body is not UTF-8.']);
  });

  test('more bytes than an import may have are refused, whether their number is said or not', async () => {
    const refused = await post(Buffer.alloc(MAX_IMPORT_BYTES + 1, '\n'));
    expect(refused.status).toBe(413);
    const blanks = `${' '.repeat(1000)}\n`.repeat(1000);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${url}/import`, {
        method: 'POST',
        headers: { authorization: `Bearer ${IMPORTER}`, 'content-type': NDJSON, 'transfer-encoding': 'chunked' },
      });
      call.on('response', (reply) => resolve(reply.resume().statusCode));
      call.on('error', reject);
      for (let bytes = 0; bytes <= MAX_IMPORT_BYTES; bytes += blanks.length) call.write(blanks);
      call.end();
    });
    expect(status).toBe(413);
    expect(await due()).toEqual([]);
  });

  test.each([
    ['another media type', 'application/json', {}, 415],
    ['a compressed body', CSV, { 'content-encoding': 'gzip' }, 415],
    ['a key that is too long', CSV, { 'idempotency-key': 'k'.repeat(129) }, 400],
    ['no credentials', CSV, { authorization: '' }, 401],
    ['a caller without the scope orders:import', CSV, { authorization: `Bearer ${READER}` }, 403],
  ])('%s is refused', async (_what, type, headers, status) => {
    expect((await post('shop,orderId\nfast,1\n', type, headers as Record<string, string>)).status).toBe(status);
    expect(await due()).toEqual([]);
  });

  test('shops of others are refused as those that there are not', async () => {
    const { answer } = await post('shop,orderId\nfast,1\nslow,1\n', CSV, { authorization: `Bearer ${OTHER}` });
    expect(answer).toMatchObject({
      accepted: 1,
      refused: [{ line: 2, code: 'SHOP_NOT_FOUND', message: 'There is no shop fast.' }],
    });
    await removeAll();
  });

  test('a caller that hangs up in the middle leaves nothing to be fetched', async () => {
    await new Promise<void>((resolve) => {
      const call = request(`${url}/import`, {
        method: 'POST',
        headers: { authorization: `Bearer ${IMPORTER}`, 'content-type': CSV, 'transfer-encoding': 'chunked' },
      });
      call.on('error', () => resolve());
      call.write(`shop,orderId\n${Array.from({ length: 500 }, (_, order) => `fast,${order}\n`).join('')}`);
      void (async () => {
        while ((await due()).length === 0) await new Promise((next) => setTimeout(next, 10));
        call.destroy();
      })();
    });
    while ((await db.selectFrom('imports').select('id').execute()).length > 0)
      await new Promise((next) => setTimeout(next, 10));
    expect(await due()).toEqual([]);
  });
});

describe('progress', () => {
  const get = (id: string, key = IMPORTER) =>
    fetch(`${url}/import/${id}`, { headers: { authorization: `Bearer ${key}` } });

  test('GET /import/ID tells whoever began an import how far it has come', async () => {
    const { answer } = await post('shop,orderId\nfast,1\nfast,2\nnone,3\n');
    const [item] = await store.due('fast', Date.now(), 1);
    if (!item) throw new Error('One is due.');
    await store.settle([{ item, state: 'DONE' }]);
    const reply = await get(String(answer.id));
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({
      id: answer.id,
      accepted: 2,
      done: 1,
      failed: 0,
      refused: [{ line: 4 }],
    });
    await removeAll();
  });

  test('an import of somebody else is as one that there is not', async () => {
    const { answer } = await post('shop,orderId\nfast,1\n');
    const [others, none] = await Promise.all([get(String(answer.id), OTHER), get('none', OTHER)]);
    expect([others.status, none.status]).toEqual([404, 404]);
    expect(await others.json()).toEqual(await none.json());
    expect((await get(String(answer.id), READER)).status).toBe(403);
    await removeAll();
  });
});
