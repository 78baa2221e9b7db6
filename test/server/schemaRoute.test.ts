// The schema as a file: from the server to whoever may introspect, and from the package.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { bearer } from '../support/twoShops.js';

const root = new URL('../../', import.meta.url);
const printed = readFileSync(new URL('schema/schema.graphql', root), 'utf8');
const MANIFEST = new URL('test/generated/persisted-documents.json', root).pathname;

let graphql: Graphql;
afterEach(() => graphql?.close());

async function download(settings: Part, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  graphql = await startGraphql({ settings: { shops: demoShops('http://127.0.0.1:9'), ...settings } });
  return fetch(new URL('/schema.graphql', graphql.url), { headers });
}

test('the server sends what is printed', async () => {
  const response = await download({});
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(printed).toBe(`# Printed by npm run gen.\n\n${await response.text()}`);
});

test('a subgraph sends what it adds as well', async () => {
  const text = await (await download({ federation: true })).text();
  expect(text).toContain('_entities(representations: [_Any!]!): [_Entity]!');
});

describe('only to whoever may introspect', () => {
  const auth = { apiKeys: [{ key: 'screen-key', shops: ['mill'], scopes: ['orders:read'] }] };

  test.each<[string, Part, Readonly<Record<string, string>>, number]>([
    ['a caller', { auth }, { authorization: bearer('screen-key') }, 200],
    ['a stranger', { auth }, {}, 401],
    ['anyone, who may ask nothing', { auth: { ...auth, anonymous: { shops: [], scopes: [] } } }, {}, 200],
    ['without introspection', { introspection: false }, {}, 404],
    ['where only trusted documents are answered', { trustedDocuments: { manifest: MANIFEST } }, {}, 404],
    ['where others are logged', { trustedDocuments: { manifest: MANIFEST, mode: 'log' } }, {}, 200],
  ])('%s', async (_what, settings, headers, status) => {
    const response = await download(settings, headers);
    expect(response.status).toBe(status);
    expect((await response.text()).includes('type Order')).toBe(status === 200);
  });
});

test('the package exports it', () => {
  const resolve = 'console.log(import.meta.resolve("ordergraph/schema.graphql"))';
  const address = execFileSync(process.execPath, ['--input-type=module', '-e', resolve], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(readFileSync(new URL(address.trim()), 'utf8')).toBe(printed);
});
