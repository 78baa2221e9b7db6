// The schema as a file: from the server for callers that may introspect, and from the package.
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

test('/schema.graphql sends the schema that npm run gen prints', async () => {
  const response = await download({});
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(printed).toBe(`# Printed by npm run gen.\n\n${await response.text()}`);
});

test('/schema.graphql of a subgraph includes the federation fields', async () => {
  const text = await (await download({ federation: true })).text();
  expect(text).toContain('_entities(representations: [_Any!]!): [_Entity]!');
});

describe('access to /schema.graphql', () => {
  const auth = { apiKeys: [{ key: 'screen-key', shops: ['mill'], scopes: ['orders:read'] }] };

  test.each<[string, Part, Readonly<Record<string, string>>, number]>([
    ['a caller with credentials gets the schema', { auth }, { authorization: bearer('screen-key') }, 200],
    ['a caller without credentials is refused the schema', { auth }, {}, 401],
    [
      'a caller without credentials gets the schema when auth.anonymous is set',
      { auth: { ...auth, anonymous: { shops: [], scopes: [] } } },
      {},
      200,
    ],
    ['the schema is not served when introspection is off', { introspection: false }, {}, 404],
    [
      'the schema is not served when only trusted documents are answered',
      { trustedDocuments: { manifest: MANIFEST } },
      {},
      404,
    ],
    [
      'the schema is served when other documents are only logged',
      { trustedDocuments: { manifest: MANIFEST, mode: 'log' } },
      {},
      200,
    ],
  ])('%s', async (_what, settings, headers, status) => {
    const response = await download(settings, headers);
    expect(response.status).toBe(status);
    expect((await response.text()).includes('type Order')).toBe(status === 200);
  });
});

test('the package exports the schema as ordergraph/schema.graphql', () => {
  const resolve = 'console.log(import.meta.resolve("ordergraph/schema.graphql"))';
  const address = execFileSync(process.execPath, ['--input-type=module', '-e', resolve], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(readFileSync(new URL(address.trim()), 'utf8')).toBe(printed);
});
