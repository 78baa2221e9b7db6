// Trusted documents: sent in every form that clients use, others refused or logged, the manifest read again on change.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { demoShops } from '../../../src/sandbox/demo.js';
import { NoCallDocument } from '../../generated/graphql.js';
import { type Graphql, startGraphql } from '../../support/graphql.js';
import type { Part } from '../../support/json.js';

const GENERATED = new URL('../../generated/persisted-documents.json', import.meta.url).pathname;
const texts = JSON.parse(readFileSync(GENERATED, 'utf8')) as Readonly<Record<string, string>>;
// The client knows the hash from the document that it was built with.
const { hash } = (NoCallDocument as { __meta__?: { hash?: string } }).__meta__ ?? {};
const name = hash ?? '';
const text = texts[name] ?? '';

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-'));
afterAll(() => rmSync(folder, { recursive: true }));

let graphql: Graphql;
let logged: Part[];
async function start(trustedDocuments: Part): Promise<void> {
  logged = [];
  const stream = { write: (line: string) => void logged.push(JSON.parse(line) as Part) };
  graphql = await startGraphql({
    settings: { shops: demoShops('http://127.0.0.1:9'), trustedDocuments },
    logger: { level: 'info', stream },
  });
}
afterEach(() => graphql?.close());

const post = (body: Part) =>
  graphql.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const get = (parameters: Readonly<Record<string, string>>) =>
  graphql.send(
    { method: 'GET', headers: { 'apollo-require-preflight': 'yes' } },
    `?${new URLSearchParams(parameters)}`,
  );
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

const bare = name.replace('sha256:', '');
const UNKNOWN = 'ab'.repeat(32);
const NOT_FOUND = [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }];

test('codegen names each trusted document by the SHA-256 hash of its text', () => {
  expect(Object.keys(texts).length).toBeGreaterThan(10);
  for (const [id, document] of Object.entries(texts))
    expect(id).toBe(`sha256:${createHash('sha256').update(document).digest('hex')}`);
});

describe.each(['log', 'enforce'])('trusted documents in mode %s', (mode) => {
  test.each<[string, () => ReturnType<typeof post>]>([
    ['the hash of a persisted query', () => post({ extensions: persisted(bare) })],
    ['the prefixed hash that codegen writes', () => post({ extensions: persisted(name) })],
    ['a hash beside its text', () => post({ query: text, extensions: persisted(bare) })],
    ['documentId', () => post({ documentId: name, variables: {}, operationName: 'NoCall' })],
    ['id', () => post({ id: bare })],
    ['its text', () => post({ query: text })],
    ['a hash in a GET', () => get({ extensions: JSON.stringify(persisted(bare)), operationName: 'NoCall' })],
    ['documentId in a GET', () => get({ documentId: name, variables: '{}' })],
    ['its text in a GET', () => get({ query: text })],
  ])('a trusted document sent as %s is answered', async (_what, send) => {
    await start({ manifest: GENERATED, mode });
    const { status, data, errors } = await send();
    expect([status, errors]).toEqual([200, []]);
    expect(data).not.toBeNull();
    expect(logged.filter(({ msg }) => msg === 'not a trusted document')).toEqual([]);
  });

  test('an unknown hash is answered with PERSISTED_QUERY_NOT_FOUND', async () => {
    await start({ manifest: GENERATED, mode });
    for (const answer of [
      await post({ extensions: persisted(UNKNOWN) }),
      await post({ documentId: UNKNOWN }),
      await get({ documentId: UNKNOWN }),
      await post({ id: '__proto__' }),
    ]) {
      expect(answer).toMatchObject({ status: 200, data: undefined, errors: NOT_FOUND });
    }
  });
});

test('mode enforce refuses any other document, even beside the hash of a trusted one', async () => {
  await start({ manifest: GENERATED });
  const query = '{ shops { id } }';
  for (const answer of [
    await post({ query }),
    await post({ query: `${text} ` }),
    await post({ query, extensions: persisted(bare) }),
    await post({ query, documentId: name, id: name }),
    await post({ query: getIntrospectionQuery() }),
    await get({ query }),
    await get({ query, documentId: name }),
  ]) {
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(answer.data).toBeUndefined();
  }
  const twice = await graphql.send(
    { method: 'GET', headers: { 'apollo-require-preflight': 'yes' } },
    `?${new URLSearchParams([
      ['query', text],
      ['query', query],
    ])}`,
  );
  expect(twice).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('mode log answers any other document and logs nothing of it but its hash', async () => {
  await start({ manifest: GENERATED, mode: 'log' });
  const query = '{ shops { id } }';
  for (const extensions of [undefined, persisted(UNKNOWN)])
    expect(await post({ query, extensions })).toMatchObject({ status: 200, errors: [] });
  const documentSha256 = createHash('sha256').update(query).digest('hex');
  const lines = logged.filter(({ msg }) => msg === 'not a trusted document');
  expect(lines).toMatchObject([{ documentSha256 }, { documentSha256 }]);
  expect(JSON.stringify(lines)).not.toContain('shops');
});

test('mode off answers any document and refuses hashes as not supported', async () => {
  await start({ manifest: '/nowhere.json', mode: 'off' });
  expect(await post({ query: '{ shops { id } }' })).toMatchObject({ status: 200, errors: [] });
  expect((await post({ extensions: persisted(bare) })).errors).toMatchObject([
    { extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
  ]);
});

test('a manifest in Apollo’s format is accepted', async () => {
  const manifest = join(folder, 'apollo.json');
  const operation = { id: UNKNOWN, name: 'Shops', type: 'query', body: 'query Shops { shops { id } }' };
  const format = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] };
  writeFileSync(manifest, JSON.stringify(format));
  await start({ manifest });
  expect(await post({ extensions: persisted(UNKNOWN) })).toMatchObject({ status: 200, errors: [] });
});

test('a changed manifest is read again, and a broken one leaves the last in force', async () => {
  const manifest = join(folder, 'changing.json');
  const replace = (content: string) => {
    writeFileSync(`${manifest}.new`, content);
    renameSync(`${manifest}.new`, manifest);
  };
  const untilLogged = async (message: string) => {
    while (!logged.some(({ msg }) => msg === message)) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  replace('{}');
  await start({ manifest });
  expect((await post({ documentId: 'a' })).errors).toEqual(NOT_FOUND);
  replace('{ "a": "{ shops { id } }" }');
  await untilLogged('trusted documents read again');
  expect((await post({ documentId: 'a' })).errors).toEqual([]);
  replace('{ "a": "{ sh');
  await untilLogged('trusted documents not read, the last ones stay');
  expect((await post({ documentId: 'a' })).errors).toEqual([]);
});

test.each([
  ['does not exist', undefined],
  ['is not JSON', '{'],
  ['is a list', '[]'],
  ['holds a number instead of a text', '{ "a": 1 }'],
  ['holds operations without ids', '{ "operations": [{ "body": "{ shops { id } }" }] }'],
  ['holds null as an operation', '{ "operations": [null] }'],
])('a manifest that %s stops the start', async (what, content) => {
  const manifest = join(folder, `${what}.json`);
  if (content !== undefined) writeFileSync(manifest, content);
  await expect(start({ manifest })).rejects.toThrow(/^trustedDocuments\.manifest: /);
});
